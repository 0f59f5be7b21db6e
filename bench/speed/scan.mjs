/**
 * MB of text (as UTF-8) per CPU-second for the scan, the whole document, and the whole cleaning, in memory, best of
 * several rounds, beside a loop that only touches every unit. Stages take turns and figures are ratios first: the machine is never quiet.
 *
 *   node bench/speed/scan.mjs [rounds]
 */

import { scannedText, wholeText } from '../../dist/dedup/compared.js';
import { readText } from '../../dist/formats/index.js';
import { cleanDocument } from '../../dist/pipeline/clean.js';
import { makeDocument } from '../../dist/text/document.js';
import { scanText } from '../../dist/text/scan.js';
import { corpus } from './corpus.mjs';

const rounds = Number(process.argv[2] ?? 5);
const texts = await corpus();
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(`${texts.length} texts, ${(bytes / 1e6).toFixed(1)} MB, node ${process.versions.node}`);

const STAGES = {
  'touch every unit': (text) => {
    let sum = 0;
    for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
    return sum;
  },
  'scan: string to tables': (text) => scanText(text).words.count,
  'for comparing: any text': (text) => scannedText('', text).words.length,
  'for comparing: ASCII in one pass where it is': (text) => wholeText('', text).words.length,
  'document: tables, language, blocks, outline': (text) => documentOf(text).lines.count,
  'clean: document to article': (text) => cleanDocument(documentOf(text)).words,
};
const best = Object.fromEntries(Object.keys(STAGES).map((name) => [name, Infinity]));
for (let round = 0; round < rounds; round++) {
  for (const [name, work] of Object.entries(STAGES)) best[name] = Math.min(best[name], secondsOf(work));
}
for (const [name, seconds] of Object.entries(best)) {
  console.log(`${(bytes / 1e6 / seconds).toFixed(1).padStart(8)} MB per CPU-second  ${name}`);
}

function documentOf(text) {
  return makeDocument(readText(text, { path: 'page.txt' }));
}

function secondsOf(work) {
  const before = process.cpuUsage();
  for (const text of texts) work(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
