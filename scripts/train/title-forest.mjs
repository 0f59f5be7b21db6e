/** Learns the two forests that choose the title among the lines of a page, and packs them as `src/meta/title-forest.ts` reads them. */
import { candidatesOf } from '../../dist/meta/title-candidates.js';
import { CLOSER, readCloser } from '../../dist/meta/title-closer.js';
import { PER_NAT, parseForests } from '../../dist/meta/title-forest.js';
import { finalistsOf as coarseFinalists } from '../../dist/meta/title-scores.js';
import { COARSE, readTitleSignals } from '../../dist/meta/title-signals.js';
import { zoneOf } from '../../dist/meta/zone.js';
import { binsOf, edgesOf, learnForest } from './boost.mjs';

const COARSE_FOREST = { trees: 16, leaves: 16, depth: 5, rate: 0.35, features: 0.7, sample: 0.8, leastHessian: 1 };
const CLOSER_FOREST = { trees: 200, leaves: 10, depth: 5, rate: 0.06, features: 0.4, sample: 0.6, leastHessian: 2 };
/** No signal is above it. */
const LARGEST = 32_767;
const LEAST_HESSIAN = 1e-4;

/** Candidates of a page, with the signals of the first look; `right` marks those that say the stated title. */
export function readPage({ doc, view, isTitle, ...page }) {
  const zone = zoneOf(doc, view);
  const places = candidatesOf(zone);
  const table = readTitleSignals(zone, places, CLOSER.length);
  const right = Uint8Array.from(places, (place) => (isTitle(doc.line(zone.lines[place])) ? 1 : 0));
  return { ...page, doc, zone, table, right, places };
}

/** `options` change the settings of the forests. */
export function learnTitles(pages, { coarse: first = {}, closer: second = {} } = {}) {
  const learnCoarse = (some) =>
    learn(
      rowsOf(some, (page) => page.places.map((_, row) => row), COARSE),
      { ...COARSE_FOREST, ...first },
    );
  // The second look learns from pages that the first has not learned from, so that it does not trust it too much.
  const held = new Map(
    [...new Set(pages.map((page) => page.fold))].map((fold) => [
      fold,
      learnCoarse(pages.filter((page) => page.fold !== fold)),
    ]),
  );
  const coarse = learnCoarse(pages);
  const finals = pages.map((page) => finalistsOf(page, held.get(page.fold)));
  const few = rowsOf(pages, (_, number) => finals[number], COARSE + CLOSER.length);
  const closer = learn(few, { ...CLOSER_FOREST, ...second });
  return { coarse, closer };
}

/** Rows of the page that the first look likes best, as the product finds them; fills their signals of the second look. */
export function finalistsOf({ zone, table }, coarse) {
  coarse.parsed ??= parseForests(packTitles({ coarse, closer: { trees: [] } }));
  const { rows, scores } = coarseFinalists(table, coarse.parsed);
  const { values, width } = table;
  for (const row of rows) values.fill(0, row * width + COARSE, (row + 1) * width);
  if (rows.length > 0) readCloser(zone, table, rows, scores);
  return rows;
}

/** One row per chosen candidate, in columns; `pages` says where each page's rows begin. */
function rowsOf(pages, choose, width) {
  const chosen = pages.map((page, number) => choose(page, number));
  const rows = chosen.reduce((sum, { length }) => sum + length, 0);
  const columns = Array.from({ length: width }, () => new Int16Array(rows));
  const labels = new Uint8Array(rows);
  const groups = [];
  let at = 0;
  pages.forEach((page, number) => {
    const { table, right } = page;
    const from = at;
    for (const row of chosen[number]) {
      labels[at] = right[row];
      for (let column = 0; column < width; column++) columns[column][at] = table.values[row * table.width + column];
      at++;
    }
    groups.push({ from, to: at, weight: page.weight, isNone: page.isNone });
  });
  return { rows, columns, labels, groups };
}

function learn({ rows, columns, labels, groups }, settings) {
  const edges = columns.map((values) => edgesOf(values));
  const bins = columns.map((values, column) => binsOf(values, edges[column]));
  const data = { rows, bins, edges, labels, weights: new Float64Array(rows).fill(1) };
  // A page whose title is not among its rows says nothing, unless it has none.
  const told = groups.filter(({ from, to, isNone }) => isNone || labels.subarray(from, to).includes(1));
  const used = Uint32Array.from(
    told.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  const forest = learnForest(data, settings, used, (score, gradient, hessian) => {
    for (const group of told) slopesOf(group, labels, score, gradient, hessian);
  });
  return { trees: forest.trees.map((tree) => integers(tree, edges)) };
}

/** Of the choice among the rows of a page and none of them, whose score is 0. Several right ones share. */
function slopesOf({ from, to, weight, isNone }, labels, score, gradient, hessian) {
  let top = 0;
  for (let row = from; row < to; row++) top = Math.max(top, score[row]);
  let total = Math.exp(-top);
  let right = isNone ? total : 0;
  for (let row = from; row < to; row++) {
    const share = Math.exp(score[row] - top);
    total += share;
    if (labels[row] === 1 && !isNone) right += share;
  }
  for (let row = from; row < to; row++) {
    const share = Math.exp(score[row] - top);
    const p = share / total;
    const wanted = labels[row] === 1 && !isNone ? share / right : 0;
    gradient[row] = weight * (p - wanted);
    hessian[row] = weight * Math.max(LEAST_HESSIAN, p * (1 - p));
  }
}

/** As the product reads it: a threshold and a whole number per node. */
function integers({ feature, bin, left, value }, edges) {
  return {
    column: feature.map((each) => Math.max(0, each)),
    threshold: feature.map((each, node) => (each < 0 ? LARGEST : edges[each][bin[node]])),
    next: feature.map((each, node) => (each < 0 ? node : left[node])),
    value: value.map((each) => Math.round(each * PER_NAT)),
  };
}

export function scoreOf({ trees }, values, base) {
  let score = 0;
  for (const { column, threshold, next, value } of trees) {
    let node = 0;
    while (next[node] !== node) node = values[base + column[node]] <= threshold[node] ? next[node] : next[node] + 1;
    score += value[node];
  }
  return score;
}

export function packTitles({ coarse, closer }) {
  const numbers = Int16Array.from([coarse, closer].flatMap(packForest));
  return Buffer.from(numbers.buffer).toString('base64');
}

function packForest({ trees }) {
  const roots = [];
  const nodes = [];
  for (const { column, threshold, next, value } of trees) {
    const first = nodes.length / 4;
    roots.push(first);
    column.forEach((each, node) => {
      nodes.push(each, threshold[node], first + next[node], value[node]);
    });
  }
  return [trees.length, Math.max(0, ...trees.map(depthOf)), nodes.length / 4, ...roots, ...nodes];
}

/** Steps from the root to the furthest leaf. Children stand side by side, after their node. */
function depthOf({ next }) {
  const depth = new Array(next.length).fill(0);
  next.forEach((each, node) => {
    if (each !== node) depth[each] = depth[each + 1] = depth[node] + 1;
  });
  return Math.max(...depth);
}
