/** The day itself: year, month and day in one of the written orders, around one number token. */
import type { Clock } from './date-clock.ts';
import { clockAfter, clockAt } from './date-clock.ts';
import type { Token } from './date-tokens.ts';
import { NAME, NUMBER, SIGN } from './date-tokens.ts';
import { LINKS, MONTHS, ORDINALS, WEEKDAYS, YEAR_WORDS, ZONES } from './date-words.ts';

export interface Calendar {
  readonly form: 'iso' | 'named' | 'dmy' | 'mdy' | 'open';
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Tokens `[first, next)`. */
  readonly first: number;
  readonly next: number;
  /** Where the clock stands inside the date: `Thu Mar 5 22:24:36 2009`, `20090303T155800Z`. */
  readonly clock?: Clock;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const SLASH = 47;
const STOP = 46;
const HYPHEN = 45;
const COMMA = 44;
const COLON = 58;
const UNDERSCORE = 95;
const DEGREE = 0xb0;
const APOSTROPHES: ReadonlySet<number> = new Set([39, 0x2019, 0x2018]);
const DASHES: ReadonlySet<number> = new Set([HYPHEN, 0x2010, 0x2011, 0x2013, 0x2014]);
/** `'50` to `'99` are of the last century, `'00` to `'29` of this one; between them nobody can say. */
const EARLIEST_SHORT_YEAR = 50;
const LATEST_SHORT_YEAR = 29;
const YEAR_LETTERS: ReadonlySet<string> = new Set(['年', '년']);
const MONTH_LETTERS: ReadonlySet<string> = new Set(['月', '월']);
const DAY_LETTERS: ReadonlySet<string> = new Set(['日', '号', '號', '일']);
const MONTH_DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The date whose year is token `at`, using no token before `free`; undefined if there is none or it touches other text.
 */
export function parseCalendar(tokens: readonly Token[], at: number, free: number): Calendar | undefined {
  const token = tokens[at] as Token;
  if (token.digits === 8) return bounded(tokens, compact(tokens, at), free);
  const year = yearOf(tokens, at);
  if (year < 0) return bounded(tokens, shortDotted(tokens, at, free), free);
  const isShort = token.digits === 2;
  const left = isShort ? at - 1 : at;
  return (
    (isShort ? undefined : bounded(tokens, yearFirst(tokens, at, year), free)) ??
    (isShort ? undefined : bounded(tokens, numeric(tokens, at, year, free), free)) ??
    bounded(tokens, named(tokens, left, at, year, free), free) ??
    (isShort ? undefined : bounded(tokens, clockThenYear(tokens, at, year, free), free)) ??
    (isShort ? undefined : bounded(tokens, namedAfter(tokens, at, year), free))
  );
}

export function isPossible(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0));
}

function yearOf(tokens: readonly Token[], at: number): number {
  const token = tokens[at] as Token;
  if (token.digits === 4) return token.value >= FIRST_YEAR && token.value <= LAST_YEAR ? token.value : -1;
  if (token.digits !== 2 || !token.glued || !APOSTROPHES.has(tokens[at - 1]?.value ?? 0)) return -1;
  if (token.value >= EARLIEST_SHORT_YEAR) return 1900 + token.value;
  return token.value <= LATEST_SHORT_YEAR ? 2000 + token.value : -1;
}

/** `20090303T155800Z`; eight digits alone may be anything. */
function compact(tokens: readonly Token[], at: number): Calendar | undefined {
  const date = tokens[at] as Token;
  const time = tokens[at + 2];
  if (tokens[at + 1]?.name !== 't' || time?.kind !== NUMBER || !time.glued || (time.digits !== 6 && time.digits !== 4))
    return undefined;
  const clocked = time.digits === 6 ? time.value : time.value * 100;
  const [hour, minute, second] = [Math.trunc(clocked / 10000), Math.trunc(clocked / 100) % 100, clocked % 100];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const zoned = tokens[at + 3]?.name === 'z' && tokens[at + 3]?.glued === true;
  const next = zoned ? at + 4 : at + 3;
  const clock = { hour, minute, second, zone: zoned ? 'Z' : '', bst: false, next };
  return possible({
    form: 'iso',
    year: Math.trunc(date.value / 10000),
    month: Math.trunc(date.value / 100) % 100,
    day: date.value % 100,
    first: at,
    next,
    clock,
  });
}

