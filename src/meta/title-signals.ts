/**
 * What the tables of a page say about each line that may be its title: where it stands, what it looks like, what stands
 * beside it. Whole numbers, a row per candidate; each kind of signal is one pass, so that no line costs an object or a
 * string.
 */
import * as scan from '../text/scan.ts';
import { opensLikeByline } from './author-words.ts';
import { HashIndex } from './hash-index.ts';
import { isLabelLine } from './words.ts';
import type { Zone } from './zone.ts';

/** In the order of their columns. */
export const SIGNALS = [
  'toBody',
  'toKept',
  'toSentence',
  'fromSentence',
  'place',
  'longAbove',
  'longToBody',
  'halfWords',
  'capitals',
  'upper',
  'stops',
  'digits',
  'marks',
  'terminal',
  'block',
  'label',
  'sentence',
  'smallStart',
  'innerCapital',
  'toDate',
  'fromDate',
  'toByline',
  'copies',
  'sameBeside',
  'taken',
  'takenAbove',
  'gapAbove',
  'gapBelow',
  'wordsAbove',
  'wordsBelow',
  'meanAbove',
  'longestAbove',
  'longestBelow',
  'tailAbove',
  'pageLines',
  'proseShare',
] as const;
export type TitleSignal = (typeof SIGNALS)[number];
/** Columns of the first look; those of the second follow in the same row. */
export const COARSE: number = SIGNALS.length;

/** A row per candidate. */
export interface TitleTable {
  readonly places: readonly number[];
  readonly width: number;
  readonly values: Int16Array;
  /** Per candidate the number of its text: copies share one. */
  readonly texts: Int32Array;
  readonly textCount: number;
}

const COLUMNS: Readonly<Record<TitleSignal, number>> = Object.fromEntries(
  SIGNALS.map((signal, column) => [signal, column]),
) as Record<TitleSignal, number>;
const FAR = 99;
const MOST = 999;
/** A line of this many words says something; menus and labels are shorter. */
const LONG = 5;
const REACH_ABOVE = 5;
const REACH_BELOW = 3;
/** Constants of this module: an imported binding is loaded anew at every word. */
const NO_SMALL_START: number = scan.CAPITAL | scan.HAS_DIGIT | scan.NO_SPACES;
/** What is in no block or a plain paragraph is 0. */
const BLOCK_KINDS: readonly string[] = ['', 'heading', 'list', 'table', 'code', 'verse', 'wrapped', 'quote', 'caption'];

/** `extra`: room in each row for the columns of the second look. */
export function readTitleSignals(zone: Zone, places: readonly number[], extra: number): TitleTable {
  const width = COARSE + extra;
  const values = new Int16Array(places.length * width);
  const copies = readCopies(zone, places, values, width);
  const table = { places, width, values, ...copies };
  readPlaces(zone, table);
  readShapes(zone, table);
  readNeighbours(zone, table);
  return table;
}

/** Looks for copies on the whole page, but knows only the texts of the candidates. */
function readCopies(
  { doc, lines }: Zone,
  places: readonly number[],
  values: Int16Array,
  width: number,
): Pick<TitleTable, 'texts' | 'textCount'> {
  const { hashLow } = doc.lines;
  const index = new HashIndex(places.length);
  const texts = Int32Array.from(places, (place) => index.add((hashLow[lines[place] as number] as number) | 0));
  const copies = new Uint16Array(index.size);
  for (let at = 0; at < hashLow.length; at++) {
    const text = index.find((hashLow[at] as number) | 0);
    if (text >= 0) copies[text] = Math.min(MOST, (copies[text] as number) + 1);
  }
  for (let row = 0; row < places.length; row++) {
    const place = places[row] as number;
    const own = hashLow[lines[place] as number];
    values[row * width + COLUMNS.copies] = copies[texts[row] as number] as number;
    values[row * width + COLUMNS.sameBeside] =
      (hashLow[lines[place - 1] ?? -1] === own ? 1 : 0) + (hashLow[lines[place + 1] ?? -1] === own ? 2 : 0);
  }
  return { texts, textCount: copies.length };
}

