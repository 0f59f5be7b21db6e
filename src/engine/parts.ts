/** Files in parts: a large file of a record a line is read by several threads, each from the middle. */
import { closeSync, readSync } from 'node:fs';
import type { ContainerFormat, Intake } from '../core/contracts.ts';
import { InputError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import type { RawDocument } from '../core/types.ts';
import { chooseFormat, intakeOf, isEntry } from './documents.ts';
import { FileReader, openPlain, readHead, unreadable } from './open.ts';
import type { Reading } from './request.ts';

/** A file, or those of its lines that begin in `[from, to)`. */
export interface FilePart {
  readonly path: string;
  readonly absolute: string;
  readonly part?: { readonly from: number; readonly to: number };
}

/** Where a document lies: a whole file, or a line of one. */
export interface Address {
  readonly path: string;
  readonly absolute: string;
  /** Line number from 1, counted from the beginning of its part; 0 for a whole file. */
  readonly record: number;
  readonly offset: number;
  readonly length: number;
}

export interface PartResult {
  /** Lines that begin in the part, so that those of the next one can be numbered. */
  readonly lines: number;
  readonly failures: readonly { readonly record: number; readonly code: string; readonly message: string }[];
}

const LINE_FEED = 10;
/** How much more is read at least where a line goes on behind its part. */
const MORE = 1 << 20;
const LONGEST_LINE = 64 << 20;

export class PartReader {
  readonly #reading: Reading;
  readonly #files: FileReader = new FileReader();
  #buffer: Buffer = Buffer.alloc(0);
  #open: { readonly absolute: string; readonly handle: number } | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Calls `take` with every document of the part. Throws `InputError` for a file that cannot be read at all. */
  read(part: FilePart, take: (document: RawDocument, address: Address) => void): PartResult {
    const { path, absolute } = part;
    if (part.part !== undefined) return this.#readLines(part, part.part, this.#lineFormat(part), take);
    const bytes = this.#files.read(absolute, this.#reading.maxFileBytes);
    if (bytes.length === 0) throw new InputError('empty', 'the file is empty');
    const format = chooseFormat(bytes, path, this.#reading);
    if (format === undefined) throw new InputError('binary', 'it is neither text nor HTML nor Markdown');
    if (format.shape === 'container') return this.#readLines(part, { from: 0, to: bytes.length }, format, take);
    const document = format.read(bytes, this.#intakeOf(path));
    take(document, { path, absolute, record: 0, offset: 0, length: bytes.length });
    return { lines: 0, failures: [] };
  }

  /** The document at an address, as it was when it was read first. */
  readAt({ path, absolute, record, offset, length }: Address): RawDocument {
    const intake = this.#intakeOf(path);
    if (record === 0) {
      const bytes = this.#files.read(absolute, this.#reading.maxFileBytes);
      const format = chooseFormat(bytes, path, this.#reading);
      if (format === undefined || format.shape === 'container') throw changed();
      return format.read(bytes, intake);
    }
    const bytes = this.#bytesAt(absolute, offset, length);
    const entry = this.#lineFormat({ path, absolute }).readLine?.({ number: record, bytes }, intake);
    if (entry === undefined || !isEntry(entry)) throw changed();
    return entry.document;
  }

  close(): void {
    if (this.#open !== undefined) closeSync(this.#open.handle);
    this.#open = undefined;
  }

  #known: { readonly path: string; readonly intake: Intake } | undefined;

  /** Documents come file by file for the most part. */
  #intakeOf(path: string): Intake {
    if (this.#known?.path !== path)
      this.#known = { path, intake: { ...intakeOf(path, this.#reading), withoutNotes: true } };
    return this.#known.intake;
  }

  #formats: Map<string, ContainerFormat> = new Map();

  #lineFormat({ path, absolute }: FilePart): ContainerFormat {
    const known = this.#formats.get(absolute);
    if (known !== undefined) return known;
    const format = chooseFormat(readHead(absolute, LIMITS.sniffBytes.value), path, this.#reading);
    if (format?.shape !== 'container') throw changed();
    this.#formats.set(absolute, format);
    return format;
  }

  #readLines(
    { path, absolute }: FilePart,
    { from, to }: { readonly from: number; readonly to: number },
    format: ContainerFormat,
    take: (document: RawDocument, address: Address) => void,
  ): PartResult {
    const { readLine } = format;
    if (readLine === undefined) throw new InputError('container', `${format.name} files cannot be compared`);
    const failures: { record: number; code: string; message: string }[] = [];
    const intake = this.#intakeOf(path);
    let lines = 0;
    this.#eachLine(absolute, from, to, (bytes, offset, length) => {
      lines += 1;
      const record = readLine.call(format, { number: lines, bytes }, intake);
      if (record === undefined) return;
      if (isEntry(record)) take(record.document, { path, absolute, record: lines, offset, length });
      else failures.push({ record: lines, code: record.code, message: record.message });
    });
    return { lines, failures };
  }

  /** Every line that begins in `[from, to)`, whole; without its bytes if it is longer than a line may be. */
  #eachLine(
    absolute: string,
    from: number,
    to: number,
    visit: (bytes: Uint8Array | undefined, offset: number, length: number) => void,
  ): void {
    const before = from === 0 ? 0 : 1;
    let start = from - before;
    let window = this.#window(absolute, start, to - start);
    let at = 0;
    if (before === 1) {
      at = this.#lineEndIn(window, 0) + 1;
      if (at === 0) return;
    }
    while (start + at < to) {
      let end = this.#lineEndIn(window, at);
      let isLast = false;
      while (end < 0 && !isLast && window.length - at <= LONGEST_LINE) {
        const had = window.length - at;
        const wanted = had + Math.max(MORE, had);
        window = this.#window(absolute, start + at, wanted);
        isLast = window.length < wanted;
        start += at;
        at = 0;
        end = this.#lineEndIn(window, 0);
      }
      if (end < 0 && !isLast) {
        visit(undefined, start + at, 0);
        return;
      }
      const last = end < 0 ? window.length : end;
      if (last > at || end >= 0) visit(window.subarray(at, last), start + at, last - at);
      if (end < 0) return;
      at = end + 1;
    }
  }

  #lineEndIn(bytes: Buffer, from: number): number {
    return bytes.indexOf(LINE_FEED, from);
  }

  #window(absolute: string, from: number, length: number): Buffer {
    if (this.#buffer.length < length) this.#buffer = Buffer.allocUnsafeSlow(length);
    return this.#buffer.subarray(0, this.#readInto(this.#buffer, absolute, from, length));
  }

  #bytesAt(absolute: string, offset: number, length: number): Uint8Array {
    const bytes = this.#window(absolute, offset, length);
    if (bytes.length < length) throw changed();
    return bytes;
  }

  #readInto(buffer: Buffer, absolute: string, from: number, length: number): number {
    const handle = this.#handleOf(absolute);
    try {
      let filled = 0;
      while (filled < length) {
        const count = readSync(handle, buffer, filled, length - filled, from + filled);
        if (count === 0) break;
        filled += count;
      }
      return filled;
    } catch (error) {
      throw unreadable(error);
    }
  }

  #handleOf(absolute: string): number {
    if (this.#open?.absolute === absolute) return this.#open.handle;
    this.close();
    const { handle } = openPlain(absolute);
    this.#open = { absolute, handle };
    return handle;
  }
}

function changed(): InputError {
  return new InputError('changed', 'it changed while it was read');
}
