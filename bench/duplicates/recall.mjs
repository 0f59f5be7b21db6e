/**
 * Are the candidates all there are? Every pair of documents that shares a run of five words is compared, and the joins that
 * the decision would make are looked for among the candidates. Exhaustive, so for small sets only.
 *
 *   node bench/duplicates/recall.mjs [--sets made-web,made-wire,made-fr]
 *
 * A pair counts as found if its two documents are candidates or were tied to each other by candidates that are copies.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { findCandidates } from '../../dist/dedup/candidates.js';
import { wholeText } from '../../dist/dedup/compared.js';
import { groupExact, LEAST_WORDS } from '../../dist/dedup/exact.js';
import { fingerprintText } from '../../dist/dedup/fingerprint.js';
import { findFurniture } from '../../dist/dedup/furniture.js';
import { prepareText } from '../../dist/dedup/prepare.js';
import { tableOf } from '../../dist/dedup/print-table.js';
import { countSeries } from '../../dist/dedup/series.js';
import { compareTexts } from '../../dist/dedup/verify.js';
import { shinglesOf } from '../../dist/text/shingles.js';

const SHARED = process.env.CLEAN_ARCHIVE_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const SHINGLE = 5;
/** A run of words in more documents is a phrase of the language or of a site. */
const MOST_DOCUMENTS = 200;

const { values } = parseArgs({
  options: { sets: { type: 'string', default: 'reuters-natural,made-web,made-wire,made-fr' } },
});

console.log('set               pairs compared   joins   found   recall');
for (const name of values.sets.split(',')) measure(name);

function measure(name) {
  const texts = textsOf(name).map((text) => wholeText('', text));
  const table = tableOf(texts.map((text, at) => fingerprintText(String(at), text, '')));
  const documents = groupExact(table).first.filter((at) => table.wordsOf(at) >= LEAST_WORDS);
  const furniture = new Set(findFurniture(table, documents));
  const series = countSeries(table, documents);
  const { pairs, firsts, neighbours } = findCandidates(table, documents);
  const met = new Set(
    [pairs, firsts, neighbours].flatMap(({ low, high }) => Array.from(low, (a, at) => a * 2 ** 26 + high[at])),
  );
  const prepared = new Map();
  const textAt = (at) => {
    if (!prepared.has(at)) prepared.set(at, prepareText(texts[at], furniture));
    return prepared.get(at);
  };
  const tied = Uint32Array.from(texts, (_text, at) => at);
  const rootOf = (at) => (tied[at] === at ? at : rootOf(tied[at]));
  const missed = [];
  let compared = 0;
  let joins = 0;
  for (const code of pairsSharing(texts, documents)) {
    const [a, b] = [Math.floor(code / 2 ** 26), code % 2 ** 26];
    compared++;
    const { relation } = compareTexts(textAt(a), textAt(b), Math.min(series[a], series[b]));
    if (relation !== 'copy' && relation !== 'part') continue;
    joins++;
    if (!met.has(code)) missed.push([a, b]);
    else if (relation === 'copy') tied[rootOf(b)] = rootOf(a);
  }
  const found = joins - missed.filter(([a, b]) => rootOf(a) !== rootOf(b)).length;
  const recall = joins === 0 ? 1 : found / joins;
  console.log(
    `${name.padEnd(17)} ${String(compared).padEnd(16)} ${String(joins).padEnd(7)} ${String(found).padEnd(7)} ${recall.toFixed(4)}`,
  );
}

/** Every pair that shares a run of words which is in few documents. */
function pairsSharing(texts, documents) {
  const owners = new Map();
  for (const at of documents) {
    for (const shingle of new Set(shinglesOf(texts[at].words, SHINGLE))) {
      const known = owners.get(shingle);
      if (known === undefined) owners.set(shingle, [at]);
      else known.push(at);
    }
  }
  const pairs = new Set();
  for (const sharing of owners.values()) {
    if (sharing.length > MOST_DOCUMENTS) continue;
    for (let one = 0; one < sharing.length; one++) {
      for (let other = one + 1; other < sharing.length; other++) pairs.add(sharing[one] * 2 ** 26 + sharing[other]);
    }
  }
  return pairs;
}

function textsOf(name) {
  const base = join(SHARED, 'data/dedup', `${name}.dev`);
  const path = existsSync(base) ? join(base, 'docs.jsonl.gz') : `${base}.docs.jsonl.gz`;
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).text);
}
