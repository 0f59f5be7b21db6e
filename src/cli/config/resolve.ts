/** Flags over the environment over the project's file over the user's file over defaults. */
import { isAbsolute, join, resolve } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import {
  type ConfigText,
  findConfig,
  isThere,
  readConfigText,
  type SearchResult,
  shownFrom,
} from '../../engine/config-files.ts';
import { kindOfPath } from '../../engine/kind.ts';
import type { Override, Policy } from '../../engine/request.ts';
import type { Parsed } from '../options.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { CONFIG_KEYS, type ConfigKey, otherNames } from './keys.ts';
import type { FileLayer, Given, Origin } from './layers.ts';
import { readConfig } from './read.ts';
import type { Source } from './source.ts';
import { type CliValue, checkValue, fromText } from './values.ts';

/** What holds for one key; `value` is undefined where nobody says anything and the program decides. */
export interface Setting {
  readonly key: ConfigKey;
  readonly value: CliValue | undefined;
  readonly origin: Origin;
}

export interface Configured {
  readonly values: Parsed['values'];
  readonly policy: Session['policy'];
  /** Of the keys that the command knows. */
  readonly settings: readonly Setting[];
  /** The strongest file that has each of them. */
  readonly lines: Pick<FileLayer, 'rules' | 'keep' | 'drop' | 'overrides'>;
  /** What the user should know, a sentence each. */
  readonly notes: readonly string[];
}

const STDIN = '-';
const USER_FILE = join('clean-archive', 'config.yaml');
const FLAG: Origin = { kind: 'flag' };
const DEFAULT: Origin = { kind: 'default' };

export function configure(parsed: Parsed, world: World): Configured {
  const cwd = world.cwd();
  const { layers, passedOver } = fileLayers(parsed, world, cwd);
  const keys = CONFIG_KEYS.filter(({ commands }) => commands.includes(parsed.command));
  const settings = keys.map((key) => settingOf(key, parsed, world, layers));
  const lines = linesOf(layers);
  return {
    values: { ...parsed.values, ...valuesOf(settings.filter((setting) => applies(setting, parsed, cwd))) },
    policy: policyOf(layers, lines, settings),
    settings,
    lines,
    notes: [...passedOver.map(passedOverNote), ...strayVariables(world)],
  };
}

interface Files extends Pick<SearchResult, 'passedOver'> {
  /** The strongest first. */
  readonly layers: readonly FileLayer[];
}

function fileLayers(parsed: Parsed, { env }: World, cwd: string): Files {
  const { config } = parsed.values;
  if (config === false) return { layers: [], passedOver: [] };
  const home = env['HOME'] ?? env['USERPROFILE'];
  const { found, passedOver } =
    typeof config === 'string'
      ? { found: readConfigText(resolve(cwd, config), config), passedOver: [] }
      : findConfig({ cwd, home, inputs: inputFolders(parsed, cwd) });
  const files = [found, userFile(home, env['XDG_CONFIG_HOME'], cwd)].filter((file) => file !== undefined);
  return { layers: files.map((file) => readConfig(sourceOf(file), cwd)), passedOver };
}

function sourceOf(file: ConfigText): Source {
  return { ...file, folder: resolve(file.absolute, '..') };
}

function userFile(home: string | undefined, xdg: string | undefined, cwd: string): ConfigText | undefined {
  const folder = xdg !== undefined && isAbsolute(xdg) ? xdg : home === undefined ? undefined : join(home, '.config');
  if (folder === undefined) return undefined;
  const file = join(folder, USER_FILE);
  return isThere(file) ? readConfigText(file, shownFrom(cwd, file)) : undefined;
}

/** Folders that are named as inputs. Of two and more operands the last is where a run writes, unless a flag says where. */
function inputFolders({ command, operands, values, typed }: Parsed, cwd: string): readonly string[] {
  const hasOut = command === 'clean' && operands.length > 1 && !typed.has('out');
  const { reference } = values;
  const named = [...(hasOut ? operands.slice(0, -1) : operands), ...(typeof reference === 'string' ? [reference] : [])];
  return named.filter((path) => kindOfPath(cwd, path) === 'folder').map((path) => resolve(cwd, path));
}

