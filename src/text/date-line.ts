/** A short line taken apart into its dates, what each is the date of, and what else stands there. */

import type { Token } from './date-tokens.ts';
import { NAME, NUMBER, tokensOf } from './date-tokens.ts';
import { plainName, WEEKDAYS, ZONES } from './date-words.ts';
import type { FoundDate } from './dates.ts';
import { findDates, LONGEST_DATED_LINE } from './dates.ts';
import {
  LABEL_FILLERS,
  LABEL_SIGNS,
  PUBLISHED_PAIRS,
  PUBLISHED_WORDS,
  UPDATED_PAIRS,
  UPDATED_WORDS,
} from './tables/date-labels.ts';

/** `''`: the line does not say. */
export type DateLabel = 'published' | 'updated' | '';

export interface LabelledDate {
  readonly date: FoundDate;
  readonly label: DateLabel;
}

export interface DatedLine {
  readonly dates: readonly LabelledDate[];
  /** What is left without dates, labels and separators, in the order of the line. */
  readonly rest: readonly string[];
}

const PUBLISHED: ReadonlySet<string> = namesOf(PUBLISHED_WORDS);
const UPDATED: ReadonlySet<string> = namesOf(UPDATED_WORDS);
const FILLERS: ReadonlySet<string> = namesOf(LABEL_FILLERS);
const NO_DATES: DatedLine = { dates: [], rest: [] };

export function readDatedLine(line: string): DatedLine {
  const found = findDates(line);
  if (found.length === 0) return NO_DATES;
  const dates: LabelledDate[] = [];
  const rest: string[] = [];
  let from = 0;
  for (const date of found) {
    const before = line.slice(from, date.start);
    dates.push({ date, label: dateLabel(before) });
    rest.push(...restOf(before));
    from = date.end;
  }
  rest.push(...restOf(line.slice(from)));
  return { dates, rest };
}

/** True if the line is nothing but dates with their clocks, weekdays, labels and separators. */
export function isDateLine(line: string): boolean {
  const found = findDates(line);
  let from = 0;
  for (const { start, end } of found) {
    if (restOf(line.slice(from, start)).length > 0) return false;
    from = end;
  }
  return found.length > 0 && restOf(line.slice(from)).length === 0;
}

/** What a label such as `Published`, `Zuletzt aktualisiert am`, `发布时间` says; the last telling word decides. */
export function dateLabel(text: string): DateLabel {
  if (text === '') return '';
  const tokens = tokensOf(text);
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { name, kind } = tokens[at] as Token;
    if (kind !== NAME) continue;
    const pair = (tokens[at - 1]?.name ?? '') + name;
    if (UPDATED.has(name) || UPDATED_PAIRS.includes(pair) || UPDATED_PAIRS.includes(name)) return 'updated';
    // `Last published`, `last post by`: not the first time.
    if (PUBLISHED.has(name) && tokens[at - 1]?.name === 'last') return 'updated';
    if (PUBLISHED.has(name) || PUBLISHED_PAIRS.includes(pair) || PUBLISHED_PAIRS.includes(name)) return 'published';
  }
  return '';
}

/** True if the text is a date label and nothing else: `Last updated:`, `Stand`, `发布时间：`. */
export function isDateLabel(text: string): boolean {
  if (text.length > LONGEST_DATED_LINE) return false;
  const tokens = tokensOf(text);
  return (
    dateLabel(text) !== '' && tokens.every(({ kind, name }) => kind !== NUMBER && (kind !== NAME || isLabelWord(name)))
  );
}

function isLabelWord(name: string): boolean {
  if (FILLERS.has(name) || PUBLISHED.has(name) || UPDATED.has(name) || ZONES.has(name) || WEEKDAYS.has(name))
    return true;
  return LABEL_SIGNS.includes(name) || PUBLISHED_PAIRS.includes(name) || UPDATED_PAIRS.includes(name);
}

/** Separators between the parts of a byline; a hyphen only where blanks stand around it. */
const PARTERS: RegExp = /[|·•●▪■»/;\t]|(?:^| )[-–—](?= |$)/;

function restOf(text: string): readonly string[] {
  if (text === '') return NOTHING;
  return text
    .split(PARTERS)
    .map(withoutLabels)
    .filter((part) => part !== '');
}

const NOTHING: readonly string[] = [];

/** Label words are cut from both ends only: a name may hold a word that is a label elsewhere. */
function withoutLabels(part: string): string {
  const tokens = tokensOf(part);
  let first = 0;
  let last = tokens.length - 1;
  while (first <= last && isCuttable(tokens[first] as Token)) first++;
  while (last >= first && isCuttable(tokens[last] as Token)) last--;
  return first > last ? '' : part.slice(tokens[first]?.start, endWithStop(part, tokens[last] as Token));
}

/** An initial or a shortened title keeps its full stop: `John Smith Jr.`. */
function endWithStop(part: string, last: Token): number {
  const isShort = last.kind === NAME && last.end - last.start <= 2;
  return isShort && part.charAt(last.end) === '.' ? last.end + 1 : last.end;
}

const QUOTES: ReadonlySet<number> = new Set([...'"\'“”‘’«»‹›„@#'].map((sign) => sign.charCodeAt(0)));

function isCuttable(token: Token): boolean {
  if (token.kind === NAME) return isLabelWord(token.name);
  return token.kind !== NUMBER && !QUOTES.has(token.value);
}

function namesOf(words: string): ReadonlySet<string> {
  return new Set(
    words
      .trim()
      .split(' ')
      .map((word) => plainName(word)),
  );
}
