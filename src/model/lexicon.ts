/**
 * What the words of a line say, as one number: the sum of learned weights of its words and pairs of words, hashed into a
 * small table (hashing trick, Weinberger et al. 2009), divided by the root of their number. Positive speaks for the
 * article. Digits are masked, so that dates and counters share their weights.
 */
import type { Document } from '../core/types.ts';

export const BUCKETS: number = 1 << 15;
/** Words of a line that count: chrome gives itself away early. */
export const MOST_WORDS = 40;
/** Score of a line is its sum times `UNIT` over the root of its number of n-grams. */
export const UNIT = 4;

const HAS_DIGIT = 1;
const MASK = BUCKETS - 1;
const EDGE = 0x9e3779b9;
const DIGITS = 0x51ed270b;
const BLANK = 0x20;
const PAIR = 0x85ebca6b;
const SPREAD = 0xc2b2ae35;
const ROOTS: Int32Array = roots();

/** Puts the buckets of the line's words and pairs into `out`, which has room for `2 * MOST_WORDS + 1`, and returns how many. */
export function bucketsOf(doc: Document, line: number, out: Uint16Array): number {
  const { words, lines, text } = doc;
  const first = lines.word[line] as number;
  const end = Math.min(lines.word[line + 1] as number, first + MOST_WORDS);
  let count = 0;
  let before = EDGE;
  for (let word = first; word < end; word++) {
    const start = words.start[word] as number;
    const isMasked = ((words.flags[word] as number) & HAS_DIGIT) !== 0;
    const hash = isMasked ? DIGITS + Math.min(6, (words.end[word] as number) - start) : (words.hash[word] as number);
    const gap = word === first ? 0 : start - (words.end[word - 1] as number);
    const sign = gap === 0 ? 0 : signIn(text, start - gap, start);
    out[count++] = spread(hash);
    out[count++] = spread(Math.imul(before, PAIR) ^ hash ^ Math.imul(sign, SPREAD));
    before = hash;
  }
  out[count++] = spread(Math.imul(before, PAIR) ^ EDGE ^ (lines.terminal[line] as number));
  return count;
}

/** `weights` has one entry per bucket. */
export function scoreOf(buckets: Uint16Array, count: number, weights: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += weights[buckets[at] as number] as number;
  return (sum * (ROOTS[count] as number)) >> 8;
}

/** The first sign between two words that is not a blank; 0 if there is none. */
function signIn(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit > BLANK && unit !== 0xa0) return unit;
  }
  return 0;
}

function spread(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, PAIR);
  return (h ^ (h >>> 13)) & MASK;
}

function roots(): Int32Array {
  const table = new Int32Array(2 * MOST_WORDS + 2);
  for (let count = 1; count < table.length; count++) table[count] = Math.round((UNIT * 256) / Math.sqrt(count));
  return table;
}
