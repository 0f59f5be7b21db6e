/** What an earlier `check` found out about files, by their content: a file that did not change is not looked at again. */
import { appendFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintRow } from '../dedup/print-rows.ts';
import { type CachedDocument, encodeSegment, type Keyed, readSegments, type Segment } from './check-segments.ts';
import { outputError, removeFile } from './disk.ts';
import { sha256 } from './hashes.ts';
import type { Job } from './request.ts';
import { VERSIONS } from './settings.ts';
import { FileSink } from './spool.ts';

/** Bumped when what is cached of the same file may come out differently. */
const CACHE_VERSION = 2;
const NAME_DIGITS = 16;
/** What no file of a run asked for stays while it is no more than this share of what was asked for. */
const MOST_UNUSED = 1;
/** One new document for so many of the file is put behind them; with more the file is written anew. */
const APPENDED_OF = 10;
/** Documents of a segment at most, and so many small ones beside the full ones: each costs a read. */
const SEGMENT = 1 << 14;
const MOST_SMALL = 64;

/** Where a document lies. */
interface Place {
  readonly segment: Segment;
  readonly at: number;
}

export class CheckCache {
  readonly #path: string;
  readonly #segments: readonly Segment[];
  readonly #places: Map<string, Place> = new Map();
  readonly #used: Set<string> = new Set();
  readonly #fresh: Map<string, Keyed> = new Map();
  /** Documents of the file, those that later ones replaced among them. */
  readonly #inFile: number;

  constructor(folder: string, job: Job) {
    const { cleaning, reading, siteEvidence } = job;
    const settings = sha256(JSON.stringify([CACHE_VERSION, VERSIONS, cleaning, reading, siteEvidence]));
    this.#path = join(folder, `check-${settings.slice(0, NAME_DIGITS)}`);
    this.#segments = segmentsIn(this.#path);
    this.#inFile = this.#segments.reduce((sum, { count }) => sum + count, 0);
    for (const segment of this.#segments) {
      for (let at = 0; at < segment.count; at++)
        this.#places.set(keyOf(segment.paths[at] as string, segment.contents[at] as string), { segment, at });
    }
  }

  /** `content` is a hash of the file's bytes. */
  get(path: string, content: string): CachedDocument<PrintRow> | undefined {
    const key = keyOf(path, content);
    const place = this.#places.get(key);
    if (place === undefined) return undefined;
    this.#used.add(key);
    return place.segment.documentAt(place.at);
  }

  put(path: string, content: string, document: CachedDocument): void {
    const key = keyOf(path, content);
    this.#used.add(key);
    this.#fresh.set(key, { content, path, document });
  }

  /** Writes what is new; says why if that cannot be. Of two runs at once the last one to end is remembered. */
  save(): string | undefined {
    if (this.#fresh.size === 0) return undefined;
    try {
      if (this.#isWorthAppending()) appendFileSync(this.#path, encodeSegment([...this.#fresh.values()]));
      else this.#writeAnew();
      return undefined;
    } catch (error) {
      return `nothing was remembered for the next check: ${outputError(this.#path, error).message}`;
    }
  }

  /** A few new files among many; what nobody asks for any more goes when it is as much as the rest. */
  #isWorthAppending(): boolean {
    const { size } = this.#fresh;
    if (this.#segments.length >= MOST_SMALL + this.#inFile / SEGMENT) return false;
    return size * APPENDED_OF <= this.#inFile && this.#inFile + size <= this.#used.size * (1 + MOST_UNUSED);
  }

  #writeAnew(): void {
    const used = [...this.#used].sort();
    const unused = [...this.#places.keys()].filter((key) => !this.#used.has(key));
    const keys = [...used, ...unused.slice(0, used.length * MOST_UNUSED)];
    const staged = `${this.#path}.new`;
    mkdirSync(join(this.#path, '..'), { recursive: true });
    if (existsSync(staged)) removeFile(staged);
    const sink = new FileSink(staged);
    try {
      for (let at = 0; at < keys.length; at += SEGMENT)
        sink.bytes(encodeSegment(keys.slice(at, at + SEGMENT).map((key) => this.#keyed(key))));
      sink.flush();
    } finally {
      sink.close();
    }
    renameSync(staged, this.#path);
  }

  #keyed(key: string): Keyed {
    const fresh = this.#fresh.get(key);
    if (fresh !== undefined) return fresh;
    const { segment, at } = this.#places.get(key) as Place;
    const [content, path] = [segment.contents[at] as string, segment.paths[at] as string];
    return { content, path, document: segment.documentAt(at) };
  }
}

/** No hash holds a space. */
function keyOf(path: string, content: string): string {
  return `${content} ${path}`;
}

/** None where the file is missing or damaged: it is only a cache. */
function segmentsIn(path: string): readonly Segment[] {
  try {
    return readSegments(path);
  } catch {
    return [];
  }
}
