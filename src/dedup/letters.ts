/** Likeness of short phrases by their letters: what scanning, typing and spelling change in a word leaves most of it alone. */
import { APOSTROPHE, CLASSES, FOLDED, JOINER } from '../text/tables/letters.ts';
import type { PreparedText } from './prepare.ts';
import { placeOf } from './prepare.ts';

const SAME_WORD = 0.6;
/** One word against one, or one that scanning split in two or joined from two. */
const SPLIT_WORD = 3;
const PAIR_STEP = 31;
const PAIR_MIX = 0x9e3779b1;
const PAIR_SHIFT = 27;

/** How much of the letters of the words `[fromA, toA)` and `[fromB, toB)` agrees, word by word or run together; 0..1. */
export function likenessOfWords(
  a: PreparedText,
  fromA: number,
  toA: number,
  b: PreparedText,
  fromB: number,
  toB: number,
): number {
  if (toA - fromA === 1 && toB - fromB === 1) return likenessOfTwo(lettersAt(a, fromA), lettersAt(b, fromB));
  const [one, other] = [lettersIn(a, fromA, toA), lettersIn(b, fromB, toB)];
  const together = one.length + other.length <= SPLIT_WORD ? sharedLetters(union(one), union(other)) : 0;
  return Math.max(together, wordByWord(one, other));
}

/** The same of one word against one: by far the most. */
function likenessOfTwo(one: number, other: number): number {
  const together = sharedLetters(one, other);
  return together >= SAME_WORD ? 1 : together;
}

function lettersIn(text: PreparedText, from: number, to: number): readonly number[] {
  const letters: number[] = [];
  for (let word = from; word < to; word++) letters.push(lettersAt(text, word));
  return letters;
}

function lettersAt(text: PreparedText, word: number): number {
  const { text: units, start, end } = text.whole;
  const place = placeOf(text, word);
  return lettersOf(units, start[place] as number, end[place] as number);
}

/** The letter pairs of a word as a set of bits, the first letter paired with the blank before it. */
function lettersOf(text: string, start: number, end: number): number {
  let pairs = 0;
  let last = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (CLASSES[unit] === JOINER || CLASSES[unit] === APOSTROPHE) continue;
    const letter = FOLDED[unit] as number;
    pairs |= 1 << (Math.imul(last * PAIR_STEP + letter, PAIR_MIX) >>> PAIR_SHIFT);
    last = letter;
  }
  return pairs >>> 0;
}

function wordByWord(a: readonly number[], b: readonly number[]): number {
  const used = new Set<number>();
  let matched = 0;
  for (const word of a) {
    const found = b.findIndex((other, at) => !used.has(at) && sharedLetters(word, other) >= SAME_WORD);
    if (found < 0) continue;
    used.add(found);
    matched += bitsOf(word) + bitsOf(b[found] as number);
  }
  const total = [...a, ...b].reduce((sum, word) => sum + bitsOf(word), 0);
  return matched / Math.max(1, total);
}

function union(letters: readonly number[]): number {
  return letters.reduce((all, word) => all | word, 0);
}

function sharedLetters(a: number, b: number): number {
  return (2 * bitsOf(a & b)) / Math.max(1, bitsOf(a) + bitsOf(b));
}

function bitsOf(letters: number): number {
  let bits = letters - ((letters >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
