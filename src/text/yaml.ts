/** The one door to `yaml`: text becomes a tree of plain nodes that know their places; nothing is made into objects. */
import {
  type DocumentOptions,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type ParseOptions,
  parseDocument,
  Scalar,
  type SchemaOptions,
  stringify,
} from 'yaml';

/** `at` is the offset of the first sign. */
export type YamlNode = YamlScalar | YamlList | YamlMap | YamlAlias;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly at: number;
  readonly value: unknown;
  /** Neither quoted nor a block. */
  readonly isPlain: boolean;
  readonly isTagged: boolean;
}

export interface YamlList {
  readonly kind: 'list';
  readonly at: number;
  readonly items: readonly YamlNode[];
  readonly isTagged: boolean;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly at: number;
  readonly entries: readonly { readonly key: YamlNode; readonly value: YamlNode }[];
  readonly isTagged: boolean;
}

export interface YamlAlias {
  readonly kind: 'alias';
  readonly at: number;
}

export interface YamlFault {
  readonly at: number;
  /** A code of the package, e.g. `DUPLICATE_KEY`. Its messages quote the text and are not told. */
  readonly code: string;
}

/**
 * `strict`: a document, keys once, numbers and truth values are read. `lenient`: of several documents the first, and every
 * scalar is the string that is written.
 */
export type YamlReading = 'strict' | 'lenient';

const OPTIONS: Readonly<Record<YamlReading, ParseOptions & DocumentOptions & SchemaOptions>> = {
  strict: { schema: 'core', uniqueKeys: true, logLevel: 'error', prettyErrors: false },
  lenient: { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', prettyErrors: false },
};

/** Brackets inside brackets, and columns and signs that a line is set in by; what people write has ten of either. */
const DEEPEST = 200;
const INDENTS = ' \t-?:';

/** The root of a YAML document (undefined for an empty one), or what is wrong with it first. */
export function readYaml(source: string, reading: YamlReading): YamlNode | YamlFault | undefined {
  if (nestsDeeply(source)) return { at: 0, code: 'TOO_DEEP' };
  try {
    const document = parseDocument(source, OPTIONS[reading]);
    const [error] = document.errors;
    if (error !== undefined) return { at: error.pos[0], code: error.code };
    return document.contents === null ? undefined : nodeOf(document.contents);
  } catch {
    return { at: 0, code: 'IMPOSSIBLE' };
  }
}

export function isYamlFault(read: YamlNode | YamlFault | undefined): read is YamlFault {
  return read !== undefined && 'code' in read;
}

/** True if a reader of YAML 1.1 or 1.2 takes the bare value for this very string. */
export function isPlainYaml(value: string): boolean {
  return stringify(value, { schema: 'core', compat: 'yaml-1.1', lineWidth: 0, blockQuote: false }) === `${value}\n`;
}

/** Deep nesting exhausts the parser's stack, and the engine ends the process where a pattern must be compiled just there. */
function nestsDeeply(source: string): boolean {
  let brackets = 0;
  let indent = 0;
  let isIndent = true;
  for (let at = 0; at < source.length; at++) {
    const unit = source.charAt(at);
    if (unit === '[' || unit === '{') brackets++;
    else if (unit === ']' || unit === '}') brackets--;
    if (unit === '\n') {
      indent = 0;
      isIndent = true;
    } else if (isIndent) isIndent = INDENTS.includes(unit) && ++indent > 0;
    if (brackets > DEEPEST || indent > DEEPEST) return true;
  }
  return false;
}

function nodeOf(node: ParsedNode | null): YamlNode {
  const at = node?.range[0] ?? 0;
  if (isAlias(node)) return { kind: 'alias', at };
  const isTagged = node?.tag !== undefined;
  if (isMap<ParsedNode, ParsedNode | null>(node))
    return {
      kind: 'map',
      at,
      entries: node.items.map(({ key, value }) => ({ key: nodeOf(key), value: nodeOf(value) })),
      isTagged,
    };
  if (isSeq<ParsedNode>(node)) return { kind: 'list', at, items: node.items.map(nodeOf), isTagged };
  if (!isScalar(node)) return { kind: 'scalar', at, value: null, isPlain: true, isTagged };
  return { kind: 'scalar', at, value: node.value, isPlain: node.type === Scalar.PLAIN, isTagged };
}
