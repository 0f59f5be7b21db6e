/**
 * Learns which line of a page is its title, from the labelled sets, and writes `src/meta/title-trees.ts`; the same data
 * give the same bytes. Says how often the choice is right on pages of a fold that was left out.
 *
 *   npm run build && node scripts/train/titles.mjs --models DIR [--check] [--folds DIR]
 *
 * --models DIR  line models, each learned without its fold (`scripts/train/lines.mjs --folds DIR`)
 * --check       compares with the shipped trees instead of writing them; exit 1 if they differ
 * --folds DIR   also writes `fold-0.ts` … `fold-4.ts`, each learned without its fold, to be built in place of the shipped one
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasShared, SHARED } from '../../bench/quality/rows.mjs';
import { PER_NAT } from '../../dist/meta/title-forest.js';
import { finalistsOf, learnTitles, packTitles, readPage, scoreOf } from './title-forest.mjs';
import { FOLDS, titledPages } from './title-pages.mjs';

const TARGET = new URL('../../src/meta/title-trees.ts', import.meta.url);
const HEAD = `/** The trees of the title, written by \`scripts/train/titles.mjs\`; \`title-forest.ts\` says how they are packed. */
export const TITLE_TREES: string =
`;
const LIMITS = [0, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];

process.exitCode = await main();

async function main() {
  const { values } = parseArgs({
    options: { models: { type: 'string' }, check: { type: 'boolean', default: false }, folds: { type: 'string' } },
  });
  if (!hasShared() || values.models === undefined) {
    console.error(`needs labelled data at ${SHARED} (or CLEAN_ARCHIVE_SHARED) and --models`);
    return 2;
  }
  const pages = (await titledPages(values.models)).map(readPage);
  if (!values.check) crossValidate(pages, values.folds);
  const file = fileOf(learnTitles(pages));
  if (!values.check) {
    writeFileSync(TARGET, file);
    return 0;
  }
  const isSame = readFileSync(TARGET, 'utf8') === file;
  console.log(isSame ? 'the shipped trees' : 'not the shipped trees');
  return isSame ? 0 : 1;
}

function fileOf(forests) {
  return `${HEAD}  '${packTitles(forests)}';\n`;
}

function crossValidate(pages, folder) {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const judged = FOLDS.flatMap((fold) => {
    const forests = learnTitles(pages.filter((page) => page.fold !== fold));
    if (folder !== undefined) writeFileSync(join(folder, `fold-${fold}.ts`), fileOf(forests));
    return pages.filter((page) => page.fold === fold).map((page) => ({ page, ...choose(page, forests) }));
  });
  console.log(`share right/wrong by the least chance ${LIMITS.join(', ')}`);
  const whole = judged.filter(({ page }) => page.isWhole);
  for (const set of new Set(whole.map(({ page }) => page.set)))
    print(
      set,
      whole.filter(({ page }) => page.set === set),
    );
  for (const type of new Set(whole.map(({ page }) => page.type ?? 'article')))
    print(
      `  ${type}`,
      whole.filter(({ page }) => (page.type ?? 'article') === type),
    );
  print(
    'made up',
    judged.filter(({ page }) => !page.isWhole && !page.isNone),
  );
  print(
    'body alone',
    judged.filter(({ page }) => page.isNone),
  );
}

/** The text with the greatest share of the chances, as in `src/meta/title.ts`. */
function choose(page, { coarse, closer }) {
  const { table, right } = page;
  const chances = new Map();
  let total = 1;
  let best = { chance: 0, isRight: false };
  for (const row of finalistsOf(page, coarse)) {
    const chance = Math.exp(scoreOf(closer, table.values, row * table.width) / PER_NAT);
    const text = table.texts[row];
    const sum = (chances.get(text) ?? 0) + chance;
    chances.set(text, sum);
    total += chance;
    if (sum > best.chance) best = { chance: sum, isRight: right[row] === 1 };
  }
  return { chance: best.chance / total, isRight: best.isRight };
}

function print(name, judged) {
  const share = (some) => ((100 * some.length) / judged.length).toFixed(1);
  const figures = LIMITS.map((limit) => {
    const named = judged.filter(({ chance }) => chance >= limit);
    return `${share(named.filter(({ isRight }) => isRight))}/${share(named.filter(({ isRight }) => !isRight))}`;
  });
  console.log(`${name.padEnd(16)} ${String(judged.length).padStart(5)}  ${figures.join('  ')}`);
}
