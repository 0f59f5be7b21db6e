/**
 * Whose article it is: the agency stamp beside the date, the holder of the copyright line; and the masthead of the
 * page.
 */
import type { Document } from '../core/types.ts';
import { plainName } from '../text/date-words.ts';
import { hashWord } from '../text/hash.ts';
import { CLASSES, DIGIT, UNSPACED, UPPER } from '../text/tables/letters.ts';
import type { PlacedDate } from './date.ts';
import { isNameOnPage } from './names.ts';
import { isLabelLine } from './words.ts';
import type { Zone } from './zone.ts';

const MOST_STAMP_WORDS = 3;
const MOST_HOLDER_WORDS = 6;
const LONGEST_HOLDER = 50;
/** The copyright line is among the last lines of the page. */
const FOOTER_LINES = 40;
const LONGEST_COPYRIGHT_LINE = 300;

/** `Thu, 05 Mar 2009 22:24:36 GMT | PressTV`: a name beside a date with clock and zone, parted from it by a bar. */
export function stampOf(zone: Zone, dated: PlacedDate | undefined): string | undefined {
  const [stamp, ...others] = dated?.rest ?? [];
  if (dated === undefined || stamp === undefined || others.length > 0 || dated.date.zone === undefined)
    return undefined;
  const line = zone.doc.line(zone.lines[dated.place] as number);
  const barred =
    line.slice(dated.date.end).trimStart().startsWith('|') || line.slice(0, dated.date.start).trimEnd().endsWith('|');
  const words = stamp.split(' ');
  if (!barred || words.length > MOST_STAMP_WORDS || !words.every(startsHigh)) return undefined;
  return isNameOnPage(zone.doc, stamp, 'forgiving') ? stamp : undefined;
}

/** The holder named by the copyright lines from line `from` on, if they name only one. */
export function copyrightHolder(doc: Document, from: number): string | undefined {
  const holders = new Set<string>();
  let seen = 0;
  for (let at = doc.lines.count - 1; at >= Math.max(from, 0) && seen < FOOTER_LINES; at--) {
    if (doc.lines.from[at] === doc.lines.end[at]) continue;
    seen++;
    if ((doc.lines.digits[at] as number) < YEAR_DIGITS) continue;
    const holder = holderIn(doc.line(at).slice(0, LONGEST_COPYRIGHT_LINE));
    if (holder !== '') holders.add(holder);
  }
  return holders.size === 1 ? [...holders][0] : undefined;
}

/** `Copyright © 2019 BBC. …` gives `BBC`; `''` for a line without holder or year. */
function holderIn(line: string): string {
  const start = afterNotice(line);
  if (start < 0) return '';
  let from = start;
  let years = 0;
  while (from < line.length && isFiller(line, from)) {
    if (CLASSES[line.charCodeAt(from)] === DIGIT) years++;
    from++;
  }
  if (plainName(line, from, from + 3) === 'by ') from += 3;
  const holder = line.slice(from, endOfHolder(line, from)).trim();
  const words = holder.split(' ');
  if (years < YEAR_DIGITS || holder === '' || words.length > MOST_HOLDER_WORDS || holder.length > LONGEST_HOLDER)
    return '';
  return startsHigh(holder) && !words.some((word) => NO_HOLDERS.has(plainName(word))) ? holder : '';
}

const YEAR_DIGITS = 4;
const NO_HOLDERS: ReadonlySet<string> = new Set(
  'all rights reserved alle rechte tous droits privacy terms copyright the page this'.split(' '),
);

/** One past `©`, `(c)` or `Copyright` near the start of the line, with or without the sign; -1 if the line has none. */
function afterNotice(line: string): number {
  const sign = line.indexOf('©');
  if (sign >= 0) return sign <= LATEST_NOTICE ? sign + 1 : -1;
  const start = plainName(line, 0, Math.min(line.length, LATEST_NOTICE));
  if (start.startsWith('(c) ')) return '(c) '.length;
  if (!start.startsWith('copyright ')) return -1;
  return start.startsWith('copyright (c)') ? 'copyright (c)'.length : 'copyright '.length;
}

/** `All content copyright © 2019 …`; a later sign is a picture credit. */
const LATEST_NOTICE = 24;

function isFiller(line: string, at: number): boolean {
  return CLASSES[line.charCodeAt(at)] === DIGIT || ' \u00a0-–—,.'.includes(line.charAt(at));
}

/** A holder ends at a sign, or where its rights begin. */
function endOfHolder(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    if ('|·•,;(©–—/\t'.includes(line.charAt(at))) return at;
    const next = line.charAt(at + 1);
    if ((line.charAt(at) === '.' || line.charAt(at) === '-') && (next === ' ' || next === ''))
      return isShortForm(line, at) ? at + 1 : at;
    if (line.charAt(at) === ' ' && RIGHTS.some((words) => plainName(line, at, at + words.length) === words)) return at;
  }
  return line.length;
}

