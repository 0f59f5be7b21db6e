/** The signals that a line has from its neighbours and its document, by running sums over the rows. */
import type { Document } from '../core/types.ts';
import { countEdges, countEqual } from './recurrence.ts';
import { fillSegments } from './segments.ts';
import { columnOf, PAD, type SignalTable, WIDTH } from './signals.ts';
import { shareTopics } from './topics.ts';
import type { Votes } from './votes.ts';

const FAR = 99;
const FURTHEST = 200;
const MOST = 30_000;
/** A short line has fewer tokens; a headline between these and no stop. */
const SHORT_TOKENS = 8;
const HEADLINE_LEAST = 3;
const HEADLINE_MOST = 20;
const SPAN_REACH = 20;

const TOKENS = columnOf('tokens');
const TERMINAL = columnOf('terminal');
const LEXICON = columnOf('lexicon');
const TOPIC = columnOf('topic');
const GAP_BEFORE = columnOf('gapBefore');
const GAP_AFTER = columnOf('gapAfter');
const SENTENCE = columnOf('sentence');
const SENTENCE_BEFORE = columnOf('sentenceBefore');
const SENTENCE_AFTER = columnOf('sentenceAfter');
const SHORT_RUN = columnOf('shortRun');
const HEADLINE_RUN = columnOf('headlineRun');
const SPAN_ROW = columnOf('spanRow');
/** The first of the signals that all rows of a document share; they are the last columns. */
const DOC_LINES = columnOf('docLines');
const TOTALS = WIDTH - DOC_LINES;

/** Rows that the sums begin with, and the most that are kept. */
const FIRST_SUMS = 1 << 10;
const MOST_SUMS = 1 << 16;

export function fillSurroundings(doc: Document, table: SignalTable, votes: Votes): void {
  const page = readPage(doc, table, votes);
  fillGaps(doc, table);
  fillDistances(table, page);
  fillRuns(table);
  fillWindows(table, page);
  fillPlaces(doc, table, page);
  countEqual(doc, table, columnOf('equals'));
  countEdges(doc, table, columnOf('openings'), columnOf('closings'));
  shareTopics(doc, table, page.sentence, fillSegments(doc, table, page.sentence));
  putMeans(table, 'topic3', sumsOf(table, TOPIC, 'topic'), 3, 3);
  fillTotals(doc, table, page);
}

interface Page {
  readonly sentence: Uint8Array;
  /** Sums before each row, and of all: words of sentence lines, all words, the signal of the lexicon, percentages judged. */
  readonly massBefore: Float64Array;
  readonly tokensBefore: Float64Array;
  readonly lexiconBefore: Float64Array;
  readonly judgedBefore: Float64Array;
}

function readPage(doc: Document, table: SignalTable, votes: Votes): Page {
  const { rows, lineOf } = table;
  const sentence = new Uint8Array(rows);
  const massBefore = sumsFor('mass', rows);
  const tokensBefore = sumsFor('tokens', rows);
  const judgedBefore = sumsFor('judged', rows);
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    const tokens = doc.lines.tokens[line] as number;
    const isSentence = doc.outline.sentence[line] === 1;
    if (isSentence) sentence[row] = 1;
    tokensBefore[row + 1] = (tokensBefore[row] as number) + tokens;
    massBefore[row + 1] = (massBefore[row] as number) + (isSentence ? tokens : 0);
    judgedBefore[row + 1] = (judgedBefore[row] as number) + (votes.judge[line] === 0 ? 0 : 100);
  }
  return { sentence, massBefore, tokensBefore, judgedBefore, lexiconBefore: sumsOf(table, LEXICON, 'lexicon') };
}

function fillGaps(doc: Document, { rows, lineOf, values }: SignalTable): void {
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    const before = row === 0 ? -1 : (lineOf[row - 1] as number);
    const after = row === rows - 1 ? doc.lines.count : (lineOf[row + 1] as number);
    const base = (row + PAD) * WIDTH;
    values[base + GAP_BEFORE] = Math.min(3, line - 1 - before);
    values[base + GAP_AFTER] = Math.min(3, after - line - 1);
  }
}

