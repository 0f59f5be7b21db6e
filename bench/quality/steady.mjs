/**
 * How steady verdicts are under changes that should not matter:
 *
 *   node bench/quality/steady.mjs [--sets a,b]
 *
 * blank lines   every blank line of a labelled text is deleted: the share of lines that are judged otherwise
 * chrome below  the chrome of a fixture is put below every fixture: the body lines that go for it
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { lineModel } from '../../dist/engine/line-model.js';
import { readText } from '../../dist/formats/index.js';
import { cleanDocument, DEFAULT_CLEANING } from '../../dist/pipeline/clean.js';
import { makeDocument } from '../../dist/text/document.js';
import { hasShared, rowsOf, SETS } from './rows.mjs';

const FIXTURES = fileURLToPath(new URL('../../fixtures/documents', import.meta.url));
const { values } = parseArgs({ options: { sets: { type: 'string' } } });

if (hasShared()) await measureBlankLines();
else console.log('blank lines: skipped, no labelled data');
measureChromeBelow();

async function measureBlankLines() {
  const wanted = values.sets?.split(',');
  for (const { name } of SETS) {
    if (wanted !== undefined && !wanted.includes(name)) continue;
    let lines = 0;
    let changed = 0;
    for await (const row of rowsOf(name)) {
      const before = fatesOf(row.text);
      const after = fatesOf(row.text.replace(/\n\s*\n+/g, '\n'));
      before.forEach(({ fate }, at) => {
        if (fate !== after[at].fate) changed++;
      });
      lines += before.length;
    }
    console.log(`blank lines   ${name.padEnd(13)} ${changed} of ${lines} verdicts ${shareOf(changed, lines)}`);
  }
}

function measureChromeBelow() {
  const pages = fixtures();
  let pairs = 0;
  let lines = 0;
  const dropped = [];
  for (const { name, text, isBody } of pages) {
    const before = fatesOf(text);
    for (const other of pages) {
      if (other.name === name) continue;
      pairs++;
      const after = fatesOf(`${text}\n\n${other.chrome}`);
      before.forEach(({ fate, line }, at) => {
        if (fate !== 'kept' || !isBody[at]) return;
        lines++;
        if (after[at].fate === 'dropped') dropped.push(`${name} + ${other.name}: ${line.slice(0, 80)}`);
      });
    }
  }
  console.log(
    `chrome below  ${pairs} pairs of fixtures: ${dropped.length} of ${lines} body lines go ${shareOf(dropped.length, lines)}`,
  );
  for (const each of dropped.slice(0, 20)) console.log(`    ${each}`);
}

/** Text fixtures, and of each the lines that its golden drops below the last line that it keeps. */
function fixtures() {
  return readdirSync(FIXTURES).flatMap((topic) =>
    readdirSync(join(FIXTURES, topic)).flatMap((name) => {
      const folder = join(FIXTURES, topic, name);
      if (!readdirSync(folder).includes('input.txt')) return [];
      const golden = readFileSync(join(folder, 'expected.lines'), 'utf8').split('\n');
      const full = golden.filter((line) => line.slice(line.indexOf('│') + 1).trim() !== '');
      const last = full.findLastIndex((line) => line.startsWith('+'));
      const chrome = full.slice(last + 1).filter((line) => line.startsWith('- '));
      return [
        {
          name: `${topic}/${name}`,
          text: readFileSync(join(folder, 'input.txt'), 'utf8'),
          isBody: full.map((line) => line.startsWith('+')),
          chrome: chrome.map((line) => line.slice(line.indexOf('│') + 2)).join('\n\n'),
        },
      ];
    }),
  );
}

function fatesOf(text) {
  const doc = makeDocument(readText(text, { path: 'page.txt' }));
  const { verdicts } = cleanDocument(doc, { ...DEFAULT_CLEANING, model: lineModel() });
  return verdicts.flatMap(({ fate }, at) => (fate === 'blank' ? [] : [{ fate, line: doc.line(at) }]));
}

function shareOf(part, whole) {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
}
