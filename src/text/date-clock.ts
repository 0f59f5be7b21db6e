/** The clock part of a date: `08:37 AM`, `15:58 GMT`, `08h15`, `8.15 Uhr`, `오후 3시 10분`, `T15:58:00+02:00`. */
import type { Token } from './date-tokens.ts';
import { NAME, NUMBER, SIGN } from './date-tokens.ts';
import { CLOCK_LINKS, CLOCK_UNITS, DOTTED_CLOCK_LINKS, ZONES } from './date-words.ts';

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** `Z` or `+02:00`; `''` if the text states none, or one that could be several. */
  readonly zone: string;
  /** True if the zone was written BST: British in summer only. */
  readonly bst: boolean;
  /** One past the last token of the clock. */
  readonly next: number;
}

interface Reading {
  hour: number;
  minute: number;
  second: number;
  next: number;
  /** Hour and minute parted by a full stop: a clock only if something else says so. */
  dotted: boolean;
  /** The hour alone: a clock only with am or pm. */
  bare: boolean;
  /** -1 none, 0 before noon, 1 after noon. */
  half: -1 | 0 | 1;
}

const COLON = 58;
const STOP = 46;
const PLUS = 43;
const MINUS = 45;
const TRUE_MINUS = 0x2212;
const OPEN = 40;
const CLOSE = 41;
const MORNING: ReadonlySet<string> = new Set(['am', '오전']);
const EVENING: ReadonlySet<string> = new Set(['pm', '오후']);
const HOUR_LETTERS: ReadonlySet<string> = new Set(['h', '時', '时', '点', '點', '시']);
const MINUTE_LETTERS: ReadonlySet<string> = new Set(['min', 'm', '分', '분']);
const SECOND_LETTERS: ReadonlySet<string> = new Set(['s', '秒', '초']);
/** Offsets run from -12:00 to +14:00. */
const WIDEST_OFFSET = 14;

/**
 * The clock that begins at token `at`, or undefined. `dottedOk`: a word before it lets hour and minute be parted by a
 * full stop.
 */
export function clockAt(tokens: readonly Token[], at: number, dottedOk: boolean): Clock | undefined {
  const before = halfBefore(tokens, at);
  const reading = hourAndMinute(tokens, before.next);
  if (reading === undefined) return undefined;
  if (before.half >= 0) reading.half = before.half;
  else readHalf(tokens, reading);
  const unit = tokens[reading.next];
  const hasUnit = unit !== undefined && unit.kind === NAME && CLOCK_UNITS.has(unit.name);
  if (hasUnit) reading.next++;
  const zone = zoneAt(tokens, reading.next, reading.second >= 0);
  if (reading.dotted && !dottedOk && !hasUnit && reading.half < 0 && zone === undefined) return undefined;
  if (reading.bare && reading.half < 0) return undefined;
  const hour = hourOfDay(reading);
  if (hour < 0 || reading.minute > 59 || reading.second > 59) return undefined;
  return {
    hour,
    minute: reading.minute,
    second: Math.max(0, reading.second),
    zone: zone?.zone ?? '',
    bst: zone?.bst ?? false,
    next: zone?.next ?? reading.next,
  };
}

/**
 * The clock that follows a date ending before token `at`: signs and a word such as `at`, `à`, `um` may stand between.
 */
export function clockAfter(tokens: readonly Token[], at: number): Clock | undefined {
  let next = at;
  let dottedOk = false;
  const furthest = at + 5;
  for (; next < furthest; next++) {
    const token = tokens[next];
    if (token === undefined) return undefined;
    if (token.kind === NUMBER || (token.kind === NAME && !CLOCK_LINKS.has(token.name))) break;
    if (token.kind === NAME && DOTTED_CLOCK_LINKS.has(token.name)) dottedOk = true;
  }
  return clockAt(tokens, next, dottedOk);
}

/** `上午`, `下午`, `오전`, `오후` stand before the clock. */
function halfBefore(tokens: readonly Token[], at: number): { readonly half: -1 | 0 | 1; readonly next: number } {
  const first = tokens[at]?.name;
  if (first === undefined || first === '') return { half: -1, next: at };
  if (first === '오전') return { half: 0, next: at + 1 };
  if (first === '오후') return { half: 1, next: at + 1 };
  if (tokens[at + 1]?.name === '午' || tokens[at + 1]?.name === '后' || tokens[at + 1]?.name === '後') {
    if (first === '上' || first === '前') return { half: 0, next: at + 2 };
    if (first === '下') return { half: 1, next: at + 2 };
  }
  if (first === '午' && tokens[at + 1] !== undefined)
    return { half: tokens[at + 1]?.name === '前' ? 0 : 1, next: at + 2 };
  return { half: -1, next: at };
}

function hourAndMinute(tokens: readonly Token[], at: number): Reading | undefined {
  const hour = tokens[at];
  if (hour === undefined || hour.kind !== NUMBER || hour.digits > 2) return undefined;
  const reading: Reading = {
    hour: hour.value,
    minute: 0,
    second: -1,
    next: at + 1,
    dotted: false,
    bare: true,
    half: -1,
  };
  const parter = tokens[at + 1];
  if (parter === undefined) return undefined;
  if (parter.kind === NAME && HOUR_LETTERS.has(parter.name)) readLettered(tokens, at + 2, reading);
  else if (parter.kind === SIGN && parter.glued && (parter.value === COLON || parter.value === STOP))
    readParted(tokens, at + 2, parter.value, reading);
  return reading;
}

