/** How often a line stands in its document, and how often its first and last words open and close one. */
import type { Document } from '../core/types.ts';
import { PAD, type SignalTable, WIDTH } from './signals.ts';

const MOST_EQUAL = 99;
const EDGE_BUCKETS = 1 << 12;
const MOST_EDGES = 999;

/** Kept between documents and left empty by each: getting and clearing them anew costs more than a small document. */
const firstWords: Uint16Array = new Uint16Array(EDGE_BUCKETS);
const lastWords: Uint16Array = new Uint16Array(EDGE_BUCKETS);

/** Puts into `column` how many lines of the document say the same. */
export function countEqual(doc: Document, { rows, lineOf, values }: SignalTable, column: number): void {
  let slots = 16;
  while (slots < rows * 2) slots *= 2;
  const mask = slots - 1;
  const rowIn = new Int32Array(slots).fill(-1);
  const first = new Int32Array(rows);
  const counts = new Int32Array(rows);
  const { hashLow, hashHigh } = doc.lines;
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    let slot = (hashLow[line] as number) & mask;
    for (;;) {
      const other = rowIn[slot] as number;
      if (other < 0) {
        rowIn[slot] = row;
        first[row] = row;
        break;
      }
      const there = lineOf[other] as number;
      if (hashLow[there] === hashLow[line] && hashHigh[there] === hashHigh[line]) {
        first[row] = other;
        break;
      }
      slot = (slot + 1) & mask;
    }
    const leader = first[row] as number;
    counts[leader] = (counts[leader] as number) + 1;
  }
  for (let row = 0; row < rows; row++) {
    values[(row + PAD) * WIDTH + column] = Math.min(MOST_EQUAL, counts[first[row] as number] as number);
  }
}

/**
 * Puts into the columns how many lines of the document begin with the same word, and end with it: "Reply", "By", "ago".
 * Words are counted in hash buckets.
 */
export function countEdges(
  { lines: { word }, words: { hash } }: Document,
  { rows, lineOf, values }: SignalTable,
  openings: number,
  closings: number,
): void {
  const first = firstWords;
  const last = lastWords;
  for (let row = 0; row < rows; row++) {
    const from = word[lineOf[row] as number] as number;
    const to = (word[(lineOf[row] as number) + 1] as number) - 1;
    if (to < from) continue;
    const opening = (hash[from] as number) & (EDGE_BUCKETS - 1);
    const closing = (hash[to] as number) & (EDGE_BUCKETS - 1);
    first[opening] = Math.min(MOST_EDGES, (first[opening] as number) + 1);
    last[closing] = Math.min(MOST_EDGES, (last[closing] as number) + 1);
  }
  for (let row = 0; row < rows; row++) {
    const from = word[lineOf[row] as number] as number;
    const to = (word[(lineOf[row] as number) + 1] as number) - 1;
    if (to < from) continue;
    values[(row + PAD) * WIDTH + openings] = first[(hash[from] as number) & (EDGE_BUCKETS - 1)] as number;
    values[(row + PAD) * WIDTH + closings] = last[(hash[to] as number) & (EDGE_BUCKETS - 1)] as number;
  }
  first.fill(0);
  last.fill(0);
}
