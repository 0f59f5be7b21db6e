/** The signals that a line has from its neighbours and its document, by running sums over the rows. */
import type { Document } from '../core/types.ts';
import { countEdges, countEqual, shareTopic } from './recurrence.ts';
import { fillSegments } from './segments.ts';
import { columnOf, PAD, type SignalTable, WIDTH } from './signals.ts';
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

/** A column of one number per row. */
type Column = Int32Array;

export function fillSurroundings(doc: Document, table: SignalTable, votes: Votes): void {
  const page = readPage(doc, table, votes);
  fillGaps(doc, table);
  fillDistances(table, page);
  fillRuns(table);
  fillWindows(table, page);
  fillPlaces(doc, table, page);
  countEqual(doc, table, columnOf('equals'));
  countEdges(doc, table, columnOf('openings'), columnOf('closings'));
  shareTopic(doc, table, page.sentence, columnOf('topic'));
  put(table, 'topic3', means(prefixOf(columnFrom(table, columnOf('topic'))), 3, 3));
  fillSegments(doc, table, page.sentence);
  fillTotals(doc, table, page);
}

interface Page {
  readonly sentence: Uint8Array;
  /** Words of sentence lines. */
  readonly mass: Column;
  readonly massBefore: Float64Array;
  readonly tokensBefore: Float64Array;
  readonly judged: Column;
}

function readPage(doc: Document, { rows, lineOf }: SignalTable, votes: Votes): Page {
  const sentence = new Uint8Array(rows);
  const mass = new Int32Array(rows);
  const tokens = new Int32Array(rows);
  const judged = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    tokens[row] = doc.lines.tokens[line] as number;
    judged[row] = votes.judge[line] === 0 ? 0 : 100;
    if (doc.outline.sentence[line] !== 1) continue;
    sentence[row] = 1;
    mass[row] = tokens[row] as number;
  }
  return { sentence, mass, massBefore: prefixOf(mass), tokensBefore: prefixOf(tokens), judged };
}

function fillGaps(doc: Document, table: SignalTable): void {
  const { rows, lineOf } = table;
  const before = new Int32Array(rows);
  const after = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    before[row] = Math.min(3, line - 1 - (row === 0 ? -1 : (lineOf[row - 1] as number)));
    after[row] = Math.min(3, (row === rows - 1 ? doc.lines.count : (lineOf[row + 1] as number)) - line - 1);
  }
  put(table, 'gapBefore', before);
  put(table, 'gapAfter', after);
}

function fillDistances(table: SignalTable, { sentence }: Page): void {
  const { rows } = table;
  const before = new Int32Array(rows).fill(FAR);
  const after = new Int32Array(rows).fill(FAR);
  let last = -FAR;
  for (let row = 0; row < rows; row++) {
    before[row] = Math.min(FAR, row - last);
    if (sentence[row] === 1) last = row;
  }
  let next = rows + FAR;
  for (let row = rows - 1; row >= 0; row--) {
    after[row] = Math.min(FAR, next - row);
    if (sentence[row] === 1) next = row;
  }
  put(table, 'sentence', Int32Array.from(sentence));
  put(table, 'sentenceBefore', before);
  put(table, 'sentenceAfter', after);
}

function fillRuns(table: SignalTable): void {
  const isShort = (base: number): boolean => (table.values[base + TOKENS] as number) < SHORT_TOKENS;
  const isHeadline = (base: number): boolean => {
    const tokens = table.values[base + TOKENS] as number;
    return table.values[base + TERMINAL] === 0 && tokens >= HEADLINE_LEAST && tokens <= HEADLINE_MOST;
  };
  put(table, 'shortRun', runsOf(table, isShort));
  put(table, 'headlineRun', runsOf(table, isHeadline));
}

/** Length of the run of such rows that each row stands in, 0 outside. */
function runsOf({ rows }: SignalTable, isIn: (base: number) => boolean): Column {
  const runs = new Int32Array(rows);
  let first = 0;
  for (let row = 0; row <= rows; row++) {
    if (row < rows && isIn((row + PAD) * WIDTH)) continue;
    if (row > first) runs.fill(Math.min(MOST, row - first), first, row);
    first = row + 1;
  }
  return runs;
}

