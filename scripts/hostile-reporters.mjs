/** Puts every string of ../shared/data/hostile/terminal and ../report into every reporter; all of them must stay inert. Needs `npm run build`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escapeTerminal } from '../dist/report/escape.js';
import { unpainted } from '../dist/report/paint.js';
import { REPORTERS } from '../dist/report/reporters.js';
import { inertFaults } from './inert.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = join(root, '../shared/data/hostile');
const SETS = { 'terminal escapes': 'terminal/escapes.jsonl', 'markup strings': 'report/markup.jsonl' };
const LEAST = { 'terminal escapes': 37, 'markup strings': 35 };
const FACTS = {
  screen: { paint: unpainted, width: 120 },
  version: '0.0.0',
  verbose: true,
  quiet: false,
  explainWith: [],
  fromRoot: (path) => path,
};

if (existsSync(data)) checkAll();
else process.stdout.write('hostile reporters: SKIPPED, ../shared/data/hostile is not beside the project\n');

function checkAll() {
  for (const reporter of Object.values(REPORTERS)) {
    const told = Object.entries(SETS).map(([name, file]) => `${inertOf(reporter, name, file)} ${name}`);
    process.stdout.write(`${reporter.name.padEnd(7)} inert: ${told.join(', ')}\n`);
  }
}

function inertOf(reporter, name, file) {
  const texts = rowsOf(file);
  let inert = 0;
  for (const { text, why } of texts) {
    const faults = inertFaults(reporter, FACTS, text, escapeTerminal(text));
    if (faults.length === 0) inert += 1;
    else
      process.stdout.write(
        `${reporter.name}: ${why} (${JSON.stringify(escapeTerminal(text))}): ${faults.join('; ')}\n`,
      );
  }
  if (inert < texts.length || texts.length < LEAST[name]) process.exitCode = 1;
  return `${inert} of ${texts.length}`;
}

function rowsOf(file) {
  return readFileSync(join(data, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
