/** What already stands where an article is to go, and what may be done about it. */
import { closeSync, constants, lstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './hashes.ts';
import { readPlainIfThere } from './open.ts';

export type Present =
  /** Nothing, or what we want. */
  | 'absent'
  | 'same'
  /** Ours and out of date, or damaged: made again. */
  | 'ours'
  /** Ours, and a person changed it. */
  | 'edited'
  /** Not ours, or no plain file. */
  | 'foreign';

export interface Wanted {
  readonly output: string;
  readonly sha256: string;
  /** The article as we would write it, to tell a cut file from an edited one. */
  readonly ours: () => Uint8Array;
}

export interface Obsolete {
  readonly output: string;
  /** Under which we may have written it. */
  readonly hashes: ReadonlySet<string>;
}

export class OutView {
  readonly #out: string;
  readonly #folders: Map<string, boolean> = new Map();

  constructor(out: string) {
    this.#out = out;
  }

  /** `claims` are the hashes under which we wrote the path before. */
  look(wanted: Wanted, claims: ReadonlySet<string> | undefined, frontMatter: boolean): Present {
    if (!this.areFolders(wanted.output)) return 'foreign';
    const path = join(this.#out, wanted.output);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return 'absent';
    if (!stat.isFile()) return 'foreign';
    const bytes = readPlain(path);
    const hash = sha256(bytes);
    if (hash === wanted.sha256) return 'same';
    if (claims === undefined) return 'foreign';
    if (claims.has(hash)) return 'ours';
    return isEdited(bytes, wanted.ours(), frontMatter) ? 'edited' : 'ours';
  }

  /** An output that nothing stands behind any more; links and what cannot be read count as none of ours. */
  lookAtObsolete({ output, hashes }: Obsolete): 'absent' | 'ours' | 'edited' {
    const bytes = this.areFolders(output) ? readPlainIfThere(join(this.#out, output)) : undefined;
    if (bytes === undefined) return 'absent';
    return hashes.has(sha256(bytes)) ? 'ours' : 'edited';
  }

  /** True if every folder on the way is a folder, or is not there yet. */
  areFolders(output: string): boolean {
    const slash = output.lastIndexOf('/');
    if (slash < 0) return true;
    const folder = output.slice(0, slash);
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const stat = this.areFolders(folder) ? lstatSync(join(this.#out, folder), { throwIfNoEntry: false }) : null;
    const good = stat === undefined || stat?.isDirectory() === true;
    this.#folders.set(folder, good);
    return good;
  }
}

/** Whole and meant: it begins as ours do, ends with a line end, holds no NUL and is no cut piece of what we write. */
export function isEdited(bytes: Uint8Array, ours: Uint8Array, frontMatter: boolean): boolean {
  if (bytes.length === 0 || bytes.at(-1) !== LINE_FEED || bytes.includes(0)) return false;
  if (frontMatter && Buffer.from(bytes.subarray(0, FRONT.length)).toString('latin1') !== FRONT) return false;
  return bytes.length >= ours.length || !Buffer.from(ours.subarray(0, bytes.length)).equals(bytes);
}

const LINE_FEED = 10;
const FRONT = '---\n';

export function readPlain(path: string): Uint8Array {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}
