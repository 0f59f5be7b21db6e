/** Writes judges as the one binary that `src/model/weights.ts` reads. */
import { PER_LOG_ODDS } from '../../dist/model/forest.js';
import { WIDTH } from '../../dist/model/signals.js';
import { LAYOUT, MAGIC, SIGNALS_PRINT } from '../../dist/model/weights.js';
import { COLUMNS } from './matrix.mjs';

/** No signal is above it. */
const LARGEST = 32_767;

export function pack({ text, html }) {
  const parts = [uint32(MAGIC), uint32(LAYOUT), uint32(SIGNALS_PRINT), packJudge(text), packJudge(html)];
  return Buffer.concat(parts);
}

function packJudge({ lexicons, forest, edges, calibration, stops }) {
  const roots = [];
  const nodes = [];
  const values = [];
  for (const tree of forest.trees) {
    const first = values.length;
    roots.push(first);
    tree.feature.forEach((feature, node) => {
      values.push(Math.round(tree.value[node] * PER_LOG_ODDS));
      if (feature < 0) nodes.push(0, LARGEST, first + node, 0);
      else {
        const { signal, shift } = COLUMNS[feature];
        nodes.push(shift * WIDTH + signal, edges[feature][tree.bin[node]], first + tree.left[node], 0);
      }
    });
  }
  return Buffer.concat([
    Buffer.from(lexicons.words.buffer),
    Buffer.from(lexicons.regions.buffer),
    int16s(calibration),
    uint32(Math.round(forest.base * PER_LOG_ODDS) >>> 0),
    uint32(stops.length),
    ...stops.flatMap(({ trees, low, high }) => [
      uint32(trees),
      uint32(Math.floor(low * PER_LOG_ODDS)),
      uint32(Math.ceil(high * PER_LOG_ODDS)),
    ]),
    uint32(roots.length),
    int16s(roots),
    uint32(Math.max(...forest.trees.map(depthOf))),
    uint32(values.length),
    int16s(nodes),
    int16s(values),
  ]);
}

/** Steps from the root to the furthest leaf. Children stand side by side, after their node. */
function depthOf({ feature, left }) {
  const depth = new Array(feature.length).fill(0);
  feature.forEach((each, node) => {
    if (each >= 0) depth[left[node]] = depth[left[node] + 1] = depth[node] + 1;
  });
  return Math.max(...depth);
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function int16s(values) {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => {
    bytes.writeInt16LE(value, at * 2);
  });
  return bytes;
}
