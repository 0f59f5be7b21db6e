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
  const [lackedByB, lackedByA] = countLacked(one, putFigures(a, one), other, putFigures(b, other));
  if (lackedByA > 0 || lackedByB > 0) return lackedByA > 0 && lackedByB > 0;
  const [ofA, ofB] = [putWholeNumbers(a, one), putWholeNumbers(b, other)];
  const [wholeLackedByB, wholeLackedByA] = countLacked(one, ofA, other, ofB);
  return wholeLackedByA > 0 && wholeLackedByB > 0;
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

/** How many of the first `ofOne` numbers of the one list the other lacks, and the other way round, repeats counted. Both lists are spoilt. */
function countLacked(
  one: Uint32Array,
  ofOne: number,
  other: Uint32Array,
  ofOther: number,
): readonly [byOther: number, byOne: number] {
  let [first, endOne, endOther] = [0, ofOne, ofOther];
  while (first < endOne && first < endOther && one[first] === other[first]) first++;
  while (endOne > first && endOther > first && one[endOne - 1] === other[endOther - 1]) {
    endOne--;
    endOther--;
  }
  if (endOne === first || endOther === first) return [endOne - first, endOther - first];
  const shared = overlapOf(sortHashes(one.subarray(first, endOne)), sortHashes(other.subarray(first, endOther)));
  return [endOne - first - shared, endOther - first - shared];
}
