/** What lines look like beside each other; shared by the rules that read runs of lines. */
import type { Document } from '../core/types.ts';

export const COLON = 5;
const COLON_UNIT = 58;
/** Code units of the figures. */
export const ZERO = 48;
export const NINE = 57;

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

/** True if the line closes like a sentence: stop, question mark, exclamation mark or ellipsis. */
export function closes(doc: Document, at: number): boolean {
  const terminal = doc.lines.terminal[at] as number;
  return terminal >= 1 && terminal <= 4;
}

/** True if a colon stands behind one to `most` units of the line: what facts and labels open with, asked before any expression. */
export function hasEarlyColon({ text, lines }: Document, at: number, most: number): boolean {
  const from = lines.from[at] as number;
  const end = Math.min(lines.end[at] as number, from + most + 1);
  for (let unit = from; unit < end; unit++) {
    if (text.charCodeAt(unit) === COLON_UNIT) return unit > from;
  }
  return false;
}

/** The first and last unit of the line, which is not blank. */
export function firstUnit({ text, lines }: Document, at: number): number {
  return text.charCodeAt(lines.from[at] as number);
}

export function lastUnit({ text, lines }: Document, at: number): number {
  return text.charCodeAt((lines.end[at] as number) - 1);
}

export interface Run {
  readonly first: number;
  readonly last: number;
  /** Lines of it that are not blank. */
  readonly count: number;
}

/** Runs of at least `least` lines in `[from, end)` that fulfil `belongs`, blank lines between them allowed. */
export function runsOf(
  doc: Document,
  from: number,
  end: number,
  least: number,
  belongs: (at: number) => boolean,
): readonly Run[] {
  const runs: Run[] = [];
  let first = -1;
  let last = -1;
  let count = 0;
  for (let at = from; at < end; at++) {
    if (isBlank(doc, at)) continue;
    if (belongs(at)) {
      if (count++ === 0) first = at;
      last = at;
      continue;
    }
    if (count >= least) runs.push({ first, last, count });
    count = 0;
  }
  if (count >= least) runs.push({ first, last, count });
  return runs;
}
