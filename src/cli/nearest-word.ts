/** The word that somebody may have meant. */
import { diceOf } from '../text/similarity.ts';
import { ALIKE } from './options.ts';

const LONGEST = 80;

/** Undefined if none is alike. */
export function nearestWord(written: string, words: readonly string[]): string | undefined {
  if (written.length > LONGEST) return undefined;
  let best: string | undefined;
  let most = ALIKE;
  for (const word of words) {
    const alike = diceOf(written, word);
    if (alike < most || (alike === most && best !== undefined)) continue;
    best = word;
    most = alike;
  }
  return best;
}