function fillWindows(table: SignalTable, { massBefore, judged }: Page): void {
  const lexicon = prefixOf(columnFrom(table, LEXICON));
  const judges = prefixOf(judged);
  put(table, 'mass5', means(massBefore, 5, 5, 4));
  put(table, 'mass15', means(massBefore, 15, 15, 4));
  put(table, 'mass5Before', means(massBefore, 5, -1, 4));
  put(table, 'mass5After', means(massBefore, -1, 5, 4));
  put(table, 'lexicon3Before', means(lexicon, 3, -1));
  put(table, 'lexicon3After', means(lexicon, -1, 3));
  put(table, 'lexicon5', means(lexicon, 5, 5));
  put(table, 'lexicon15', means(lexicon, 15, 15));
  put(table, 'judged5', means(judges, 5, 5));
  put(table, 'judged15', means(judges, 15, 15));
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
function fillSpanRows(doc: Document, table: SignalTable): void {
  const { rows, lineOf } = table;
  const { spanFirst, spanLast } = doc.outline;
  const distance = new Int32Array(rows);
  let first = rows;
  let last = -1;
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    if (line < spanFirst || line > spanLast) continue;
    if (first === rows) first = row;
    last = row;
  }
  for (let row = 0; row < rows; row++) {
    distance[row] =
      row < first ? -Math.min(SPAN_REACH, first - row) : row > last ? Math.min(SPAN_REACH, row - last) : 0;
  }
  put(table, 'spanRow', distance);
}

function fillTotals(doc: Document, table: SignalTable, { massBefore, tokensBefore }: Page): void {
  const { rows } = table;
  const tokens = tokensBefore[rows] as number;
  const lexicon = prefixOf(columnFrom(table, LEXICON));
  let short = 0;
  let stops = 0;
  for (let row = 0; row < rows; row++) {
    if ((table.values[(row + PAD) * WIDTH + TOKENS] as number) < SHORT_TOKENS) short++;
    stops += doc.lines.stops[table.lineOf[row] as number] as number;
  }
  fill(table, 'docLines', Math.min(MOST, rows));
  fill(table, 'docTokens', Math.min(MOST, tokens));
  fill(table, 'docMassShare', percent(massBefore[rows] as number, tokens));
  fill(table, 'docBlankShare', percent(doc.lines.count - rows, doc.lines.count));
  fill(table, 'docLexicon', rows === 0 ? 0 : Math.trunc((lexicon[rows] as number) / rows));
  fill(table, 'docShortShare', percent(short, rows));
  fill(table, 'docStopShare', percent(stops, tokens));
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}

/** Sums before each row; `rows + 1` entries. */
function prefixOf(column: Column): Float64Array {
  const sums = new Float64Array(column.length + 1);
  for (let row = 0; row < column.length; row++) sums[row + 1] = (sums[row] as number) + (column[row] as number);
  return sums;
}

/** Mean over the rows from `before` rows up to `after` rows down (-1 leaves the row itself out), times `scale`, cut to an integer. */
function means(sums: Float64Array, before: number, after: number, scale = 1): Column {
  const rows = sums.length - 1;
  const column = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const from = Math.max(0, row - before);
    const to = Math.min(rows, row + after + 1);
    if (to > from) column[row] = Math.trunc((((sums[to] as number) - (sums[from] as number)) * scale) / (to - from));
  }
  return column;
}

function columnFrom({ rows, values }: SignalTable, at: number): Column {
  const column = new Int32Array(rows);
  for (let row = 0; row < rows; row++) column[row] = values[(row + PAD) * WIDTH + at] as number;
  return column;
}

function put({ rows, values }: SignalTable, name: Parameters<typeof columnOf>[0], column: Column): void {
  const at = columnOf(name);
  for (let row = 0; row < rows; row++) {
    values[(row + PAD) * WIDTH + at] = Math.max(-MOST, Math.min(MOST, column[row] as number));
  }
}

function fill({ rows, values }: SignalTable, name: Parameters<typeof columnOf>[0], value: number): void {
  const at = columnOf(name);
  for (let row = 0; row < rows; row++) values[(row + PAD) * WIDTH + at] = value;
}
