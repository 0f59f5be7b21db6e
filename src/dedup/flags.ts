/** What kind of word each word is, one byte a word. */
import { HAS_DIGIT } from '../text/scan.ts';
import { FIGURES, NEGATION_MARKS } from './figures.ts';
import type { WordSource } from './fold.ts';

export const IS_FIGURE = 1;
export const IS_NEGATION = 2;
/** A stop follows the word. */
export const ENDS_SENTENCE = 4;
/** No blank before the word: `028` in `2,028,000`. */
export const IS_GLUED = 8;
/** The word ends a line that the next one does not carry on. */
export const ENDS_LINE = 16;

const LAST_BLANK = 32;

/** Marks the words `[first, end)` of a line in `flags` at `into`; `folded` holds their folded hashes at the same place. */
export function flagWords(
  text: string,
  words: WordSource,
  first: number,
  end: number,
  folded: Uint32Array,
  flags: Uint8Array,
  into: number,
): void {
  for (let word = first; word < end; word++) {
    const hash = folded[into + word - first] as number;
    const isFigure = ((words.flags[word] as number) & HAS_DIGIT) !== 0 || FIGURES.find(hash) >= 0;
    const isGlued =
      isFigure && word > first && !hasBlank(text, words.end[word - 1] as number, words.start[word] as number);
    const isNegation = NEGATION_MARKS.find(hash) >= 0;
    flags[into + word - first] = (isFigure ? IS_FIGURE : 0) | (isNegation ? IS_NEGATION : 0) | (isGlued ? IS_GLUED : 0);
  }
}

function hasBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) <= LAST_BLANK) return true;
  }
  return false;
}
