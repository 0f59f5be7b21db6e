/**
 * The second look at the few likeliest titles of a page: their letters, how they stand to what the prose is about, where
 * their words stand again, and how they stand to each other.
 */
import type { Document } from '../core/types.ts';
import { HashIndex } from './hash-index.ts';
import { type Subject, shareOf, subjectOf } from './subject.ts';
import { COARSE, type TitleTable } from './title-signals.ts';
import { readWording, WORDING } from './title-wording.ts';
import { IS_PART, IS_TAIL, trailsOf } from './trail.ts';
import type { Zone } from './zone.ts';

const OWN = [
  'score',
  'rank',
  'behind',
  'content',
  'inProse',
  'inLead',
  'weight',
  'keywords',
  'wordsInProse',
  'pairsInProse',
  'about',
  'moreAboutAbove',
  'moreAboutBelow',
  'finalistsAbove',
  'scoreAbove',
  'scoreBelow',
  'part',
  'tail',
  'within',
  'withinProse',
  'holds',
  'gluedAbove',
  'likeAbove',
  'likeBelow',
] as const;
export type CloserSignal = (typeof OWN)[number] | (typeof WORDING)[number];
/** In the order of their columns, after those of the first look. */
export const CLOSER: readonly CloserSignal[] = [...OWN, ...WORDING];

const COLUMNS: Readonly<Record<CloserSignal, number>> = Object.fromEntries(
  CLOSER.map((signal, column) => [signal, COARSE + column]),
) as Record<CloserSignal, number>;
export function columnOf(signal: CloserSignal): number {
  return COLUMNS[signal];
}

const MOST = 999;
/** Steps of scores that a tree may tell apart. */
const SCORE_STEP = 8;
/** Lines in which a page name or breadcrumb may have lost its separators. */
const GLUED_REACH = 4;

/** `rows`: the finalists in the order of the page; `scores`: per row of the table what the first look gave. */
export function readCloser(zone: Zone, table: TitleTable, rows: readonly number[], scores: Int32Array): void {
  readRanks(table, rows, scores);
  const subject = subjectOf(zone.doc, zone.lines[zone.body] ?? zone.doc.lines.count);
  if (subject !== undefined) readSubject(zone, table, rows, subject);
  else for (const row of rows) table.values[row * table.width + COLUMNS.content] = -1;
  readEchoes(zone, table, rows);
  readTrails(zone, table, rows);
  readLikeness(zone, table, rows);
  for (const row of rows) {
    const at = zone.lines[table.places[row] as number] as number;
    readWording(zone.doc, at, table.values, row * table.width + COLUMNS[WORDING[0]]);
  }
}

function readRanks({ values, width, places }: TitleTable, rows: readonly number[], scores: Int32Array): void {
  const beside = (row: number, step: number, own: number): number => {
    const isBeside = places[row + step] === (places[row] as number) + step;
    return isBeside ? clamp(((scores[row + step] as number) - own) / SCORE_STEP) : -MOST;
  };
  const best = Math.max(...rows.map((row) => scores[row] as number));
  rows.forEach((row, above) => {
    const own = scores[row] as number;
    const base = row * width;
    values[base + COLUMNS.score] = clamp(own / SCORE_STEP);
    values[base + COLUMNS.rank] = rows.filter((other) => (scores[other] as number) > own).length;
    values[base + COLUMNS.behind] = clamp((best - own) / SCORE_STEP);
    values[base + COLUMNS.finalistsAbove] = above;
    values[base + COLUMNS.scoreAbove] = beside(row, -1, own);
    values[base + COLUMNS.scoreBelow] = beside(row, 1, own);
  });
}

function clamp(value: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.trunc(value)));
}

