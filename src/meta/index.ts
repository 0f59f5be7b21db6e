/** Reads what a page says about its article, and names the lines that say nothing else. */
import type { Document, Finding, Metadata, MetaKey } from '../core/types.ts';
import { dateLabel, isDateLabel } from '../text/date-line.ts';
import { findDates, isoDate, isoDateTime } from '../text/dates.ts';
import type { FoundAuthor } from './author.ts';
import { findAuthor } from './author.ts';
import type { FoundDates, PlacedDate } from './date.ts';
import { findArticleDates, isOnlyDates, isSameDay } from './date.ts';
import { Moves } from './moves.ts';
import { copyrightHolder, mastheadOf, signedMasthead, stampOf } from './publisher.ts';
import { shareName } from './stated.ts';
import type { FoundTitle } from './title.ts';
import { findTitle } from './title.ts';
import type { FoundUrl } from './url.ts';
import { findUrl, hostOf } from './url.ts';
import type { FoundWrapper } from './wrapper.ts';
import { findWrapper } from './wrapper.ts';
import type { MetaView, Zone } from './zone.ts';
import { zoneOf } from './zone.ts';

export type { MetaView } from './zone.ts';

export interface MetaResult {
  readonly meta: Metadata;
  /** Action `move`: the line says nothing but what its fields hold. */
  readonly findings: readonly Finding[];
}

/** What the page shows, before the markup has its say. */
interface Shown {
  readonly zone: Zone;
  readonly title: FoundTitle;
  readonly source: FoundUrl | undefined;
  readonly dates: FoundDates;
  readonly wrapper: FoundWrapper | undefined;
  readonly author: FoundAuthor | undefined;
  /** The agency beside the date. */
  readonly stamp: string | undefined;
  /** Place of the masthead of a page that carries somebody else's article, or -1. */
  readonly masthead: number;
  /** Place of the masthead that is the publisher, or -1. */
  readonly publisher: number;
}

export function readMetadata(doc: Document, view: MetaView): MetaResult {
  const shown = readShown(zoneOf(doc, view));
  const { title: _stated, ...stated } = doc.hints;
  return { meta: { ...metaOf(shown), ...stated }, findings: movesOf(shown) };
}

function readShown(zone: Zone): Shown {
  const signed = signedMasthead(zone);
  const title = findTitle(zone, signed);
  const source = findUrl(zone, title.place);
  const dates = findArticleDates(zone, title.place);
  const wrapper = findWrapper(zone, title.place, dates, source?.at ?? -1);
  const author = findAuthor(zone, title.place);
  const stamp = stampOf(zone, dates.date);
  const isPoster = wrapper !== undefined && author?.places.includes(wrapper.poster) === true;
  const masthead = stamp === undefined && source === undefined ? -1 : mastheadOf(zone, title.place);
  const isOwn = stamp === undefined && source === undefined && zone.doc.hints.url === undefined;
  const publisher = isOwn && (title.place < 0 || signed < title.place) ? signed : -1;
  return { zone, title, source, dates, wrapper, author: isPoster ? undefined : author, stamp, masthead, publisher };
}

