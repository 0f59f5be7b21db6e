/** Brings what a format states about a document into the forms of `Metadata`; what does not fit is left out. */
import type { Metadata } from '../core/types.ts';
import { findDates, isoDateTime } from '../text/dates.ts';
import { BLANK, CLASSES, LINE_END } from '../text/tables/letters.ts';

const LONGEST_LINE = 500;
const LONGEST_URL = 2048;
const LONGEST_DATE = 80;
const WEB = /^https?:\/\/[^\s<>"{}|\\^`\u0000-\u0020\u007f]{3,2040}$/i;
const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i;
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Earlier years are programs' zero dates (0001, 1601), later ones their ends of time. */
const FIRST_YEAR = 1700;
const LAST_YEAR = 2100;
/** The first second of Unix time: a date that was never set. */
const EPOCH = '1970-01-01';
const DAYS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What front matter or a record says, each field in its form; `writer` of its dates. */
export function cleanHints(stated: Metadata, writer: DateWriter): Metadata {
  const author = (stated.author ?? []).flatMap((name) => fieldText(name) ?? []);
  return {
    ...field('title', fieldText(stated.title ?? '')),
    ...field('date', moment(stated.date ?? '', writer)),
    ...field('updated', moment(stated.updated ?? '', writer)),
    ...(author.length === 0 ? {} : { author }),
    ...field('posted', moment(stated.posted ?? '', 'person')),
    ...field('posted_by', fieldText(stated.posted_by ?? '')),
    ...field('site', fieldText(stated.site ?? '')),
    ...field('publisher', fieldText(stated.publisher ?? '')),
    ...field('url', webAddress(stated.url ?? '')),
    ...field('lang', languageTag(stated.lang ?? '')),
  };
}

function field(key: Exclude<keyof Metadata, 'author'>, value: string | undefined): Metadata {
  return value === undefined ? {} : { [key]: value };
}

/** The text on one line, blanks folded; undefined if nothing is left or it is too long to be a field. */
export function fieldText(text: string): string | undefined {
  if (text.length > LONGEST_LINE * 4) return undefined;
  let line = '';
  let isApart = false;
  for (const sign of text) {
    const kind = CLASSES[sign.charCodeAt(0)];
    if (kind === BLANK || kind === LINE_END || sign < ' ') isApart = line !== '';
    else {
      line += isApart ? ` ${sign}` : sign;
      isApart = false;
    }
  }
  return line === '' || line.length > LONGEST_LINE ? undefined : line;
}

export function webAddress(text: string): string | undefined {
  const address = text.trim();
  return address.length <= LONGEST_URL && WEB.test(address) ? address : undefined;
}

/** A BCP 47 tag in its usual spelling: `en`, `pt-BR`, `zh-Hans-CN`. */
export function languageTag(text: string): string | undefined {
  const tag = text.trim();
  if (!TAG.test(tag)) return undefined;
  const [language = '', ...rest] = tag.split(/[-_]/);
  const parts = rest.map((part) =>
    part.length === 2 ? part.toUpperCase() : part.length === 4 ? titleCase(part) : part.toLowerCase(),
  );
  return [language.toLowerCase(), ...parts].join('-');
}

function titleCase(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
}

/**
 * Who wrote a date. `program`: meta tags and data, where midnight to the second is a day written as a time, and a clock
 * without a zone is nobody's. `person`: front matter, ours among it, is taken at its word.
 */
export type DateWriter = 'program' | 'person';

/** `2009-03-05`, or `2009-03-05T22:24:36Z` if zone and time are stated; undefined for what is no certain date. */
export function moment(text: string, writer: DateWriter): string | undefined {
  const stated = text.trim();
  if (stated.length > LONGEST_DATE) return undefined;
  const parts = ISO.exec(stated) ?? COMPACT.exec(stated);
  return parts === null ? foundMoment(stated, writer) : isoMoment(parts, writer);
}

function isoMoment(parts: RegExpExecArray, writer: DateWriter): string | undefined {
  const [, year = '', month = '', day = '', hour, minute, second = '00', zone] = parts;
  const date = `${year}-${month}-${day}`;
  if (!isDay(Number(year), Number(month), Number(day)) || date === EPOCH) return undefined;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return date;
  const clock = `${hour}:${minute}:${second}`;
  if (clock === '00:00:00' && writer === 'program') return date;
  if (zone === undefined) return writer === 'person' ? `${date}T${clock}` : date;
  return `${date}T${clock}${offset(zone)}`;
}

function offset(zone: string): string {
  const digits = zone.replace(/[^0-9]/g, '').padEnd(4, '0');
  return digits === '0000' ? 'Z' : `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2, 4)}`;
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] as number))
    return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** A date in words or in another order, if it is the only one and cannot be read two ways. */
function foundMoment(text: string, writer: DateWriter): string | undefined {
  const dates = findDates(text);
  const [date] = dates;
  if (date === undefined || dates.length > 1 || date.form === 'open') return undefined;
  const hasZone = date.zone !== undefined;
  return isoDateTime(hasZone || writer === 'person' ? date : withoutClock(date), hasZone);
}

function withoutClock(date: ReturnType<typeof findDates>[number]): ReturnType<typeof findDates>[number] {
  const { start, end, form, year, month, day } = date;
  return { start, end, form, year, month, day };
}
