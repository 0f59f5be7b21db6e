/** Records on disk while a run goes on, so that memory holds an address per document and not its text. */
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { outputError, writeAll } from './disk.ts';
import { type RunningHash, runningSha256 } from './hashes.ts';

/** Bytes that can be read again. */
export interface ByteSource {
  read(at: number, length: number): Uint8Array;
}

export interface Slice {
  readonly source: ByteSource;
  readonly at: number;
  readonly length: number;
}

const WINDOW = 1024 * 1024;
/** What is read after a jump: texts that are compared lie anywhere. */
const JUMP_WINDOW = 4 * 1024;
const NOTHING: Uint8Array = new Uint8Array(0);

/** Reads mostly forward, so a window of the file is kept. What it returns is good until the next read. */
export class FileSource implements ByteSource {
  readonly #handle: number;
  #window: Buffer = Buffer.alloc(0);
  #from = 0;
  #spare: Buffer = Buffer.allocUnsafeSlow(WINDOW);

  constructor(path: string) {
    this.#handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  }

  read(at: number, length: number): Uint8Array {
    if (length === 0) return NOTHING;
    if (at < this.#from || at + length > this.#from + this.#window.length) this.#fill(at, length);
    return this.#window.subarray(at - this.#from, at - this.#from + length);
  }

  close(): void {
    closeSync(this.#handle);
  }

  #fill(at: number, least: number): void {
    if (this.#spare.length < least) this.#spare = Buffer.allocUnsafeSlow(least);
    const ahead = at - this.#from;
    const isJump = ahead < 0 || ahead > this.#window.length + WINDOW;
    const wanted = isJump ? Math.max(least, JUMP_WINDOW) : this.#spare.length;
    let length = 0;
    while (length < wanted) {
      const count = readSync(this.#handle, this.#spare, length, wanted - length, at + length);
      if (count === 0) break;
      length += count;
    }
    this.#from = at;
    this.#window = this.#spare.subarray(0, length);
  }
}

export function memorySource(bytes: Uint8Array): ByteSource {
  return { read: (at, length) => bytes.subarray(at, at + length) };
}

/** A file written front to back, hashed on the way. */
export class FileSink {
  readonly path: string;
  readonly #handle: number;
  readonly #hash: RunningHash = runningSha256();
  #buffer: Buffer = Buffer.allocUnsafeSlow(WINDOW);
  #held = 0;
  #length = 0;
  #open = true;

  constructor(path: string) {
    this.path = path;
    try {
      this.#handle = openSync(
        path,
        constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0),
        0o666,
      );
    } catch (error) {
      throw outputError(path, error, WINDOW);
    }
  }

  /** Bytes taken so far. */
  get length(): number {
    return this.#length + this.#held;
  }

  text(text: string): void {
    const worst = text.length * 3;
    if (worst > this.#buffer.length) {
      this.bytes(Buffer.from(text, 'utf8'));
      return;
    }
    if (this.#held + worst > this.#buffer.length) this.#flush();
    this.#held += this.#buffer.write(text, this.#held, 'utf8');
  }

  bytes(bytes: Uint8Array): void {
    if (this.#held + bytes.length > this.#buffer.length) this.#flush();
    if (bytes.length > this.#buffer.length) {
      this.#write(bytes);
      return;
    }
    this.#buffer.set(bytes, this.#held);
    this.#held += bytes.length;
  }

  /** Ends the file and returns its hash. */
  end(): string {
    this.#flush();
    this.close();
    return this.#hash.digest();
  }

  flush(): void {
    this.#flush();
  }

  close(): void {
    if (this.#open) closeSync(this.#handle);
    this.#open = false;
  }

  #flush(): void {
    if (this.#held === 0) return;
    const held = this.#buffer.subarray(0, this.#held);
    this.#held = 0;
    this.#write(held);
  }

  #write(bytes: Uint8Array): void {
    try {
      writeAll(this.#handle, bytes);
    } catch (error) {
      throw outputError(this.path, error, bytes.length);
    }
    this.#hash.update(bytes);
    this.#length += bytes.length;
  }
}

/** Keeps the records of batches: on disk in the stage folder, in memory without one. */
export class Spool {
  readonly #folder: string | undefined;
  #sink: FileSink | undefined;
  #source: FileSource | undefined;

  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /** Where the bytes begin, and in what. */
  add(bytes: Uint8Array): { readonly source: ByteSource; readonly at: number } {
    if (this.#folder === undefined) return { source: memorySource(bytes.slice()), at: 0 };
    this.#sink ??= new FileSink(join(this.#folder, 'records'));
    const sink = this.#sink;
    const at = sink.length;
    sink.bytes(bytes);
    return { source: this, at };
  }

  read(at: number, length: number): Uint8Array {
    this.#sink?.flush();
    this.#source ??= new FileSource(this.#sink?.path ?? '');
    return this.#source.read(at, length);
  }

  close(): void {
    this.#sink?.close();
    this.#source?.close();
    this.#sink = undefined;
    this.#source = undefined;
  }
}
