/**
 * Removed lines drawn by lot from a labelled set, each with its reason, its neighbours and its label, to be read by a person.
 *
 *   node bench/quality/sample.mjs [--set wcxb-dev] [--count 50] [--seed 1] [--input text|html]
 */
import { parseArgs } from 'node:util';
import { lineModel } from '../../dist/engine/line-model.js';
import { cleanDocument, DEFAULT_CLEANING } from '../../dist/pipeline/clean.js';
import { hasShared, rowsOf, SHARED } from './rows.mjs';
import { documentOf } from './tally.mjs';

const WIDTH = 150;
const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'wcxb-dev' },
    count: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    input: { type: 'string', default: 'text' },
  },
});

if (hasShared()) await draw();
else console.log(`sample: skipped, no labelled data at ${SHARED}`);

/** Reservoir sampling (Vitter 1985, algorithm R), so that no page need be kept. */
async function draw() {
  const count = Number(values.count);
  const next = numbersFrom(Number(values.seed));
  const drawn = [];
  let seen = 0;
  for await (const row of rowsOf(values.set)) {
    for (const removal of removalsOf(row)) {
      seen++;
      if (drawn.length < count) drawn.push(removal);
      else {
        const place = Math.floor(next() * seen);
        if (place < count) drawn[place] = removal;
      }
    }
  }
  console.log(`${drawn.length} of ${seen} removed lines of ${values.set}, seed ${values.seed}`);
  drawn.forEach((removal, at) => {
    print(removal, at + 1);
  });
}

function removalsOf(row) {
  const doc = documentOf(row, values.input);
  const { verdicts, findings } = cleanDocument(doc, { ...DEFAULT_CLEANING, model: lineModel() });
  const full = [...verdicts.keys()].filter((at) => verdicts[at].fate !== 'blank');
  return full.flatMap((at, place) => {
    const { fate, by } = verdicts[at];
    if (fate !== 'dropped') return [];
    const around = [full[place - 1], at, full[place + 1]].map((line) => (line === undefined ? '' : doc.line(line)));
    const { rule, kind, message } = findings[by];
    return [{ id: row.id, line: at + 1, around, rule, kind, message, label: row.labels?.[place] }];
  });
}

function print({ id, line, around, rule, kind, message, label }, number) {
  const [before, own, after] = around.map((text) => text.slice(0, WIDTH));
  const gold = values.input === 'text' ? (label === '1' ? 'body' : 'chrome') : 'not labelled';
  console.log(`\n${number}. ${id}:${line}  gold: ${gold}\n     ${before}\n  →  ${own}\n     ${after}`);
  console.log(`     ${kind} · ${rule} · ${message}`);
}

/** Mulberry32. */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
