/**
 * The fingerprints of an archive as columns. What is asked for pair by pair stays at hand, about 150 bytes a document; keys of
 * bands, anchors and lines are read one after another and lie where the stash puts them: in memory, or in a file.
 */
import { type Growing, growingNumbers } from '../core/growing.ts';
import { Room } from '../core/room.ts';
import type { KeyRows } from '../core/sort.ts';
import { mix } from '../text/hash.ts';
import { nibbleAgreement, numbersOfNibbles, SLOTS_PER_NUMBER } from './nibbles.ts';
import {
  bandsOf,
  EXACT_WORDS,
  type PerSketch,
  type PrintBatch,
  perSketch,
  SKETCHES,
  type SketchName,
} from './print-batch.ts';
import { batchOfAll, type Print } from './print-rows.ts';
import { quantileOfAnchors } from './winnow.ts';

/** Numbers put away, to be read again in part. */
export interface Stashed {
  read(from: number, to: number): Uint32Array;
  /** The same, good until any numbers are lent again. */
  lend(from: number, to: number): Uint32Array;
}

/** Where large columns go until they are needed. */
export type Stash = (numbers: Uint32Array) => Stashed;

export const IN_MEMORY: Stash = (numbers) => {
  const read = (from: number, to: number): Uint32Array => numbers.subarray(from, to);
  return { read, lend: read };
};

/** Rows of keys are sorted in so many parts, each a range of keys that holds about as many, so that sorting needs little room beside the table. */
const KEY_PARTS = 32;
/** Where each part ends. */
const PART_ENDS: Readonly<Record<'anchors' | 'lines', readonly number[]>> = {
  anchors: partEnds(quantileOfAnchors),
  lines: partEnds((share) => 2 ** 32 * share),
};

/** Of the keys of one band of a few million documents. */
const COLUMN: Room = new Room(1 << 22);

interface Chunk {
  readonly first: number;
  readonly count: number;
  readonly keys: PerSketch<Stashed>;
  readonly anchors: Stashed;
  readonly anchorEnd: Uint32Array;
  readonly lines: Stashed;
  readonly lineEnd: Uint32Array;
}

/** What decides who of several copies stays. */
export interface Copy {
  /** Place in the archive: by path, then by record. */
  readonly at: number;
  readonly words: number;
  readonly chrome: number;
  readonly date: string;
  /** True for a document that is only compared with: it always stays. */
  readonly isReference: boolean;
}

export class PrintTable {
  readonly #stash: Stash;
  readonly #chunks: Chunk[] = [];
  readonly #exact: Growing<Uint32Array> = growingNumbers();
  readonly #words: Growing<Uint32Array> = growingNumbers();
  readonly #chrome: Growing<Uint32Array> = growingNumbers();
  readonly #nibbles: PerSketch<Growing<Uint32Array>> = perSketch(growingNumbers);
  readonly #figures: Growing<Uint32Array> = growingNumbers();
  readonly #figureEnd: Growing<Uint32Array> = growingNumbers();
  /** By document, for those that have one. */
  readonly #dates: Map<number, string> = new Map();
  #references: ((at: number) => boolean) | undefined;
  #count = 0;

  constructor(stash: Stash = IN_MEMORY) {
    this.#stash = stash;
  }

  get count(): number {
    return this.#count;
  }

  /** Which documents are only compared with; none unless this is called. */
  setReferences(isReference: (at: number) => boolean): void {
    this.#references = isReference;
  }

  get hasReferences(): boolean {
    return this.#references !== undefined;
  }

  isReference(at: number): boolean {
    return this.#references?.(at) === true;
  }

  /** Documents are added in the order of the archive: by path, then by record. */
  add(batch: PrintBatch): void {
    const { count } = batch;
    this.#chunks.push({
      first: this.#count,
      count,
      keys: perSketch((name) => this.#stash(batch.keys[name])),
      anchors: this.#stash(batch.anchors),
      anchorEnd: batch.anchorEnd,
      lines: this.#stash(batch.lines),
      lineEnd: batch.lineEnd,
    });
    this.#exact.add(batch.exact);
    this.#words.add(batch.words);
    this.#chrome.add(batch.chrome);
    perSketch((name) => this.#nibbles[name].add(numbersOfNibbles(batch.nibbles[name])));
    const before = this.#figures.length;
    this.#figures.add(batch.figures);
    this.#figureEnd.add(before === 0 ? batch.figureEnd : batch.figureEnd.map((end) => end + before));
    batch.dates.forEach((date, at) => {
      if (date !== '') this.#dates.set(this.#count + at, date);
    });
    this.#count += count;
  }

  /** Lets keys, anchors and lines go, which are most of the table: only candidates and furniture are found by them. */
  letKeysGo(): void {
    this.#chunks.length = 0;
  }

  wordsOf(at: number): number {
    return this.#words.at(at);
  }

  copyOf(at: number): Copy {
    return {
      at,
      words: this.wordsOf(at),
      chrome: this.#chrome.at(at),
      date: this.#dates.get(at) ?? '',
      isReference: this.isReference(at),
    };
  }

  /** One of the four words of the hash of the whole text. */
  exactWord(at: number, word: number): number {
    return this.#exact.at(at * EXACT_WORDS + word);
  }

