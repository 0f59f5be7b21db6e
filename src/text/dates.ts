/**
 * Dates by a strict grammar: a day, a month and a four-digit year, named or numeric, with weekday, clock and zone if
 * they stand beside it. What is not certain is not a date: impossible days, weekdays that do not fit, month and year
 * alone, two-digit years (but `5 Mar '09`), ranges, relative days. Where day and month cannot be told apart the date
 * says so.
 */

import type { Calendar } from './date-calendar.ts';
import { parseCalendar } from './date-calendar.ts';
import type { Clock } from './date-clock.ts';
import { clockAfter, clockAt } from './date-clock.ts';
import type { Token } from './date-tokens.ts';
import { digitOf, isYearAndHour, NAME, NUMBER, SIGN, tokensOf } from './date-tokens.ts';
import type { NamedWeekday } from './date-weekday.ts';
import { weekdayAfter, weekdayBefore } from './date-weekday.ts';
import { CLOCK_LINKS, DOTTED_CLOCK_LINKS, LINKS, WEEKDAYS, ZONES } from './date-words.ts';

/**
 * `iso`: year first; `named`: month by name; `dmy`, `mdy`: numeric and decided; `open`: numeric, day and month
 * undecided.
 */
export type DateForm = 'iso' | 'named' | 'dmy' | 'mdy' | 'open';

export interface FoundDate {
  /** Offsets in the line; weekday, clock and zone included. */
  readonly start: number;
  readonly end: number;
  readonly form: DateForm;
  readonly year: number;
  /** Of an `open` date as if it were day, month, year. */
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** `Z` or `+02:00`, only if the text states it. */
  readonly zone?: string;
  /** 0 Sunday ... 6 Saturday, only if the text names it. */
  readonly weekday?: number;
}

/** A longer line is prose; dates in prose are nobody's metadata. */
export const LONGEST_DATED_LINE = 300;

const NONE: readonly FoundDate[] = [];
const YEAR_DIGITS = 4;
const COMPACT_DIGITS = 8;
const DAY_DIGITS = 2;
const APOSTROPHES = "'\u2019\u2018";
/** How many tokens before a date may belong to its clock: `10:24 a.m. EST on Thursday,`. */
const CLOCK_REACH = 14;

/** All dates of a line of at most 300 units, left to right, not overlapping. */
export function findDates(line: string): readonly FoundDate[] {
  if (!mayHoldDate(line, 0, line.length)) return NONE;
  const tokens = tokensOf(line);
  const dates: FoundDate[] = [];
  let free = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (at < free || tokens[at]?.kind !== NUMBER) continue;
    const calendar = parseCalendar(tokens, at, free);
    if (calendar === undefined) continue;
    const found = complete(tokens, calendar, free);
    free = Math.max(calendar.next, found.next);
    if (found.date !== undefined) dates.push(found.date);
  }
  return dates;
}

