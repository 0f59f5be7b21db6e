/** Learns one judge of the line model (lexicons, forest, calibration) for text or HTML input, and one per fold without it. */

import { PER_LOG_ODDS } from '../../dist/model/forest.js';
import { CALIBRATED, CALIBRATION_STEP } from '../../dist/model/weights.js';
import { augmented } from './augment.mjs';
import { learnForest, scoreRows } from './boost.mjs';
import { binned, bucketRows, columnsOf, learnLexicons } from './matrix.mjs';
import { pagesOf, roughen, withSiblings } from './pages.mjs';

/** The sets whose licences allow learning, each row with its fold (`data/README.md` of the shared data). */
export const SETS = ['wcxb-dev', 'fundus', 'chinese'];
export const FOLDS = [0, 1, 2, 3, 4];
const FOREST = { trees: 96, leaves: 31, depth: 7, rate: 0.12, features: 0.4, leastHessian: 5 };
/**
 * After so many trees a row whose score lies beyond a bound is not asked further: of the held-out rows that stop, at most
 * `STRAYS` would have ended on the doubtful side of `SETTLED` (chances).
 */
const STOPS = [12, 24, 48];
const SETTLED = { low: 0.1, high: 0.7 };
const STRAYS = 5e-4;
/** A page of many lines weighs no more than one of this many; a line of many words more than a label. */
const HEAVIEST_PAGE = 120;

export async function learnJudges(input, log) {
  const pages = [];
  for (const set of SETS) for await (const page of pagesOf(set, input, roughen)) pages.push(page);
  const more = [...withSiblings(pages), ...(input === 'text' ? augmented(pages) : [])];
  pages.push(...more);
  const data = flatten(pages);
  const rows = bucketRows(pages);
  log(`${input}: ${pages.length} pages, ${data.labels.length} lines`);
  const chances = new Float64Array(data.labels.length);
  const partial = STOPS.map(() => new Float64Array(data.labels.length));
  const judges = {};
  for (const fold of FOLDS) {
    const learned = learnWithout([fold], data, pages, rows);
    const test = rowsWhere(data, pages, (page) => page.fold === fold);
    const scores = scoreRows(learned.forest, learned.data, test);
    for (const row of test) chances[row] = scores[row];
    STOPS.forEach((trees, at) => {
      const early = scoreRows(learned.forest, learned.data, test, trees);
      for (const row of test) partial[at][row] = early[row];
    });
    judges[fold] = learned;
    learned.data = undefined;
    log(`${input}: without fold ${fold}`);
  }
  const calibration = calibrate(chances, data);
  const stops = STOPS.map((trees, at) => ({ trees, ...boundsOf(partial[at], chances) }));
  const whole = learnWithout([], data, pages, rows);
  log(`${input}: on all folds`);
  const pack = ({ lexicons, forest, edges }) => ({ lexicons, forest, edges, calibration, stops });
  return { whole: pack(whole), folds: FOLDS.map((fold) => pack(judges[fold])) };
}

function flatten(pages) {
  const total = pages.reduce((sum, page) => sum + page.full.length, 0);
  const labels = new Uint8Array(total);
  const weights = new Float64Array(total);
  const pageOf = new Uint32Array(total);
  let row = 0;
  pages.forEach((page, number) => {
    const share = Math.min(1, HEAVIEST_PAGE / page.full.length);
    page.full.forEach((line, at) => {
      labels[row] = page.labels[at];
      weights[row] = share * Math.min(3, 0.6 + page.doc.lines.tokens[line] / 20);
      pageOf[row++] = number;
    });
  });
  return { labels, weights, pageOf };
}

function rowsWhere({ pageOf }, pages, isIn) {
  const rows = [];
  for (let row = 0; row < pageOf.length; row++) if (isIn(pages[pageOf[row]])) rows.push(row);
  return Uint32Array.from(rows);
}

/** Lexicons read pages they were not learned from, so that the trees do not trust them too much. */
function learnWithout(left, data, pages, rows) {
  const { labels, weights } = data;
  const lexiconsWithout = (folds) =>
    learnLexicons(
      rows,
      labels,
      weights,
      rowsWhere(data, pages, (page) => !folds.includes(page.fold)),
    );
  const inner = FOLDS.map((fold) => (left.includes(fold) ? undefined : lexiconsWithout([...left, fold])));
  const lexicons = lexiconsWithout(left);
  const columns = columnsOf(pages, (page) => inner[page.fold] ?? lexicons);
  const { edges, bins } = binned(columns);
  const table = { rows: labels.length, bins, edges, labels, weights };
  const forest = learnForest(
    table,
    FOREST,
    rowsWhere(data, pages, (page) => !left.includes(page.fold)),
  );
  return { lexicons, forest, edges, data: table };
}

/** The widest bounds for scores after some trees that let no more than `STRAYS` of the rows stop wrongly, at either end. */
function boundsOf(early, final) {
  const order = Uint32Array.from(early.keys()).sort((a, b) => early[a] - early[b] || a - b);
  const bound = (rows, isStray) => {
    let strays = 0;
    let reached = rows[0];
    for (const row of rows) {
      if (isStray(final[row]) && ++strays > STRAYS * rows.length) break;
      reached = row;
    }
    return early[reached];
  };
  const low = Math.log(SETTLED.low / (1 - SETTLED.low));
  const high = Math.log(SETTLED.high / (1 - SETTLED.high));
  return { low: bound(order, (score) => score > low), high: bound(order.toReversed(), (score) => score < high) };
}

/** Share of body among held-out rows of a score, never falling as the score rises (pool adjacent violators), in thousandths. */
function calibrate(scores, { labels, weights }) {
  const yes = new Float64Array(CALIBRATED);
  const all = new Float64Array(CALIBRATED);
  for (let row = 0; row < scores.length; row++) {
    const step = Math.floor((scores[row] * PER_LOG_ODDS) / CALIBRATION_STEP) + CALIBRATED / 2;
    const slot = Math.max(0, Math.min(CALIBRATED - 1, step));
    all[slot] += weights[row];
    yes[slot] += weights[row] * labels[row];
  }
  const pools = [];
  for (let slot = 0; slot < CALIBRATED; slot++) {
    // A grain of what the score itself says, for slots that no row fell into.
    const own = 1 / (1 + Math.exp(-((slot - CALIBRATED / 2 + 0.5) * CALIBRATION_STEP) / PER_LOG_ODDS));
    pools.push({ yes: yes[slot] + own, all: all[slot] + 1, slots: 1 });
    while (pools.length > 1 && pools.at(-2).yes / pools.at(-2).all >= pools.at(-1).yes / pools.at(-1).all) {
      const last = pools.pop();
      const before = pools.at(-1);
      before.yes += last.yes;
      before.all += last.all;
      before.slots += last.slots;
    }
  }
  return pools.flatMap(({ yes: hits, all: of, slots }) => Array(slots).fill(Math.round((1000 * hits) / of)));
}
