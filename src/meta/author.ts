/** Who wrote the article: a byline with an opener, or a bare name beside the title or the date. */
import type { Document } from '../core/types.ts';
import { plainName } from '../text/date-words.ts';
import { hashWord } from '../text/hash.ts';
import { CLASSES, UPPER } from '../text/tables/letters.ts';
import { BYLINE_OPENERS, opensLikeByline, ROLES, TIME_WORDS } from './author-words.ts';
import type { NameCare } from './names.ts';
import { isNameOnPage, isShortName, namesIn } from './names.ts';
import { isLabelLine } from './words.ts';
import type { Zone } from './zone.ts';

export interface FoundAuthor {
  readonly names: readonly string[];
  /** Places of the lines that hold nothing but the byline; none if prose follows the names. */
  readonly places: readonly number[];
}

/** Bylines stand up to this many lines above and below the title, and up to this many into the body. */
const REACH_ABOVE = 3;
const REACH_BELOW = 12;
const REACH_INTO_BODY = 9;
/** A bare name stands closer. */
const BARE_INTO_BODY = 4;
/** Between title and date nothing but a byline stands so often. */
const BESIDE_TITLE = 3;
/** Lines between a bare name and the date it stands beside. */
const BESIDE = 2;
const MOST_TOKENS = 24;
const LONGEST_OPENER = 40;

export function findAuthor(zone: Zone, title: number): FoundAuthor | undefined {
  const from = title < 0 ? zone.body - REACH_BELOW : title - REACH_ABOVE;
  const to = Math.min(
    title < 0 ? zone.body + REACH_INTO_BODY : title + REACH_BELOW,
    Math.max(zone.body, title) + REACH_INTO_BODY,
    zone.lines.length - 1,
  );
  return (
    ledByline(zone, Math.max(0, from), to, title) ??
    bareName(zone, Math.max(0, from), to, title) ??
    nameOverDate(zone, title) ??
    onlyByline(zone)
  );
}

/** The byline with an opener that is nearest below the title, else above it. */
function ledByline(zone: Zone, from: number, to: number, title: number): FoundAuthor | undefined {
  for (const place of outward(from, to, title)) {
    for (const text of textsAt(zone, place)) {
      const rest = afterOpener(text);
      if (rest === undefined) continue;
      const { names, isAll } = namesIn(rest, 'led');
      if (names.length > 0 && !isArticle(text, names)) return { names, places: isAll ? [place] : [] };
      if (rest !== '' || place + 1 > to) continue;
      const below = namesIn(zone.doc.line(zone.lines[place + 1] as number), 'led');
      if (below.names.length > 0 && below.isAll) return { names: below.names, places: [place, place + 1] };
    }
  }
  return undefined;
}

/** `De Maart`, `Da Vinci`: the word is a byline's in one language and an article or a part of a name in another. */
function isArticle(text: string, names: readonly string[]): boolean {
  return ARTICLES.has(plainName(text.slice(0, text.indexOf(' ')))) && names.every((name) => !name.includes(' '));
}

const ARTICLES: ReadonlySet<string> = new Set('de di da text tekst per'.split(' '));

/**
 * The byline far from the title, if the page has but one with a full name: in a box after the body, under the deck. 18 of
 * 19 were right.
 */
function onlyByline({ doc, lines }: Zone): FoundAuthor | undefined {
  let found: readonly string[] | undefined;
  for (let at = 0; at < doc.lines.count; at++) {
    if (!opensLikeByline(doc, at)) continue;
    const names = namesAfterOpener(doc, at);
    if (names.length === 0 || !names.every((name) => name.includes(' '))) continue;
    if (found !== undefined && found.join() !== names.join()) return undefined;
    found = names;
  }
  return found === undefined || lines.length === 0 ? undefined : { names: found, places: [] };
}

