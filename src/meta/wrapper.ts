/**
 * The forum post or blog page around an article that came from elsewhere: who posted it and when. A post header alone
 * is no wrapper; something inside must be the article's own, a date or an address.
 */
import { isoDate } from '../text/dates.ts';
import type { FoundDates, PlacedDate } from './date.ts';
import { isLabelLine } from './words.ts';
import type { Zone } from './zone.ts';

export interface FoundWrapper {
  readonly posted: PlacedDate;
  /** Place of the poster's name; -1 for a blog. */
  readonly poster: number;
}

/** A post header stands up to this many lines above the title. */
const HEADER_REACH = 3;
/** Longest name of a poster in words. */
const LONGEST_HANDLE = 3;

/** `title` is the title's place, `source` the line of the source's address or -1. */
export function findWrapper(zone: Zone, title: number, dates: FoundDates, source: number): FoundWrapper | undefined {
  if (title < 0) return undefined;
  const own = dates.date;
  const above = dates.near.filter(
    ({ place, rest, label }) =>
      place < title && title - place <= HEADER_REACH && rest.length === 0 && label !== 'updated',
  );
  const posted = above.at(-1);
  if (posted === undefined) return undefined;
  const inner = own !== undefined && own.place > title && isoDate(own.date) !== isoDate(posted.date);
  if (isHandle(zone, posted.place - 1) && posted.date.hour !== undefined)
    return inner || source > (zone.lines[title] as number) ? { posted, poster: posted.place - 1 } : undefined;
  return inner && isDayHeading(posted, own, title) ? { posted, poster: -1 } : undefined;
}

/** A blog heads the day's posts with it: weekday, no clock, right above the title, not before the article. */
function isDayHeading(posted: PlacedDate, own: PlacedDate, title: number): boolean {
  const { weekday, hour } = posted.date;
  return (
    weekday !== undefined &&
    hour === undefined &&
    posted.place === title - 1 &&
    isoDate(posted.date) > isoDate(own.date)
  );
}

function isHandle(zone: Zone, place: number): boolean {
  const at = zone.lines[place];
  if (at === undefined || zone.dated[place] !== undefined) return false;
  const { lines } = zone.doc;
  const fits =
    (lines.tokens[at] as number) <= LONGEST_HANDLE && (lines.letters[at] as number) > 0 && lines.terminal[at] === 0;
  return fits && !isLabelLine(zone.doc, at);
}
