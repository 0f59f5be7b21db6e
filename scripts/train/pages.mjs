/** Reads the labelled sets as documents with a label per full line, judged by the rules as the product does. */

import { rowsOf } from '../../bench/quality/rows.mjs';
import { judgeLines } from '../../dist/chrome/judge.js';
import { RULES } from '../../dist/chrome/rules/index.js';
import { readHtmlText, readText } from '../../dist/formats/index.js';
import { votesOf } from '../../dist/model/votes.js';
import { findRepeats } from '../../dist/repeat/find-repeats.js';
import { evidenceOf } from '../../dist/sites/evidence.js';
import { pageOf } from '../../dist/sites/page.js';
import { recurringLines } from '../../dist/sites/recurring.js';
import { makeDocument } from '../../dist/text/document.js';
import { findProtections } from '../../dist/verdict/protect.js';

/** The pages that have siblings in the sets, once more, with what these say of their lines: a page is read alone and among others. */
export function withSiblings(pages) {
  const evidence = evidenceOf(pages.map(({ doc }) => pageOf(doc)));
  return pages.flatMap((page, at) =>
    evidence[at] === undefined ? [] : [{ ...page, site: recurringLines(page.doc, evidence[at]) }],
  );
}

const WORD = /[\p{L}\p{N}_]+/gu;

export async function* pagesOf(set, input, reshape = (row) => row) {
  let number = 0;
  for await (const row of rowsOf(set)) {
    const page = makePage(input === 'text' ? reshape(row, number) : row, input);
    number++;
    if (page !== undefined) yield page;
  }
}

/**
 * Text arrives badly too: every third page without its blank lines, every twelfth wrapped by hand. The choice rests on the
 * row's number alone.
 */
export function roughen(row, number) {
  if (number % 12 === 5) return wrap(row, 72 + (number % 9));
  if (number % 3 === 0)
    return {
      ...row,
      text: row.text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .join('\n'),
    };
  return row;
}

function wrap(row, width) {
  const lines = [];
  const labels = [];
  let at = 0;
  for (const line of row.text.split('\n')) {
    if (line.trim() === '') lines.push(line);
    else {
      const parts =
        line.length <= width ? [line] : (line.match(new RegExp(`\\S.{0,${width - 1}}(?=\\s|$)|\\S+`, 'g')) ?? [line]);
      for (const part of parts) {
        lines.push(part);
        labels.push(row.labels[at]);
      }
      at++;
    }
  }
  return { ...row, text: lines.join('\n'), labels: labels.join('') };
}

export function makePage(row, input) {
  const raw =
    input === 'html'
      ? readHtmlText(row.html, { path: `${row.id}.html` })
      : readText(row.text, { path: `${row.id}.txt` });
  const doc = makeDocument(raw);
  const full = [];
  for (let at = 0; at < doc.lines.count; at++) if (doc.lines.from[at] !== doc.lines.end[at]) full.push(at);
  const labels = input === 'html' ? labelsFor(doc, full, row) : Uint8Array.from(row.labels, Number);
  if (labels.length !== full.length || full.length === 0) return undefined;
  const rules = judgeLines(doc, RULES);
  const judged = [...findRepeats(doc), ...rules];
  const votes = votesOf(doc.lines.count, [...judged, ...findProtections(doc, judged)]);
  const { id, dataset, fold, page_type: type, lang, gold } = row;
  return { id, set: dataset, fold, type, lang, gold, doc, full, labels, votes };
}

/** A line of the page takes the label of the equal line of the text, in order; else it is body if the gold text holds it. */
function labelsFor(doc, full, row) {
  const known = new Map();
  const lines = row.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  lines.forEach((line, at) => {
    const key = fold(line);
    const list = known.get(key);
    if (list === undefined) known.set(key, [row.labels[at]]);
    else list.push(row.labels[at]);
  });
  const gold = ` ${fold(row.gold)} `;
  return Uint8Array.from(full, (at) => {
    const key = fold(doc.line(at));
    const list = known.get(key);
    if (list !== undefined) return Number(list.length > 1 ? list.shift() : list[0]);
    return key.length > 12 && gold.includes(` ${key} `) ? 1 : 0;
  });
}

function fold(text) {
  return (text.toLowerCase().match(WORD) ?? []).join(' ');
}

export function wordsOf(text) {
  return text.toLowerCase().match(WORD) ?? [];
}
