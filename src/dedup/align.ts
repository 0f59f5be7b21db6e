/**
 * Word alignment of two texts. Runs of three words that both have are matched, the n-th occurrence with the n-th, and the
 * longest increasing chain of them is kept (patience), equal beginnings and ends aside; what lies between is aligned exactly if it is short. n log n, where
 * the textbook table would take 16 M steps for two texts of 4,000 words.
 */
import { Room } from '../core/room.ts';
import { numberShingles, SHINGLE, type ShinglePair } from './shingle-pair.ts';

/** Triples of (first word in a, first word in b, words): runs of equal words, ascending in both. */
export type Runs = readonly number[];

/** A constant of this module: an imported binding is loaded anew at every use. */
const SEED: number = SHINGLE;
/** Equal ends are taken first only from texts of about one length: a part may end like its container and lie elsewhere in it. */
const LEAST_RATIO = 0.8;
/** Longer gaps are blocks that were put in or taken out, not words that were changed. */
const LONGEST_GAP = 48;
/** A gap of which less is equal was rewritten: single words in common mean nothing there. */
const LEAST_EQUAL = 0.5;

/** `pair`: the three-word runs of `a` and of `b`, where they are numbered already. */
export function alignWords(a: Uint32Array, b: Uint32Array, pair: ShinglePair = numberShingles(a, b)): Runs {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  const mostEnd = Math.max(a.length, b.length) * LEAST_RATIO <= shorter ? shorter - start : 0;
  while (end < mostEnd && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const texts: Texts = { a, b, start, endA: a.length - end, endB: b.length - end };
  const runs: number[] = start > 0 ? [0, 0, start] : [];
  fillGaps(texts, extended(texts, chainOf(matchesOf(texts, pair))), runs);
  if (end > 0) pushRun(runs, texts.endA, texts.endB, end);
  return runs;
}

/** Two texts, the beginnings and ends that are equal left out. */
interface Texts {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly start: number;
  readonly endA: number;
  readonly endB: number;
}

/** Pairs of positions, in columns that are good until the next texts are aligned. */
interface Matches {
  readonly count: number;
  readonly inA: Uint32Array;
  readonly inB: Uint32Array;
}

const HEADS: Room = new Room();
const FOLLOWING: Room = new Room();
const MATCHES_IN_A: Room = new Room();
const MATCHES_IN_B: Room = new Room();
const ENDS: Room = new Room();
const BEFORE: Room = new Room();
const CHAIN_IN_A: Room = new Room();
const CHAIN_IN_B: Room = new Room();
const NO_MATCHES: Matches = { count: 0, inA: new Uint32Array(0), inB: new Uint32Array(0) };
/** For a match with none before it. */
const NONE = 0xffffffff;

/** Equal three-word runs, ascending in b: the n-th occurrence in the one with the n-th in the other. */
function matchesOf({ start, endA, endB }: Texts, { one, other, count: numbers }: ShinglePair): Matches {
  const [lastA, lastB] = [endA - SEED, endB - SEED];
  if (lastA < start || lastB < start) return NO_MATCHES;
  const inA = MATCHES_IN_A.of(lastB - start + 2);
  const inB = MATCHES_IN_B.of(lastB - start + 2);
  /** Position + 1 of the next occurrence in a to hand out, per number, and of the one after each; 0 if there is none. */
  const heads = HEADS.of(numbers + 1);
  const following = FOLLOWING.of(lastA + 2);
  const [numberInA, numberInB] = [one.numbers, other.numbers];
  following[0] = 0;
  for (let at = start; at <= lastA; at++) heads[numberInA[at] as number] = 0;
  for (let at = start; at <= lastB; at++) heads[numberInB[at] as number] = 0;
  for (let at = lastA; at >= start; at--) {
    const number = numberInA[at] as number;
    following[at + 1] = heads[number] as number;
    heads[number] = at + 1;
  }
  let count = 0;
  for (let at = start; at <= lastB; at++) {
    const number = numberInB[at] as number;
    const head = heads[number] as number;
    heads[number] = following[head] as number;
    inA[count] = head - 1;
    inB[count] = at;
    count += head === 0 ? 0 : 1;
  }
  return { count, inA, inB };
}

/** The longest chain of matches that ascends in both texts. */
function chainOf({ count, inA, inB }: Matches): Matches {
  const ends = ENDS.of(count);
  const before = BEFORE.of(count);
  let longest = 0;
  for (let at = 0; at < count; at++) {
    const position = inA[at] as number;
    let low = longest;
    if (longest > 0 && (inA[ends[longest - 1] as number] as number) >= position) low = 0;
    let high = longest;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((inA[ends[middle] as number] as number) < position) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] as number) : NONE;
    ends[low] = at;
    if (low === longest) longest++;
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
function extended({ a, b, start, endA: lastA, endB: lastB }: Texts, { count, inA, inB }: Matches): Runs {
  const runs: number[] = [];
  let endA = start;
  let endB = start;
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
    while (endA < lastA && endB < lastB && a[endA] === b[endB]) {
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

/** Adds the runs, and between them what is equal in the short gaps, aligned word by word. */
function fillGaps({ a, b, start, endA: lastA, endB: lastB }: Texts, runs: Runs, filled: number[]): void {
  let endA = start;
  let endB = start;
  for (let at = 0; at < runs.length; at += 3) {
    const startA = runs[at] as number;
    const startB = runs[at + 1] as number;
    const length = runs[at + 2] as number;
    alignGap(a, endA, startA, b, endB, startB, filled);
    pushRun(filled, startA, startB, length);
    endA = startA + length;
    endB = startB + length;
  }
  alignGap(a, endA, lastA, b, endB, lastB, filled);
}

/** How many words can be aligned from each place of two gaps on: rows of the gap in b, one for each place of the gap in a. */
const TABLE: Uint8Array = new Uint8Array((LONGEST_GAP + 1) * (LONGEST_GAP + 1));

function alignGap(
  a: Uint32Array,
  fromA: number,
  toA: number,
  b: Uint32Array,
  fromB: number,
  toB: number,
  runs: number[],
): void {
  const rows = toA - fromA;
  const columns = toB - fromB;
  if (rows === 0 || columns === 0 || rows > LONGEST_GAP || columns > LONGEST_GAP) return;
  const width = columns + 1;
  TABLE.fill(0, rows * width, rows * width + width);
  for (let row = rows - 1; row >= 0; row--) {
    let beside = 0;
    TABLE[row * width + columns] = 0;
    for (let column = columns - 1; column >= 0; column--) {
      const here = row * width + column;
      if (a[fromA + row] === b[fromB + column]) beside = (TABLE[here + width + 1] as number) + 1;
      else beside = Math.max(TABLE[here + width] as number, beside);
      TABLE[here] = beside;
    }
  }
  if ((TABLE[0] as number) < LEAST_EQUAL * Math.min(rows, columns)) return;
  let row = 0;
  let column = 0;
  while (row < rows && column < columns) {
    const here = row * width + column;
    if (a[fromA + row] === b[fromB + column]) pushRun(runs, fromA + row++, fromB + column++, 1);
    else if ((TABLE[here + width] as number) >= (TABLE[here + 1] as number)) row++;
    else column++;
  }
}
