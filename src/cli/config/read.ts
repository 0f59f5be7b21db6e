/** A configuration file, and those that it extends, checked to the last value. */
import { isAbsolute, relative, win32 } from 'node:path';
import { LIMITS } from '../../core/limits.ts';
import type { Level } from '../../core/types.ts';
import { placeWithin, readConfigText, shownFrom } from '../../engine/config-files.ts';
import { compilePattern } from '../../engine/patterns.ts';
import { SWITCHES } from '../../engine/policy.ts';
import type { Override } from '../../engine/request.ts';
import type { YamlNode } from '../../text/yaml.ts';
import { nearestWord } from '../nearest-word.ts';
import { CONFIG_KEYS, type ConfigKey } from './keys.ts';
import type { FileLayer, Given, Origin } from './layers.ts';
import { type Entry, fail, keysIn, listOf, mapOf, placeOf, rootOf, type Source, scalarOf } from './source.ts';
import { type CliValue, checkValue, globFault, type Placing } from './values.ts';

/** Keys beside those of the table. */
export const OWN_KEYS = ['$schema', 'extends', 'rules', 'keep', 'drop', 'overrides'] as const;
const POLICY_KEYS: ReadonlySet<string> = new Set(['rules', 'keep', 'drop', 'overrides']);
const OVERRIDE_KEYS = ['files', 'level', 'rules', 'keep', 'drop'] as const;
const CONFIG_ENDING = /\.(?:ya?ml|json)$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const LONGEST_SHOWN = 60;

/** Where paths of the file are told from, and how much its patterns may cost together. */
interface Reading {
  readonly cwd: string;
  states: number;
}

export function readConfig(source: Source, cwd: string): FileLayer {
  return readLayer(source, [], { cwd, states: 0 });
}

/** `above` are the files that extend this one. */
function readLayer(source: Source, above: readonly string[], reading: Reading): FileLayer {
  const entries = keysIn(source, rootOf(source));
  const values = new Map<string, Given<CliValue>>();
  let base: FileLayer | undefined;
  const own: { -readonly [Key in keyof FileLayer]?: FileLayer[Key] } = {};
  for (const entry of entries) {
    const known = CONFIG_KEYS.find(({ key }) => key === entry.key);
    if (entry.key === '$schema') scalarOf(source, entry.value, 'the address of a schema');
    else if (entry.key === 'extends') base = readExtended(source, entry, above, reading);
    else if (POLICY_KEYS.has(entry.key)) Object.assign(own, readPolicyKey(source, entry, reading));
    else if (known !== undefined) values.set(known.key, readKey(source, known, entry, reading));
    else failUnknown(source, entry, [...CONFIG_KEYS.map(({ key }) => key), ...OWN_KEYS]);
  }
  return laidOver(base, { ...own, folder: source.folder, values });
}

/** A key replaces that of the file below; rules are joined, and lists of lines and overrides come after the other's. */
function laidOver(base: FileLayer | undefined, own: FileLayer): FileLayer {
  if (base === undefined) return own;
  return {
    ...base,
    ...own,
    values: new Map([...base.values, ...own.values]),
    ...(base.rules === undefined ? {} : { rules: new Map([...base.rules, ...(own.rules ?? [])]) }),
    ...(base.keep === undefined ? {} : { keep: [...base.keep, ...(own.keep ?? [])] }),
    ...(base.drop === undefined ? {} : { drop: [...base.drop, ...(own.drop ?? [])] }),
    ...(base.overrides === undefined ? {} : { overrides: [...base.overrides, ...(own.overrides ?? [])] }),
  };
}

function readExtended(source: Source, { value }: Entry, above: readonly string[], reading: Reading): FileLayer {
  const written = scalarOf(source, value, 'the path of another configuration');
  if (typeof written !== 'string' || written === '') fail(source, value.at, 'write the path of another configuration');
  if (SCHEME.test(written)) fail(source, value.at, 'only a file of this folder can be extended; nothing is fetched');
  const place = placingIn(source.folder, reading.cwd)(written);
  if ('fault' in place) fail(source, value.at, place.fault);
  if (!CONFIG_ENDING.test(written)) fail(source, value.at, 'write the path of a .yaml, .yml or .json file');
  const absolute = placeWithin(source.folder, written) ?? '';
  const chain = [...above, source.absolute];
  if (chain.includes(absolute)) fail(source, value.at, 'the files extend each other in a circle');
  if (chain.length >= LIMITS.configDepth.value)
    fail(source, value.at, `over ${LIMITS.configDepth.value} files extend each other`);
  const extended = readConfigText(absolute, shownFrom(reading.cwd, absolute));
  return readLayer({ ...extended, folder: source.folder }, chain, reading);
}

/** Paths count from the folder of the configuration and stay in it. */
function placingIn(folder: string, cwd: string): Placing {
  return (written) => {
    if (isAbsolute(written) || win32.isAbsolute(written) || SCHEME.test(written))
      return { fault: 'write a path that counts from the folder of this file' };
    const place = placeWithin(folder, written);
    if (place === undefined) return { fault: 'the path leads out of the folder of this file; only a flag may do that' };
    return { path: relative(cwd, place) || '.' };
  };
}

