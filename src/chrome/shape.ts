/** What lines look like beside each other; shared by the rules that read runs of lines. */
import type { Document } from '../core/types.ts';

export const COLON = 5;

export function isBlank(doc: Document, at: number): boolean {
  return doc.lines.from[at] === doc.lines.end[at];
}

/** The next line after `at` that is not blank, or the number of lines. */
export function nextLine(doc: Document, at: number): number {
  let next = at + 1;
  while (next < doc.lines.count && isBlank(doc, next)) next++;
  return next;
}

/** The line before `at` that is not blank, or -1. */
export function lineBefore(doc: Document, at: number): number {
  let before = at - 1;
  while (before >= 0 && isBlank(doc, before)) before--;
  return before;
}

export function wordsOn(doc: Document, at: number): number {
  return (doc.lines.word[at + 1] as number) - (doc.lines.word[at] as number);
}

/** Words as people count them: a word per token, two letters a word in scripts without spaces. */
export function lengthOf(doc: Document, at: number): number {
  const tokens = doc.lines.tokens[at] as number;
  return (doc.lines.letters[at] as number) < tokens * 2 && tokens > 3 ? Math.ceil(tokens / 2) : tokens;
}

/** True if the line closes like a sentence: stop, question mark, exclamation mark or ellipsis. */
export function closes(doc: Document, at: number): boolean {
  const terminal = doc.lines.terminal[at] as number;
  return terminal >= 1 && terminal <= 4;
}

/** Three to twenty words without a full stop: how the headline of another story reads. */
export function isHeadline(doc: Document, at: number): boolean {
  const length = lengthOf(doc, at);
  const terminal = doc.lines.terminal[at] as number;
  return length >= 3 && length <= 20 && terminal !== 1 && terminal !== COLON && doc.outline.sentence[at] === 0;
}

/** Runs `[first, last]` of lines that fulfil `belongs`, blank lines between them allowed, with the number of such lines. */
export function* runsOf(
  doc: Document,
  belongs: (at: number) => boolean,
): Generator<{ first: number; last: number; count: number }> {
  let first = -1;
  let last = -1;
  let count = 0;
  for (let at = 0; at < doc.lines.count; at++) {
    if (isBlank(doc, at)) continue;
    if (belongs(at)) {
      if (first < 0) first = at;
      last = at;
      count++;
    } else if (first >= 0) {
      yield { first, last, count };
      first = -1;
      count = 0;
    }
  }
  if (first >= 0) yield { first, last, count };
}
