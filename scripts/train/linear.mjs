/**
 * Logistic regression over hashed features by averaged stochastic gradient steps: the lexicons of the line model. Rows
 * come in a fixed shuffled order; weights are cut to 8 bits.
 */
import { numbersFrom } from './boost.mjs';

/**
 * @param {{ from: Uint32Array, buckets: Uint16Array, scales: Float64Array }} rows buckets of row r: `from[r]..from[r + 1]`, each worth `scales[r]`
 */
export function learnWeights(
  rows,
  labels,
  weights,
  used,
  size,
  { epochs = 6, rate = 0.5, decay = 2e-6, seed = 7 } = {},
) {
  const next = numbersFrom(seed);
  const order = used.slice();
  const w = new Float64Array(size);
  const sum = new Float64Array(size);
  let bias = 0;
  let steps = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(next() * (at + 1));
      const kept = order[at];
      order[at] = order[other];
      order[other] = kept;
    }
    const step = rate / (1 + epoch);
    for (const row of order) {
      const scale = rows.scales[row];
      let score = bias;
      for (let at = rows.from[row]; at < rows.from[row + 1]; at++) score += w[rows.buckets[at]] * scale;
      const p = 1 / (1 + Math.exp(-score));
      const error = (labels[row] - p) * weights[row] * step;
      bias += error * 0.1;
      for (let at = rows.from[row]; at < rows.from[row + 1]; at++) {
        const bucket = rows.buckets[at];
        w[bucket] += error * scale - step * decay * w[bucket];
      }
    }
    if (epoch >= epochs / 2) {
      for (let at = 0; at < size; at++) sum[at] += w[at];
      steps++;
    }
  }
  for (let at = 0; at < size; at++) w[at] = sum[at] / steps;
  return w;
}

/** `PER_UNIT` steps per unit of log odds. */
export const PER_UNIT = 16;

export function toBytes(weights) {
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * PER_UNIT))));
}
