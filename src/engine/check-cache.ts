/** What an earlier `check` found out about files, by their content: a file that did not change is not looked at again. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { decodePacked, encodePacked, packRecord, unpackRecord } from '../core/codec.ts';
import { docId } from '../core/ids.ts';
import type { Fingerprint } from '../core/types.ts';
import { createFile, outputError, removeFile } from './disk.ts';
import { sha256 } from './hashes.ts';
import type { Job } from './request.ts';
import { VERSIONS } from './settings.ts';

/** One document that is a file by itself. */
export interface CachedDocument {
  readonly sha256: string;
  readonly state: 'article' | 'empty' | 'skipped';
  readonly reason?: string;
  readonly words: number;
  readonly wordsBefore: number;
  readonly bytes: number;
  /** Digest of what the other pages of its site said. */
  readonly site?: string;
  /** JSON. */
  readonly findings: string;
  readonly print?: Fingerprint;
  /** Whether it was asked what it may share with other pages of its site. */
  readonly isLearnt: boolean;
  /** Lines that pages of one site may share; none for a text of one line. */
  readonly page?: Uint32Array;
}

/** Bumped when what is cached of the same file may come out differently. */
const CACHE_VERSION = 1;
const LINE_FEED = 10;
const NAME_DIGITS = 16;
/** What no file of a run asked for stays while it is no more than this share of what was asked for. */
const MOST_UNUSED = 1;
/** One new record for so many of the file is put behind them; with more the file is written anew. */
const APPENDED_OF = 10;

export class CheckCache {
  readonly #path: string;
  readonly #known: Map<string, Buffer>;
  readonly #used: Set<string> = new Set();
  readonly #fresh: Buffer[] = [];
  /** Records of the file, those that later ones replaced among them. */
  readonly #inFile: number;

  constructor(folder: string, job: Job) {
    const { cleaning, reading, siteEvidence } = job;
    const settings = sha256(JSON.stringify([CACHE_VERSION, VERSIONS, cleaning, reading, siteEvidence]));
    this.#path = join(folder, `check-${settings.slice(0, NAME_DIGITS)}`);
    const { records, count } = recordsIn(this.#path);
    this.#known = records;
    this.#inFile = count;
  }

  /** `content` is a hash of the file's bytes. */
  get(path: string, content: string): CachedDocument | undefined {
    const key = keyOf(path, content);
    const bytes = this.#known.get(key);
    if (bytes === undefined) return undefined;
    const document = decode(bytes, path);
    if (document === undefined) return undefined;
    this.#used.add(key);
    return document;
  }

  put(path: string, content: string, document: CachedDocument): void {
    const key = keyOf(path, content);
    const record = encode(key, document);
    this.#known.set(key, record);
    this.#used.add(key);
    this.#fresh.push(record);
  }

  /** Writes what is new; says why if that cannot be. Of two runs at once the last one to end is remembered. */
  save(): string | undefined {
    if (this.#fresh.length === 0) return undefined;
    try {
      if (this.#isWorthAppending()) appendFileSync(this.#path, Buffer.concat(this.#fresh));
      else this.#writeAnew();
      return undefined;
    } catch (error) {
      return `nothing was remembered for the next check: ${outputError(this.#path, error).message}`;
    }
  }

  /** A few new files among many; what nobody asks for any more goes when it is as much as the rest. */
  #isWorthAppending(): boolean {
    const { length } = this.#fresh;
    return length * APPENDED_OF <= this.#inFile && this.#inFile + length <= this.#used.size * (1 + MOST_UNUSED);
  }

  #writeAnew(): void {
    const used = [...this.#used].sort().map((key) => this.#known.get(key) as Buffer);
    const unused = [...this.#known].filter(([key]) => !this.#used.has(key)).map(([, bytes]) => bytes);
    const records = [...used, ...unused.slice(0, used.length * MOST_UNUSED)];
    const staged = `${this.#path}.new`;
    mkdirSync(join(this.#path, '..'), { recursive: true });
    if (existsSync(staged)) removeFile(staged);
    createFile(staged, Buffer.concat(records));
    renameSync(staged, this.#path);
  }
}

/** One line, whatever the path holds. */
function keyOf(path: string, content: string): string {
  return `${content} ${JSON.stringify(path)}`;
}

/** What of a fingerprint is no array; the document's name is that of its file. */
type PrintFacts = Pick<Fingerprint, 'exact' | 'words' | 'chrome' | 'date'>;

/** A line with the key and two lengths, the facts as JSON, and the arrays. */
function encode(key: string, { print, page, ...facts }: CachedDocument): Buffer {
  const { id: _id, exact, words, chrome, date, ...arrays } = print ?? NO_PRINT;
  const record = { facts, ...(print === undefined ? {} : { print: { exact, words, chrome, date } }), ...arrays };
  const { head, bytes } = encodePacked(packRecord(page === undefined ? record : { ...record, page }));
  const json = Buffer.from(head, 'utf8');
  return Buffer.concat([Buffer.from(`${json.length} ${bytes.length} ${key}\n`, 'utf8'), json, bytes]);
}

const NO_PRINT = { id: '', exact: '', words: 0, chrome: 0, date: '' };

function decode(record: Buffer, path: string): CachedDocument | undefined {
  const { start, middle, end } = boundsAt(record, 0);
  const packed = decodePacked(record.toString('utf8', start, middle), record.subarray(middle, end));
  if (packed === undefined) return undefined;
  const { facts, print, page, ...arrays } = unpackRecord(packed) as unknown as {
    readonly facts: CachedDocument;
    readonly print?: PrintFacts;
    readonly page?: Uint32Array;
  };
  return {
    ...facts,
    ...(print === undefined ? {} : { print: { ...print, ...arrays, id: docId(path) } as unknown as Fingerprint }),
    ...(page === undefined ? {} : { page }),
  };
}

interface Bounds {
  readonly key: string;
  /** Where the facts begin and end, and the arrays after them. */
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

function boundsAt(bytes: Buffer, at: number): Bounds {
  const lineEnd = bytes.indexOf(LINE_FEED, at);
  const [, facts = '', arrays = '', key = ''] =
    /^(\d+) (\d+) ([\s\S]*)$/.exec(bytes.toString('utf8', at, lineEnd)) ?? [];
  const start = lineEnd + 1;
  return { key, start, middle: start + Number(facts), end: start + Number(facts) + Number(arrays) };
}

/** Records by key, unread; none where the file is missing or damaged: it is only a cache. */
function recordsIn(path: string): { readonly records: Map<string, Buffer>; readonly count: number } {
  const records = new Map<string, Buffer>();
  let count = 0;
  try {
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; ) {
      const { key, start, end } = boundsAt(bytes, at);
      if (start === 0 || key === '' || end > bytes.length) return { records: new Map(), count: 0 };
      count += 1;
      records.set(key, bytes.subarray(at, end));
      at = end;
    }
  } catch {
    return { records: new Map(), count: 0 };
  }
  return { records, count };
}