function fillDistances({ rows, values }: SignalTable, { sentence }: Page): void {
  let last = -FAR;
  for (let row = 0; row < rows; row++) {
    const base = (row + PAD) * WIDTH;
    values[base + SENTENCE] = sentence[row] as number;
    values[base + SENTENCE_BEFORE] = Math.min(FAR, row - last);
    if (sentence[row] === 1) last = row;
  }
  let next = rows + FAR;
  for (let row = rows - 1; row >= 0; row--) {
    values[(row + PAD) * WIDTH + SENTENCE_AFTER] = Math.min(FAR, next - row);
    if (sentence[row] === 1) next = row;
  }
}

/** Length of the run of short lines, and of headlines, that each row stands in; 0 outside. */
function fillRuns(table: SignalTable): void {
  const { rows, values } = table;
  let firstShort = 0;
  let firstHeadline = 0;
  for (let row = 0; row <= rows; row++) {
    const base = (row + PAD) * WIDTH;
    const tokens = values[base + TOKENS] as number;
    const isHeadline = values[base + TERMINAL] === 0 && tokens >= HEADLINE_LEAST && tokens <= HEADLINE_MOST;
    if (row === rows || tokens >= SHORT_TOKENS) {
      fillRun(table, SHORT_RUN, firstShort, row);
      firstShort = row + 1;
    }
    if (row === rows || !isHeadline) {
      fillRun(table, HEADLINE_RUN, firstHeadline, row);
      firstHeadline = row + 1;
    }
  }
}

function fillRun({ values }: SignalTable, column: number, first: number, end: number): void {
  const length = Math.min(MOST, end - first);
  for (let row = first; row < end; row++) values[(row + PAD) * WIDTH + column] = length;
}

function fillWindows(table: SignalTable, { massBefore, lexiconBefore, judgedBefore }: Page): void {
  putMeans(table, 'mass5', massBefore, 5, 5, 4);
  putMeans(table, 'mass15', massBefore, 15, 15, 4);
  putMeans(table, 'mass5Before', massBefore, 5, -1, 4);
  putMeans(table, 'mass5After', massBefore, -1, 5, 4);
  putMeans(table, 'lexicon3Before', lexiconBefore, 3, -1);
  putMeans(table, 'lexicon3After', lexiconBefore, -1, 3);
  putMeans(table, 'lexicon5', lexiconBefore, 5, 5);
  putMeans(table, 'lexicon15', lexiconBefore, 15, 15);
  putMeans(table, 'judged5', judgedBefore, 5, 5);
  putMeans(table, 'judged15', judgedBefore, 15, 15);
}

function fillPlaces(doc: Document, table: SignalTable, { massBefore, tokensBefore }: Page): void {
  const { rows, lineOf, values } = table;
  const { spanFirst, spanLast } = doc.outline;
  const tokens = Math.max(1, tokensBefore[rows] as number);
  const mass = Math.max(1, massBefore[rows] as number);
  for (let row = 0; row < rows; row++) {
    const base = (row + PAD) * WIDTH;
    const line = lineOf[row] as number;
    values[base + PLACE] = Math.floor(((tokensBefore[row] as number) * 1000) / tokens);
    values[base + FROM_START] = Math.min(FURTHEST, row);
    values[base + FROM_END] = Math.min(FURTHEST, rows - 1 - row);
    values[base + MASS_BEFORE] = Math.floor(((massBefore[row] as number) * 1000) / mass);
    values[base + SPAN] = line < spanFirst ? 0 : line > spanLast ? 2 : 1;
  }
  fillSpanRows(doc, table);
}

const PLACE = columnOf('place');
const FROM_START = columnOf('fromStart');
const FROM_END = columnOf('fromEnd');
const MASS_BEFORE = columnOf('massBefore');
const SPAN = columnOf('span');