/** Lines that are as much about the subject: the uppermost of them is the title, the others are subheads and teasers. */
function readSubject({ doc, lines }: Zone, table: TitleTable, rows: readonly number[], subject: Subject): void {
  const { values, width, places } = table;
  const about = rows.map((row) => {
    const share = shareOf(subject, doc, lines[places[row] as number] as number);
    const base = row * width;
    const words = Math.max(1, share.words);
    values[base + COLUMNS.content] = share.words;
    values[base + COLUMNS.inProse] = Math.trunc((share.inProse * 100) / words);
    values[base + COLUMNS.inLead] = Math.trunc((share.inLead * 100) / words);
    values[base + COLUMNS.weight] = Math.trunc(share.weight * 10);
    values[base + COLUMNS.keywords] = share.keywords;
    values[base + COLUMNS.wordsInProse] = share.inProse;
    return share.words === 0 ? -1 : Math.trunc(share.keywords * 30 + share.weight * 10);
  });
  rows.forEach((row, each) => {
    const own = about[each] as number;
    const base = row * width;
    const isRival = (other: number): boolean => table.texts[rows[other] as number] !== table.texts[row];
    values[base + COLUMNS.about] = own;
    values[base + COLUMNS.moreAboutAbove] = about.filter(
      (his, other) => other < each && his >= own && isRival(other),
    ).length;
    values[base + COLUMNS.moreAboutBelow] = about.filter(
      (his, other) => other > each && his > own && isRival(other),
    ).length;
  });
}

/** Per finalist how many longer lines hold its words in a row, and how many of its pairs of words the prose has. */
function readEchoes(
  { doc, lines: zoneLines }: Zone,
  { places, values, width }: TitleTable,
  rows: readonly number[],
): void {
  const { words, lines, outline } = doc;
  const { hash } = words;
  const starts = new HashIndex(rows.length);
  const byStart: number[][] = [];
  const pairs = new HashIndex(MOST_PAIRS);
  for (const row of rows) {
    const at = zoneLines[places[row] as number] as number;
    const first = lines.word[at] as number;
    const last = lines.word[at + 1] as number;
    if (last - first < LEAST_RUN) continue;
    const number = starts.add((hash[first] as number) | 0);
    byStart[number] = [...(byStart[number] ?? []), row];
    for (let word = first; word + 1 < last; word++) pairs.add(pairOf(hash, word));
  }
  const known = knownWords(
    doc,
    rows.map((row) => zoneLines[places[row] as number] as number),
  );
  const inProse = new Uint8Array(pairs.size);
  const rowOf = new Map(rows.map((row) => [zoneLines[places[row] as number] as number, row]));
  let line = 0;
  for (let word = 0; word < words.count; word++) {
    if (known[(hash[word] as number) & KNOWN_MASK] === 0) continue;
    while ((lines.word[line + 1] as number) <= word) line++;
    const end = lines.word[line + 1] as number;
    if (outline.sentence[line] === 1 && word + 1 < end) {
      const pair = pairs.find(pairOf(hash, word));
      if (pair >= 0) inProse[pair] = 1;
    }
    const start = starts.find((hash[word] as number) | 0);
    if (start < 0) continue;
    for (const row of byStart[start] as number[]) {
      const at = zoneLines[places[row] as number] as number;
      const first = lines.word[at] as number;
      const count = (lines.word[at + 1] as number) - first;
      if (at === line || end - (lines.word[line] as number) === count || !isRun(hash, first, word, count, end))
        continue;
      const column = row * width + (outline.sentence[line] === 1 ? COLUMNS.withinProse : COLUMNS.within);
      values[column] = Math.min(MOST, (values[column] as number) + 1);
      const holder = rowOf.get(line);
      if (holder !== undefined)
        values[holder * width + COLUMNS.holds] = Math.max(values[holder * width + COLUMNS.holds] as number, count);
    }
  }
  for (const row of rows) {
    const at = zoneLines[places[row] as number] as number;
    const first = lines.word[at] as number;
    const count = (lines.word[at + 1] as number) - first - 1;
    let found = 0;
    if (count + 1 >= LEAST_RUN)
      for (let word = first; word < first + count; word++) found += inProse[pairs.find(pairOf(hash, word))] ?? 0;
    values[row * width + COLUMNS.pairsInProse] = Math.trunc((found * 100) / Math.max(1, count));
  }
}