/** How far it is to the body, to prose, to a date and to a byline. */
function readPlaces(zone: Zone, { places, width, values }: TitleTable): void {
  const { doc, lines, body, view, dated } = zone;
  const { sentence } = doc.outline;
  const kept = placeOfLine(lines, view.bodyFirst);
  const pageLines = Math.min(MOST, doc.lines.count);
  const proseShare = Math.trunc((doc.outline.mass * 100) / Math.max(1, doc.words.count));
  const longs = countLong(zone);
  const longAtBody = longs[Math.min(body, lines.length)] as number;
  let from = FAR;
  let fromDate = FAR;
  for (let row = 0, place = 0; row < places.length; row++) {
    for (; place < (places[row] as number); place++) {
      from = sentence[lines[place] as number] === 1 ? 0 : Math.min(from + 1, FAR);
      fromDate = dated[place] === undefined ? Math.min(fromDate + 1, FAR) : 0;
    }
    const base = row * width;
    const long = longs[place] as number;
    values[base + COLUMNS.toBody] = Math.min(MOST, body - place);
    values[base + COLUMNS.toKept] = Math.max(-MOST, Math.min(MOST, kept - place));
    values[base + COLUMNS.place] = Math.min(MOST, place);
    values[base + COLUMNS.longAbove] = Math.min(MOST, long);
    values[base + COLUMNS.longToBody] = Math.max(-MOST, Math.min(MOST, longAtBody - long));
    values[base + COLUMNS.fromSentence] = from;
    values[base + COLUMNS.fromDate] = fromDate;
    values[base + COLUMNS.pageLines] = pageLines;
    values[base + COLUMNS.proseShare] = proseShare;
  }
  readBelow(zone, { places, width, values });
}

function readBelow(
  { doc, lines, dated }: Zone,
  { places, width, values }: Pick<TitleTable, 'places' | 'width' | 'values'>,
): void {
  const { sentence } = doc.outline;
  let to = FAR;
  let toDate = FAR;
  let toByline = FAR;
  let place = lines.length - 1;
  for (let row = places.length - 1; row >= 0; row--) {
    for (; place > (places[row] as number); place--) {
      const at = lines[place] as number;
      to = sentence[at] === 1 ? 0 : Math.min(to + 1, FAR);
      toDate = dated[place] === undefined ? Math.min(toDate + 1, FAR) : 0;
      toByline = opensLikeByline(doc, at) ? 0 : Math.min(toByline + 1, FAR);
    }
    const base = row * width;
    values[base + COLUMNS.toSentence] = to;
    values[base + COLUMNS.toDate] = toDate;
    values[base + COLUMNS.toByline] = toByline;
  }
}

/** Per place how many long lines stand above it. */
function countLong({ doc, lines }: Zone): Uint16Array {
  const longs = new Uint16Array(lines.length + 1);
  for (let place = 0; place < lines.length; place++) {
    const isLong = (doc.lines.tokens[lines[place] as number] as number) >= LONG;
    longs[place + 1] = (longs[place] as number) + (isLong ? 1 : 0);
  }
  return longs;
}

