/**
 * Word alignment of two texts. Runs of three words that both have are matched, the n-th occurrence with the n-th, and the
 * longest increasing chain of them is kept (patience), equal beginnings and ends aside; what lies between is aligned exactly if it is short. n log n, where
 * the textbook table would take 16 M steps for two texts of 4,000 words.
 */
import { Room } from '../core/room.ts';
import { putShingles } from '../text/shingles.ts';

/** Triples of (first word in a, first word in b, words): runs of equal words, ascending in both. */
export type Runs = readonly number[];

const SEED = 3;
/** Equal ends are taken first only from texts of about one length: a part may end like its container and lie elsewhere in it. */
const LEAST_RATIO = 0.8;
/** Longer gaps are blocks that were put in or taken out, not words that were changed. */
const LONGEST_GAP = 48;
/** A gap of which less is equal was rewritten: single words in common mean nothing there. */
const LEAST_EQUAL = 0.5;

export function alignWords(a: Uint32Array, b: Uint32Array): Runs {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  const mostEnd = Math.max(a.length, b.length) * LEAST_RATIO <= shorter ? shorter - start : 0;
  while (end < mostEnd && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [middleA, middleB] = [a.subarray(start, a.length - end), b.subarray(start, b.length - end)];
  const middle = fillGaps(middleA, middleB, extended(middleA, middleB, chainOf(matchesOf(middleA, middleB))));
  const runs: number[] = [];
  if (start > 0) runs.push(0, 0, start);
  for (let run = 0; run < middle.length; run += 3) {
    pushRun(runs, (middle[run] as number) + start, (middle[run + 1] as number) + start, middle[run + 2] as number);
  }
  if (end > 0) pushRun(runs, a.length - end, b.length - end, end);
  return runs;
}

/** Pairs of positions, in columns that are good until the next texts are aligned. */
interface Matches {
  readonly count: number;
  readonly inA: Uint32Array;
  readonly inB: Uint32Array;
}

const SEEDS_OF_A: Room = new Room();
const SEEDS_OF_B: Room = new Room();
const SLOT_SEEDS: Room = new Room();
const HEADS: Room = new Room();
const TAILS: Room = new Room();
const FOLLOWING: Room = new Room();
const MATCHES_IN_A: Room = new Room();
const MATCHES_IN_B: Room = new Room();
const ENDS: Room = new Room();
const BEFORE: Room = new Room();
const CHAIN_IN_A: Room = new Room();
const CHAIN_IN_B: Room = new Room();
const NO_MATCHES: Matches = { count: 0, inA: new Uint32Array(0), inB: new Uint32Array(0) };
/** For a slot whose positions are all handed out, and for a match with none before it. */
const NONE = 0xffffffff;

/** Equal three-word runs, ascending in b: the n-th occurrence in the one with the n-th in the other. */
function matchesOf(a: Uint32Array, b: Uint32Array): Matches {
  if (a.length < SEED || b.length < SEED) return NO_MATCHES;
  const inA = MATCHES_IN_A.of(b.length);
  const inB = MATCHES_IN_B.of(b.length);
  const seeds = SEEDS_OF_B.of(b.length);
  putShingles(b, SEED, seeds);
  const occurrences = new Occurrences(a);
  let count = 0;
  for (let at = 0; at <= b.length - SEED; at++) {
    const found = occurrences.take(seeds[at] as number);
    if (found === NONE) continue;
    inA[count] = found;
    inB[count++] = at;
  }
  return { count, inA, inB };
}

/** Hands out the positions of each three-word run of a text in order, one a call. Open addressing. */
class Occurrences {
  readonly #mask: number;
  readonly #seeds: Uint32Array;
  /** Position + 1 of the next occurrence to hand out, per slot; 0 for a slot that is free. */
  readonly #heads: Uint32Array;
  /** Position + 1 of the occurrence after each, or 0. */
  readonly #following: Uint32Array;

  constructor(words: Uint32Array) {
    const count = words.length - SEED + 1;
    let slots = 16;
    while (slots < count * 2) slots *= 2;
    this.#mask = slots - 1;
    this.#seeds = SLOT_SEEDS.of(slots);
    this.#heads = HEADS.of(slots).fill(0, 0, slots);
    this.#following = FOLLOWING.of(count + 1).fill(0, 0, count + 1);
    const tails = TAILS.of(slots);
    const seeds = SEEDS_OF_A.of(count);
    putShingles(words, SEED, seeds);
    for (let at = 0; at < count; at++) {
      const seed = seeds[at] as number;
      const slot = this.#slotOf(seed);
      if (this.#heads[slot] === 0) {
        this.#seeds[slot] = seed;
        this.#heads[slot] = at + 1;
      } else this.#following[tails[slot] as number] = at + 1;
      tails[slot] = at + 1;
    }
  }

  take(seed: number): number {
    const slot = this.#slotOf(seed);
    const head = this.#heads[slot] as number;
    if (head === 0 || head === NONE) return NONE;
    this.#heads[slot] = this.#following[head] || NONE;
    return head - 1;
  }

  #slotOf(seed: number): number {
    let slot = seed & this.#mask;
    while (this.#heads[slot] !== 0 && this.#seeds[slot] !== seed) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** The longest chain of matches that ascends in both texts. */
function chainOf({ count, inA, inB }: Matches): Matches {
  const ends = ENDS.of(count);
  const before = BEFORE.of(count);
  let longest = 0;
  for (let at = 0; at < count; at++) {
    const position = inA[at] as number;
    let low = 0;
    let high = longest;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((inA[ends[middle] as number] as number) < position) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] as number) : NONE;
    ends[low] = at;
    longest = Math.max(longest, low + 1);
  }
  const chain = { count: longest, inA: CHAIN_IN_A.of(longest), inB: CHAIN_IN_B.of(longest) };
  let at = longest === 0 ? NONE : (ends[longest - 1] as number);
  for (let link = longest - 1; at !== NONE; link--) {
    chain.inA[link] = inA[at] as number;
    chain.inB[link] = inB[at] as number;
    at = before[at] as number;
  }
  return chain;
}

/** Joins matches that overlap on one diagonal and lets each run grow over equal words on both sides. */
function extended(a: Uint32Array, b: Uint32Array, { count, inA, inB }: Matches): number[] {
  const runs: number[] = [];
  let endA = 0;
  let endB = 0;
  for (let link = 0; link < count; link++) {
    const matchA = inA[link] as number;
    const matchB = inB[link] as number;
    if (matchA + SEED <= endA && matchB + SEED <= endB) continue;
    let startA = matchA;
    let startB = matchB;
    const late = Math.max(endA - startA, endB - startB, 0);
    if (late >= SEED) continue;
    startA += late;
    startB += late;
    while (startA > endA && startB > endB && a[startA - 1] === b[startB - 1]) {
      startA--;
      startB--;
    }
    endA = matchA + SEED;
    endB = matchB + SEED;
    while (endA < a.length && endB < b.length && a[endA] === b[endB]) {
      endA++;
      endB++;
    }
    pushRun(runs, startA, startB, endA - startA);
  }
  return runs;
}

function pushRun(runs: number[], startA: number, startB: number, length: number): void {
  const last = runs.length - 3;
  const touches =
    last >= 0 &&
    (runs[last] as number) + (runs[last + 2] as number) === startA &&
    (runs[last + 1] as number) + (runs[last + 2] as number) === startB;
  if (touches) runs[last + 2] = (runs[last + 2] as number) + length;
  else runs.push(startA, startB, length);
}

/** Aligns the short gaps between runs word by word. */
function fillGaps(a: Uint32Array, b: Uint32Array, runs: Runs): Runs {
  const filled: number[] = [];
  let endA = 0;
  let endB = 0;
  for (let at = 0; at <= runs.length; at += 3) {
    const startA = runs[at] ?? a.length;
    const startB = runs[at + 1] ?? b.length;
    alignGap(a.subarray(endA, startA), b.subarray(endB, startB), endA, endB, filled);
    if (at === runs.length) break;
    const length = runs[at + 2] as number;
    pushRun(filled, startA, startB, length);
    endA = startA + length;
    endB = startB + length;
  }
  return filled;
}

function alignGap(a: Uint32Array, b: Uint32Array, offsetA: number, offsetB: number, runs: number[]): void {
  const { length: rows } = a;
  const { length: columns } = b;
  if (rows === 0 || columns === 0 || rows > LONGEST_GAP || columns > LONGEST_GAP) return;
  const width = columns + 1;
  const table = new Uint8Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const here = row * width + column;
      const below = table[here + width] as number;
      const beside = table[here + 1] as number;
      table[here] = a[row] === b[column] ? (table[here + width + 1] as number) + 1 : Math.max(below, beside);
    }
  }
  if ((table[0] as number) < LEAST_EQUAL * Math.min(rows, columns)) return;
  let row = 0;
  let column = 0;
  while (row < rows && column < columns) {
    const here = row * width + column;
    if (a[row] === b[column]) pushRun(runs, offsetA + row++, offsetB + column++, 1);
    else if ((table[here + width] as number) >= (table[here + 1] as number)) row++;
    else column++;
  }
}