function settingOf(key: ConfigKey, parsed: Parsed, { env }: World, layers: readonly FileLayer[]): Setting {
  const typed = [key.name, ...otherNames(key)].find((name) => parsed.typed.has(name));
  if (typed !== undefined) return { key, value: parsed.values[typed] as CliValue, origin: FLAG };
  const written = env[key.variable];
  if (written !== undefined) {
    const origin: Origin = { kind: 'environment', variable: key.variable };
    return { key, value: variableOf(key, written), origin };
  }
  const given = layers.map(({ values }) => values.get(key.key)).find((each) => each !== undefined);
  return { key, ...(given ?? { value: key.default, origin: DEFAULT }) };
}

/** Paths of the environment are the user's own and may lead anywhere. Several values are parted by commas. */
function variableOf(key: ConfigKey, written: string): CliValue {
  const one = (text: string): string | boolean => {
    const checked = checkValue(key.type, fromText(key.type, text), (path) => ({ path }));
    if ('fault' in checked) throw new UsageError('config', `${key.variable}: ${checked.fault}`);
    return checked.value;
  };
  if (!key.many) return one(written);
  const parts = written.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '').map((part) => String(one(part)));
}

function valuesOf(settings: readonly Setting[]): Readonly<Record<string, unknown>> {
  const configured = settings.filter(({ origin }) => origin.kind !== 'flag' && origin.kind !== 'default');
  return Object.fromEntries(configured.map(({ key, value }) => [key.name, value]));
}

/**
 * Where results go is for runs over folders that would else only say what would happen: no configuration makes an input of
 * what is typed as output, or a file of what is asked for on stdout.
 */
function applies({ key }: Setting, parsed: Parsed, cwd: string): boolean {
  if (parsed.command !== 'clean' || (key.name !== 'out' && key.name !== 'against')) return true;
  const { operands, values, typed } = parsed;
  const isListed = typed.has('filesFrom');
  const [only] = operands;
  if (operands.includes(STDIN) || values['out'] === STDIN || (operands.length === 0 && !isListed)) return false;
  const isOneFile = operands.length === 1 && !isListed && kindOfPath(cwd, only ?? '') === 'file';
  if (isOneFile && values['dryRun'] !== true && !typed.has('out')) return false;
  return key.name === 'against' || operands.length < 2;
}

function linesOf(layers: readonly FileLayer[]): Configured['lines'] {
  const strongest = <Key extends keyof Configured['lines']>(key: Key): Pick<FileLayer, Key> | object => {
    const layer = layers.find((each) => each[key] !== undefined);
    return layer === undefined ? {} : { [key]: layer[key] };
  };
  return { ...strongest('rules'), ...strongest('keep'), ...strongest('drop'), ...strongest('overrides') };
}

function policyOf(
  layers: readonly FileLayer[],
  lines: Configured['lines'],
  settings: readonly Setting[],
): Session['policy'] {
  const level = settings.find(({ key }) => key.name === 'level')?.origin.kind;
  const isLevelSaid = level === 'flag' || level === 'environment';
  const rules = [...(lines.rules ?? [])].map(([id, { value }]): [string, boolean] => [id, value]);
  const policy: Policy = {
    rules: Object.fromEntries(rules.sort(([one], [other]) => (one < other ? -1 : 1))),
    keep: valuesIn(lines.keep),
    drop: valuesIn(lines.drop),
    overrides: valuesIn(lines.overrides).map((override) => (isLevelSaid ? withoutLevel(override) : override)),
  };
  const { keep, drop, overrides } = policy;
  if (rules.length + keep.length + drop.length + overrides.length === 0) return {};
  const from = layers.find((layer) => layer.overrides !== undefined)?.folder;
  return { policy, ...(overrides.length === 0 || from === undefined ? {} : { from }) };
}

function valuesIn<Value>(given: readonly Given<Value>[] | undefined): readonly Value[] {
  return (given ?? []).map(({ value }) => value);
}

/** What is typed holds for all files. */
function withoutLevel({ level: _typed, ...override }: Override): Override {
  return override;
}

function passedOverNote(file: string): string {
  return `${file} lies in an input and is not read; --config ${file} reads it`;
}

/** A slip in a name would else be a setting that nobody sees. */
function strayVariables({ env }: World): readonly string[] {
  const known = new Set(CONFIG_KEYS.map(({ variable }) => variable));
  return Object.keys(env)
    .filter((name) => name.startsWith('CLEAN_ARCHIVE_') && !known.has(name))
    .sort()
    .map((name) => `${name} in the environment is no setting; clean-archive --print-config lists them`);
}