/** Rows before the densest stretch count down from -1, rows after it up from 1; inside it is 0. */
function fillSpanRows(doc: Document, { rows, lineOf, values }: SignalTable): void {
  const { spanFirst, spanLast } = doc.outline;
  let first = rows;
  let last = -1;
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    if (line < spanFirst || line > spanLast) continue;
    if (first === rows) first = row;
    last = row;
  }
  for (let row = 0; row < rows; row++) {
    values[(row + PAD) * WIDTH + SPAN_ROW] =
      row < first ? -Math.min(SPAN_REACH, first - row) : row > last ? Math.min(SPAN_REACH, row - last) : 0;
  }
}

function fillTotals(doc: Document, table: SignalTable, { massBefore, tokensBefore, lexiconBefore }: Page): void {
  const { rows, lineOf, values } = table;
  const tokens = tokensBefore[rows] as number;
  let short = 0;
  let stops = 0;
  for (let row = 0; row < rows; row++) {
    if ((values[(row + PAD) * WIDTH + TOKENS] as number) < SHORT_TOKENS) short++;
    stops += doc.lines.stops[lineOf[row] as number] as number;
  }
  const totals = new Int16Array(TOTALS);
  totals[0] = Math.min(MOST, rows);
  totals[1] = Math.min(MOST, tokens);
  totals[2] = percent(massBefore[rows] as number, tokens);
  totals[3] = percent(doc.lines.count - rows, doc.lines.count);
  totals[4] = rows === 0 ? 0 : Math.trunc((lexiconBefore[rows] as number) / rows);
  totals[5] = percent(short, rows);
  totals[6] = percent(stops, tokens);
  for (let row = 0; row < rows; row++) values.set(totals, (row + PAD) * WIDTH + DOC_LINES);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}

/** Rows of sums, kept for the next document: making one takes longer than filling it for a page. */
const SUMS: Record<'mass' | 'tokens' | 'judged' | 'lexicon' | 'topic', Float64Array> = {
  mass: new Float64Array(FIRST_SUMS),
  tokens: new Float64Array(FIRST_SUMS),
  judged: new Float64Array(FIRST_SUMS),
  lexicon: new Float64Array(FIRST_SUMS),
  topic: new Float64Array(FIRST_SUMS),
};

/** Room for the sums before `rows` rows and of all, with the first set to zero. */
function sumsFor(name: keyof typeof SUMS, rows: number): Float64Array {
  if (rows >= MOST_SUMS) return new Float64Array(rows + 1);
  if (rows >= SUMS[name].length) SUMS[name] = new Float64Array(Math.min(MOST_SUMS, rows * 2));
  const sums = SUMS[name];
  sums[0] = 0;
  return sums;
}

/** Sums of a column before each row, and of all. */
function sumsOf({ rows, values }: SignalTable, column: number, name: keyof typeof SUMS): Float64Array {
  const sums = sumsFor(name, rows);
  for (let row = 0; row < rows; row++)
    sums[row + 1] = (sums[row] as number) + (values[(row + PAD) * WIDTH + column] as number);
  return sums;
}

/** Mean over the rows from `before` rows up to `after` rows down (-1 leaves the row itself out), times `scale`, cut to an integer. */
function putMeans(
  { rows, values }: SignalTable,
  name: Parameters<typeof columnOf>[0],
  sums: Float64Array,
  before: number,
  after: number,
  scale = 1,
): void {
  const column = columnOf(name);
  for (let row = 0; row < rows; row++) {
    const from = Math.max(0, row - before);
    const to = Math.min(rows, row + after + 1);
    const mean = to > from ? Math.trunc((((sums[to] as number) - (sums[from] as number)) * scale) / (to - from)) : 0;
    values[(row + PAD) * WIDTH + column] = Math.max(-MOST, Math.min(MOST, mean));
  }
}
