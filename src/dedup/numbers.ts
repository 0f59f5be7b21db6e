/** The numbers and dates of two texts against each other, wherever they stand. */
import { Room } from '../core/room.ts';
import { sortHashes } from '../core/sort.ts';
import { mix } from '../text/hash.ts';
import { overlapOf } from '../text/shingles.ts';
import * as flags from './flags.ts';

/** A text's words and their flags. */
export interface FlaggedWords {
  readonly words: Uint32Array;
  readonly flags: Uint8Array;
}

/** Constants of this module: an imported binding is loaded anew at every use. */
const { IS_FIGURE, IS_GLUED } = flags;
/** So few are looked through for each number. */
const FEW = 64;
const OF_ONE: Room = new Room();
const OF_OTHER: Room = new Room();

/** Writes the numbers among the words `[first, end)`, those written without blanks as wholes, from place `at` on; tells where they end. */
export function putNumbers(
  words: Uint32Array,
  flags: Uint8Array,
  first: number,
  end: number,
  into: Uint32Array,
  at: number,
): number {
  let count = at;
  let last = 0;
  for (let word = first; word < end; word++) {
    const flag = flags[word] as number;
    if ((flag & IS_FIGURE) !== 0) {
      const isPartOfNumber = word > first && (flag & IS_GLUED) !== 0 && (last & IS_FIGURE) !== 0;
      if (isPartOfNumber) into[count - 1] = mix((into[count - 1] as number) ^ (words[word] as number)) ^ 1;
      else into[count++] = words[word] as number;
    }
    last = flag;
  }
  return count;
}

/**
 * True if each text has a figure that the other lacks. A figure more on one side is an addition (a date in the headline,
 * `747.0` for `747`), and one in another place is none; the same digits in other numbers (`3-7/8`, `7-3/8`) do count.
 */
export function contradict(a: FlaggedWords, b: FlaggedWords): boolean {
  const one = OF_ONE.of(a.words.length);
  const other = OF_OTHER.of(b.words.length);
  const [ofOne, ofOther] = [putFigures(a, one), putFigures(b, other)];
  const inBoth = countInBoth(one, ofOne, other, ofOther);
  if (inBoth < ofOne || inBoth < ofOther) return inBoth < ofOne && inBoth < ofOther;
  const [wholeOfOne, wholeOfOther] = [putWholeNumbers(a, one), putWholeNumbers(b, other)];
  const whole = countInBoth(one, wholeOfOne, other, wholeOfOther);
  return whole < wholeOfOne && whole < wholeOfOther;
}

/** The figures of a text as a sorted list, repeats kept. */
export function figuresIn(text: FlaggedWords): Uint32Array {
  const room = OF_ONE.of(text.words.length);
  return sortHashes(room.slice(0, putFigures(text, room)));
}

function putFigures({ words, flags: marks }: FlaggedWords, into: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    into[count] = words[at] as number;
    count += (marks[at] as number) & IS_FIGURE;
  }
  return count;
}

function putWholeNumbers({ words, flags: marks }: FlaggedWords, into: Uint32Array): number {
  return putNumbers(words, marks, 0, words.length, into, 0);
}

/** How many of the first numbers of two lists both have, repeats counted. The lists are spoilt. */
function countInBoth(one: Uint32Array, ofOne: number, other: Uint32Array, ofOther: number): number {
  let [first, endOne, endOther] = [0, ofOne, ofOther];
  while (first < endOne && first < endOther && one[first] === other[first]) first++;
  while (endOne > first && endOther > first && one[endOne - 1] === other[endOther - 1]) {
    endOne--;
    endOther--;
  }
  const equal = first + ofOne - endOne;
  if (endOne === first || endOther === first) return equal;
  if (endOther - first <= FEW) return equal + countFew(one, first, endOne, other, endOther);
  return equal + overlapOf(sortHashes(one.subarray(first, endOne)), sortHashes(other.subarray(first, endOther)));
}

/** The same of the numbers from `first` on: what was met is put aside, to the beginning. */
function countFew(one: Uint32Array, first: number, endOne: number, other: Uint32Array, endOther: number): number {
  let open = first;
  for (let at = first; at < endOne; at++) {
    const number = one[at] as number;
    let place = open;
    while (place < endOther && other[place] !== number) place++;
    if (place === endOther) continue;
    other[place] = other[open] as number;
    open++;
  }
  return open - first;
}
