/**
 * Reads whole files without trusting them: never a pipe or a device, never through a link, never more than the limit,
 * and never half of an old and half of a new version. Sync calls: 2-8 times cheaper than promises.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { InputError } from '../core/errors.ts';
import { systemCode, systemReason } from './found.ts';

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
/** Links are refused where the system can; a pipe that took the file's place does not block. */
const FLAGS = O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);
const FIRST_BUFFER = 64 * 1024;
const CHUNK = 1024 * 1024;

/** One buffer, used again for every file of a thread: what it holds is good until the next read. */
export class FileReader {
  #buffer: Buffer = Buffer.allocUnsafeSlow(FIRST_BUFFER);

  /** Throws `InputError`. */
  read(path: string, limit: number): Uint8Array {
    return guarded(path, (handle, stat) => {
      if (stat.size > limit) throw oversized(`it has ${stat.size} bytes`, limit);
      return this.#fill(handle, stat.size, limit);
    });
  }

  /** Undefined where nothing stands. */
  readIfThere(path: string): Uint8Array | undefined {
    try {
      return this.read(path, Number.MAX_SAFE_INTEGER);
    } catch (error) {
      if (error instanceof InputError && error.code === 'missing') return undefined;
      throw error;
    }
  }

  #fill(handle: number, size: number, limit: number): Uint8Array {
    let length = 0;
    for (;;) {
      if (this.#buffer.length < Math.max(size, length) + 1) this.#grow(Math.max(size, length) + 1, length);
      const count = readSync(handle, this.#buffer, length, this.#buffer.length - length, null);
      length += count;
      if (count === 0) return this.#buffer.subarray(0, length);
      if (length > limit) throw oversized('it grew while it was read', limit);
    }
  }

  #grow(least: number, keep: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(least, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, keep);
    this.#buffer = larger;
  }
}

/** Undefined for what is not there, no plain file or not readable. */
export function readPlainIfThere(path: string): Uint8Array | undefined {
  try {
    return new FileReader().read(path, Number.MAX_SAFE_INTEGER);
  } catch {
    return undefined;
  }
}

/** Reads a file by chunks, for containers. A chunk is good until the next one. */
export async function* readChunks(path: string, limit: number): AsyncGenerator<Uint8Array> {
  const { handle, stat: before } = openPlain(path);
  try {
    if (before.size > limit) throw oversized(`it has ${before.size} bytes`, limit);
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const count = readSync(handle, chunk, 0, CHUNK, null);
      if (count === 0) break;
      yield chunk.subarray(0, count);
    }
    if (isChanged(before, fstatSync(handle))) throw new InputError('changed', CHANGED);
  } finally {
    closeSync(handle);
  }
}

/** The first bytes of a file, for looking what it is. */
export function readHead(path: string, length: number): Uint8Array {
  const { handle } = openPlain(path);
  try {
    const head = Buffer.alloc(length);
    return head.subarray(0, readSync(handle, head, 0, length, 0));
  } finally {
    closeSync(handle);
  }
}

/** Everything a stream gives; throws `InputError` over the limit, which tells it by its name. */
export async function readStream(stream: AsyncIterable<Uint8Array>, limit: number, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > limit) throw oversized(`${name}: it has more than ${limit} bytes`, limit);
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

const CHANGED = 'it changed while it was read';
const TRIES = 2;

function guarded(path: string, fill: (handle: number, stat: Stats) => Uint8Array): Uint8Array {
  for (let tries = 1; ; tries++) {
    const { handle, stat: before } = openPlain(path);
    try {
      const bytes = fill(handle, before);
      if (!isChanged(before, fstatSync(handle)) && bytes.length === before.size) return bytes;
      if (tries === TRIES) throw new InputError('changed', CHANGED);
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw unreadable(error);
    } finally {
      closeSync(handle);
    }
  }
}

/** Throws `InputError` for what is no plain file. */
export function openPlain(path: string): { readonly handle: number; readonly stat: Stats } {
  let handle: number;
  try {
    handle = openSync(path, FLAGS);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENXIO' || code === 'ENODEV') throw new InputError('no-file', 'it is no plain file', error);
    throw code === 'ENOENT' ? new InputError('missing', systemReason(error), error) : unreadable(error);
  }
  const stat = fstatSync(handle);
  if (stat.isFile()) return { handle, stat };
  closeSync(handle);
  throw new InputError('no-file', 'it is no plain file');
}

function oversized(what: string, limit: number): InputError {
  return new InputError('oversized', `${what}, the limit is --max-file-size ${sizeOf(limit)}; a larger one lets it in`);
}

const UNITS: readonly (readonly [string, number])[] = [
  ['G', 1024 ** 3],
  ['M', 1024 ** 2],
  ['k', 1024],
];

/** As the flag is written. */
function sizeOf(bytes: number): string {
  const unit = UNITS.find(([, size]) => bytes % size === 0);
  return unit === undefined ? String(bytes) : `${bytes / unit[1]}${unit[0]}`;
}

/** An input that the system does not give. */
export function unreadable(error: unknown, what = ''): InputError {
  const isDenied = ['EACCES', 'EPERM'].includes(systemCode(error));
  const hint = isDenied ? '; make it readable (chmod), or leave it out (--exclude)' : '';
  return new InputError('unreadable', `${what}${systemReason(error)}${hint}`, error);
}

function isChanged(before: Stats, after: Stats): boolean {
  return (
    before.size !== after.size ||
    before.mtimeMs !== after.mtimeMs ||
    before.ctimeMs !== after.ctimeMs ||
    before.ino !== after.ino
  );
}
