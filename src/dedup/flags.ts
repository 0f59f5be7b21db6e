/** What kind of word each word is, one byte a word. */
import { HAS_DIGIT } from '../text/scan.ts';
import { MARKS, MARKS_FIGURE, MARKS_NEGATION } from './figures.ts';
import type { WordSource } from './fold.ts';

export const IS_FIGURE = 1;
export const IS_NEGATION = 2;
/** A stop follows the word. */
export const ENDS_SENTENCE = 4;
/** No blank before the word: `028` in `2,028,000`. */
export const IS_GLUED = 8;
/** The word ends a line that the next one does not carry on. */
export const ENDS_LINE = 16;

/** Hard-wrapped lines hold 8 to 12 words; shorter lines of a block are its last line, a verse, a row. */
export const WRAPPED_WORDS = 6;

const LAST_BLANK = 32;
/** A constant of this module: an imported binding is loaded anew at every use. */
const DIGIT = HAS_DIGIT;

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
    const mark = MARKS.find(folded[into + word - first] as number);
    const isFigure = ((words.flags[word] as number) & DIGIT) !== 0 || (mark >= 0 && MARKS_FIGURE[mark] === 1);
    let flag = isFigure ? IS_FIGURE : 0;
    if (isFigure && word > first && !hasBlank(text, words.end[word - 1] as number, words.start[word] as number))
      flag |= IS_GLUED;
    if (mark >= 0 && MARKS_NEGATION[mark] === 1) flag |= IS_NEGATION;
    flags[into + word - first] = flag;
  }
}

function hasBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) <= LAST_BLANK) return true;
  }
  return false;
}
