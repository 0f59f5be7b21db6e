/** The numbers and dates of two texts against each other, wherever they stand. */
import { Room } from '../core/room.ts';
import { sortHashes } from '../core/sort.ts';
import { mix } from '../text/hash.ts';
import { overlapOf } from '../text/shingles.ts';
import { IS_FIGURE, IS_GLUED } from './flags.ts';

/** Figures as sorted lists, repeats kept: single words, and numbers written without blanks (`6-3/16`, `2,028,000`) as wholes. */
export interface Figures {
  readonly words: Uint32Array;
  readonly numbers: Uint32Array;
}

const NUMBERS: Room = new Room();
const NONE: Figures = { words: new Uint32Array(0), numbers: new Uint32Array(0) };

export function figuresOf(words: Uint32Array, flags: Uint8Array): Figures {
  const room = NUMBERS.of(words.length);
  let single = 0;
  for (let at = 0; at < words.length; at++) {
    if (((flags[at] as number) & IS_FIGURE) !== 0) room[single++] = words[at] as number;
  }
  if (single === 0) return NONE;
  const sorted = sortHashes(room.slice(0, single));
  return { words: sorted, numbers: sortHashes(room.slice(0, putNumbers(words, flags, 0, words.length, room, 0))) };
}

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
export function contradict(a: Figures, b: Figures): boolean {
  const shared = overlapOf(a.words, b.words);
  const [lackedByB, lackedByA] = [a.words.length - shared, b.words.length - shared];
  if (lackedByA > 0 || lackedByB > 0) return lackedByA > 0 && lackedByB > 0;
  const whole = overlapOf(a.numbers, b.numbers);
  return whole < a.numbers.length && whole < b.numbers.length;
}