/** `2009-03-05`. */
export function isoDate(date: FoundDate): string {
  return `${date.year}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

/** `2009-03-05T22:24:36Z`; the day alone if no clock is stated. `withZone` adds the zone if one is stated. */
export function isoDateTime(date: FoundDate, withZone: boolean): string {
  if (date.hour === undefined) return isoDate(date);
  const clock = `${twoDigits(date.hour)}:${twoDigits(date.minute ?? 0)}:${twoDigits(date.second ?? 0)}`;
  return `${isoDate(date)}T${clock}${withZone ? (date.zone ?? '') : ''}`;
}

/**
 * True if units `[from, end)` are short enough and hold the numbers of a date: a run of digits that could be a year
 * (`19..`, `20..`, `'09`) and one that could be a day, or a compact date. Nearly every line is sorted out here, before it
 * becomes a string. A short year is counted among the days too.
 */
export function mayHoldDate(text: string, from: number, end: number): boolean {
  if (end - from > LONGEST_DATED_LINE) return false;
  let hasYear = false;
  let hasShortYear = false;
  let days = 0;
  let dots = 0;
  for (let at = from; at < end; at++) {
    const first = digitOf(text.charCodeAt(at));
    if (first < 0) continue;
    const start = at;
    while (++at < end && digitOf(text.charCodeAt(at)) >= 0);
    const digits = at - start;
    if (digits <= DAY_DIGITS) {
      days++;
      dots = text.charAt(start - 1) === '.' && start > from ? dots + 1 : 0;
      if (digits === DAY_DIGITS && start > from && (dots > 1 || APOSTROPHES.includes(text.charAt(start - 1))))
        hasShortYear = true;
    } else if (digits === YEAR_DIGITS || digits === COMPACT_DIGITS) {
      const century = first * 10 + digitOf(text.charCodeAt(start + 1));
      if (century !== 19 && century !== 20) continue;
      if (digits === COMPACT_DIGITS) return true;
      hasYear = true;
    } else if (isYearAndHour(text, start, at)) hasYear = true;
  }
  return hasYear ? days > 0 : hasShortYear && days > 1;
}

interface Completed {
  readonly date: FoundDate | undefined;
  readonly next: number;
}

/**
 * Adds what stands around the day: weekday, clock, zone. A weekday that does not fit makes the date uncertain: none.
 */
function complete(tokens: readonly Token[], calendar: Calendar, free: number): Completed {
  const before = weekdayBefore(tokens, calendar.first, free);
  const after = weekdayAfter(tokens, calendar.next);
  const weekday = before ?? after;
  const form = formByWeekday(calendar, weekday);
  let first = before?.first ?? calendar.first;
  let next = after?.next ?? calendar.next;
  let clock = calendar.clock ?? clockAfter(tokens, next);
  if (clock !== undefined && calendar.clock === undefined) next = clock.next;
  if (clock === undefined) {
    const found = clockBefore(tokens, first, free);
    clock = found?.clock;
    first = found?.first ?? first;
  }
  if (form === undefined) return { date: undefined, next };
  const last = tokens[next - 1];
  const start = tokens[first]?.start ?? 0;
  const [month, day] =
    form === 'mdy' && calendar.form === 'open' ? [calendar.day, calendar.month] : [calendar.month, calendar.day];
  const named = weekday !== undefined && fits(weekday, calendar.year, month, day);
  return {
    next,
    date: {
      start,
      end: last?.end ?? start,
      form,
      year: calendar.year,
      month,
      day,
      ...clockFields(clock, month),
      ...(named ? { weekday: weekdayOf(calendar.year, month, day) } : {}),
    },
  };
}

/** The form after the weekday had its say; undefined if the weekday contradicts every reading. */
function formByWeekday(calendar: Calendar, weekday: NamedWeekday | undefined): DateForm | undefined {
  const { form, year, month, day } = calendar;
  if (weekday === undefined) return form;
  const fitsAsRead = fits(weekday, year, month, day);
  if (form !== 'open') return fitsAsRead || !weekday.sure ? form : undefined;
  const fitsSwapped = fits(weekday, year, day, month);
  if (fitsAsRead !== fitsSwapped) return fitsAsRead ? 'dmy' : 'mdy';
  return fitsAsRead || !weekday.sure ? form : undefined;
}

function fits(weekday: NamedWeekday, year: number, month: number, day: number): boolean {
  return ((weekday.mask >> weekdayOf(year, month, day)) & 1) === 1;
}

/** 0 Sunday ... 6 Saturday. Day 0 was a Thursday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return (((dayNumber(year, month, day) + 4) % 7) + 7) % 7;
}

/** Days since 1 January 1970 in the Gregorian calendar; years are counted from March so that leap days come last. */
export function dayNumber(year: number, month: number, day: number): number {
  const from = month < 3 ? year - 1 : year;
  const monthDays = Math.trunc((153 * ((month + 9) % 12) + 2) / 5);
  return (
    365 * from +
    Math.trunc(from / 4) -
    Math.trunc(from / 100) +
    Math.trunc(from / 400) +
    monthDays +
    day -
    DAYS_BEFORE_1970
  );
}

/** What the sum above gives for 1 January 1970, day 0. */
const DAYS_BEFORE_1970 = 719469;

interface EarlierClock {
  readonly clock: Clock;
  readonly first: number;
}

/**
 * A clock before the day with nothing between but weekday, zone and small words: `15:58 GMT, Tuesday, 3 March 2009`.
 */
function clockBefore(tokens: readonly Token[], first: number, free: number): EarlierClock | undefined {
  for (let at = Math.max(free, first - CLOCK_REACH); at < first; at++) {
    const token = tokens[at] as Token;
    if (token.kind === SIGN || (token.kind === NUMBER && tokens[at - 1]?.kind === SIGN && token.glued && at > free))
      continue;
    const earlier = tokens[at - 1];
    const clock = clockAt(tokens, at, earlier !== undefined && DOTTED_CLOCK_LINKS.has(earlier.name));
    if (clock !== undefined && clock.next <= first && isFiller(tokens, clock.next, first)) return { clock, first: at };
  }
  return undefined;
}

function isFiller(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    if (token.kind === NUMBER) return false;
    if (token.kind === NAME && !isSmall(token.name)) return false;
  }
  return true;
}

function isSmall(name: string): boolean {
  return CLOCK_LINKS.has(name) || LINKS.has(name) || WEEKDAYS.has(name) || ZONES.has(name);
}

/** British Summer Time runs from the end of March to the end of October; in winter BST is Bangladesh. */
const BST = '+01:00';

function clockFields(clock: Clock | undefined, month: number): Pick<FoundDate, 'hour' | 'minute' | 'second' | 'zone'> {
  if (clock === undefined) return {};
  const { hour, minute, second, zone } = clock;
  const isWinterBst = clock.bst && zone === BST && (month < 4 || month > 10);
  return { hour, minute, second, ...(zone === '' || isWinterBst ? {} : { zone }) };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
