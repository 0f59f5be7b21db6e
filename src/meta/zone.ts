/**
 * The lines of a page that may hold its metadata: those above the body and a few into it, with what each looks like.
 */
import type { Document } from '../core/types.ts';
import type { DatedLine } from '../text/date-line.ts';
import { readDatedLine } from '../text/date-line.ts';
import { mayHoldDate } from '../text/dates.ts';

/** What metadata may look at besides the document: what other judges found. */
export interface MetaView {
  /** 1 per line that another judge is sure of (a repeat, certain chrome): evidence, and seldom metadata itself. */
  readonly taken: Uint8Array;
  /** First and last line that will be body, -1 if there is none. */
  readonly bodyFirst: number;
  readonly bodyLast: number;
}

export interface Zone {
  readonly doc: Document;
  readonly view: MetaView;
  /** Non-blank lines, in order. */
  readonly lines: readonly number[];
  /** Place in `lines` of the first running sentence of the body; `lines.length` if there is none. */
  readonly body: number;
  /** Per place: the dates of a short line. */
  readonly dated: readonly (DatedLine | undefined)[];
  /** The places with dates, in order; captions too. */
  readonly datedPlaces: readonly number[];
  /** Per place: 1 for a caption, `In Madrid (3 March 2009)`, and the line glued under it. */
  readonly caption: Uint8Array;
}

/** Lines that nobody took: 300 would leave out the titles of 3 % of wcxb-dev, those of long lists. */
const MOST_ABOVE = 1500;
const MOST_BELOW = 60;
/** A line with more words is prose, dates or not. */
const LONGEST_DATED_TOKENS = 30;
/** A date has a year and a day at least. */
export const FEWEST_DATE_DIGITS = 3;

export function zoneOf(doc: Document, view: MetaView): Zone {
  const anchor = anchorOf(doc, view);
  const above: number[] = [];
  let free = 0;
  for (let at = anchor - 1; at >= 0 && free < MOST_ABOVE; at--) {
    if (isBlank(doc, at)) continue;
    above.push(at);
    if (view.taken[at] !== 1) free++;
  }
  const lines = above.reverse();
  const body = lines.length;
  for (let at = anchor; at < doc.lines.count && lines.length < body + MOST_BELOW; at++)
    if (!isBlank(doc, at)) lines.push(at);
  const dated = new Array<DatedLine | undefined>(lines.length).fill(undefined);
  const datedPlaces: number[] = [];
  for (let place = 0; place < lines.length; place++) {
    const found = datesOf(doc, lines[place] as number);
    if (found === undefined) continue;
    dated[place] = found;
    datedPlaces.push(place);
  }
  const caption = captionsAmong(doc, lines, dated, datedPlaces);
  for (const place of datedPlaces) if (caption[place] === 1) dated[place] = undefined;
  return { doc, view, lines, body, dated, datedPlaces, caption };
}

/** A picture's caption ends with its date in brackets; its second line follows without a blank one. */
function captionsAmong(
  doc: Document,
  lines: readonly number[],
  dated: readonly (DatedLine | undefined)[],
  datedPlaces: readonly number[],
): Uint8Array {
  const caption = new Uint8Array(lines.length);
  for (const place of datedPlaces) {
    const at = lines[place] as number;
    const line = dated[place];
    if (line === undefined || line.rest.length === 0 || !isBracketed(doc.line(at), line)) continue;
    caption[place] = 1;
    if (lines[place + 1] === at + 1 && doc.outline.sentence[at + 1] !== 1) caption[place + 1] = 1;
  }
  return caption;
}

function isBracketed(text: string, { dates }: DatedLine): boolean {
  return dates.some(({ date }) => text.charAt(date.start - 1) === '(' && text.charAt(date.end) === ')');
}

/**
 * The first running sentence of the body, or its first line; without body, the end. The body begins where nobody took
 * the lines, but not before the densest prose: what is kept above that is mostly what no rule caught.
 */
function anchorOf(doc: Document, view: MetaView): number {
  const from = Math.max(view.bodyFirst, doc.outline.spanFirst);
  if (from < 0) return doc.lines.count;
  const sentence = doc.outline.sentence.indexOf(1, from);
  return sentence < 0 ? from : sentence;
}

function isBlank(doc: Document, at: number): boolean {
  return doc.lines.from[at] === doc.lines.end[at];
}

function datesOf(doc: Document, at: number): DatedLine | undefined {
  const { lines } = doc;
  if ((lines.digits[at] as number) < FEWEST_DATE_DIGITS || (lines.tokens[at] as number) > LONGEST_DATED_TOKENS)
    return undefined;
  if (!mayHoldDate(doc.text, lines.from[at] as number, lines.end[at] as number)) return undefined;
  const dated = readDatedLine(doc.line(at));
  return dated.dates.length === 0 ? undefined : dated;
}