function metaOf(shown: Shown): Metadata {
  const { zone, title, source, dates, wrapper, author, masthead } = shown;
  const publisher = publisherOf(shown);
  const site = masthead < 0 ? publisher : textAt(zone, masthead);
  return {
    ...(title.title === '' ? {} : { title: title.title }),
    ...(dates.date === undefined ? {} : { date: dateValue(dates.date, dates.updated) }),
    ...(dates.updated === undefined ? {} : { updated: isoDateTime(dates.updated.date, true) }),
    ...(author === undefined ? {} : { author: author.names }),
    ...(wrapper === undefined || isPostDay(wrapper, dates) ? {} : { posted: isoDateTime(wrapper.posted.date, false) }),
    ...(wrapper === undefined || wrapper.poster < 0 ? {} : { posted_by: textAt(zone, wrapper.poster) }),
    ...(site === undefined || site === publisher ? {} : { site }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(source === undefined ? {} : { url: source.url }),
  };
}

function publisherOf({ zone, source, stamp, publisher }: Shown): string | undefined {
  if (publisher >= 0) return textAt(zone, publisher);
  const url = zone.doc.hints.url ?? source?.url;
  if (stamp !== undefined || url !== undefined) return stamp ?? hostOf(url ?? '');
  const { bodyLast } = zone.view;
  const { spanLast } = zone.doc.outline;
  return copyrightHolder(zone.doc, bodyLast < 0 ? spanLast : Math.min(bodyLast, spanLast));
}

/** With a clock only if the zone is stated; of a change only the day. */
function dateValue(date: PlacedDate, updated: PlacedDate | undefined): string {
  return date === updated || date.date.zone === undefined ? isoDate(date.date) : isoDateTime(date.date, true);
}

function isPostDay({ posted }: FoundWrapper, { date }: FoundDates): boolean {
  return date !== undefined && isoDate(posted.date) === isoDate(date.date);
}

function textAt(zone: Zone, place: number): string {
  return zone.doc.line(zone.lines[place] as number);
}

function movesOf(shown: Shown): readonly Finding[] {
  const { zone, title, source, wrapper, author, masthead } = shown;
  const moves = new Moves();
  const move = (place: number, field: MetaKey, message: string): void => {
    const at = zone.lines[place];
    if (at !== undefined) moves.add(at, [field], message);
  };
  move(masthead, 'site', 'masthead of the page the article was saved from');
  move(shown.publisher, 'publisher', 'masthead that the copyright line names too');
  move(title.place, 'title', 'title of the article');
  if (source !== undefined) moves.add(source.at, ['url', 'publisher'], 'address of the source');
  move(wrapper?.poster ?? -1, 'posted_by', 'name of who posted it');
  moveDates(shown, moves);
  const { hints } = zone.doc;
  if (author !== undefined && (hints.author === undefined || shareName(hints.author, author.names))) {
    for (const place of author.places) move(place, 'author', 'byline');
  }
  return moves.findings();
}

/** Moves the lines that say the same days, with a label that stands alone above one. */
function moveDates(shown: Shown, moves: Moves): void {
  const { zone, dates, title } = shown;
  const explained = [...(shown.author?.names ?? []), ...(shown.stamp === undefined ? [] : [shown.stamp])];
  const last = Math.max(title.place, zone.body, dates.date?.place ?? 0, dates.updated?.place ?? 0);
  const above = dates.near.filter(({ place }) => place <= last);
  const { date } = dates;
  const isFar = date?.label === 'published' && !above.includes(date);
  for (const placed of isFar ? [...above, date] : above) {
    const fields = fieldsOf(shown, placed);
    if (fields.length === 0 || !isOnlyDates(placed, explained)) continue;
    moves.add(placed.at, fields, placed.place < 0 ? 'date of publication' : 'dated line beside the title');
    const label = zone.lines[placed.place - 1];
    if (label !== undefined && isLoneLabel(zone.doc, label)) moves.add(label, fields, 'label of the date under it');
  }
}

function fieldsOf({ zone, dates, wrapper, stamp }: Shown, placed: PlacedDate): readonly MetaKey[] {
  const fields: MetaKey[] = [];
  const { hints } = zone.doc;
  const stated = hints.date === undefined ? undefined : findDates(hints.date)[0];
  if (placed.place === wrapper?.posted.place) return ['posted'];
  if (dates.updated !== undefined && placed.label === 'updated' && isSameDay(placed.date, dates.updated.date))
    fields.push('updated');
  const own = stated ?? dates.date?.date;
  if (own !== undefined && isSameDay(placed.date, own)) fields.push('date');
  if (stamp !== undefined && placed === dates.date) fields.push('publisher');
  return fields;
}

const LONGEST_LABEL = 40;

function isLoneLabel(doc: Document, at: number): boolean {
  const text = doc.line(at);
  return text.length <= LONGEST_LABEL && isDateLabel(text) && dateLabel(text) !== '';
}
