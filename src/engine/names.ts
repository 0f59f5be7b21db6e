/**
 * Names of outputs. Files keep tree and name; records of containers get names that we build.
 * No two inputs share one, also not where case or normal form is folded.
 */
import { compareText } from '../core/ids.ts';
import { LIMITS } from '../core/limits.ts';
import { OWN_FOLDER } from './folder.ts';
import { sha256 } from './hashes.ts';

export interface Naming {
  readonly path: string;
  /** Records: number inside the container, from 1, and the name the container gives. */
  readonly record?: number;
  readonly member?: string;
}

const HASH_DIGITS = 8;
const PLAIN_ENDING = /\.(?:txt|text|md)$/i;

/** Output paths in the order of the inputs. `ending` is `.md` or `.txt`. */
export function nameOutputs(inputs: readonly Naming[], ending: string): readonly string[] {
  const steps = new Uint8Array(inputs.length);
  const containers = nameContainers(inputs);
  const nameAt = (at: number): string => outputName(inputs[at] as Naming, steps[at] as number, ending, containers);
  const names = inputs.map((_, at) => nameAt(at));
  for (let round = 0; round < LAST_STEP; round++) {
    const clashes = findClashes(names);
    if (clashes.length === 0) break;
    for (const at of clashes) {
      steps[at] = Math.min((steps[at] as number) + 1, LAST_STEP);
      names[at] = nameAt(at);
    }
  }
  return names;
}

/** 0 short name, 1 full name, 2 full name and hash. */
const LAST_STEP = 2;

function outputName(input: Naming, step: number, ending: string, containers: ReadonlyMap<string, string>): string {
  if (input.record !== undefined)
    return `${containers.get(input.path) ?? input.path}/${recordName(input, step)}${ending}`;
  const { path } = input;
  if (step === LAST_STEP) return fit(`${path}-${digestOf(path)}`, ending);
  return step === 1 ? fit(path, ending) : fit(shortName(path, ending), ending);
}

/** Without the ending where that is the output's own or stands for plain text. */
function shortName(path: string, ending: string): string {
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash);
  const found = PLAIN_ENDING.exec(name);
  if (found === null || found.index === 0) return path;
  const isOurs = found[0].toLowerCase() === ending || found[0].toLowerCase() !== '.md';
  return isOurs ? path.slice(0, slash + found.index) : path;
}

/** Appends the ending; a name that would be too long is cut and told apart by a hash of the whole path. */
function fit(path: string, ending: string): string {
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash);
  if (Buffer.byteLength(name) + ending.length <= LIMITS.nameBytes.value) return path + ending;
  const room = LIMITS.nameBytes.value - ending.length - HASH_DIGITS - 1;
  return `${path.slice(0, slash)}${cutBytes(name, room)}-${digestOf(path)}${ending}`;
}

function cutBytes(name: string, room: number): string {
  let bytes = 0;
  let kept = '';
  for (const sign of name) {
    bytes += Buffer.byteLength(sign);
    if (bytes > room) break;
    kept += sign;
  }
  return kept;
}

/** A container's folder has its full name, so that it does not move when a sibling arrives. */
function nameContainers(inputs: readonly Naming[]): ReadonlyMap<string, string> {
  const containers = new Set<string>();
  const others = new Set<string>();
  for (const { path, record } of inputs) {
    if (record !== undefined) containers.add(path);
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
      others.add(foldName(path.slice(0, slash)));
  }
  const folded = countFolded(containers);
  return new Map(
    [...containers].map((path) => {
      const clashes =
        others.has(foldName(path)) || (folded.get(foldName(path)) ?? 0) > 1 || foldName(path) === OWN_FOLDER;
      return [path, clashes ? `${path}-${digestOf(path)}` : path];
    }),
  );
}

function countFolded(paths: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(foldName(path), (counts.get(foldName(path)) ?? 0) + 1);
  return counts;
}

/** From what the container calls the record, or its number. */
function recordName(input: Naming, step: number): string {
  const number = String(input.record).padStart(6, '0');
  const name = input.member === undefined ? number : safeSegment(input.member);
  return step === 0 ? name : `${name}-${number}`;
}

const UNSAFE = /[^A-Za-z0-9._-]+/g;
const UNSAFE_EDGES = /^[.-]+|\.+$/g;
/** Names of devices on Windows, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Letters, digits, dot, dash, underscore, at most 120 bytes; a hash tells apart what was changed to get there. */
export function safeSegment(name: string): string {
  const plain = name.length > LIMITS.segmentBytes.value * 2 ? name.slice(0, LIMITS.segmentBytes.value * 2) : name;
  const safe = plain.replace(UNSAFE, '-').replace(UNSAFE_EDGES, '').replace(DEVICE, '_$&');
  if (safe !== '' && safe === name && safe.length <= LIMITS.segmentBytes.value && !looksHashed(safe)) return safe;
  const room = LIMITS.segmentBytes.value - HASH_DIGITS - 1;
  return `${safe === '' ? 'record' : safe.slice(0, room)}-${digestOf(name)}`;
}

/** A name that ends like our own hashes could meet one of them. */
function looksHashed(name: string): boolean {
  return /-[0-9a-f]{8}$/.test(name);
}

function digestOf(text: string): string {
  return sha256(text).slice(0, HASH_DIGITS);
}

const ASCII = /^[ -~]*$/;

/** What a file system that ignores case and normal form takes for equal. */
export function foldName(path: string): string {
  if (ASCII.test(path)) return path.toLowerCase();
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}

/** Rows whose folded name is another's, or a folder of another's. */
function findClashes(names: readonly string[]): readonly number[] {
  const owners = new Map<string, number>();
  const folders = new Set<string>();
  const clashes = new Set<number>();
  const folded = names.map(foldName);
  folded.forEach((name, at) => {
    const owner = owners.get(name);
    if (owner === undefined) owners.set(name, at);
    else clashes.add(at).add(owner);
    for (let slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
      const folder = name.slice(0, slash);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  });
  folded.forEach((name, at) => {
    if (folders.has(name) || name === OWN_FOLDER) clashes.add(at);
  });
  return [...clashes].sort((a, b) => a - b);
}

/** Order of rows: by path, then by record. */
export function compareNaming(a: Naming, b: Naming): number {
  return compareText(a.path, b.path) || (a.record ?? 0) - (b.record ?? 0);
}
