/**
 * Copies told from look-alikes: the built product on the labelled duplicate sets, as one table.
 *
 *   node bench/duplicates/run.mjs [--sets a,b] [--by-kind] [--more DIR,DIR]
 *
 * `dups` compares the texts as they are, `clean` is a whole run into a folder: what it cleaned is compared, and the repeats
 * it took out of single documents are scored too. Pairs are scored by `eval/score_dedup.py` of the shared data, whose
 * undecided pairs do not count; clusters lost through such pairs alone are told apart. Floors in `floors.json` fail the
 * run. `--more` names folders that `eval/make_dups.py` made.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

const SHARED = process.env.CLEAN_ARCHIVE_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const BINARY = fileURLToPath(new URL('../../bin/clean-archive.js', import.meta.url));
const SCORER = join(SHARED, 'eval/score_dedup.py');
const SETS = ['reuters-natural', 'made-web', 'made-wire', 'made-fr', 'mashup-1000', 'mashup-2500'];
const WAYS = { dups: clustersOfDups, clean: clustersOfRun };

const { values } = parseArgs({
  options: {
    sets: { type: 'string' },
    more: { type: 'string' },
    'by-kind': { type: 'boolean', default: false },
  },
});
const floors = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8'));

if (!existsSync(join(SHARED, 'data/dedup'))) {
  console.log(`duplicates: skipped, no labelled data at ${SHARED}`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'clean-archive-duplicates-'));
  try {
    process.exitCode = measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(folder) {
  const sets = (values.sets?.split(',') ?? SETS).map(sharedSet);
  const more = (values.more?.split(',') ?? []).map((path) => folderSet(basename(path), path));
  let failures = 0;
  console.log('set              way    F1      P       R       lost  false joins of a kind   repeats F1  damaged');
  for (const set of [...sets, ...more]) {
    for (const way of Object.keys(WAYS)) failures += measureSet(folder, set, way);
  }
  return failures > 0 ? 1 : 0;
}

function sharedSet(name) {
  const base = join(SHARED, 'data/dedup', `${name}.dev`);
  if (existsSync(base)) return folderSet(name, base);
  const ignore = `${base}.ignore.jsonl`;
  return {
    name,
    docs: `${base}.docs.jsonl.gz`,
    truth: `${base}.truth.jsonl.gz`,
    ...(existsSync(ignore) ? { ignore } : {}),
  };
}

function folderSet(name, base) {
  const [docs, truth, ignore, paras] = ['docs.jsonl.gz', 'truth.jsonl', 'ignore.jsonl', 'paras.jsonl'].map((file) =>
    join(base, file),
  );
  return { name, docs, truth, ignore, paras };
}

function measureSet(folder, set, way) {
  const docs = rowsOf(set.docs);
  const raw = join(folder, `${set.name}-${way}`);
  mkdirSync(join(raw, 'in'), { recursive: true });
  writeFileSync(join(raw, 'in/docs.jsonl'), docs.map(({ text }) => `${JSON.stringify({ text })}\n`).join(''));
  const found = WAYS[way](raw, docs);
  const predicted = join(raw, 'predicted.jsonl');
  writeFileSync(
    predicted,
    jsonLines(docs.map(({ id }, at) => ({ id, cluster: found.clusters[at], keep: found.keep[at] }))),
  );
  const ignored = set.ignore === undefined ? [] : ['--ignore', set.ignore];
  const scores = JSON.parse(python(['docs', set.truth, predicted, ...ignored, '--json']));
  const kinds = python(['docs', set.truth, predicted, ...ignored, '--by-kind']);
  const worst = worstKind(kinds);
  const lost = lostClusters(set, docs, found);
  const repeats =
    set.paras === undefined || found.removed === undefined ? undefined : scoreRepeats(raw, set, docs, found);
  const cells = [
    set.name.padEnd(16),
    way.padEnd(6),
    scores.pair_f1.toFixed(4).padEnd(7),
    scores.pair_precision.toFixed(4).padEnd(7),
    scores.pair_recall.toFixed(4).padEnd(7),
    String(lost).padEnd(5),
    worst.padEnd(23),
    repeats === undefined ? '-' : `${repeats.f1.toFixed(4)}      ${repeats.of_which_damaged}`,
  ];
  console.log(cells.join(' '));
  if (values['by-kind']) console.log(kinds.slice(kinds.indexOf('\nkind')));
  return checkFloor(`${set.name} ${way}`, scores.pair_f1, repeats);
}

function checkFloor(name, f1, repeats) {
  const floor = floors[name];
  if (floor === undefined) return 0;
  const problems = [
    ...(f1 < floor.f1 - floors.noise ? [`F1 ${f1.toFixed(4)} < ${floor.f1}`] : []),
    ...(repeats !== undefined && repeats.f1 < floor.repeats - floors.noise
      ? [`repeats ${repeats.f1.toFixed(4)} < ${floor.repeats}`]
      : []),
    ...(repeats !== undefined && repeats.of_which_damaged > 0 ? [`${repeats.of_which_damaged} documents damaged`] : []),
  ];
  for (const problem of problems) console.log(`    BELOW ITS FLOOR: ${name}: ${problem}`);
  return problems.length;
}

function clustersOfDups(raw, docs) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, 'dups', 'in', '--json', '-q'], {
    cwd: raw,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const groups = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const pairs = groups.flatMap(({ kept, copies }) =>
    copies.map(({ path, set_aside: aside }) => ({ one: numberIn(kept), other: numberIn(path), aside })),
  );
  return joined(docs.length, pairs);
}

function clustersOfRun(raw, docs) {
  const { status, stderr } = spawnSync(process.execPath, [BINARY, 'in', 'out', '-q', '--on-duplicate', 'keep'], {
    cwd: raw,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const pairs = rowsOf(join(raw, 'out/_clean-archive/duplicates.jsonl')).map((row) => ({
    one: numberIn(row.kept),
    other: numberIn(row.other),
    aside: row.set_aside,
  }));
  const removed = docs.map(() => []);
  for (const { file, kind, lines } of rowsOf(join(raw, 'out/_clean-archive/removed.jsonl'))) {
    if (kind === 'repeated') removed[numberIn(file)].push(lines);
  }
  return { ...joined(docs.length, pairs), removed };
}

/** A document's place: records are numbered from 1. */
function numberIn(id) {
  return Number(id.slice(id.lastIndexOf('#') + 1)) - 1;
}

