/**
 * MB of text (as UTF-8) per CPU-second for the scan, the whole document, and the whole cleaning, in memory, best of
 * several rounds, beside a loop that only touches every unit. Figures are ratios first: the machine is never quiet.
 *
 *   node bench/speed/scan.mjs [rounds]
 */

import { readText } from '../../dist/formats/index.js';
import { cleanDocument } from '../../dist/pipeline/clean.js';
import { makeDocument } from '../../dist/text/document.js';
import { scanText } from '../../dist/text/scan.js';
import { corpus } from './corpus.mjs';

const rounds = Number(process.argv[2] ?? 5);
const texts = await corpus();
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(`${texts.length} texts, ${(bytes / 1e6).toFixed(1)} MB, node ${process.versions.node}`);

measure('touch every unit', (text) => {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
});
measure('scan: string to tables', (text) => scanText(text).words.count);
measure('document: tables, language, blocks, outline', (text) => documentOf(text).lines.count);
measure('clean: document to article', (text) => cleanDocument(documentOf(text)).words);

function documentOf(text) {
  return makeDocument(readText(text, { path: 'page.txt' }));
}

function measure(name, work) {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (const text of texts) work(text);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  console.log(`${(bytes / 1e6 / best).toFixed(1).padStart(8)} MB per CPU-second  ${name}`);
}
