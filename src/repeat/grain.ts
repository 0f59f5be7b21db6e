import type { Document } from '../core/types.ts';
import { NO_SPACES } from '../text/scan.ts';

/** Sizes in words. Letters of scripts without spaces are about half a word each, so sizes are larger there. */
export interface Grain {
  /** Length of a seed. */
  readonly window: number;
  /** At most this many words in a row may differ. */
  readonly reach: number;
  /** After a change so many words must agree again. */
  readonly anchor: number;
  /** A span of fewer words is a turn of phrase. */
  readonly least: number;
}

const SPACED: Grain = { window: 5, reach: 8, anchor: 3, least: 8 };
const UNSPACED: Grain = { window: 10, reach: 14, anchor: 5, least: 16 };
/** So many words, spread over the text, tell the script. */
const SAMPLES = 64;

export function grainOf(doc: Document): Grain {
  const { count, flags } = doc.words;
  const step = Math.max(1, Math.floor(count / SAMPLES));
  let letters = 0;
  let words = 0;
  for (let word = 0; word < count; word += step) {
    words++;
    if (((flags[word] as number) & NO_SPACES) !== 0) letters++;
  }
  return letters * 2 > words ? UNSPACED : SPACED;
}
