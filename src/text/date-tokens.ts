/** The words, numbers and signs of a line, as the date grammar reads them. */
import { plainName } from './date-words.ts';
import { BLANK, CLASSES, DIGIT, FOLDED, JOINER, LETTER, UNSPACED, UPPER } from './tables/letters.ts';

export const SIGN = 0;
export const NUMBER = 1;
export const NAME = 2;

export interface Token {
  readonly kind: 0 | 1 | 2;
  readonly start: number;
  readonly end: number;
  /** Numbers: how many digits, and the value. Signs: the value is the code unit. */
  readonly digits: number;
  readonly value: number;
  /** Names: without case and accents. */
  readonly name: string;
  /** True if nothing stands between this token and the one before it. */
  readonly glued: boolean;
}

/** Longer runs of digits are serial numbers; their value is of no use. */
const MOST_DIGITS = 9;
const YEAR_DIGITS = 4;
const ZERO = 48;
const NINE = 57;
const WIDE_ZERO = 0xff10;
const WIDE_NINE = 0xff19;

export function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const unit = line.charCodeAt(at);
    const kind = CLASSES[unit] as number;
    if (kind === BLANK || kind === JOINER) {
      at++;
      continue;
    }
    const token = isDigit(unit) ? numberAt(line, at) : isLetter(kind) ? nameAt(line, at) : signAt(line, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** ASCII and full-width digits; the digits of other scripts are not part of the grammar. */
export function digitOf(unit: number): number {
  if (unit <= NINE) return unit >= ZERO ? unit - ZERO : -1;
  return unit >= WIDE_ZERO && unit <= WIDE_NINE ? unit - WIDE_ZERO : -1;
}

function isDigit(unit: number): boolean {
  return digitOf(unit) >= 0;
}

/** A digit of another script counts as a letter: it glues to what it touches and forms no number. */
function isLetter(kind: number): boolean {
  return kind === LETTER || kind === UPPER || kind === UNSPACED || kind === DIGIT;
}

function isGlued(line: string, at: number): boolean {
  return at > 0 && CLASSES[line.charCodeAt(at - 1)] !== BLANK;
}

function numberAt(line: string, start: number): Token {
  let end = start;
  let value = 0;
  for (; end < line.length; end++) {
    const digit = digitOf(line.charCodeAt(end));
    if (digit < 0) break;
    if (end - start < MOST_DIGITS) value = value * 10 + digit;
  }
  if (isYearAndHour(line, start, end)) {
    value = Math.trunc(value / 10 ** (end - start - YEAR_DIGITS));
    end = start + YEAR_DIGITS;
  }
  return { kind: NUMBER, start, end, digits: end - start, value, name: '', glued: isGlued(line, start) };
}

/**
 * A name ends where a small letter meets a capital: flattened pages glue `Published` to `Jan` and a byline to its date.
 */
function nameAt(line: string, start: number): Token {
  let end = start + 1;
  if (CLASSES[line.charCodeAt(start)] !== UNSPACED) {
    for (let last = CLASSES[line.charCodeAt(start)]; end < line.length; end++) {
      const kind = CLASSES[line.charCodeAt(end)] as number;
      if (kind === JOINER) continue;
      if ((kind !== LETTER && kind !== UPPER) || (kind === UPPER && last === LETTER)) break;
      last = kind;
    }
  }
  return {
    kind: NAME,
    start,
    end,
    digits: 0,
    value: 0,
    name: plainName(line, start, end),
    glued: isGlued(line, start),
  };
}

/** Digits `[start, end)` are a year to which flattening glued a clock: `October 17, 20236:01 PM`. */
export function isYearAndHour(line: string, start: number, end: number): boolean {
  const digits = end - start;
  if (digits !== YEAR_DIGITS + 1 && digits !== YEAR_DIGITS + 2) return false;
  const century = digitOf(line.charCodeAt(start)) * 10 + digitOf(line.charCodeAt(start + 1));
  return (century === 19 || century === 20) && line.charAt(end) === ':' && digitOf(line.charCodeAt(end + 1)) >= 0;
}

function signAt(line: string, start: number): Token {
  return {
    kind: SIGN,
    start,
    end: start + 1,
    digits: 0,
    value: FOLDED[line.charCodeAt(start)] as number,
    name: '',
    glued: isGlued(line, start),
  };
}
