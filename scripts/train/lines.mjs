/**
 * Learns the line model from the labelled sets and writes `src/model/lines.bin`; the same data give the same bytes.
 *
 *   npm run build && node scripts/train/lines.mjs [--check] [--folds DIR]
 *
 * --check      compares with the shipped weights instead of writing them; exit 1 if they differ
 * --folds DIR  also writes `fold-0.bin` … `fold-4.bin`, each learned without its fold, for `bench/quality/run.mjs --models DIR`
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { hasShared, SHARED } from '../../bench/quality/rows.mjs';
import { learnJudges } from './judge.mjs';
import { pack } from './pack.mjs';

const TARGET = new URL('../../src/model/lines.bin', import.meta.url);

if (isMainThread) process.exitCode = await main();
else parentPort.postMessage(await learnJudges(workerData, (line) => writeSync(1, `${line}\n`)));

async function main() {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, folds: { type: 'string' } } });
  if (!hasShared()) {
    console.error(`no labelled data at ${SHARED}; set CLEAN_ARCHIVE_SHARED to the folder that holds data/extraction`);
    return 2;
  }
  const [text, html] = await Promise.all(['text', 'html'].map(learn));
  const weights = pack({ text: text.whole, html: html.whole });
  if (values.folds !== undefined) {
    mkdirSync(values.folds, { recursive: true });
    text.folds.forEach((judge, fold) => {
      writeFileSync(join(values.folds, `fold-${fold}.bin`), pack({ text: judge, html: html.folds[fold] }));
    });
  }
  console.log(`${weights.length} bytes, sha256 ${sha256(weights)}`);
  if (values.check !== true) {
    writeFileSync(TARGET, weights);
    return 0;
  }
  const isSame = readFileSync(TARGET).equals(weights);
  console.log(isSame ? 'the shipped weights' : `not the shipped weights (sha256 ${sha256(readFileSync(TARGET))})`);
  return isSame ? 0 : 1;
}

function learn(input) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: 8000 },
    });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