  /** Estimate of the Jaccard index of two documents by one of their sketches. */
  agreement(name: SketchName, one: number, other: number): number {
    return nibbleAgreement(this.#nibbles[name].column, SKETCHES[name].slots / SLOTS_PER_NUMBER, one, other);
  }

  /** Words that two documents share: |A∩B| = J (|A| + |B|) / (1 + J), with J as the sketches estimate it. */
  sharedWords(one: number, other: number): number {
    const jaccard = this.agreement('whole', one, other);
    return (jaccard * (this.wordsOf(one) + this.wordsOf(other))) / (1 + jaccard);
  }

  figureCount(at: number): number {
    return this.#figureEnd.at(at) - this.#figuresFrom(at);
  }

  /** Equal for documents of the same figures; 0 for those without. */
  figureDigest(at: number): number {
    let digest = 0;
    const end = this.#figureEnd.at(at);
    for (let place = this.#figuresFrom(at); place < end; place++)
      digest = mix(digest ^ (this.#figures.column[place] as number)) || 1;
    return digest;
  }

  /** Asked for in every crowd of look-alikes, so no part of the column is made an array of its own. */
  sharedFigures(one: number, other: number): number {
    const { column } = this.#figures;
    const [oneEnd, otherEnd] = [this.#figureEnd.at(one), this.#figureEnd.at(other)];
    let left = this.#figuresFrom(one);
    let right = this.#figuresFrom(other);
    let shared = 0;
    while (left < oneEnd && right < otherEnd) {
      const distance = (column[left] as number) - (column[right] as number);
      if (distance === 0) shared++;
      if (distance <= 0) left++;
      if (distance >= 0) right++;
    }
    return shared;
  }

  #figuresFrom(at: number): number {
    return at === 0 ? 0 : this.#figureEnd.at(at - 1);
  }

  linesOf(at: number): Uint32Array {
    const { first, lines, lineEnd } = this.#chunkOf(at);
    const place = at - first;
    return lines.read(place === 0 ? 0 : (lineEnd[place - 1] as number), lineEnd[place] as number);
  }

  anchorCount(at: number): number {
    const { first, anchorEnd } = this.#chunkOf(at);
    const place = at - first;
    return (anchorEnd[place] as number) - (place === 0 ? 0 : (anchorEnd[place - 1] as number));
  }

  /** The key of one band, for every document; good until the next is asked for. */
  keyColumn(name: SketchName, band: number): Uint32Array {
    const column = COLUMN.of(this.#count).subarray(0, this.#count);
    for (const { first, count, keys } of this.#chunks)
      column.set(keys[name].lend((band % bandsOf(name)) * count, ((band % bandsOf(name)) + 1) * count), first);
    return column;
  }

  /** The anchors of these documents, part of the keys after part, in order of the documents. Good until the next part. */
  anchorRows(isWanted: Uint8Array): Generator<KeyRows> {
    return this.#rowsOf('anchors', isWanted);
  }

  /** The same for the hashes of short lines. */
  lineRows(isWanted: Uint8Array): Generator<KeyRows> {
    return this.#rowsOf('lines', isWanted);
  }

  *#rowsOf(kind: 'anchors' | 'lines', isWanted: Uint8Array): Generator<KeyRows> {
    /** Used again for the next part, and let go after the last one. */
    const [key, owner] = [growingNumbers(), growingNumbers()];
    /** Sets are sorted: what comes next of each document. */
    const cursor = new Uint32Array(this.#count);
    for (const end of PART_ENDS[kind]) {
      key.clear();
      owner.clear();
      for (const chunk of this.#chunks) {
        const ends = kind === 'anchors' ? chunk.anchorEnd : chunk.lineEnd;
        const numbers = chunk[kind].lend(0, ends[chunk.count - 1] ?? 0);
        addRowsInPart({ numbers, ends, below: end, first: chunk.first, isWanted, cursor }, key, owner);
      }
      yield { key: key.all, owner: owner.all };
    }
  }

  #chunkOf(at: number): Chunk {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#chunks[middle] as Chunk).first <= at) low = middle;
      else high = middle - 1;
    }
    return this.#chunks[low] as Chunk;
  }
}

function partEnds(quantile: (share: number) => number): readonly number[] {
  return Array.from({ length: KEY_PARTS }, (_none, part) => quantile((part + 1) / KEY_PARTS));
}

/** Of these documents, in this order. */
export function tableOf(prints: readonly Print[], stash: Stash = IN_MEMORY): PrintTable {
  const table = new PrintTable(stash);
  table.add(batchOfAll(prints));
  return table;
}

interface ChunkRows {
  readonly numbers: Uint32Array;
  readonly ends: Uint32Array;
  /** Where the part ends. */
  readonly below: number;
  /** Place of the chunk's first document. */
  readonly first: number;
  readonly isWanted: Uint8Array;
  /** How many numbers of each document lie in earlier parts. */
  readonly cursor: Uint32Array;
}

function addRowsInPart(
  { numbers, ends, below, first, isWanted, cursor }: ChunkRows,
  key: Growing<Uint32Array>,
  owner: Growing<Uint32Array>,
): void {
  let from = 0;
  for (let at = 0; at < ends.length; at++) {
    const end = ends[at] as number;
    if (isWanted[first + at] === 1) {
      const start = from + (cursor[first + at] as number);
      let place = start;
      while (place < end && (numbers[place] as number) < below) place++;
      cursor[first + at] = place - from;
      const row = key.extend(place - start);
      owner.extend(place - start);
      for (let one = start; one < place; one++) {
        key.column[row + one - start] = numbers[one] as number;
        owner.column[row + one - start] = first + at;
      }
    }
    from = end;
  }
}
