/** How often a line stands in its document, and how much of what it speaks of the article speaks of too. */
import type { Document } from '../core/types.ts';
import { PAD, type SignalTable, WIDTH } from './signals.ts';

const MOST_EQUAL = 99;
const CONTENT_UNITS = 4;
const NO_SPACES = 8;
const TOPIC_BUCKETS = 1 << 14;
const NO_WORDS = -1;
const EDGE_BUCKETS = 1 << 12;
const MOST_EDGES = 999;

/** Kept between documents and left empty by each: getting and clearing them anew costs more than a small document. */
const topicCounts: Uint16Array = new Uint16Array(TOPIC_BUCKETS);
const topicRows: Int32Array = new Int32Array(TOPIC_BUCKETS).fill(-1);
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
  { lines, words }: Document,
  { rows, lineOf, values }: SignalTable,
  openings: number,
  closings: number,
): void {
  const first = firstWords;
  const last = lastWords;
  const bucketOf = (word: number): number => (words.hash[word] as number) & (EDGE_BUCKETS - 1);
  const visit = (each: (row: number, from: number, to: number) => void): void => {
    for (let row = 0; row < rows; row++) {
      const line = lineOf[row] as number;
      const from = lines.word[line] as number;
      const to = (lines.word[line + 1] as number) - 1;
      if (to >= from) each(row, bucketOf(from), bucketOf(to));
    }
  };
  visit((_, from, to) => {
    first[from] = Math.min(MOST_EDGES, (first[from] as number) + 1);
    last[to] = Math.min(MOST_EDGES, (last[to] as number) + 1);
  });
  visit((row, from, to) => {
    values[(row + PAD) * WIDTH + openings] = first[from] as number;
    values[(row + PAD) * WIDTH + closings] = last[to] as number;
  });
  visit((_, from, to) => {
    first[from] = 0;
    last[to] = 0;
  });
}

/**
 * Puts into `column` the percentage of the line's longer words that stand in another sentence line of the document; -1
 * for a line without such words. Words are counted in hash buckets: a rare chance meeting does no harm to a share.
 */
export function shareTopic(
  doc: Document,
  { rows, lineOf, values }: SignalTable,
  sentence: Uint8Array,
  column: number,
): void {
  const { lines, words } = doc;
  const counts = topicCounts;
  const lastRow = topicRows;
  for (let row = 0; row < rows; row++) {
    if (sentence[row] !== 1) continue;
    const line = lineOf[row] as number;
    const end = lines.word[line + 1] as number;
    for (let word = lines.word[line] as number; word < end; word++) {
      if (!isContent(doc, word)) continue;
      const bucket = (words.hash[word] as number) & (TOPIC_BUCKETS - 1);
      if (lastRow[bucket] === row) continue;
      lastRow[bucket] = row;
      counts[bucket] = Math.min(60_000, (counts[bucket] as number) + 1);
    }
  }
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    const own = sentence[row] as number;
    const end = lines.word[line + 1] as number;
    let content = 0;
    let shared = 0;
    for (let word = lines.word[line] as number; word < end; word++) {
      if (!isContent(doc, word)) continue;
      content++;
      if ((counts[(words.hash[word] as number) & (TOPIC_BUCKETS - 1)] as number) > own) shared++;
    }
    values[(row + PAD) * WIDTH + column] = content === 0 ? NO_WORDS : Math.floor((shared * 100) / content);
  }
  for (let word = 0; word < words.count; word++) {
    const bucket = (words.hash[word] as number) & (TOPIC_BUCKETS - 1);
    counts[bucket] = 0;
    lastRow[bucket] = -1;
  }
}

function isContent({ words }: Document, word: number): boolean {
  return (
    (words.end[word] as number) - (words.start[word] as number) >= CONTENT_UNITS ||
    ((words.flags[word] as number) & NO_SPACES) !== 0
  );
}
