/** The passages two documents share, as line ranges of their texts. */
import type { Lines } from '../core/types.ts';
import type { Runs } from './align.ts';
import { LEAST_RUN } from './changes.ts';
import type { PreparedText } from './prepare.ts';
import { placeOf } from './prepare.ts';

/** Lines of the one text that stand in lines of the other. */
export interface SharedSpan {
  readonly one: Lines;
  readonly other: Lines;
}

/** A shared passage: lines, and words of the prepared texts, some of which may differ. */
export interface JoinedRuns extends SharedSpan {
  /** First word in each text. */
  readonly wordOfOne: number;
  readonly wordOfOther: number;
  /** How many words are shared. */
  readonly words: number;
}

export function sharedSpans(one: PreparedText, other: PreparedText, runs: Runs): readonly SharedSpan[] {
  return joinRuns(one, other, runs).map((span) => ({ one: span.one, other: span.other }));
}

/** Runs that go on from one line to the next on both sides are one span. Titles have no line and are left out. */
export function joinRuns(one: PreparedText, other: PreparedText, runs: Runs): readonly JoinedRuns[] {
  const spans: JoinedRuns[] = [];
  for (let run = 0; run < runs.length; run += 3) {
    const [wordOfOne, wordOfOther, words] = [runs[run] as number, runs[run + 1] as number, runs[run + 2] as number];
    if (words < LEAST_RUN) continue;
    const inOne = linesOf(one, wordOfOne, words);
    const inOther = linesOf(other, wordOfOther, words);
    if (inOne === undefined || inOther === undefined) continue;
    const last = spans.at(-1);
    if (last !== undefined && goesOn(last.one, inOne) && goesOn(last.other, inOther)) {
      spans[spans.length - 1] = {
        ...last,
        one: { first: last.one.first, last: inOne.last },
        other: { first: last.other.first, last: inOther.last },
        words: last.words + words,
      };
    } else spans.push({ one: inOne, other: inOther, wordOfOne, wordOfOther, words });
  }
  return spans;
}

/** The next line may stand after a blank one. */
function goesOn(before: Lines, after: Lines): boolean {
  return after.first <= before.last + 2;
}

function linesOf(text: PreparedText, from: number, length: number): Lines | undefined {
  const first = lineOf(text, placeOf(text, from));
  const last = lineOf(text, placeOf(text, from + length - 1));
  return last === undefined ? undefined : { first: first ?? (text.whole.lineAt[0] as number), last };
}

/** The line of the text that holds this word of the body; none for words of the title. */
export function lineOf({ whole }: PreparedText, word: number): number | undefined {
  let low = 0;
  let high = whole.lineAt.length - 1;
  if (word < whole.titleWords) return undefined;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((whole.lineWord[middle] as number) <= word) low = middle;
    else high = middle - 1;
  }
  return whole.lineAt[low];
}