function joined(count, pairs) {
  const clusters = Array.from({ length: count }, (_none, at) => at);
  const rootOf = (at) => (clusters[at] === at ? at : rootOf(clusters[at]));
  const keep = clusters.map(() => true);
  for (const { one, other, aside } of pairs) {
    clusters[rootOf(other)] = rootOf(one);
    if (aside) keep[other] = false;
  }
  return { clusters: clusters.map((_root, at) => rootOf(at)), keep };
}

/** Clusters of the truth that keep nobody, those aside that were folded into one of a pair that nobody could settle. */
function lostClusters({ truth, ignore }, docs, { clusters, keep }) {
  const clusterOf = new Map(rowsOf(truth).map(({ id, cluster }) => [id, cluster]));
  const settled = new Set(ignore === undefined ? [] : rowsOf(ignore).map(({ a, b }) => [a, b].sort().join(' ')));
  const alive = new Set(docs.flatMap(({ id }, at) => (keep[at] ? [clusterOf.get(id)] : [])));
  const lost = new Set(docs.flatMap(({ id }) => (alive.has(clusterOf.get(id)) ? [] : [clusterOf.get(id)])));
  for (const [at, { id }] of docs.entries()) {
    if (!lost.has(clusterOf.get(id))) continue;
    const mates = docs.filter(
      (mate, other) => clusters[other] === clusters[at] && clusterOf.get(mate.id) !== clusterOf.get(id),
    );
    if (mates.some((mate) => settled.has([id, mate.id].sort().join(' ')))) lost.delete(clusterOf.get(id));
  }
  return lost.size;
}

function worstKind(kinds) {
  const rows = kinds.split('\n').map((row) => row.trim().split(/\s+/));
  const traps = rows.filter(([kind]) => kind?.startsWith('trap:'));
  const [worst] = traps.sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)));
  if (worst === undefined || Number(worst.at(-1)) === 0) return 'none';
  return `${(100 * Number(worst.at(-1))).toFixed(1)} % ${worst[0]}`;
}

function scoreRepeats(raw, { paras, docs: path }, docs, { removed }) {
  const rows = docs.map(({ id, text }, at) => ({ id, removed: fullLinesIn(text, removed[at]) }));
  const predicted = join(raw, 'repeats.jsonl');
  writeFileSync(predicted, jsonLines(rows));
  return JSON.parse(python(['paras', paras, predicted, '--docs', path, '--json']));
}

/** Ranges of lines from 1 as numbers of the lines that are not blank, from 0. */
function fullLinesIn(text, ranges) {
  const full = [];
  let number = -1;
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    if (line.trim() === '') return;
    number += 1;
    if (ranges.some(([first, last]) => at + 1 >= first && at + 1 <= last)) full.push(number);
  });
  return full;
}

function rowsOf(path) {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function jsonLines(rows) {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

function python(args) {
  return execFileSync('python3', [SCORER, ...args], { encoding: 'utf8' });
}
