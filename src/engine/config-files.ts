/** Configuration files: where they may lie, and their text. They are data; nothing of them is run. */
import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep, win32 } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { systemReason } from './found.ts';
import { lstatIfThere, statIfThere } from './kind.ts';

export interface ConfigText {
  /** As one would type it from the working folder. */
  readonly shown: string;
  readonly absolute: string;
  readonly text: string;
}

export interface Search {
  readonly cwd: string;
  /** The user's own folder, which belongs to no project. */
  readonly home: string | undefined;
  /** Folders that are read as input: nothing in them configures how they are read. */
  readonly inputs: readonly string[];
}

export interface SearchResult {
  readonly found?: ConfigText;
  /** Configurations in an input, as shown. */
  readonly passedOver: readonly string[];
}

export const CONFIG_NAMES: readonly string[] = ['clean-archive.yaml', 'clean-archive.yml', 'clean-archive.json'];
export const PACKAGE_FILE = 'package.json';
export const PACKAGE_KEY = 'clean-archive';
const QUOTED_KEY = `"${PACKAGE_KEY}"`;
/** Where a broken link leads. */
const NOWHERE = '';
/** Anyone may write there, as in `/tmp`. */
const OPEN_TO_ALL = 0o002;
/** Node shows every folder of Windows as open to all. */
const HAS_NO_MODES = sep === win32.sep;

/** From the working folder upwards to the root of its repository. Throws `UsageError` for two in one folder. */
export function findConfig({ cwd, home, inputs }: Search): SearchResult {
  const passedOver: string[] = [];
  const trees = inputs.map(realPath);
  const start = realPath(cwd);
  const own = home === undefined ? undefined : realPath(home);
  for (let folder = start; folder === start || isSearched(folder, own); folder = dirname(folder)) {
    const files = CONFIG_NAMES.map((name) => join(folder, name)).filter(isThere);
    if (trees.some((tree) => isWithin(tree, folder))) passedOver.push(...files.map((file) => shownFrom(start, file)));
    else {
      const found = onlyOne([...files.map((file) => readWithin(file, start)), ...packagesIn(folder, start)]);
      if (found !== undefined) return { found, passedOver };
    }
    if (isThere(join(folder, '.git')) || dirname(folder) === folder) break;
  }
  return { passedOver };
}

/** A file that the user names, or the user's own. */
export function readConfigText(absolute: string, shown: string): ConfigText {
  const limit = basename(absolute) === PACKAGE_FILE ? LIMITS.packageFileBytes.value : LIMITS.configBytes.value;
  return { shown, absolute, text: textOf(bytesOf(absolute, shown, limit), shown) };
}

export function isThere(path: string): boolean {
  return existsSync(path);
}

/** The place a path in a configuration means; undefined if it leads out of the folder, also by a link. */
export function placeWithin(folder: string, written: string): string | undefined {
  const place = resolve(folder, written);
  return isWithin(folder, place) && isWithin(realPath(folder), realPath(place)) ? place : undefined;
}

export function shownFrom(cwd: string, absolute: string): string {
  const near = relative(cwd, absolute);
  return near.length <= absolute.length ? near.split(sep).join('/') : absolute;
}

/** Folders above the working folder. The home folder, the root and folders of everybody belong to no project. */
function isSearched(folder: string, home: string | undefined): boolean {
  if (dirname(folder) === folder || folder === home) return false;
  return HAS_NO_MODES || ((statIfThere(folder)?.mode ?? OPEN_TO_ALL) & OPEN_TO_ALL) === 0;
}

function onlyOne(found: readonly ConfigText[]): ConfigText | undefined {
  const [one, other] = found;
  if (one !== undefined && other !== undefined)
    throw new UsageError('config', `${one.shown} and ${other.shown} are in one folder; keep one of them`);
  return one;
}

/** Most of these files are of other programs: only one that has our key is ours to speak of. */
function packagesIn(folder: string, cwd: string): readonly ConfigText[] {
  const file = join(folder, PACKAGE_FILE);
  const stat = statIfThere(file);
  if (stat?.isFile() !== true || stat.size > LIMITS.packageFileBytes.value) return [];
  try {
    const text = readFileSync(file, 'utf8');
    if (!text.includes(QUOTED_KEY) || !hasKey(text)) return [];
  } catch {
    return [];
  }
  return [readWithin(file, cwd)];
}

function hasKey(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && Object.hasOwn(read, PACKAGE_KEY);
  } catch {
    return false;
  }
}

function readWithin(file: string, cwd: string): ConfigText {
  const shown = shownFrom(cwd, file);
  if (placeWithin(dirname(file), basename(file)) === undefined)
    throw new UsageError('config', `${shown}: it is a link out of its folder; --config FILE reads it all the same`);
  return readConfigText(file, shown);
}

function bytesOf(absolute: string, shown: string, limit: number): Uint8Array {
  let handle: number;
  try {
    handle = openSync(absolute, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw new UsageError('config', `${shown}: ${systemReason(error)}`, error);
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw new UsageError('config', `${shown}: it is no plain file`);
    if (stat.size > limit) throw new UsageError('config', `${shown}: it has over ${limit} bytes`);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function textOf(bytes: Uint8Array, shown: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('config', `${shown}: it is not in UTF-8`);
  }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Of what is not there yet, the real place it would have. */
function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync.native(absolute);
  } catch {
    if (lstatIfThere(absolute)?.isSymbolicLink() === true) return NOWHERE;
    const above = dirname(absolute);
    return above === absolute ? absolute : join(realPath(above), basename(absolute));
  }
}
