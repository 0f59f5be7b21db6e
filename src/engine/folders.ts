/**
 * Folders of the output, held open while we rename into them. On Linux the handle's own path is used, so that a folder which
 * somebody swaps for a link in the meantime leads nowhere else. A link is never entered.
 */
import { closeSync, constants, existsSync, lstatSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../core/errors.ts';
import { outputError, removeEmptyFolder } from './disk.ts';
import { systemCode } from './found.ts';

const HANDLES = '/proc/self/fd';
const FLAGS = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);
const MOST_OPEN = 64;

interface Open {
  readonly handle: number | undefined;
  /** What to put before a name. */
  readonly base: string;
}

export class OutFolders {
  readonly #out: string;
  readonly #hasHandles: boolean = existsSync(HANDLES);
  readonly #open: Map<string, Open> = new Map();
  readonly #created: string[] = [];

  constructor(out: string) {
    this.#out = out;
  }

  /** A path for the file of this relative path; makes the folders above it. */
  pathOf(output: string): string {
    const slash = output.lastIndexOf('/');
    return `${this.#folder(slash < 0 ? '' : output.slice(0, slash)).base}/${output.slice(slash + 1)}`;
  }

  close(): void {
    for (const { handle } of this.#open.values()) if (handle !== undefined) closeSync(handle);
    this.#open.clear();
  }

  /** Takes back what was made here, as far as it is empty. */
  removeCreated(): void {
    this.close();
    for (const folder of this.#created.reverse()) removeEmptyFolder(join(this.#out, folder));
  }

  #folder(path: string): Open {
    const known = this.#open.get(path);
    if (known !== undefined) return known;
    if (this.#open.size >= MOST_OPEN) this.close();
    const opened = path === '' ? this.#enter(this.#out, path) : this.#enter(this.pathOf(path), path);
    this.#open.set(path, opened);
    return opened;
  }

  #enter(at: string, path: string): Open {
    try {
      if (path !== '') this.#make(at, path);
      if (!this.#hasHandles) {
        if (lstatSync(at).isDirectory() || path === '') return { handle: undefined, base: at };
        throw inTheWay(path);
      }
      const handle = openSync(at, path === '' ? FLAGS & ~(constants.O_NOFOLLOW ?? 0) : FLAGS);
      return { handle, base: `${HANDLES}/${handle}` };
    } catch (error) {
      const code = systemCode(error);
      if (code === 'ELOOP' || code === 'ENOTDIR') throw inTheWay(path);
      throw outputError(join(this.#out, path), error, 0);
    }
  }

  #make(at: string, path: string): void {
    try {
      mkdirSync(at);
      this.#created.push(path);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
}

function inTheWay(path: string): OutputError {
  return new OutputError('in-the-way', `${path}: a link or a file stands where a folder is needed`);
}