/** What the byline names; an opener alone on its line names who stands on the next. */
function namesAfterOpener(doc: Document, at: number): readonly string[] {
  const rest = afterOpener(doc.line(at));
  if (rest === undefined) return [];
  if (rest !== '') return namesIn(rest, 'led').names;
  let below = at + 1;
  while (below < doc.lines.count && doc.lines.from[below] === doc.lines.end[below]) below++;
  if (below === doc.lines.count) return [];
  const { names, isAll } = namesIn(doc.line(below), 'led');
  return isAll ? names : [];
}

function bareName(zone: Zone, from: number, to: number, title: number): FoundAuthor | undefined {
  const timed = timedPlaces(zone, from - BESIDE, to + BESIDE);
  for (const place of outward(from, to, title)) {
    if (place === title || place > Math.max(zone.body, title) + BARE_INTO_BODY || !mayHoldName(zone, place)) continue;
    if (isOverCredit(zone, place)) continue;
    const care = careFor(timed, place, title) ?? (isOverRole(zone, place) ? 'usual' : undefined);
    if (care === undefined) continue;
    for (const text of textsAt(zone, place)) {
      const { names } = namesIn(text, 'strict');
      if (names.length > 0 && names.every((name) => isNameOnPage(zone.doc, name, care)))
        return { names, places: [place] };
    }
  }
  return undefined;
}

/** A word alone between title and date is the author's name, be it a handle or a brand: 5 of 6. */
function nameOverDate({ doc, lines, dated }: Zone, title: number): FoundAuthor | undefined {
  const at = lines[title + 1];
  const below = dated[title + 2];
  if (title < 0 || at === undefined || dated[title + 1] !== undefined || below === undefined) return undefined;
  const text = doc.line(at);
  const isByline = below.rest.length <= 1 && isShortName(text) && !isLabelLine(doc, at);
  return isByline ? { names: [text], places: [title + 1] } : undefined;
}

/** A bare name has two capitals at least. */
function mayHoldName({ doc, lines }: Zone, place: number): boolean {
  const at = lines[place] as number;
  return (doc.lines.upper[at] as number) >= 2 && (doc.lines.tokens[at] as number) <= MOST_TOKENS;
}

/**
 * How sure the layout is that a bare name here is the author's; undefined: not at all. Measured on folds 0-3, stated
 * authors among the names: beside a date and up to three lines under the title 91 of 98, without a date 13 of 19, above
 * 8 of 11.
 */
function careFor(timed: ReadonlySet<number>, place: number, title: number): NameCare | undefined {
  const toDate = distanceToDate(timed, place);
  if (title < 0) return toDate <= BESIDE ? 'usual' : undefined;
  if (place < title) return toDate < BESIDE ? 'usual' : undefined;
  if (toDate <= BESIDE) return place - title <= BESIDE_TITLE ? 'forgiving' : 'usual';
  return place - title <= BESIDE_TITLE ? 'usual' : undefined;
}

/** `Ann Lee` over `Senior Editor`. */
function isOverRole({ doc, lines }: Zone, place: number): boolean {
  const at = lines[place + 1];
  if (at === undefined || (doc.lines.tokens[at] as number) > MOST_ROLE_TOKENS) return false;
  return doc
    .line(at)
    .split(NOT_LETTERS)
    .some((word) => ROLES.has(plainName(word)));
}

const MOST_ROLE_TOKENS = 6;

/** A caption and its credit: the name above `Photo: ...` is that of who is on it. */
function isOverCredit({ doc, lines }: Zone, place: number): boolean {
  const at = lines[place + 1];
  if (at === undefined || doc.lines.word[at] === doc.lines.word[at + 1]) return false;
  return CREDITS.has(doc.words.hash[doc.lines.word[at] as number] as number);
}

const CREDITS: ReadonlySet<number> = new Set(
  'photo foto image bild picture fot photograph фото imagen'.split(' ').map(hashWord),
);

