/** The numbers and dates of two texts against each other, wherever they stand. */
import { mix } from '../text/hash.ts';
import { overlapOf } from '../text/shingles.ts';
import { IS_FIGURE, IS_GLUED } from './flags.ts';

/** Figures as sorted lists, repeats kept: single words, and numbers written without blanks (`6-3/16`, `2,028,000`) as wholes. */
export interface Figures {
  readonly words: Uint32Array;
  readonly numbers: Uint32Array;
}

const NONE: Figures = { words: new Uint32Array(0), numbers: new Uint32Array(0) };

export function figuresOf(words: Uint32Array, flags: Uint8Array): Figures {
  const single: number[] = [];
  for (let at = 0; at < words.length; at++) {
    if (((flags[at] as number) & IS_FIGURE) !== 0) single.push(words[at] as number);
  }
  if (single.length === 0) return NONE;
  const whole: number[] = [];
  pushNumbers(whole, words, flags, 0, words.length);
  return { words: Uint32Array.from(single).sort(), numbers: Uint32Array.from(whole).sort() };
}

/** Adds the numbers among the words `[first, end)`, those written without blanks as wholes. */
export function pushNumbers(
  numbers: number[],
  words: Uint32Array,
  flags: Uint8Array,
  first: number,
  end: number,
): void {
  let last = 0;
  for (let at = first; at < end; at++) {
    const flag = flags[at] as number;
    if ((flag & IS_FIGURE) !== 0) {
      const isPartOfNumber = at > first && (flag & IS_GLUED) !== 0 && (last & IS_FIGURE) !== 0;
      if (isPartOfNumber) numbers.push(mix((numbers.pop() as number) ^ (words[at] as number)) ^ 1);
      else numbers.push(words[at] as number);
    }
    last = flag;
  }
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
