/**
 * A page often holds more than one text: the article, then comments, teasers or the next article. Segments are runs of
 * sentences with little between them; how far from the heaviest of them a line stands tells the article's sentences from
 * the others, which look the same by themselves.
 */
import type { Document } from '../core/types.ts';
import { columnOf, PAD, type SignalTable, WIDTH } from './signals.ts';

/** Rows without a sentence that do not part a segment yet. */
const MOST_BETWEEN = 3;
const FURTHEST = 9;
const MOST_GAP = 99;

const MASS = columnOf('segmentMass');
const RANK = columnOf('segmentRank');
const GAP = columnOf('segmentGap');
const ROWS = columnOf('segmentRows');
const LEXICON_MEAN = columnOf('segmentLexicon');
const LEXICON = columnOf('lexicon');

export interface Segment {
  readonly first: number;
  readonly last: number;
  readonly mass: number;
}

/** Fills the signals of segments and returns the heaviest. */
export function fillSegments(doc: Document, table: SignalTable, sentence: Uint8Array): Segment | undefined {
  const segments = segmentsOf(doc, table, sentence);
  let main = 0;
  segments.forEach(({ mass }, at) => {
    if (mass > (segments[main] as Segment).mass) main = at;
  });
  placeRows(table, segments, main);
  return segments[main];
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
    const before = number === 0 ? -1 : (segments[number - 1] as Segment).last;
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
