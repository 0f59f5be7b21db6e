/**
 * The error browser: the pages a set loses most on, each with its wrong lines, so that the next person sees what to mend.
 *
 *   node bench/quality/worst.mjs [--set wcxb-dev] [--type article] [--input text|html] [--models DIR] [--rules] [--pages 20] [--lines 6]
 *
 * `K` is a line kept that should have gone, `L` a body line lost, each with the rule that spoke last and its words. Pages
 * are ordered by the F1 of words over the line labels; `--models` as for `run.mjs`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lineModel } from '../../dist/engine/line-model.js';
import { parseWeights } from '../../dist/model/weights.js';
import { cleanDocument, DEFAULT_CLEANING } from '../../dist/pipeline/clean.js';
import { pagesOf } from '../../scripts/train/pages.mjs';
import { hasShared, SHARED } from './rows.mjs';

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'wcxb-dev' },
    type: { type: 'string' },
    input: { type: 'string', default: 'text' },
    models: { type: 'string' },
    rules: { type: 'boolean', default: false },
    pages: { type: 'string', default: '20' },
    lines: { type: 'string', default: '6' },
  },
});
const WIDTH = 110;
const models = new Map();

if (hasShared()) await browse();
else console.log(`skipped, no labelled data at ${SHARED}`);

async function browse() {
  const pages = [];
  for await (const page of pagesOf(values.set, values.input)) {
    if (values.type === undefined || page.type === values.type) pages.push(judge(page));
  }
  pages.sort((a, b) => a.f1 - b.f1);
  const lost = pages.reduce((sum, { f1 }) => sum + 1 - f1, 0);
  const worst = pages.slice(0, Math.ceil(pages.length / 10)).reduce((sum, { f1 }) => sum + 1 - f1, 0);
  console.log(
    `${pages.length} pages, mean F1 of lines by words ${(1 - lost / pages.length).toFixed(3)}; the worst tenth holds ${Math.round((100 * worst) / lost)} % of what is lost`,
  );
  for (const page of pages.slice(0, Number(values.pages))) print(page);
}

function judge(page) {
  const { doc, full, labels } = page;
  const model = modelFor(page);
  const article = cleanDocument(doc, { ...DEFAULT_CLEANING, ...(model === undefined ? {} : { model }) });
  const wrong = { K: [], L: [] };
  let body = 0;
  full.forEach((line, at) => {
    const words = doc.lines.tokens[line];
    const { fate, by } = article.verdicts[line];
    const isBody = labels[at] === 1;
    if (isBody) body += words;
    if (isBody === (fate === 'kept')) return;
    wrong[isBody ? 'L' : 'K'].push({
      line,
      words,
      rule: article.findings[by]?.rule ?? 'no rule',
      text: doc.line(line),
    });
  });
  const [kept, gone] = ['K', 'L'].map((kind) => wrong[kind].reduce((sum, { words }) => sum + words, 0));
  const f1 = body + kept === 0 ? 1 : (2 * (body - gone)) / Math.max(1, body - gone + kept + body);
  return { id: page.id, type: page.type ?? '', body, kept, gone, f1, wrong, doubtful: article.doubtful };
}

function modelFor({ fold, set }) {
  if (values.rules) return undefined;
  if (values.models === undefined || fold === undefined || fold === null) return lineModel();
  const file = join(values.models, `fold-${fold}.bin`);
  if (!models.has(file)) models.set(file, parseWeights(readFileSync(file)));
  const model = models.get(file);
  if (model === undefined) throw new Error(`${file} holds no weights for these signals (set ${set})`);
  return model;
}

function print({ id, type, body, kept, gone, f1, wrong, doubtful }) {
  const doubt = doubtful ? ', doubtful' : '';
  console.log(`\n${id} ${type}  F1 ${f1.toFixed(2)}  body ${body} words, ${kept} kept too much, ${gone} lost${doubt}`);
  for (const [kind, lines] of Object.entries(wrong)) {
    const heaviest = lines.toSorted((a, b) => b.words - a.words).slice(0, Number(values.lines));
    for (const { line, words, rule, text } of heaviest) {
      console.log(
        `  ${kind} ${String(line + 1).padStart(5)} ${String(words).padStart(4)}  ${rule.padEnd(20)} ${inert(text).slice(0, WIDTH)}`,
      );
    }
  }
}

/** Nothing of a page may act on the terminal. */
function inert(text) {
  return text.replace(/\p{C}/gu, '?');
}