function readKey(source: Source, key: ConfigKey, { value }: Entry, { cwd }: Reading): Given<CliValue> {
  const origin = originOf(source, value.at);
  const placing = placingIn(source.folder, cwd);
  const one = (node: YamlNode): string | boolean => {
    const checked = checkValue(key.type, rawOf(source, node, key), placing);
    if ('fault' in checked) fail(source, node.at, `${key.key}: ${checked.fault}`);
    return checked.value;
  };
  if (!key.many) return { value: one(value), origin };
  const nodes = value.kind === 'list' ? rowsOf(source, value, 'texts') : [value];
  return { value: nodes.map((node) => String(one(node))), origin };
}

function rawOf(source: Source, node: YamlNode, { key, type }: ConfigKey): unknown {
  if (type.kind !== 'words' || node.kind !== 'list') return scalarOf(source, node, `a value of ${key}`);
  return rowsOf(source, node, 'words').map((item) => scalarOf(source, item, 'a word'));
}

function readPolicyKey(source: Source, { key, value }: Entry, reading: Reading): Partial<FileLayer> {
  if (key === 'rules') return { rules: readRules(source, value) };
  if (key === 'overrides')
    return { overrides: rowsOf(source, value, 'overrides').map((item) => readOverride(source, item, reading)) };
  return { [key]: readPatterns(source, value, reading) };
}

function readRules(source: Source, node: YamlNode): ReadonlyMap<string, Given<boolean>> {
  const rules = new Map<string, Given<boolean>>();
  for (const entry of keysIn(source, mapOf(source, node, "rules with false or true, such as 'chrome/pager': false"))) {
    if (!SWITCHES.includes(entry.key)) failUnknown(source, entry, SWITCHES, 'rule');
    const isOn = scalarOf(source, entry.value, 'true or false');
    if (typeof isOn !== 'boolean') fail(source, entry.value.at, `${entry.key}: write true or false`);
    rules.set(entry.key, { value: isOn, origin: originOf(source, entry.at) });
  }
  return rules;
}

function readPatterns(source: Source, node: YamlNode, reading: Reading): readonly Given<string>[] {
  return rowsOf(source, node, 'patterns').map((item) => {
    const written = scalarOf(source, item, 'a pattern');
    if (typeof written !== 'string' || written === '') fail(source, item.at, 'write a pattern in quotes');
    reading.states += statesOf(source, item.at, written);
    if (reading.states > LIMITS.patternsStates.value)
      fail(source, item.at, 'the patterns up to here stand for too large an automaton; write fewer or simpler ones');
    return { value: written, origin: originOf(source, item.at) };
  });
}

function statesOf(source: Source, at: number, written: string): number {
  try {
    return compilePattern(written).states;
  } catch (error) {
    return fail(source, at, error instanceof Error ? error.message : 'it is no pattern');
  }
}

function readOverride(source: Source, node: YamlNode, reading: Reading): Given<Override> {
  const override: { -readonly [Key in keyof Override]?: Override[Key] } = {};
  for (const entry of keysIn(source, mapOf(source, node, 'files: and what holds for them'))) {
    const { key, value } = entry;
    if (key === 'files') override.files = readGlobs(source, value);
    else if (key === 'level') override.level = readLevel(source, entry, reading);
    else if (key === 'rules')
      override.rules = Object.fromEntries([...readRules(source, value)].map(([id, given]) => [id, given.value]));
    else if (key === 'keep' || key === 'drop')
      override[key] = readPatterns(source, value, reading).map((given) => given.value);
    else failUnknown(source, entry, OVERRIDE_KEYS);
  }
  const { files, rules = {}, keep = [], drop = [], level } = override;
  if (files === undefined) fail(source, node.at, 'an override needs files:, the globs of what it holds for');
  return {
    value: { files, ...(level === undefined ? {} : { level }), rules, keep, drop },
    origin: originOf(source, node.at),
  };
}

function readLevel(source: Source, entry: Entry, reading: Reading): Level {
  const key = CONFIG_KEYS.find((each) => each.key === 'level') as ConfigKey;
  return readKey(source, key, entry, reading).value as Level;
}

function readGlobs(source: Source, node: YamlNode): readonly string[] {
  const nodes = node.kind === 'scalar' ? [node] : rowsOf(source, node, 'globs');
  if (nodes.length === 0) fail(source, node.at, 'write a glob such as blog/*.html');
  return nodes.map((item) => {
    const glob = scalarOf(source, item, 'a glob');
    const fault = globFault(glob);
    if (fault !== undefined) fail(source, item.at, fault);
    return String(glob);
  });
}

function rowsOf(source: Source, node: YamlNode, wanted: string): readonly YamlNode[] {
  const rows = listOf(source, node, wanted);
  if (rows.length > LIMITS.configRows.value) fail(source, node.at, `the list has over ${LIMITS.configRows.value} rows`);
  return rows;
}

function failUnknown(source: Source, { key, at }: Entry, known: readonly string[], what: string = 'key'): never {
  const near = nearestWord(key, known);
  const shown = key.length > LONGEST_SHOWN ? `${key.slice(0, LONGEST_SHOWN)}…` : key;
  const list = what === 'key' ? known.join(', ') : 'clean-archive rules lists most of them';
  fail(
    source,
    at,
    `${JSON.stringify(shown)} is no ${what}; ${near === undefined ? `there are ${list}` : `did you mean ${near}?`}`,
  );
}

function originOf({ shown, text }: Source, at: number): Origin {
  return { kind: 'file', file: shown, line: placeOf(text, at).line };
}
