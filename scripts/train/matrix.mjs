/** The signals of many pages as columns for the trees. */
import { BUCKETS, bucketsOf, MOST_WORDS } from '../../dist/model/lexicon.js';
import { REGION_BUCKETS, regionBucketsOf } from '../../dist/model/regions.js';
import { PAD, SIGNALS, WIDTH } from '../../dist/model/signals.js';
import { readSignals } from '../../dist/model/table.js';
import { binsOf, edgesOf } from './boost.mjs';
import { learnWeights, toBytes } from './linear.mjs';

/** Signals that trees may also ask of the three lines on either side. */
const NEAR = [
  'units',
  'tokens',
  'stopShare',
  'capitalShare',
  'terminal',
  'opening',
  'sentenceBreaks',
  'separators',
  'figures',
  'block',
  'links',
  'region',
  'vocabulary',
  'structure',
  'kept',
  'lexicon',
  'gapBefore',
  'sentence',
  'equals',
  'topic',
  'stated',
  'site',
];
export const COLUMNS = [
  ...SIGNALS.map((_, signal) => ({ signal, shift: 0 })),
  ...NEAR.flatMap((name) => [-3, -2, -1, 1, 2, 3].map((shift) => ({ signal: SIGNALS.indexOf(name), shift }))),
];

/** Buckets of every line of the pages, for learning lexicons. */
export function bucketRows(pages) {
  const total = pages.reduce((sum, page) => sum + page.full.length, 0);
  const words = { from: new Uint32Array(total + 1), buckets: [], scales: new Float64Array(total) };
  const regions = { from: new Uint32Array(total + 1), buckets: [], scales: new Float64Array(total).fill(1) };
  const out = new Uint16Array(2 * MOST_WORDS + 1);
  let row = 0;
  for (const { doc, full } of pages) {
    for (const line of full) {
      const count = bucketsOf(doc, line, out);
      for (let at = 0; at < count; at++) words.buckets.push(out[at]);
      words.scales[row] = 1 / Math.sqrt(count);
      for (const bucket of regionBucketsOf(doc.blocks[doc.blockOf[line]])) regions.buckets.push(bucket);
      row++;
      words.from[row] = words.buckets.length;
      regions.from[row] = regions.buckets.length;
    }
  }
  words.buckets = Uint16Array.from(words.buckets);
  regions.buckets = Uint16Array.from(regions.buckets);
  return { words, regions };
}

export function learnLexicons(rows, labels, weights, used) {
  return {
    words: toBytes(learnWeights(rows.words, labels, weights, used, BUCKETS)),
    regions: toBytes(learnWeights(rows.regions, labels, weights, used, REGION_BUCKETS, { rate: 0.1 })),
  };
}

/** `lexiconsOf(page)` gives the lexicons a page is read with. */
export function columnsOf(pages, lexiconsOf) {
  const total = pages.reduce((sum, page) => sum + page.full.length, 0);
  const columns = COLUMNS.map(() => new Int16Array(total));
  let row = 0;
  for (const page of pages) {
    const { rows, values } = readSignals(page.doc, page.votes, lexiconsOf(page), page.site);
    COLUMNS.forEach(({ signal, shift }, at) => {
      const column = columns[at];
      for (let each = 0; each < rows; each++) column[row + each] = values[(each + PAD + shift) * WIDTH + signal];
    });
    row += rows;
  }
  return columns;
}

export function binned(columns) {
  const edges = columns.map(edgesOf);
  return { edges, bins: columns.map((column, at) => binsOf(column, edges[at])) };
}