const RIGHTS: readonly string[] = [
  ' all rights',
  ' alle rechte',
  ' tous droits',
  ' todos los',
  ' todos os',
  ' tutti i',
  ' все права',
  ' wszelkie',
  ' privacy',
  ' terms',
];

/** `Inc.`, `Ltd.`, `Co.` keep their stop. */
function isShortForm(line: string, stop: number): boolean {
  return ['inc', 'ltd', 'co', 'corp', 'e.v'].some((form) => plainName(line, stop - form.length, stop) === form);
}

/**
 * The masthead: the page's very first line, a name and nothing else. Meant for pages whose article is known to come
 * from elsewhere.
 */
export function mastheadOf(zone: Zone, title: number): number {
  const at = zone.lines[0];
  if (at === undefined || title < MASTHEAD_LEAD || zone.dated[0] !== undefined || zone.dated[1] !== undefined)
    return -1;
  const { lines, words } = zone.doc;
  const tokens = lines.tokens[at] as number;
  const first = words.hash[lines.word[at] as number];
  if (tokens > MOST_STAMP_WORDS || first === undefined || lines.terminal[at] !== 0 || isLabelLine(zone.doc, at))
    return -1;
  if (!zone.doc.line(at).split(' ').every(startsHigh)) return -1;
  return zone.view.taken[at] === 1 ? -1 : 0;
}

/**
 * The masthead that the copyright line names too: one of the page's first lines, above the body, with which the holder's
 * name begins (`THE ORREL HERALD` over `© 2023 Orrel Herald Ltd`); -1 if there is none.
 */
export function signedMasthead({ doc, lines, dated, body }: Zone): number {
  const holders = holdersFrom(doc, lines[body] ?? doc.lines.count);
  if (holders.length === 0) return -1;
  for (let place = 0; place < Math.min(body, HEAD_LINES); place++) {
    const at = lines[place] as number;
    if (dated[place] !== undefined || doc.lines.terminal[at] !== 0 || isLabelLine(doc, at)) continue;
    const first = nameFrom(doc, at);
    const count = (doc.lines.word[at + 1] as number) - first;
    if (count === 0 || count > MOST_HOLDER_WORDS || !startsHigh(doc.line(at))) continue;
    const isWhole = count > 1 || first > (doc.lines.word[at] as number);
    if (
      holders.some((holder) => isSameRun(doc, first, holder, count) && (isWhole || doc.words.hash[holder - 1] !== THE))
    )
      return place;
  }
  return -1;
}

/** A masthead stands among so many first lines. One word of it is too little of `The Social Shepherd`: a menu has `Social`. */
const HEAD_LINES = 10;
const THE = hashWord('the');

/** Rows of the word table where the holders of the footer's copyright lines begin. */
function holdersFrom(doc: Document, from: number): readonly number[] {
  const { lines, words, text } = doc;
  const holders: number[] = [];
  let seen = 0;
  for (let at = lines.count - 1; at > from && seen < FOOTER_LINES; at--) {
    if (lines.from[at] === lines.end[at]) continue;
    seen++;
    if ((lines.digits[at] as number) < YEAR_DIGITS || lines.marks[at] === 0) continue;
    const sign = doc.line(at).indexOf('©');
    if (sign < 0) continue;
    const offset = (lines.from[at] as number) + sign;
    const end = lines.word[at + 1] as number;
    let word = lines.word[at] as number;
    while (word < end && ((words.start[word] as number) < offset || isYear(text, words.start[word] as number))) word++;
    if (words.hash[word] === THE) word++;
    if (word < end) holders.push(word);
  }
  return holders;
}

function isYear(text: string, start: number): boolean {
  return CLASSES[text.charCodeAt(start)] === DIGIT;
}

/** The first word of the line after an article, which the copyright line may leave out. */
function nameFrom({ lines, words }: Document, at: number): number {
  const first = lines.word[at] as number;
  return words.hash[first] === THE ? first + 1 : first;
}

function isSameRun({ words }: Document, one: number, two: number, count: number): boolean {
  for (let step = 0; step < count; step++) if (words.hash[one + step] !== words.hash[two + step]) return false;
  return true;
}

/** Lines that stand between a masthead and the title at least. */
const MASTHEAD_LEAD = 2;

function startsHigh(text: string): boolean {
  const kind = CLASSES[text.charCodeAt(0)];
  return kind === UPPER || kind === UNSPACED;
}