/** `2021-03-14`, `2021/3/14`, `2021. 3. 14.`, `2021年3月14日`, `2021년 3월 14일`. */
function yearFirst(tokens: readonly Token[], at: number, year: number): Calendar | undefined {
  const [parter, month, second, day, last] = [
    tokens[at + 1],
    tokens[at + 2],
    tokens[at + 3],
    tokens[at + 4],
    tokens[at + 5],
  ];
  if (!isSmallNumber(month) || !isSmallNumber(day)) return undefined;
  const lettered =
    YEAR_LETTERS.has(parter?.name ?? '') && MONTH_LETTERS.has(second?.name ?? '') && DAY_LETTERS.has(last?.name ?? '');
  if (lettered) return possible({ form: 'iso', year, month: month.value, day: day.value, first: at, next: at + 6 });
  if (!isParter(parter) || second?.kind !== SIGN || second.value !== parter.value) return undefined;
  if (parter.value !== STOP && !(month.glued && day.glued)) return undefined;
  const closed = parter.value === STOP && last?.value === STOP && last.glued;
  return possible({ form: 'iso', year, month: month.value, day: day.value, first: at, next: closed ? at + 6 : at + 5 });
}

/** `14.03.2021`, `14. 3. 2021`, `03/14/2021`, `10-24-2007`. */
function numeric(tokens: readonly Token[], at: number, year: number, free: number): Calendar | undefined {
  const [one, parter, two, second] = [tokens[at - 4], tokens[at - 3], tokens[at - 2], tokens[at - 1]];
  if (
    at - 4 < free ||
    !isSmallNumber(one) ||
    !isSmallNumber(two) ||
    !isParter(parter) ||
    second?.kind !== SIGN ||
    second.value !== parter.value
  )
    return undefined;
  if (parter.value === HYPHEN && !(parter.glued && two.glued && second.glued)) return undefined;
  const asDayFirst = isPossible(year, two.value, one.value);
  const asMonthFirst = isPossible(year, one.value, two.value);
  if (!asDayFirst && !asMonthFirst) return undefined;
  // Nobody writes the month first and stops.
  const isDayFirst = one.value === two.value || !asMonthFirst || (parter.value === STOP && asDayFirst);
  const form = isDayFirst ? 'dmy' : asDayFirst ? 'open' : 'mdy';
  const [day, month] = form === 'mdy' ? [two.value, one.value] : [one.value, two.value];
  return withYearWord(tokens, { form, year, month, day, first: at - 4, next: at + 1 });
}

/** `27.04.24 um 07:39 Uhr`: a year of two digits only before a clock, for without one it may be a version. */
function shortDotted(tokens: readonly Token[], at: number, free: number): Calendar | undefined {
  const [day, parter, month, second, token] = tokens.slice(Math.max(free, at - 4), at + 1);
  if (token?.digits !== 2 || token.value > LATEST_SHORT_YEAR || !isSmallNumber(day) || !isSmallNumber(month))
    return undefined;
  const isDotted = [parter, second].every((sign) => sign?.kind === SIGN && sign.value === STOP && sign.glued);
  if (!isDotted || !month.glued || !token.glued || clockAfter(tokens, at + 1) === undefined) return undefined;
  return possible({
    form: 'dmy',
    year: 2000 + token.value,
    month: month.value,
    day: day.value,
    first: at - 4,
    next: at + 1,
  });
}

/**
 * `3 March 2009`, `3rd of March, 2009`, `3 de marzo de 2021`, `March 3, 2009`, `14-Mar-2021`, `5 Mar '09`. `left` is
 * the first token of the year.
 */
