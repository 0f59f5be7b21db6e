/**
 * Gradient-boosted trees for a yes-or-no label: histograms over at most 64 bins, leaf-wise growth (as LightGBM, Ke et al.
 * 2017), Newton steps on the logistic loss. One thread, a fixed series of numbers for chance, no clock: the same data
 * give the same trees, byte for byte.
 */

export const MOST_BINS = 64;

/**
 * @typedef {object} Data
 * @property {number} rows
 * @property {Uint8Array[]} bins one column per feature, bin numbers
 * @property {Float64Array[]} edges per feature the upper edge of each bin: value <= edges[b] falls into bin b or below
 * @property {Uint8Array} labels
 * @property {Float64Array} weights
 */

export const DEFAULTS = {
  trees: 100,
  leaves: 31,
  depth: 7,
  rate: 0.1,
  lambda: 1,
  leastHessian: 3,
  /** Shares of the features, and of the rows, that a tree is shown. */
  features: 0.6,
  sample: 0.5,
  seed: 17,
};

/** Bin edges of a column of integers: each distinct value while there are few, else about equal shares of rows. */
export function edgesOf(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const distinct = [...counts.keys()].sort((a, b) => a - b);
  if (distinct.length <= MOST_BINS) return Float64Array.from(distinct);
  const edges = [];
  const share = values.length / MOST_BINS;
  let sum = 0;
  for (const value of distinct) {
    sum += counts.get(value);
    if (sum >= share * (edges.length + 1) && edges.length < MOST_BINS - 1) edges.push(value);
  }
  edges.push(distinct.at(-1));
  return Float64Array.from(new Set(edges));
}

export function binsOf(values, edges) {
  const bins = new Uint8Array(values.length);
  const low = edges[0];
  const high = edges[edges.length - 1];
  const span = high - low + 1;
  const lookup = span <= 1 << 17 ? new Uint8Array(span) : undefined;
  if (lookup !== undefined)
    for (let value = low, bin = 0; value <= high; value++) {
      while (edges[bin] < value) bin++;
      lookup[value - low] = bin;
    }
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    bins[row] = value <= low ? 0 : value >= high ? edges.length - 1 : lookup[value - low];
  }
  return bins;
}

/**
 * Learns a forest: `{ base, trees: [{ feature, bin, left, right, value }] }`; leaves have `feature[i] === -1`. `slopes`, if
 * given, writes gradient and hessian of another loss for the scores; its forest has base 0.
 */
export function learnForest(data, options = {}, rowsUsed = undefined, slopes = undefined) {
  const settings = { ...DEFAULTS, ...options };
  const { rows, labels, weights } = data;
  const used = rowsUsed ?? Uint32Array.from({ length: rows }, (_, row) => row);
  const next = numbersFrom(settings.seed);
  const base = slopes === undefined ? priorOf(labels, weights, used) : 0;
  const score = new Float64Array(rows).fill(base);
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const trees = [];
  // Working memory for all trees: getting it anew for every leaf costs more than filling it.
  const memory = {
    spare: new Uint32Array(used.length),
    g: new Float64Array(used.length),
    h: new Float64Array(used.length),
    free: [],
  };
  for (let number = 0; number < settings.trees; number++) {
    if (slopes !== undefined) slopes(score, gradient, hessian);
    else
      for (const row of used) {
        const p = 1 / (1 + Math.exp(-score[row]));
        gradient[row] = weights[row] * (p - labels[row]);
        hessian[row] = weights[row] * p * (1 - p);
      }
    const features = pick(data.bins.length, settings.features, next);
    const shown = used.filter(() => next() < settings.sample);
    const tree = growTree(data, shown, gradient, hessian, features, settings, memory);
    trees.push(tree);
    for (const row of used) score[row] += valueFor(tree, data.bins, row);
  }
  return { base, trees };
}

/** Scores (log odds) of rows by a forest, over the same bins. */
export function scoreRows(forest, data, rowsUsed, most = forest.trees.length) {
  const score = new Float64Array(data.rows);
  for (const row of rowsUsed) {
    let sum = forest.base;
    for (let number = 0; number < most; number++) {
      sum += valueFor(forest.trees[number], data.bins, row);
    }
    score[row] = sum;
  }
  return score;
}

function valueFor({ feature, bin, left, right, value }, bins, row) {
  let node = 0;
  while (feature[node] >= 0) node = bins[feature[node]][row] <= bin[node] ? left[node] : right[node];
  return value[node];
}

function priorOf(labels, weights, used) {
  let yes = 0;
  let all = 0;
  for (const row of used) {
    all += weights[row];
    yes += weights[row] * labels[row];
  }
  return Math.log(yes / (all - yes));
}