/** Nearly every word of a page is in no finalist and ends here. */
function knownWords({ lines, words }: Document, at: readonly number[]): Uint8Array {
  const known = new Uint8Array(KNOWN_MASK + 1);
  for (const line of at)
    for (let word = lines.word[line] as number; word < (lines.word[line + 1] as number); word++)
      known[(words.hash[word] as number) & KNOWN_MASK] = 1;
  return known;
}

const KNOWN_MASK = 0xfff;
const LEAST_RUN = 2;
const MOST_PAIRS = 800;

function pairOf(hash: Uint32Array, word: number): number {
  return Math.imul(hash[word] as number, 31) ^ (hash[word + 1] as number);
}

function isRun(hash: Uint32Array, one: number, two: number, count: number, end: number): boolean {
  if (two + count > end) return false;
  for (let step = 1; step < count; step++) if (hash[one + step] !== hash[two + step]) return false;
  return true;
}

/** A part of a trail, the end of a longer line, and the end of a trail whose separators were lost (`HomeNewsThe title`). */
function readTrails({ doc, lines }: Zone, { places, values, width }: TitleTable, rows: readonly number[]): void {
  const trails = trailsOf(
    doc,
    lines,
    rows.map((row) => places[row] as number),
  );
  const { from, end } = doc.lines;
  for (const row of rows) {
    const place = places[row] as number;
    const at = lines[place] as number;
    const trail = trails[place] as number;
    const size = (end[at] as number) - (from[at] as number);
    values[row * width + COLUMNS.part] = (trail & IS_PART) === 0 ? 0 : 1;
    values[row * width + COLUMNS.tail] = (trail & IS_TAIL) === 0 ? 0 : 1;
    for (let other = Math.max(0, place - GLUED_REACH); other < place; other++) {
      const line = lines[other] as number;
      const longer = (end[line] as number) - (from[line] as number) - size;
      if (longer > 0 && endsWith(doc, line, at, size)) values[row * width + COLUMNS.gluedAbove] = 1;
    }
  }
}

function endsWith({ text, lines }: Document, line: number, at: number, size: number): boolean {
  const shift = (lines.end[line] as number) - (lines.end[at] as number);
  const from = lines.from[at] as number;
  for (let unit = from + size - 1; unit >= from; unit--)
    if (text.charCodeAt(unit) !== text.charCodeAt(unit + shift)) return false;
  return true;
}

/** The share of its words that another finalist above and below has too: teasers of one subject, a title said again. */
function readLikeness({ doc, lines }: Zone, table: TitleTable, rows: readonly number[]): void {
  const { places, values, width, texts } = table;
  const { word } = doc.lines;
  const { hash } = doc.words;
  const lineOf = rows.map((row) => lines[places[row] as number] as number);
  const total = lineOf.reduce((sum, at) => sum + (word[at + 1] as number) - (word[at] as number), 0);
  const numbers = new HashIndex(Math.max(1, total));
  /** Per word a bit for each finalist that has it. */
  const holders = new Uint32Array(Math.max(1, total));
  lineOf.forEach((at, each) => {
    for (let one = word[at] as number; one < (word[at + 1] as number); one++) {
      const number = numbers.add((hash[one] as number) | 0);
      holders[number] = (holders[number] as number) | (1 << each);
    }
  });
  const shared = new Uint16Array(rows.length);
  rows.forEach((row, each) => {
    const at = lineOf[each] as number;
    const count = (word[at + 1] as number) - (word[at] as number);
    shared.fill(0);
    for (let one = word[at] as number; one < (word[at + 1] as number); one++) {
      const others = (holders[numbers.find((hash[one] as number) | 0)] as number) & ~(1 << each);
      for (let other = 0; others >>> other !== 0; other++)
        if ((others >>> other) & 1) shared[other] = (shared[other] as number) + 1;
    }
    for (let other = 0; other < rows.length; other++) {
      if (shared[other] === 0 || texts[rows[other] as number] === texts[row]) continue;
      const column = row * width + (other < each ? COLUMNS.likeAbove : COLUMNS.likeBelow);
      const percent = Math.trunc(((shared[other] as number) * 100) / count);
      if (percent > (values[column] as number)) values[column] = percent;
    }
  });
}