function distanceToDate(timed: ReadonlySet<number>, place: number): number {
  let step = 0;
  while (step <= BESIDE && !timed.has(place + step) && !timed.has(place - step)) step++;
  return step;
}

function timedPlaces(zone: Zone, from: number, to: number): ReadonlySet<number> {
  const timed = new Set<number>();
  for (let place = Math.max(0, from); place <= to; place++) if (isTimed(zone, place)) timed.add(place);
  return timed;
}

/** True for a dated line, and for one with a relative time or a reading time. */
function isTimed({ doc, lines, dated }: Zone, place: number): boolean {
  const at = lines[place];
  if (at === undefined) return false;
  if (dated[place] !== undefined) return true;
  const units = (doc.lines.end[at] as number) - (doc.lines.from[at] as number);
  if (doc.lines.digits[at] === 0 || doc.lines.letters[at] === 0 || units > LONGEST_TIMED_UNITS) return false;
  return doc
    .line(at)
    .split(NOT_LETTERS)
    .some((word) => TIME_WORDS.has(plainName(word)));
}

const LONGEST_TIMED_UNITS = 60;
const NOT_LETTERS: RegExp = /[\s\d,.|·•()]+/;

/** Places from the title downwards, then upwards; without title from the body upwards. */
function outward(from: number, to: number, title: number): readonly number[] {
  const places: number[] = [];
  for (let place = Math.max(from, title + 1); place <= to; place++) places.push(place);
  if (title < 0) return places.reverse();
  for (let place = title - 1; place >= from; place--) places.push(place);
  return places;
}

/** The line; of a dated line what is left of it without its dates. */
function textsAt(zone: Zone, place: number): readonly string[] {
  const at = zone.lines[place] as number;
  if ((zone.doc.lines.tokens[at] as number) > MOST_TOKENS || zone.caption[place] === 1) return [];
  return zone.dated[place]?.rest.map((part) => part.split(SECTION)[0] ?? part) ?? [zone.doc.line(at)];
}

/** `Ann Lee in Travel`, beside a date. */
const SECTION: RegExp = / (?:in|on|for|at) /;

/** What follows a byline opener; undefined if the text has none, `''` if it is nothing else. */
export function afterOpener(text: string): string | undefined {
  const opener = openerOf(text);
  if (opener === undefined) return undefined;
  let from = opener.length;
  while (from < text.length && ' :：\t'.includes(text.charAt(from))) from++;
  return text.slice(from);
}

function openerOf(text: string): string | undefined {
  const lead = plainName(text, 0, 2);
  const [long, short] = [OPENERS_BY_LEAD.get(lead), OPENERS_BY_LEAD.get(lead.charAt(0))];
  if (long === undefined && short === undefined) return undefined;
  const lower = plainName(text, 0, LONGEST_OPENER);
  const begins = (opener: string): boolean => lower.startsWith(opener) && endsOpener(text, opener.length);
  return long?.find(begins) ?? short?.find(begins);
}

/** Openers, the longest first, by their first two letters; those of one letter by that. */
const OPENERS_BY_LEAD: ReadonlyMap<string, readonly string[]> = openersByLead();

function openersByLead(): ReadonlyMap<string, readonly string[]> {
  const leads = new Map<string, string[]>();
  for (const opener of BYLINE_OPENERS) {
    const lead = opener.slice(0, 2);
    leads.set(lead, [...(leads.get(lead) ?? []), opener]);
  }
  return leads;
}

/**
 * An opener ends at a blank, a colon or the line's end; or where flattened markup glued the name to it (`byAnn Lee`).
 */
function endsOpener(text: string, at: number): boolean {
  if (at === text.length) return true;
  const next = text.charAt(at);
  if (' :：\t/'.includes(next)) return true;
  return (
    text.charCodeAt(at - 1) > 0x2e80 ||
    (CLASSES[next.charCodeAt(0)] === UPPER && CLASSES[text.charCodeAt(at - 1)] !== UPPER)
  );
}
