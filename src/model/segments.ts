/**
 * A page often holds more than one text: the article, then comments, teasers or the next article. Segments are runs of
 * sentences with little between them; what a line shares with the heaviest of them, and how far from it it stands, tells
 * the article's sentences from the others, which look the same by themselves.
 */
import type { Document } from '../core/types.ts';
import { columnOf, PAD, type SignalTable, WIDTH } from './signals.ts';

/** Rows without a sentence that do not part a segment yet. */
const MOST_BETWEEN = 3;
const FURTHEST = 9;
const MOST_GAP = 99;
/** Sentences that say what an article is about. */
const LEAD_ROWS = 8;
const CONTENT_UNITS = 4;
const NO_SPACES = 8;
const NO_WORDS = -1;
const BUCKETS = 1 << 14;
/** Bits of a word bucket: said in the lead, said elsewhere in the main segment. */
const IN_LEAD = 1;
const IN_MAIN = 2;
const IN_MAIN_TWICE = 4;

/** Kept between documents and left empty by each. */
const bucketMarks: Uint8Array = new Uint8Array(BUCKETS);
const bucketRows: Int32Array = new Int32Array(BUCKETS).fill(-1);

const MASS = columnOf('segmentMass');
const RANK = columnOf('segmentRank');
const GAP = columnOf('segmentGap');
const ROWS = columnOf('segmentRows');
const LEXICON_MEAN = columnOf('segmentLexicon');
const TOPIC_LEAD = columnOf('topicLead');
const TOPIC_MAIN = columnOf('topicMain');
const LEXICON = columnOf('lexicon');

interface Segment {
  readonly first: number;
  readonly last: number;
  readonly mass: number;
}

export function fillSegments(doc: Document, table: SignalTable, sentence: Uint8Array): void {
  const segments = segmentsOf(doc, table, sentence);
  let main = 0;
  segments.forEach(({ mass }, at) => {
    if (mass > (segments[main] as Segment).mass) main = at;
  });
  placeRows(table, segments, main);
  shareTopics(doc, table, sentence, segments[main]);
}

function segmentsOf(doc: Document, { rows, lineOf }: SignalTable, sentence: Uint8Array): readonly Segment[] {
  const segments: Segment[] = [];
  let first = -1;
  let last = -1;
  let mass = 0;
  for (let row = 0; row < rows; row++) {
    if (sentence[row] !== 1) continue;
    if (first >= 0 && row - last > MOST_BETWEEN + 1) {
      segments.push({ first, last, mass });
      first = -1;
      mass = 0;
    }
    if (first < 0) first = row;
    last = row;
    mass += doc.lines.tokens[lineOf[row] as number] as number;
  }
  if (first >= 0) segments.push({ first, last, mass });
  return segments;
}

/** Rows between two segments belong to the next one, those after the last one to it. */
function placeRows({ rows, values }: SignalTable, segments: readonly Segment[], main: number): void {
  const all = segments.reduce((sum, { mass }) => sum + mass, 0);
  let number = 0;
  let lexicon = meanLexicon(values, segments[0]);
  for (let row = 0; row < rows; row++) {
    const base = (row + PAD) * WIDTH;
    while (number + 1 < segments.length && row > (segments[number] as Segment).last) {
      number++;
      lexicon = meanLexicon(values, segments[number]);
    }
    const segment = segments[number];
    if (segment === undefined) continue;
    const before = segments[number - 1]?.last ?? -1;
    values[base + MASS] = all === 0 ? 0 : Math.floor((segment.mass * 1000) / all);
    values[base + RANK] = Math.max(-FURTHEST, Math.min(FURTHEST, number - main)) * 2 + (isIn(row, segment) ? 0 : 1);
    values[base + GAP] = Math.min(MOST_GAP, segment.first - before - 1);
    values[base + ROWS] = Math.min(MOST_GAP, segment.last - segment.first + 1);
    values[base + LEXICON_MEAN] = lexicon;
  }
}

function isIn(row: number, { first, last }: Segment): boolean {
  return row >= first && row <= last;
}

function meanLexicon(values: Int16Array, segment: Segment | undefined): number {
  if (segment === undefined) return 0;
  let sum = 0;
  for (let row = segment.first; row <= segment.last; row++) sum += values[(row + PAD) * WIDTH + LEXICON] as number;
  return Math.trunc(sum / (segment.last - segment.first + 1));
}

/** Percentages of a line's longer words that the lead, and that other lines of the main segment, hold too; -1 without any. */
function shareTopics(doc: Document, table: SignalTable, sentence: Uint8Array, main: Segment | undefined): void {
  const marks = bucketMarks;
  if (main !== undefined) markWords(doc, table, sentence, main, marks);
  const { lines, words } = doc;
  for (let row = 0; row < table.rows; row++) {
    const line = table.lineOf[row] as number;
    const isOwn = main !== undefined && sentence[row] === 1 && isIn(row, main);
    const wanted = isOwn ? IN_MAIN_TWICE : IN_MAIN;
    const end = lines.word[line + 1] as number;
    let content = 0;
    let lead = 0;
    let shared = 0;
    for (let word = lines.word[line] as number; word < end; word++) {
      if (!isContent(doc, word)) continue;
      content++;
      const mark = marks[(words.hash[word] as number) & (BUCKETS - 1)] as number;
      if ((mark & IN_LEAD) !== 0) lead++;
      if ((mark & wanted) !== 0) shared++;
    }
    const base = (row + PAD) * WIDTH;
    table.values[base + TOPIC_LEAD] = content === 0 ? NO_WORDS : Math.floor((lead * 100) / content);
    table.values[base + TOPIC_MAIN] = content === 0 ? NO_WORDS : Math.floor((shared * 100) / content);
  }
  for (let word = 0; word < words.count; word++) {
    const bucket = (words.hash[word] as number) & (BUCKETS - 1);
    marks[bucket] = 0;
    bucketRows[bucket] = -1;
  }
}

function markWords(
  doc: Document,
  { lineOf }: SignalTable,
  sentence: Uint8Array,
  main: Segment,
  marks: Uint8Array,
): void {
  const seen = bucketRows;
  let sentences = 0;
  for (let row = main.first; row <= main.last; row++) {
    if (sentence[row] !== 1) continue;
    const line = lineOf[row] as number;
    const end = doc.lines.word[line + 1] as number;
    for (let word = doc.lines.word[line] as number; word < end; word++) {
      if (!isContent(doc, word)) continue;
      const bucket = (doc.words.hash[word] as number) & (BUCKETS - 1);
      if (seen[bucket] === row) continue;
      seen[bucket] = row;
      const before = marks[bucket] as number;
      const twice = (before & IN_MAIN) !== 0 ? IN_MAIN_TWICE : 0;
      marks[bucket] = before | IN_MAIN | twice | (sentences < LEAD_ROWS ? IN_LEAD : 0);
    }
    sentences++;
  }
}

function isContent({ words }: Document, word: number): boolean {
  return (
    (words.end[word] as number) - (words.start[word] as number) >= CONTENT_UNITS ||
    ((words.flags[word] as number) & NO_SPACES) !== 0
  );
}
