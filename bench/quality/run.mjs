/**
 * Quality of the built product on the labelled sets, text and HTML input, as one table.
 *
 *   node bench/quality/run.mjs [--sets a,b] [--folds all|0,1,..] [--input text|html] [--models DIR] [--rules] [--sites]
 *
 * Words F1 is computed by `eval/score_extraction.py` of the shared data; sentences lost and captions are counted here
 * over the rows' line labels. Floors in `floors.json` fail the run. Nothing is learned here; sets that may be learned
 * from are judged on fold 4 unless `--folds` says otherwise. `--models DIR` takes for each row of those the weights learned
 * without its fold (`scripts/train/lines.mjs --folds DIR`); `--rules` judges without the model. `--sites` judges
 * each set as one archive, whose pages tell of each other, and not page by page.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lineModel } from '../../dist/engine/line-model.js';
import { parseWeights } from '../../dist/model/weights.js';
import { evidenceOf } from '../../dist/sites/evidence.js';
import { pageOf } from '../../dist/sites/page.js';
import { hasShared, rowsOf, SETS, SHARED, setPath } from './rows.mjs';
import { documentOf, judgeRow, newTally, shareOf } from './tally.mjs';

const { values } = parseArgs({
  options: {
    sets: { type: 'string' },
    folds: { type: 'string' },
    input: { type: 'string' },
    models: { type: 'string' },
    rules: { type: 'boolean', default: false },
    sites: { type: 'boolean', default: false },
  },
});
const foldModels = new Map();
const floors = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8'));

if (!hasShared()) {
  console.log(`quality: skipped, no labelled data at ${SHARED}`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'clean-archive-quality-'));
  try {
    process.exitCode = await measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(folder) {
  const wanted = values.sets?.split(',');
  const inputs = values.input === undefined ? ['text', 'html'] : [values.input];
  let failures = 0;
  console.log(
    'set           input  rows  @c4    F1     P      R      sentences lost  captions chrome  subheads lost  off-topic',
  );
  for (const set of SETS) {
    if (wanted !== undefined && !wanted.includes(set.name)) continue;
    for (const input of inputs) failures += await measureSet(folder, set, input);
  }
  return failures > 0 ? 1 : 0;
}

async function measureSet(folder, set, input) {
  const folds = values.folds === 'all' ? undefined : (values.folds ?? set.fold);
  const texts = join(folder, `${set.name}-${input}.jsonl`);
  const facts = join(folder, `${set.name}-${input}-meta.jsonl`);
  const tally = newTally();
  const predictions = [];
  const metas = [];
  const sites = values.sites ? await sitesOf(set, input) : new Map();
  for await (const row of rowsOf(set.name)) {
    if (set.fold !== undefined && folds !== undefined && !folds.split(',').includes(String(row.fold))) continue;
    const article = judgeRow(row, input, tally, advisersFor(set, row, sites));
    predictions.push(JSON.stringify({ id: row.id, text: article.body.map((line) => line.text).join('\n') }));
    const { title, date, author } = article.meta;
    metas.push(JSON.stringify({ id: row.id, title, date, author }));
  }
  writeFileSync(texts, `${predictions.join('\n')}\n`);
  writeFileSync(facts, `${metas.join('\n')}\n`);
  const scores = score(folder, set, texts, folds);
  print(set, input, scores, tally);
  if (input === 'text' || set.name === 'wcxb-dev' || set.name === 'fundus') printMeta(set, facts, folds);
  return below(set, input, scores.ours, tally);
}

async function sitesOf(set, input) {
  const ids = [];
  const pages = [];
  for await (const row of rowsOf(set.name)) {
    ids.push(row.id);
    pages.push(pageOf(documentOf(row, input)));
  }
  const evidence = evidenceOf(pages);
  return new Map(ids.map((id, at) => [id, evidence[at]]));
}

function advisersFor(set, row, sites) {
  const [model, site] = [modelFor(set, row), sites.get(row.id)];
  return { ...(model === undefined ? {} : { model }), ...(site === undefined ? {} : { site }) };
}

/** The shipped weights have seen every fold of the sets they were learned from; those of `--models` have not seen the row's. */
function modelFor(set, row) {
  if (values.rules) return undefined;
  if (values.models === undefined || set.fold === undefined) return lineModel();
  const file = join(values.models, `fold-${row.fold}.bin`);
  if (!foldModels.has(file)) foldModels.set(file, parseWeights(readFileSync(file)));
  return foldModels.get(file);
}

function score(folder, set, texts, folds) {
  const json = join(folder, 'scores.json');
  const fold = set.fold !== undefined && folds !== undefined ? ['--fold', folds] : [];
  const by = set.name === 'wcxb-dev' ? ['--by', 'page_type'] : [];
  const flags = ['--no-lcs', '--bootstrap', '0', '--worst', '0', '--json', json];
  execFileSync('python3', [
    `${SHARED}/eval/score_extraction.py`,
    setPath(set.name),
    texts,
    '@c4',
    ...fold,
    ...by,
    ...flags,
  ]);
  const all = JSON.parse(readFileSync(json, 'utf8'));
  const [ours, c4] = Object.values(all);
  return { ours, c4 };
}

function print(set, input, { ours, c4 }, tally) {
  const figures = [c4.words.f1, ours.words.f1, ours.words.p, ours.words.r].map((each) => each.toFixed(3));
  const [sentences, captions, subheads, offTopic] = ['sentences', 'captions', 'subheads', 'offTopic'].map((key) =>
    shareOf(tally[key]),
  );
  console.log(
    `${set.name.padEnd(13)} ${input.padEnd(6)} ${String(ours.pages).padEnd(5)} ${figures.join('  ')}  ${sentences.padEnd(15)} ${captions.padEnd(16)} ${subheads.padEnd(14)} ${offTopic}`,
  );
  for (const [type, group] of Object.entries(ours.groups ?? {})) {
    if (group.words !== undefined)
      console.log(
        `    ${type.padEnd(15)} ${String(group.pages).padEnd(5)} ${c4.groups[type].words.f1.toFixed(3)}  ${group.words.f1.toFixed(3)}`,
      );
  }
}

function printMeta(set, facts, folds) {
  const fold = set.fold !== undefined && folds !== undefined ? ['--fold', folds] : [];
  const text = execFileSync('python3', [`${SHARED}/eval/score_meta.py`, setPath(set.name), facts, ...fold], {
    encoding: 'utf8',
  });
  for (const line of text.trimEnd().split('\n')) if (line !== '') console.log(`    ${line}`);
}

/** Names what fell under its floor; returns how many did. */
function below(set, input, ours, tally) {
  if (values.folds !== undefined) return 0;
  const floor = floors[`${set.name} ${input}`];
  if (floor === undefined) return 0;
  const measured = { f1: ours.words.f1, sentencesLost: tally.sentences.hits / Math.max(1, tally.sentences.of) };
  const fallen = [];
  if (measured.f1 < floor.f1 - floors.noise) fallen.push(`words F1 ${measured.f1.toFixed(3)} < ${floor.f1}`);
  if (measured.sentencesLost > floor.sentencesLost + floors.noise)
    fallen.push(`sentences lost ${measured.sentencesLost.toFixed(4)} > ${floor.sentencesLost}`);
  for (const each of fallen) console.log(`    BELOW ITS FLOOR: ${set.name} ${input}: ${each}`);
  return fallen.length;
}
