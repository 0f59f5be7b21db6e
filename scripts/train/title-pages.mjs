/** Pages of the labelled sets with their stated titles, seen as the metadata room sees them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from '../../bench/quality/rows.mjs';
import { judgeLines } from '../../dist/chrome/judge.js';
import { RULES } from '../../dist/chrome/rules/index.js';
import { readText } from '../../dist/formats/index.js';
import { judgeByModel } from '../../dist/model/judge.js';
import { parseWeights } from '../../dist/model/weights.js';
import { findRepeats } from '../../dist/repeat/find-repeats.js';
import { makeDocument } from '../../dist/text/document.js';
import { decide } from '../../dist/verdict/decide.js';
import { findProtections } from '../../dist/verdict/protect.js';

/** The sets that state titles and whose licences allow learning. */
const SETS = ['wcxb-dev', 'fundus'];
export const FOLDS = [0, 1, 2, 3, 4];
/** As in `src/pipeline/clean.ts`. */
const CERTAIN = 0.9;
const WORD = /[\p{L}\p{N}\p{M}_]+/gu;
const SITE = /\s[|\-–—·]\s(?!.*\s[|\-–—·]\s)/;
const LEAST_BODY_UNITS = 400;
/** Every third page is also shown as its body alone, which has no title, every third as title and body. */
const BODY_WEIGHT = 0.5;
const TITLED_WEIGHT = 0.3;
/** Every third page also without its blank lines; every page also clipped, so many lines above the title and below it. */
const UNPARTED_WEIGHT = 0.3;
const CLIPPED_WEIGHT = 0.4;
const ABOVE = [1, 3, 4, 8, 9, 14, 20];
const BELOW = [6, 12, 20, 40];

/**
 * @param {string} models folder of line models, each learned without its fold (`scripts/train/lines.mjs --folds`): what the
 *   shipped one says of its own pages is surer than it will ever be of others
 */
export async function titledPages(models) {
  const judges = FOLDS.map((fold) => parseWeights(readFileSync(join(models, `fold-${fold}.bin`))));
  const pages = [];
  let number = 0;
  for (const set of SETS)
    for await (const row of rowsOf(set)) if (row.title) pages.push(...pagesOf(row, judges[row.fold], number++));
  return pages;
}

function pagesOf(row, model, number) {
  const isTitle = titleTest(row);
  const page = { id: row.id, set: row.dataset, type: row.page_type, fold: row.fold, isNone: false, isTitle };
  const pages = [];
  const add = (text, more) => {
    const doc = makeDocument(readText(text, { path: `${row.id}.txt` }));
    pages.push({ ...page, doc, view: viewOf(doc, model), ...more });
  };
  const lines = row.text.split('\n');
  if (lines.some(isTitle)) {
    add(row.text, { isWhole: true, weight: 1 });
    if (number % 3 === 2) add(lines.filter((line) => line.trim() !== '').join('\n'), { weight: UNPARTED_WEIGHT });
    add(clipped(lines, isTitle, row.labels, number), { weight: CLIPPED_WEIGHT });
  }
  const body = (row.gold ?? '')
    .split('\n')
    .filter((line) => !isTitle(line))
    .join('\n');
  if (body.length < LEAST_BODY_UNITS) return pages;
  if (number % 3 === 0) pages.push({ ...page, ...kept(body), weight: BODY_WEIGHT, isNone: true, isTitle: () => false });
  if (number % 3 === 1) pages.push({ ...page, ...kept(`${row.title}\n\n${body}`), weight: TITLED_WEIGHT });
  return pages;
}

/** A few lines above the last title before the body and some of the body: what people paste by hand. */
function clipped(lines, isTitle, labels, number) {
  let at = -1;
  const body = lines.findIndex((line, each) => {
    if (line.trim() !== '') at++;
    return labels[at] === '1' && each > 0 && !isTitle(line);
  });
  const places = lines.flatMap((line, each) => (isTitle(line) ? [each] : []));
  const title = places.findLast((place) => place <= body) ?? places[0];
  const first = Math.max(0, title - ABOVE[number % ABOVE.length]);
  return lines.slice(first, Math.max(title, body) + BELOW[number % BELOW.length]).join('\n');
}

/** What of the verdicts the pipeline shows to the metadata room. */
function viewOf(doc, model) {
  const judged = [...findRepeats(doc), ...judgeLines(doc, RULES)];
  const protections = findProtections(doc, judged);
  const findings = [...judged, ...judgeByModel(doc, [...judged, ...protections], model).votesAt('standard')];
  const verdicts = decide(doc, findings, 'standard');
  return {
    taken: Uint8Array.from(verdicts, ({ fate, by }) =>
      fate === 'dropped' && (findings[by]?.confidence ?? 0) >= CERTAIN ? 1 : 0,
    ),
    bodyFirst: verdicts.findIndex(({ fate }) => fate === 'kept'),
    bodyLast: verdicts.findLastIndex(({ fate }) => fate === 'kept'),
  };
}

/** A page that was cleaned before. */
function kept(text) {
  const doc = makeDocument(readText(text, { path: 'page.txt' }));
  return { doc, view: { taken: new Uint8Array(doc.lines.count), bodyFirst: 0, bodyLast: doc.lines.count - 1 } };
}

/** The stated title; without the site's name after it if the page has a line for that, as `eval/score_meta.py` compares them. */
function titleTest({ title, text }) {
  const [whole, cut] = [fold(title), fold(title.split(SITE)[0])];
  const isCut = cut !== '' && text.split('\n').some((line) => fold(line) === cut);
  return (line) => fold(line) === (isCut ? cut : whole);
}

function fold(text) {
  return (text.normalize('NFKC').toLowerCase().match(WORD) ?? []).join(' ');
}