function named(tokens: readonly Token[], left: number, at: number, year: number, free: number): Calendar | undefined {
  const near = skipBack(tokens, left - 1, free);
  const token = tokens[near];
  if (near < free || token === undefined) return undefined;
  if (token.kind === NAME && MONTHS.has(token.name)) {
    const day = dayBack(tokens, skipBack(tokens, near - 1, free), free);
    const month = MONTHS.get(token.name) ?? 0;
    return day === undefined
      ? undefined
      : withYearWord(tokens, { form: 'named', year, month, day: day.value, first: day.first, next: at + 1 });
  }
  const day = dayBack(tokens, near, free);
  if (day === undefined) return undefined;
  const far = skipBack(tokens, day.first - 1, free);
  const month = far < free ? undefined : MONTHS.get(tokens[far]?.name ?? '');
  return month === undefined
    ? undefined
    : withYearWord(tokens, { form: 'named', year, month, day: day.value, first: far, next: at + 1 });
}

/** `Thu Mar 5 22:24:36 GMT 2009`. */
function clockThenYear(tokens: readonly Token[], at: number, year: number, free: number): Calendar | undefined {
  const zoned = ZONES.has(tokens[at - 1]?.name ?? '') ? 1 : 0;
  const hour = at - zoned - 5;
  const clock = hour < free ? undefined : clockAt(tokens, hour, false);
  if (clock === undefined || clock.next !== at) return undefined;
  const day = tokens[hour - 1];
  const month = MONTHS.get(tokens[hour - 2]?.name ?? '');
  if (hour - 2 < free || !isSmallNumber(day) || month === undefined) return undefined;
  return possible({
    form: 'named',
    year,
    month,
    day: day.value,
    first: hour - 2,
    next: at + 1,
    clock: { ...clock, next: at + 1 },
  });
}

/** `2021. március 14.`, `2021-Mar-14`, `2021 March 14`. */
function namedAfter(tokens: readonly Token[], at: number, year: number): Calendar | undefined {
  const near = skipOn(tokens, at + 1);
  const month = MONTHS.get(tokens[near]?.name ?? '');
  const far = skipOn(tokens, near + 1);
  const day = tokens[far];
  if (month === undefined || !isSmallNumber(day)) return undefined;
  const closed = tokens[far + 1]?.value === STOP && tokens[far + 1]?.glued === true && tokens[far + 1]?.kind === SIGN;
  return possible({ form: 'named', year, month, day: day.value, first: at, next: closed ? far + 2 : far + 1 });
}

/** One past the signs and link words before a part: at most two signs and one word. */
function skipBack(tokens: readonly Token[], from: number, free: number): number {
  let at = from;
  let signs = 0;
  let words = 0;
  for (; at >= free; at--) {
    const token = tokens[at] as Token;
    if (token.kind === SIGN && isLinkSign(token.value) && signs < 2) signs++;
    else if (token.kind === NAME && LINKS.has(token.name) && words < 1) words++;
    else break;
  }
  return at;
}

function skipOn(tokens: readonly Token[], from: number): number {
  const token = tokens[from];
  return token?.kind === SIGN && (token.value === STOP || token.value === HYPHEN || token.value === COMMA)
    ? from + 1
    : from;
}

function isLinkSign(value: number): boolean {
  return value === COMMA || value === STOP || value === SLASH || value === HYPHEN || APOSTROPHES.has(value);
}

interface Day {
  readonly value: number;
  readonly first: number;
}

/** The day that ends at token `at`, its ordinal ending looked through: `3`, `3rd`, `1er`, `1º`, `1°`. */
function dayBack(tokens: readonly Token[], at: number, free: number): Day | undefined {
  let first = at;
  const ending = tokens[first];
  const isEnding =
    ending?.glued &&
    (ending.kind === NAME ? ORDINALS.has(ending.name) : ending.kind === SIGN && ending.value === DEGREE);
  if (isEnding) first--;
  const day = tokens[first];
  return first >= free && isSmallNumber(day) ? { value: day.value, first } : undefined;
}

function isSmallNumber(token: Token | undefined): token is Token {
  return token !== undefined && token.kind === NUMBER && token.digits <= 2;
}

function isParter(token: Token | undefined): token is Token {
  return (
    token !== undefined &&
    token.kind === SIGN &&
    (token.value === SLASH || token.value === STOP || token.value === HYPHEN)
  );
}

