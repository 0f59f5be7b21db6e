/**
 * A weekday named beside a date: before it (`Tuesday, 3 March 2009`, `Segunda-feira, 3`) or after it (`2009년 3월 3일
 * (화)`, `3日火曜日`).
 */
import type { Token } from './date-tokens.ts';
import { NAME, SIGN } from './date-tokens.ts';
import { LINKS, WEEKDAYS } from './date-words.ts';

export interface NamedWeekday {
  /** Bit per weekday that the name may stand for, 1 for Sunday. */
  readonly mask: number;
  /**
   * False for short names that are ordinary words too (`so`, `man`, `per`): if they do not fit, they are no weekday.
   */
  readonly sure: boolean;
  readonly first: number;
  readonly next: number;
}

const SHORTEST_SURE = 4;
const ENGLISH_SHORT: ReadonlySet<string> = new Set('sun mon tue wed thu fri sat'.split(' '));
const CHINESE: Readonly<Record<string, number>> = { 日: 1, 天: 1, 一: 2, 二: 4, 三: 8, 四: 16, 五: 32, 六: 64 };
const CHINESE_LEADS: ReadonlySet<string> = new Set(['期', '周', '週', '拜']);
/** Words that may part weekday and day: `Thursday the 5th`, `jeudi le 5`, `torsdag den 5`. */
const ARTICLES: ReadonlySet<string> = new Set('the le el den la il'.split(' '));
const FEIRA = 'feira';
const COMMA = 44;
const STOP = 46;
const OPEN = 40;
const CLOSE = 41;
const WIDE_COMMA = 0x3001;
const HYPHEN = 45;

export function weekdayBefore(tokens: readonly Token[], day: number, free: number): NamedWeekday | undefined {
  let at = day - 1;
  const article = tokens[at];
  if (article?.kind === NAME && (ARTICLES.has(article.name) || LINKS.has(article.name)) && !WEEKDAYS.has(article.name))
    at--;
  while (at >= free && isPause(tokens[at])) at--;
  if (tokens[at]?.name === FEIRA && tokens[at - 1]?.value === HYPHEN) at -= 2;
  const token = tokens[at];
  if (at < free || token === undefined || token.kind !== NAME) return undefined;
  const mask = WEEKDAYS.get(token.name);
  if (mask === undefined) return undefined;
  const opened = tokens[at - 1]?.value === OPEN && at - 1 >= free;
  return { mask, sure: isSure(token), first: opened ? at - 1 : at, next: day };
}

export function weekdayAfter(tokens: readonly Token[], from: number): NamedWeekday | undefined {
  let at = from;
  const opening = tokens[at];
  const opened = opening?.kind === SIGN && opening.value === OPEN;
  if (opened || (opening?.kind === SIGN && (opening.value === COMMA || opening.value === WIDE_COMMA))) at++;
  if (tokens[at]?.name === '星' || tokens[at]?.name === '礼') at++;
  const led = CHINESE_LEADS.has(tokens[at]?.name ?? '');
  if (led) at++;
  const token = tokens[at];
  if (token === undefined || token.kind !== NAME) return undefined;
  const mask = led ? CHINESE[token.name] : WEEKDAYS.get(token.name);
  const suffixed = tokens[at + 1]?.name === '曜';
  if (mask === undefined) return undefined;
  const isLetter = token.end - token.start === 1;
  if (isLetter && !led && !opened && !suffixed) return undefined;
  let next = at + 1;
  if (suffixed) next += tokens[next + 1]?.name === '日' ? 2 : 1;
  const closed = opened && tokens[next]?.value === CLOSE;
  if (opened && !closed) return undefined;
  return { mask, sure: led || suffixed || isSure(token), first: from, next: closed ? next + 1 : next };
}

function isPause(token: Token | undefined): boolean {
  return (
    token?.kind === SIGN &&
    (token.value === COMMA || token.value === STOP || token.value === CLOSE || token.value === WIDE_COMMA)
  );
}

function isSure(token: Token): boolean {
  return token.name.length >= SHORTEST_SURE || ENGLISH_SHORT.has(token.name);
}