/** `15:58`, `15:58:00`, `15:58:00.000`, `15.58`. */
function readParted(tokens: readonly Token[], at: number, sign: number, reading: Reading): void {
  const minute = tokens[at];
  if (!isPair(minute)) return;
  reading.minute = minute.value;
  reading.next = at + 1;
  reading.bare = false;
  reading.dotted = sign === STOP;
  const second = tokens[at + 2];
  if (tokens[at + 1]?.value !== sign || tokens[at + 1]?.kind !== SIGN || !isPair(second) || reading.dotted) return;
  reading.second = second.value;
  reading.next = at + 3;
  const fraction = tokens[at + 4];
  if (tokens[at + 3]?.value === STOP && tokens[at + 3]?.glued && fraction?.kind === NUMBER && fraction.glued)
    reading.next = at + 5;
}

/** `8h15`, `8 h 15 min`, `15時58分`, `3시 10분 5초`; the hour letter alone is enough. */
function readLettered(tokens: readonly Token[], at: number, reading: Reading): void {
  reading.bare = false;
  reading.next = at;
  const minute = tokens[at];
  if (minute === undefined || minute.kind !== NUMBER || minute.digits > 2) return;
  reading.minute = minute.value;
  reading.next = at + 1;
  if (!MINUTE_LETTERS.has(tokens[at + 1]?.name ?? '')) return;
  reading.next = at + 2;
  const second = tokens[at + 2];
  if (second?.kind !== NUMBER || !SECOND_LETTERS.has(tokens[at + 3]?.name ?? '')) return;
  reading.second = second.value;
  reading.next = at + 4;
}

function isPair(token: Token | undefined): token is Token {
  return token !== undefined && token.kind === NUMBER && token.digits === 2 && token.glued;
}

/** `AM`, `p.m.`, `a. m.` after the clock. */
function readHalf(tokens: readonly Token[], reading: Reading): void {
  const first = tokens[reading.next];
  if (first === undefined || first.kind !== NAME) return;
  if (MORNING.has(first.name) || EVENING.has(first.name)) {
    reading.half = EVENING.has(first.name) ? 1 : 0;
    reading.next++;
    return;
  }
  const isDotted = tokens[reading.next + 1]?.value === STOP && tokens[reading.next + 2]?.name === 'm';
  if (!isDotted || (first.name !== 'a' && first.name !== 'p')) return;
  reading.half = first.name === 'p' ? 1 : 0;
  reading.next += tokens[reading.next + 3]?.value === STOP ? 4 : 3;
}

function hourOfDay(reading: Reading): number {
  if (reading.half < 0) return reading.hour <= 23 ? reading.hour : -1;
  if (reading.hour >= 13 && reading.hour <= 23) return reading.half === 1 ? reading.hour : -1;
  if (reading.hour > 12) return -1;
  return (reading.hour % 12) + 12 * reading.half;
}

interface Zone {
  readonly zone: string;
  readonly bst?: boolean;
  readonly next: number;
}

/**
 * `GMT`, `(CET)`, `Z`, `+02:00`, `+0200`, `UTC+2`. `precise`: seconds are stated, so that `-05:00` is no range of
 * hours.
 */
function zoneAt(tokens: readonly Token[], at: number, precise: boolean): Zone | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (first.kind === SIGN && (first.value === OPEN || first.value === 44)) {
    const inner = zoneAt(tokens, at + 1, false);
    if (inner === undefined) return undefined;
    return first.value === OPEN && tokens[inner.next]?.value === CLOSE ? { ...inner, next: inner.next + 1 } : inner;
  }
  if (first.kind === NAME) {
    const zone = ZONES.get(first.name);
    if (zone === undefined) return undefined;
    const offset = zone === 'Z' && first.name !== 'z' ? offsetAt(tokens, at + 1, true) : undefined;
    return offset ?? { zone, bst: first.name === 'bst', next: at + 1 };
  }
  const offset = offsetAt(tokens, at, precise);
  if (offset === undefined) return undefined;
  const named = tokens[offset.next];
  return named?.kind === NAME && ZONES.has(named.name) ? { zone: offset.zone, next: offset.next + 1 } : offset;
}

function offsetAt(tokens: readonly Token[], at: number, precise: boolean): Zone | undefined {
  const sign = tokens[at];
  const hours = tokens[at + 1];
  if (sign?.kind !== SIGN || (sign.value !== PLUS && sign.value !== MINUS && sign.value !== TRUE_MINUS))
    return undefined;
  if (hours?.kind !== NUMBER || !hours.glued) return undefined;
  const lead = sign.value === PLUS ? '+' : '-';
  if (hours.digits === 4) return offset(lead, Math.trunc(hours.value / 100), hours.value % 100, at + 2);
  if (hours.digits > 2 || (lead === '-' && !precise)) return undefined;
  const minutes = tokens[at + 3];
  if (tokens[at + 2]?.value === COLON && isPair(minutes)) return offset(lead, hours.value, minutes.value, at + 4);
  return precise ? offset(lead, hours.value, 0, at + 2) : undefined;
}

function offset(lead: '+' | '-', hours: number, minutes: number, next: number): Zone | undefined {
  if (hours > WIDEST_OFFSET || minutes > 59) return undefined;
  if (hours === 0 && minutes === 0) return { zone: 'Z', next };
  return { zone: `${lead}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`, next };
}