function withYearWord(tokens: readonly Token[], calendar: Calendar): Calendar | undefined {
  const word = tokens[calendar.next];
  if (word === undefined || word.kind !== NAME || !YEAR_WORDS.has(word.name)) return possible(calendar);
  const closed = tokens[calendar.next + 1]?.value === STOP;
  return possible({ ...calendar, next: calendar.next + (closed ? 2 : 1) });
}

function possible(calendar: Calendar): Calendar | undefined {
  return isPossible(calendar.year, calendar.month, calendar.day) ? calendar : undefined;
}

/** A date stands by itself: it is no part of a number, a path, a version, a range or a slug. */
function bounded(tokens: readonly Token[], calendar: Calendar | undefined, free: number): Calendar | undefined {
  if (calendar === undefined) return undefined;
  const followsDate = calendar.first === free;
  return (followsDate || isFreeBefore(tokens, calendar.first)) && isFreeAfter(tokens, calendar) ? calendar : undefined;
}

/** Signs that, glued before a date, make it part of something longer. */
const BINDING: ReadonlySet<number> = new Set([...'/-.:_#$€£@=&%+\\'].map((sign) => sign.charCodeAt(0)));
/**
 * A glued word of this length is a flattened label (`Published14 March 2021`), a shorter one a version or a code
 * (`v1.2.2021`).
 */
const SHORTEST_LABEL = 3;

function isFreeBefore(tokens: readonly Token[], first: number): boolean {
  const token = tokens[first] as Token;
  const before = tokens[first - 1];
  if (before === undefined) return true;
  if (token.kind === NUMBER && before.kind === SIGN && DASHES.has(before.value)) {
    const stopped = tokens[first - 2]?.kind === SIGN && tokens[first - 2]?.value === STOP;
    const earlier = tokens[stopped ? first - 3 : first - 2];
    if (earlier !== undefined && isDayLike(earlier)) return false;
  }
  if (!token.glued) return true;
  if (before.kind === NAME)
    return token.kind === NAME || before.end - before.start >= SHORTEST_LABEL || before.name.charCodeAt(0) > 0x2e80;
  if (before.kind === NUMBER) return false;
  return !BINDING.has(before.value) || (before.value === COLON && tokens[first - 2]?.kind !== NUMBER) || !before.glued;
}

/**
 * `10-12 March 2009`, `10. - 12. March`, `1st–3rd`, `5 March - 12 March 2009`: the end of a span of days is not the
 * date of an article.
 */
function isDayLike(token: Token): boolean {
  if (token.kind === NAME && MONTHS.has(token.name)) return true;
  return (
    (token.kind === NUMBER && token.digits <= 2) ||
    (token.kind === NAME && token.glued && ORDINALS.has(token.name) && token.name.length === 2)
  );
}

function isFreeAfter(tokens: readonly Token[], calendar: Calendar): boolean {
  const after = tokens[calendar.next];
  if (after === undefined || !after.glued || calendar.clock !== undefined) return true;
  if (after.kind === NUMBER) return isHour(tokens, calendar.next);
  if (after.kind === NAME) return isFreshWord(after, tokens[calendar.next + 1]);
  const beyond = tokens[calendar.next + 1];
  if (beyond === undefined || !beyond.glued) return true;
  if (after.value === SLASH) return calendar.form === 'named' && beyond.kind === NAME;
  if (after.value === UNDERSCORE) return false;
  if (after.value === HYPHEN || after.value === STOP)
    return beyond.kind === NUMBER ? isHour(tokens, calendar.next + 1) : after.value === STOP;
  return true;
}

/** A word glued to the year: `T08:15`, the next label or name (`2020November`), or a script without spaces. */
function isFreshWord(word: Token, beyond: Token | undefined): boolean {
  if (word.name === 't') return beyond?.kind === NUMBER;
  return (
    word.end - word.start >= SHORTEST_LABEL ||
    MONTHS.has(word.name) ||
    WEEKDAYS.has(word.name) ||
    word.name.charCodeAt(0) > 0x2e80
  );
}

function isHour(tokens: readonly Token[], at: number): boolean {
  return isSmallNumber(tokens[at]) && tokens[at + 1]?.value === COLON;
}
