/**
 * Boosted trees over the signal table, in integers only, so that every platform gives the same verdicts. A node is four
 * entries: where its signal stands relative to the line's row, the threshold, and the nodes to go on with; a leaf has no
 * node to go on with. The value of every node is kept, not of leaves alone: what a step adds to it tells what its signal
 * weighed (Saabas 2014).
 */
import { PAD, type SignalTable, WIDTH } from './signals.ts';

export interface Forest {
  /** Score of a line before any tree speaks, in `PER_LOG_ODDS`ths. */
  readonly base: number;
  /** After `trees` trees a row that scores below `low` or above `high` is asked no further: the rest would not change sides. */
  readonly stops: readonly { readonly trees: number; readonly low: number; readonly high: number }[];
  /** First node of each tree. */
  readonly roots: Uint16Array;
  /** Per node: offset of the signal from the row's first entry, threshold, node if at most that, node if above. */
  readonly nodes: Int16Array;
  /** Per node: score, in `PER_LOG_ODDS`ths. */
  readonly values: Int16Array;
}

/** Steps per unit of log odds. */
export const PER_LOG_ODDS = 1024;
const FIELDS = 4;

/** Scores of all rows. */
export function scoreRows(table: SignalTable, forest: Forest): Int32Array {
  const scores = new Int32Array(table.rows);
  for (let row = 0; row < table.rows; row++) scores[row] = scoreRow(table.values, (row + PAD) * WIDTH, forest);
  return scores;
}

function scoreRow(signals: Int16Array, base: number, forest: Forest): number {
  let score = forest.base;
  let from = 0;
  for (const { trees, low, high } of forest.stops) {
    score += askTrees(signals, base, forest, from, trees);
    if (score < low || score > high) return score;
    from = trees;
  }
  return score + askTrees(signals, base, forest, from, forest.roots.length);
}

function askTrees(
  signals: Int16Array,
  base: number,
  { roots, nodes, values }: Forest,
  from: number,
  to: number,
): number {
  let score = 0;
  for (let tree = from; tree < to; tree++) {
    let node = roots[tree] as number;
    for (;;) {
      const at = node * FIELDS;
      const left = nodes[at + 2] as number;
      if (left === 0) break;
      const signal = signals[base + (nodes[at] as number)] as number;
      node = signal <= (nodes[at + 1] as number) ? left : (nodes[at + 3] as number);
    }
    score += values[node] as number;
  }
  return score;
}

/** Calls `visit` with the offset of every signal asked for the row, and what the answer moved the score by. */
export function walkTrees(
  table: SignalTable,
  row: number,
  { roots, nodes, values }: Forest,
  visit: (offset: number, moved: number) => void,
): void {
  const base = (row + PAD) * WIDTH;
  for (const root of roots) {
    let node = root;
    for (;;) {
      const at = node * FIELDS;
      const left = nodes[at + 2] as number;
      if (left === 0) break;
      const offset = nodes[at] as number;
      const isLow = (table.values[base + offset] as number) <= (nodes[at + 1] as number);
      const next = isLow ? left : (nodes[at + 3] as number);
      visit(offset, (values[next] as number) - (values[node] as number));
      node = next;
    }
  }
}
