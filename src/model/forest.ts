/**
 * Boosted trees over the signal table, in integers only, so that every platform gives the same verdicts. The value of every node is kept, not of leaves alone: what a step adds to it tells what its signal
 * weighed (Saabas 2014).
 */
import { columnOf, PAD, type SignalTable, WIDTH } from './signals.ts';

export interface Forest {
  /** Score of a line before any tree speaks, in `PER_LOG_ODDS`ths. */
  readonly base: number;
  /** After `trees` trees a row that scores below `low` or above `high` is asked no further: the rest would not change sides. */
  readonly stops: readonly { readonly trees: number; readonly low: number; readonly high: number }[];
  /** First node of each tree. */
  readonly roots: Uint16Array;
  /** Steps from a root that reach a leaf of any tree. */
  readonly depth: number;
  /**
   * Per node: offset of the signal from the row's first entry, threshold, the node to go on with if the signal is at most
   * that (the one after it if above), and a spare entry. A leaf goes on with itself, whatever the signal.
   */
  readonly nodes: Int16Array;
  /** Per node: score, in `PER_LOG_ODDS`ths. */
  readonly values: Int16Array;
}

/** Steps per unit of log odds. */
export const PER_LOG_ODDS = 1024;

/** What a row that stopped scores: about 3 and 88 % in log odds. The first trees' sum by itself is drawn to the middle. */
export const SETTLED_LOW: number = -3.5 * PER_LOG_ODDS;
export const SETTLED_HIGH: number = 2 * PER_LOG_ODDS;

/** Scores of all rows. */
export function scoreRows(table: SignalTable, forest: Forest): Int32Array {
  const scores = new Int32Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const base = (row + PAD) * WIDTH;
    scores[row] = isFurniture(table.values, base) ? SETTLED_LOW : scoreRow(table.values, base, forest);
  }
  return scores;
}

const JUDGE = columnOf('judge');
const SHORT_RUN = columnOf('shortRun');
const BEFORE = columnOf('sentenceBefore');
const AFTER = columnOf('sentenceAfter');
const MASS_SHARE = columnOf('docMassShare');
const LONG_RUN = 10;
const ENDLESS_RUN = 2000;
const FAR = 5;
/** Percent of a page's words in sentences: below it the page may be a list of short lines by nature. */
const PROSE_SHARE = 25;

/**
 * A line that a rule drops, in a long run of short lines with no sentence near, on a page of prose: 99 % of such lines are
 * chrome (wcxb-dev articles), and they are half of all lines, so no tree is asked. Nor is one for a line in thousands.
 */
function isFurniture(signals: Int16Array, base: number): boolean {
  const run = signals[base + SHORT_RUN] as number;
  if (run < LONG_RUN || signals[base + JUDGE] === 0) return false;
  if ((signals[base + BEFORE] as number) <= FAR || (signals[base + AFTER] as number) <= FAR) return false;
  return run >= ENDLESS_RUN || (signals[base + MASS_SHARE] as number) >= PROSE_SHARE;
}

function scoreRow(signals: Int16Array, base: number, forest: Forest): number {
  let score = forest.base;
  let from = 0;
  for (const { trees, low, high } of forest.stops) {
    score += askTrees(signals, base, forest, from, trees);
    if (score < low) return SETTLED_LOW;
    if (score > high) return SETTLED_HIGH;
    from = trees;
  }
  return score + askTrees(signals, base, forest, from, forest.roots.length);
}

/**
 * The same number of steps for every tree, and the side taken by arithmetic: which way a line goes cannot be foreseen,
 * and a processor that guesses wrong at every step takes four times as long. Four trees go side by side, because each step
 * waits for the one before it and for nothing of the other trees.
 */
function askTrees(signals: Int16Array, base: number, forest: Forest, from: number, to: number): number {
  const { roots, nodes, values, depth } = forest;
  let score = 0;
  let tree = from;
  for (; tree + 3 < to; tree += 4) {
    let one = roots[tree] as number;
    let two = roots[tree + 1] as number;
    let three = roots[tree + 2] as number;
    let four = roots[tree + 3] as number;
    for (let step = 0; step < depth; step++) {
      one = nextNode(nodes, signals, base, one);
      two = nextNode(nodes, signals, base, two);
      three = nextNode(nodes, signals, base, three);
      four = nextNode(nodes, signals, base, four);
    }
    score += (values[one] as number) + (values[two] as number) + (values[three] as number) + (values[four] as number);
  }
  for (; tree < to; tree++) {
    let node = roots[tree] as number;
    for (let step = 0; step < depth; step++) node = nextNode(nodes, signals, base, node);
    score += values[node] as number;
  }
  return score;
}

function nextNode(nodes: Int16Array, signals: Int16Array, base: number, node: number): number {
  const at = node << 2;
  const above = (nodes[at + 1] as number) - (signals[base + (nodes[at] as number)] as number);
  return (nodes[at + 2] as number) + (above >>> 31);
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
      const at = node << 2;
      const low = nodes[at + 2] as number;
      if (low === node) break;
      const offset = nodes[at] as number;
      const next = (table.values[base + offset] as number) <= (nodes[at + 1] as number) ? low : low + 1;
      visit(offset, (values[next] as number) - (values[node] as number));
      node = next;
    }
  }
}
