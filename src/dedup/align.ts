/**
 * Word alignment of two texts. Runs of three words that both have are matched, the n-th occurrence with the n-th, and the
 * longest increasing chain of them is kept (patience), equal beginnings and ends aside; what lies between is aligned exactly if it is short. n log n, where
 * the textbook table would take 16 M steps for two texts of 4,000 words.
 */
import { shinglesOf } from '../text/shingles.ts';

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

/** Pairs of positions of equal three-word runs, ascending in b. */
function matchesOf(a: Uint32Array, b: Uint32Array): readonly (readonly [number, number])[] {
  if (a.length < SEED || b.length < SEED) return [];
  const table = new Occurrences(shinglesOf(a, SEED));
  const matches: (readonly [number, number])[] = [];
  shinglesOf(b, SEED).forEach((seed, at) => {
    const found = table.take(seed);
    if (found >= 0) matches.push([found, at]);
  });
  return matches;
}

/** Hands out the positions of each hash in order, one a call. Open addressing over typed arrays. */
class Occurrences {
  private readonly mask: number;
  private readonly hashes: Uint32Array;
  /** Position + 1 of the next occurrence to hand out, per slot; -1 when all are out. */
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  private readonly following: Int32Array;

  constructor(hashes: Uint32Array) {
    let slots = 16;
    while (slots < hashes.length * 2) slots *= 2;
    this.mask = slots - 1;
    this.hashes = new Uint32Array(slots);
    this.heads = new Int32Array(slots);
    this.tails = new Int32Array(slots);
    this.following = new Int32Array(hashes.length + 1);
    hashes.forEach((hash, at) => {
      const slot = this.slotOf(hash);
      if (this.heads[slot] === 0) {
        this.hashes[slot] = hash;
        this.heads[slot] = at + 1;
      } else this.following[this.tails[slot] as number] = at + 1;
      this.tails[slot] = at + 1;
    });
  }

  take(hash: number): number {
    const slot = this.slotOf(hash);
    const head = this.heads[slot] as number;
    if (head <= 0) return -1;
    const next = this.following[head] as number;
    this.heads[slot] = next === 0 ? -1 : next;
    return head - 1;
  }

  private slotOf(hash: number): number {
    let slot = hash & this.mask;
    while (this.heads[slot] !== 0 && this.hashes[slot] !== hash) slot = (slot + 1) & this.mask;
    return slot;
  }
}

/** The longest chain of matches that ascends in both texts. */
function chainOf(matches: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const ends: number[] = [];
  const before = new Int32Array(matches.length).fill(-1);
  matches.forEach(([position], at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((matches[ends[middle] as number]?.[0] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[at] = ends[low - 1] as number;
    ends[low] = at;
  });
  const chain: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number)
    chain.push(matches[at] as readonly [number, number]);
  return chain.reverse();
}

/** Joins matches that overlap on one diagonal and lets each run grow over equal words on both sides. */
function extended(a: Uint32Array, b: Uint32Array, chain: readonly (readonly [number, number])[]): number[] {
  const runs: number[] = [];
  let endA = 0;
  let endB = 0;
  for (const [matchA, matchB] of chain) {
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
