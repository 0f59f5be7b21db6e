/** A text made ready for verification: furniture left out. */
import type { ComparedText } from './compared.ts';
import { CORRECTION_MARKS } from './figures.ts';
import { ENDS_LINE } from './flags.ts';
import { lineHash } from './furniture.ts';

export interface PreparedText {
  readonly words: Uint32Array;
  readonly flags: Uint8Array;
  /** Number of each word in the whole text, if some were left out. */
  readonly at: Uint32Array | undefined;
  readonly whole: ComparedText;
}

/**
 * A shorter body says too little by itself: the dividend notices of two companies differ in the headline alone.
 * It is compared together with its title.
 */
export const SHORT_BODY = 50;
/**
 * With fewer words left the furniture was the text: it stays. So it is in a notice of which less than half would be left (of a
 * bulletin in reuters 21 words of 55, which tied it to another).
 */
const LEAST_WORDS = 15;
/** A text of fewer words says little but its figures. */
export const NOTICE = 60;
const LEAST_OF_NOTICE = 0.5;
const MARKED_WITHIN = 40;

export function prepareText(whole: ComparedText, furniture: ReadonlySet<number>): PreparedText {
  const at = wordsOutside(whole, furniture);
  const { words, flags } = at === undefined ? whole : wordsAt(whole, at);
  return { words, flags, at, whole };
}

/** True if the beginning says that it corrects an earlier text. */
export function corrects({ words }: PreparedText): boolean {
  return words.subarray(0, MARKED_WITHIN).some((word) => CORRECTION_MARKS.find(word) >= 0);
}

export function isShort({ whole }: PreparedText): boolean {
  return whole.words.length - whole.titleWords < SHORT_BODY;
}

/** Number in the whole text of a word that is left. */
export function placeOf({ at }: PreparedText, word: number): number {
  return at === undefined ? word : (at[word] as number);
}

/** Nothing if there is no furniture, or nothing but furniture. */
function wordsOutside(text: ComparedText, furniture: ReadonlySet<number>): Uint32Array | undefined {
  if (furniture.size === 0) return undefined;
  const outside = new Uint32Array(text.words.length);
  let size = 0;
  while (size < text.titleWords) outside[size] = size++;
  for (let line = 0; line + 1 < text.lineWord.length; line++) {
    const first = text.lineWord[line] as number;
    const end = text.lineWord[line + 1] as number;
    if (furniture.has(lineHash(text.words, text.flags, first, end))) continue;
    for (let word = first; word < end; word++) outside[size++] = word;
  }
  return size < leastLeft(outside.length) || size === outside.length ? undefined : outside.slice(0, size);
}

function leastLeft(words: number): number {
  return words < NOTICE ? Math.max(LEAST_WORDS, words * LEAST_OF_NOTICE) : LEAST_WORDS;
}

function wordsAt(text: ComparedText, at: Uint32Array): Pick<ComparedText, 'words' | 'flags'> {
  const words = new Uint32Array(at.length);
  const flags = new Uint8Array(at.length);
  for (let place = 0; place < at.length; place++) {
    const word = at[place] as number;
    words[place] = text.words[word] as number;
    flags[place] = text.flags[word] as number;
    // What was left out ends the sentence before it.
    if (place > 0 && word !== (at[place - 1] as number) + 1)
      flags[place - 1] = (flags[place - 1] as number) | ENDS_LINE;
  }
  return { words, flags };
}
