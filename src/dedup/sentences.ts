/** The sentences of a prepared text. */
import { ENDS_LINE, ENDS_SENTENCE } from './flags.ts';
import { isShort, type PreparedText } from './prepare.ts';

/**
 * Calls `visit` with the first word and the end of every sentence and unfinished line; `isStopped` is false for the latter. The
 * headline of a short body is one of its sentences.
 */
export function forEachSentence(
  text: PreparedText,
  visit: (first: number, end: number, isStopped: boolean) => void,
): void {
  let first = isShort(text) ? 0 : text.whole.titleWords;
  for (let at = first; at < text.words.length; at++) {
    const ends = (text.flags[at] as number) & (ENDS_SENTENCE | ENDS_LINE);
    if (ends === 0 && at + 1 < text.words.length) continue;
    visit(first, at + 1, (ends & ENDS_SENTENCE) !== 0);
    first = at + 1;
  }
}