function growTree(data, order, gradient, hessian, features, settings, memory) {
  const nodes = { feature: [], bin: [], left: [], right: [], value: [], gain: [] };
  const addNode = () => {
    nodes.feature.push(-1);
    nodes.bin.push(0);
    nodes.left.push(0);
    nodes.right.push(0);
    nodes.value.push(0);
    nodes.gain.push(0);
    return nodes.feature.length - 1;
  };
  const weigh = (leaf, histogram) => {
    const [g, h] = totalOf(histogram);
    leaf.histogram = histogram;
    leaf.best = leaf.depth < settings.depth ? bestSplit(histogram, data, features, settings) : undefined;
    nodes.value[leaf.node] = (-settings.rate * g) / (h + settings.lambda);
  };
  const root = makeLeaf(addNode(), 0, order.length, 0);
  weigh(root, histogramOf(data, order, root, gradient, hessian, features, memory));
  const leaves = [root];
  while (leaves.length < settings.leaves) {
    let chosen = -1;
    for (let at = 0; at < leaves.length; at++) {
      const { best } = leaves[at];
      if (best !== undefined && (chosen < 0 || best.gain > leaves[chosen].best.gain)) chosen = at;
    }
    if (chosen < 0) break;
    const leaf = leaves[chosen];
    const { feature, bin, gain } = leaf.best;
    const middle = partition(order, memory.spare, leaf, data.bins[feature], bin);
    const left = makeLeaf(addNode(), leaf.from, middle, leaf.depth + 1);
    const right = makeLeaf(addNode(), middle, leaf.to, leaf.depth + 1);
    nodes.feature[leaf.node] = feature;
    nodes.bin[leaf.node] = bin;
    nodes.gain[leaf.node] = gain;
    nodes.left[leaf.node] = left.node;
    nodes.right[leaf.node] = right.node;
    const [small, large] = left.to - left.from <= right.to - right.from ? [left, right] : [right, left];
    weigh(small, histogramOf(data, order, small, gradient, hessian, features, memory));
    weigh(large, subtract(leaf.histogram, small.histogram));
    leaf.histogram = undefined;
    leaves[chosen] = left;
    leaves.push(right);
  }
  for (const leaf of leaves) memory.free.push(leaf.histogram);
  return nodes;
}

function makeLeaf(node, from, to, depth) {
  return { node, from, to, depth, histogram: undefined, best: undefined };
}

/** Per feature and bin the sums of gradient and hessian, side by side. */
function histogramOf(data, order, { from, to }, gradient, hessian, features, { g, h, free }) {
  const histogram = free.pop()?.fill(0) ?? new Float64Array(features.length * MOST_BINS * 2);
  const count = to - from;
  for (let at = 0; at < count; at++) {
    g[at] = gradient[order[from + at]];
    h[at] = hessian[order[from + at]];
  }
  for (let each = 0; each < features.length; each++) {
    const bins = data.bins[features[each]];
    const base = each * MOST_BINS * 2;
    for (let at = 0; at < count; at++) {
      const slot = base + (bins[order[from + at]] << 1);
      histogram[slot] += g[at];
      histogram[slot + 1] += h[at];
    }
  }
  return histogram;
}

/** Takes the part from the whole, in place. */
function subtract(whole, part) {
  for (let at = 0; at < whole.length; at++) whole[at] -= part[at];
  return whole;
}

function totalOf(histogram) {
  let g = 0;
  let h = 0;
  for (let bin = 0; bin < MOST_BINS; bin++) {
    g += histogram[bin * 2];
    h += histogram[bin * 2 + 1];
  }
  return [g, h];
}

function bestSplit(histogram, data, features, { lambda, leastHessian }) {
  const [sumG, sumH] = totalOf(histogram);
  const parent = (sumG * sumG) / (sumH + lambda);
  let best;
  for (let each = 0; each < features.length; each++) {
    const base = each * MOST_BINS * 2;
    const last = data.edges[features[each]].length - 1;
    let g = 0;
    let h = 0;
    for (let bin = 0; bin < last; bin++) {
      g += histogram[base + bin * 2];
      h += histogram[base + bin * 2 + 1];
      if (h < leastHessian) continue;
      if (sumH - h < leastHessian) break;
      const gain = (g * g) / (h + lambda) + ((sumG - g) * (sumG - g)) / (sumH - h + lambda) - parent;
      if (gain > 1e-3 && (best === undefined || gain > best.gain)) best = { feature: features[each], bin, gain };
    }
  }
  return best;
}

/** Rows of the leaf that go left come first, in their order; returns where those that go right begin. */
function partition(order, spare, { from, to }, bins, bin) {
  let left = from;
  let right = 0;
  for (let at = from; at < to; at++) {
    const row = order[at];
    if (bins[row] <= bin) order[left++] = row;
    else spare[right++] = row;
  }
  order.set(spare.subarray(0, right), left);
  return left;
}

function pick(count, share, next) {
  const all = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [all[at], all[other]] = [all[other], all[at]];
  }
  return all.slice(0, Math.max(1, Math.round(count * share))).sort((a, b) => a - b);
}

/** mulberry32: numbers in [0, 1) from a seed. */
export function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let h = Math.imul(state ^ (state >>> 15), 1 | state);
    h = (h + Math.imul(h ^ (h >>> 7), 61 | h)) ^ h;
    return ((h ^ (h >>> 14)) >>> 0) / 4294967296;
  };
}