function placeOfLine(lines: readonly number[], at: number): number {
  if (at < 0) return lines.length;
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readShapes({ doc, lines: zoneLines, view }: Zone, { places, width, values }: TitleTable): void {
  const { lines, words, outline, blocks, blockOf } = doc;
  for (let row = 0; row < places.length; row++) {
    const base = row * width;
    const at = zoneLines[places[row] as number] as number;
    const tokens = lines.tokens[at] as number;
    const letters = lines.letters[at] as number;
    const first = lines.word[at] as number;
    const count = Math.max(1, (lines.word[at + 1] as number) - first);
    const isSmall = ((words.flags[first] ?? 0) & NO_SMALL_START) === 0;
    const hasInnerCapital = (lines.upper[at] as number) > (lines.capitals[at] as number);
    values[base + COLUMNS.halfWords] = letters < tokens * 2 ? tokens : tokens * 2;
    values[base + COLUMNS.capitals] = Math.trunc(((lines.capitals[at] as number) * 100) / count);
    values[base + COLUMNS.upper] = Math.trunc(((lines.upper[at] as number) * 100) / letters);
    values[base + COLUMNS.stops] = Math.trunc(((lines.stops[at] as number) * 100) / count);
    values[base + COLUMNS.digits] = Math.min(MOST, lines.digits[at] as number);
    values[base + COLUMNS.marks] = Math.min(MOST, lines.marks[at] as number);
    values[base + COLUMNS.terminal] = lines.terminal[at] as number;
    values[base + COLUMNS.block] = Math.max(0, BLOCK_KINDS.indexOf(blocks[blockOf[at] as number]?.kind ?? ''));
    values[base + COLUMNS.label] = isLabelLine(doc, at) ? 1 : 0;
    values[base + COLUMNS.sentence] = outline.sentence[at] as number;
    values[base + COLUMNS.smallStart] = isSmall ? 1 : 0;
    values[base + COLUMNS.innerCapital] = hasInnerCapital ? 1 : 0;
    values[base + COLUMNS.taken] = view.taken[at] as number;
  }
}

/** How long the line's neighbours are, how many of them somebody took, and how much blank parts them. */
function readNeighbours(zone: Zone, { places, width, values }: TitleTable): void {
  const { doc, lines, view } = zone;
  const { tokens } = doc.lines;
  const { sentence } = doc.outline;
  for (let row = 0; row < places.length; row++) {
    const place = places[row] as number;
    const base = row * width;
    const at = lines[place] as number;
    let sum = 0;
    let longest = 0;
    let taken = 0;
    const first = Math.max(0, place - REACH_ABOVE);
    for (let other = first; other < place; other++) {
      const line = lines[other] as number;
      const size = Math.min(FAR, tokens[line] as number);
      sum += size;
      if (size > longest && sentence[line] !== 1) longest = size;
      if (view.taken[line] === 1) taken++;
    }
    let below = 0;
    const last = Math.min(lines.length - 1, place + REACH_BELOW);
    for (let other = place + 1; other <= last; other++) {
      const line = lines[other] as number;
      const size = Math.min(FAR, tokens[line] as number);
      if (size > below && sentence[line] !== 1) below = size;
    }
    values[base + COLUMNS.tailAbove] = endsLineAbove(zone, place) ? 1 : 0;
    const [before, after] = [lines[place - 1], lines[place + 1]];
    values[base + COLUMNS.takenAbove] = taken;
    values[base + COLUMNS.meanAbove] = place === first ? -1 : Math.trunc((sum * 4) / (place - first));
    values[base + COLUMNS.longestAbove] = longest;
    values[base + COLUMNS.longestBelow] = below;
    values[base + COLUMNS.gapAbove] = before === undefined ? FAR : Math.min(FAR, at - before);
    values[base + COLUMNS.gapBelow] = after === undefined ? FAR : Math.min(FAR, after - at);
    values[base + COLUMNS.wordsAbove] = before === undefined ? -1 : Math.min(FAR, tokens[before] as number);
    values[base + COLUMNS.wordsBelow] = after === undefined ? -1 : Math.min(FAR, tokens[after] as number);
  }
}

/** True if a longer line right above ends with the same two words, as a breadcrumb does. */
function endsLineAbove({ doc, lines }: Zone, place: number): boolean {
  const { word, hashLow, tokens } = doc.lines;
  const { hash } = doc.words;
  const at = lines[place] as number;
  const end = word[at + 1] as number;
  if (end - (word[at] as number) < TAIL) return false;
  for (let other = Math.max(0, place - REACH_ABOVE); other < place; other++) {
    const line = lines[other] as number;
    const his = word[line + 1] as number;
    if (his - (word[line] as number) < TAIL || hash[his - 1] !== hash[end - 1] || hash[his - 2] !== hash[end - 2])
      continue;
    if (hashLow[line] !== hashLow[at] && (tokens[line] as number) >= (tokens[at] as number)) return true;
  }
  return false;
}

const TAIL = 2;
