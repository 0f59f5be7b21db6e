/** Front matter, read and written. */
import type { Metadata, MetaKey } from '../core/types.ts';
import { isPlainYaml, isYamlFault, readYaml, type YamlNode } from './yaml.ts';

export interface FrontMatter {
  /** What the known keys say, as written; unknown keys are left out. */
  readonly meta: Metadata;
  /** How many lines it takes, both fences included. */
  readonly lines: number;
}

/** Nobody writes this much by hand; the parser needs a second for the worst 64 KiB. */
const LONGEST = 64 * 1024;
/** Keys in the order in which front matter is written. */
export const META_KEYS: readonly MetaKey[] = [
  'title',
  'date',
  'updated',
  'author',
  'posted',
  'posted_by',
  'site',
  'publisher',
  'url',
  'lang',
];
const KEYS: ReadonlySet<string> = new Set(META_KEYS);
const LINE_END = /\r\n|\r|\n/g;
const FENCE = /^---[ \t]{0,20}$/;
const CLOSING_FENCE = /^(?:---|\.\.\.)[ \t]{0,20}$/;
const NULL = /^(?:~|null|Null|NULL)?$/;

/** The front matter a text begins with, or undefined: what is not closed, no YAML or no map is text. */
export function parseFrontMatter(text: string): FrontMatter | undefined {
  if (!text.startsWith('---')) return undefined;
  const found = findFences(text.slice(0, LONGEST));
  if (found === undefined) return undefined;
  const fields = parseFields(found.source);
  return fields && { meta: Object.fromEntries(fields) as Metadata, lines: found.lines };
}

/** Front matter with its fences and a final line end. Keys in the order given; only `title` is quoted for its own sake. */
export function formatFrontMatter(fields: Readonly<Record<string, string | number | readonly string[]>>): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}:${formatValue(key, value)}\n`);
  return `---\n${lines.join('')}---\n`;
}

interface Fenced {
  readonly source: string;
  readonly lines: number;
}

function findFences(head: string): Fenced | undefined {
  LINE_END.lastIndex = 0;
  let start = 0;
  let from = 0;
  for (let lines = 1; ; lines++) {
    const end = LINE_END.exec(head);
    // A cut head may end anywhere, so only at the very end of a short text does a fence need no line end.
    if (end === null && head.length === LONGEST) return undefined;
    const line = head.slice(start, end?.index);
    if (lines === 1) {
      if (!FENCE.test(line)) return undefined;
      from = LINE_END.lastIndex;
    } else if (CLOSING_FENCE.test(line)) return { source: head.slice(from, start).replace(LINE_END, '\n'), lines };
    if (end === null) return undefined;
    start = LINE_END.lastIndex;
  }
}

/** The known fields; undefined for what is no map. */
function parseFields(source: string): ReadonlyMap<string, string | readonly string[]> | undefined {
  const root = readYaml(source, 'lenient');
  if (isYamlFault(root) || (root !== undefined && root.kind !== 'map')) return undefined;
  const fields = new Map<string, string | readonly string[]>();
  for (const { key, value } of root?.entries ?? []) {
    const name = key.kind === 'scalar' ? String(key.value) : '';
    if (!KEYS.has(name) || fields.has(name)) continue;
    const read = name === 'author' ? readAuthors(value) : readScalar(value);
    if (read !== undefined) fields.set(name, read);
  }
  return fields;
}

/** In the failsafe schema every scalar is a string: `1984` and `2009-03-05` come as they stand. */
function readScalar(node: YamlNode): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  return node.isPlain && NULL.test(node.value) ? undefined : node.value;
}

function readAuthors(node: YamlNode): readonly string[] | undefined {
  const names = (node.kind === 'list' ? node.items : [node]).flatMap((each) => readScalar(each) ?? []);
  return names.length === 0 ? undefined : names;
}

const DATES: ReadonlySet<string> = new Set<MetaKey>(['date', 'updated', 'posted']);
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/;

function formatValue(key: string, value: string | number | readonly string[]): string {
  if (typeof value === 'number') return ` ${value}`;
  if (typeof value === 'string') return ` ${formatString(key, value)}`;
  if (value.length === 1) return ` ${formatString(key, value[0] as string)}`;
  return value.length === 0 ? ' []' : value.map((each) => `\n  - ${formatString(key, each)}`).join('');
}

function formatString(key: string, value: string): string {
  if (key === 'title') return quote(value);
  if (DATES.has(key) && DATE.test(value)) return value;
  return isPlain(value) ? value : quote(value);
}

/** Names, paths and addresses that no YAML reader takes for anything else; spares a call to the package of 30 microseconds. */
const SURELY_PLAIN =
  /^(?:\w[\w/-]{0,200}\.(?:txt|text|html?|xhtml|md|markdown)|https?:\/\/[\w./~%?=+,-]{1,500}|[A-Za-z\u00c0-\u024f\u0391-\u04ff\u4e00-\u9fff][\w .,'()/\u00c0-\u024f\u0391-\u04ff\u4e00-\u9fff-]{0,200}[\w.)\u00c0-\u024f\u0391-\u04ff\u4e00-\u9fff])$/;
/** The last is a number of readers of YAML 1.1, which ask for no digit before the exponent. */
const WORDS = /^(?:true|false|yes|no|on|off|y|n|null|e[-+]?\d+)$/i;
/** Plain scalars that are something else to YAML 1.1, but that the package lets pass. */
const SIGNS: ReadonlySet<string> = new Set(['=', '<<']);
/** Not to be written raw: controls, separators, direction marks, marks of byte order, lone surrogates and nobody's code points. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ALL_UNSAFE = new RegExp(UNSAFE, 'g');

/** True if a reader of YAML 1.1 or 1.2 takes the bare value for this very string. */
function isPlain(value: string): boolean {
  if (SURELY_PLAIN.test(value)) return !WORDS.test(value);
  if (UNSAFE.test(value) || SIGNS.has(value)) return false;
  return isPlainYaml(value);
}

/** JSON's strings are YAML's too. */
function quote(value: string): string {
  return JSON.stringify(value).replace(ALL_UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
