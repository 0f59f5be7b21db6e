/** One configuration file as a tree that knows its places; every complaint names the file, the line and the column. */
import { basename } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import { type ConfigText, PACKAGE_FILE, PACKAGE_KEY } from '../../engine/config-files.ts';
import { isYamlFault, readYaml, type YamlMap, type YamlNode } from '../../text/yaml.ts';

export interface Source extends ConfigText {
  /** Paths and globs count from here, and may not leave it. */
  readonly folder: string;
}

/** What the parser's codes mean to a person. Its own messages quote the file, which may be none of ours. */
const FAULTS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key is there twice; keep one',
  MULTIPLE_DOCS: 'a second document begins here; keep one',
  TOO_DEEP: 'it nests too deeply',
  BAD_INDENT: 'this is indented in another way than the lines around it',
  TAB_AS_INDENT: 'this is indented with a tab; use blanks',
  MISSING_CHAR: 'a sign is missing here: a quotation mark, a comma, a colon or a bracket',
  BAD_DQ_ESCAPE: 'a backslash in double quotes begins an escape; write it twice, or use single quotes',
};
const NO_YAML = 'this cannot be read as YAML';
const NO_JSON = 'this cannot be read as JSON';
const POSITION = /at position (\d{1,9})/;
const DIRECTIVE = /^%/m;

/** The keys of the file. A `package.json` has them under our own name. */
export function rootOf(source: Source): YamlMap {
  const { text, absolute } = source;
  const isPackage = basename(absolute) === PACKAGE_FILE;
  if (text.trim() === '') fail(source, 0, 'the file is empty; write a key such as level: gentle, or {}');
  if (absolute.endsWith('.json')) requireJson(source);
  const directive = DIRECTIVE.exec(text);
  if (directive !== null) fail(source, directive.index, 'directives of YAML are not read');
  const root = readYaml(text, 'strict');
  if (isYamlFault(root)) fail(source, root.at, FAULTS[root.code] ?? NO_YAML);
  const own = isPackage && root?.kind === 'map' ? entryOf(root, PACKAGE_KEY) : root;
  if (own === undefined) fail(source, 0, isPackage ? `there is no key "${PACKAGE_KEY}"` : 'there are no keys in it');
  return mapOf(source, own, 'keys with values, such as level: gentle');
}

export function fail(source: Pick<Source, 'shown' | 'text'>, at: number, message: string): never {
  const { line, column } = placeOf(source.text, at);
  throw new UsageError('config', `${source.shown}:${line}:${column}: ${message}`);
}

/** One-based. */
export function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

/** `wanted` is what should stand there. */
export function mapOf(source: Source, node: YamlNode, wanted: string): YamlMap {
  refuseCode(source, node);
  if (node.kind !== 'map') fail(source, node.at, `here should be ${wanted}`);
  return node;
}

export function listOf(source: Source, node: YamlNode, wanted: string): readonly YamlNode[] {
  refuseCode(source, node);
  if (node.kind !== 'list') fail(source, node.at, `here should be a list of ${wanted}`);
  return node.items;
}

/** Text, number, truth value or null. */
export function scalarOf(source: Source, node: YamlNode, wanted: string): unknown {
  refuseCode(source, node);
  if (node.kind !== 'scalar') fail(source, node.at, `here should be ${wanted}`);
  return node.value;
}

export function keysIn(source: Source, { entries }: YamlMap): readonly Entry[] {
  return entries.map(({ key, value }) => ({ key: String(scalarOf(source, key, 'a key')), at: key.at, value }));
}

export interface Entry {
  readonly key: string;
  readonly at: number;
  readonly value: YamlNode;
}

/** Tags make objects elsewhere, aliases make a small file large; neither is needed here. */
function refuseCode(source: Source, node: YamlNode): void {
  if (node.kind === 'alias') fail(source, node.at, 'aliases are not read; write the value out');
  if (node.isTagged) fail(source, node.at, 'tags are not read; write the value alone');
}

function entryOf({ entries }: YamlMap, name: string): YamlNode | undefined {
  return entries.find(({ key }) => key.kind === 'scalar' && key.value === name)?.value;
}

function requireJson(source: Source): void {
  const { text } = source;
  try {
    JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const [, position = said.includes('end of JSON') ? text.length : 0] = POSITION.exec(said) ?? [];
    fail(source, Number(position), NO_JSON);
  }
}
