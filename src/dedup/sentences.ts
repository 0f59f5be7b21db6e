/** The sentences of a prepared text. */
import * as flags from './flags.ts';
import { isShort, type PreparedText } from './prepare.ts';

/** Constants of this module: an imported binding is loaded anew at every use. */
const { ENDS_SENTENCE } = flags;
const ENDS: number = flags.ENDS_SENTENCE | flags.ENDS_LINE;

/**
 * Calls `visit` with the first word and the end of every sentence and unfinished line; `isStopped` is false for the latter. The
 * headline of a short body is one of its sentences.
 */
export function forEachSentence(
  text: PreparedText,
  visit: (first: number, end: number, isStopped: boolean) => void,
): void {
  const { flags: marks } = text;
  const { length } = text.words;
  let first = isShort(text) ? 0 : text.whole.titleWords;
  for (let at = first; at < length; at++) {
    const ends = (marks[at] as number) & ENDS;
    if (ends === 0 && at + 1 < length) continue;
    visit(first, at + 1, (ends & ENDS_SENTENCE) !== 0);
    first = at + 1;
  }
}
