/**
 * Pages made of pages, for what the sets hold too little of: threads of comments and blocks of related stories below an
 * article, a second article, navigation of another language or in capitals, lines that are all indented. Every second
 * page gets one variant, chosen by its number alone; what is added comes from a page of the same fold, so that no page is
 * judged by what was learned from it.
 */
import { makePage } from './pages.mjs';

/** A longer page would weigh by what it is and not by what was added. */
const LONGEST_PAGE = 400;
const LONGEST_TAIL = 80;
const SHORTEST_TAIL = 8;
const TEASERS = 6;
const TEASER_UNITS = 60;
const HEADLINE_UNITS = 120;
const NEXT_LINES = 30;
const LINES_BETWEEN = 12;
const LINES_BEFORE_NEXT = 4;
const LOOKS = 40;
const SHORT_TOKENS = 8;
/** Kinds of pages that one article makes. */
const SINGLE = new Set([undefined, '', 'article', 'documentation', 'service', 'product']);

const VARIANTS = [withTail, withTeasers, withNext, withForeignChrome, withCapitals, indented];

export function augmented(pages) {
  const made = [];
  pages.forEach((page, number) => {
    const lines = linesOf(page);
    const last = lines.findLastIndex(({ isBody }) => isBody);
    if (number % 2 === 1 || last < 0 || lines.length > LONGEST_PAGE) return;
    const variant = VARIANTS[(number / 2) % VARIANTS.length];
    const others = candidates(pages, page, number);
    const changed = variant({ lines, last, page, others });
    const added = changed === undefined ? undefined : makePage(rowOf(page, changed), 'text');
    if (added !== undefined) made.push(added);
  });
  return made;
}

/** What stands below the article of another page: comments, related stories, the footer. */
function withTail({ lines, last, page, others }) {
  const tail = others.filter(({ lang }) => lang === page.lang).map(tailOf);
  return inserted(lines, last + 1, tail.find(isLong));
}

/** Headlines of other pages, each with the sentence its article begins with. */
function withTeasers({ lines, last, page, others }) {
  const teasers = others.filter(({ lang }) => lang === page.lang).flatMap(teaserOf);
  return teasers.length < TEASERS * 2 ? undefined : inserted(lines, last + 1, teasers.slice(0, TEASERS * 2));
}

/** The next article of an endless page. */
function withNext({ lines, last, page, others }) {
  const other = others.find(({ lang, type }) => lang === page.lang && type === page.type);
  if (other === undefined || !SINGLE.has(page.type)) return undefined;
  const next = linesOf(other);
  const first = Math.max(0, next.findIndex(({ isBody }) => isBody) - LINES_BEFORE_NEXT);
  const at = Math.min(lines.length, last + 1 + LINES_BETWEEN);
  return inserted(lines, at, next.slice(first, first + NEXT_LINES));
}

function withForeignChrome({ lines, last, page, others }) {
  const tail = others.filter(({ lang }) => lang !== page.lang).map(tailOf);
  const chrome = tail.find(isLong);
  return chrome === undefined ? undefined : inserted(inserted(lines, last + 1, chrome), 0, chrome);
}

function withCapitals({ lines, page }) {
  const isLabel = ({ at, isBody }) => !isBody && page.doc.lines.tokens[at] < SHORT_TOKENS;
  return lines.map((line) => (isLabel(line) ? { ...line, text: line.text.toUpperCase() } : line));
}

function indented({ lines }) {
  return lines.map((line) => ({ ...line, text: `    ${line.text}` }));
}

/** Nothing that is added belongs to the page's body. */
function inserted(lines, at, added) {
  if (added === undefined) return undefined;
  return [...lines.slice(0, at), ...added.map((line) => ({ ...line, isBody: false })), ...lines.slice(at)];
}

function tailOf(page) {
  const lines = linesOf(page);
  return lines.slice(lines.findLastIndex(({ isBody }) => isBody) + 1).slice(0, LONGEST_TAIL);
}

function isLong(tail) {
  return tail.length > SHORTEST_TAIL;
}

function teaserOf(page) {
  const lines = linesOf(page);
  const first = lines.findIndex(({ isBody, text }) => isBody && text.length > TEASER_UNITS);
  if (first < 1) return [];
  const headline = lines[first - 1];
  return [{ ...headline, text: headline.text.slice(0, HEADLINE_UNITS) }, lines[first]];
}

/** Other pages of the fold, in an order that the number gives. */
function candidates(pages, page, number) {
  const found = [];
  for (let step = 1; step <= LOOKS; step++) {
    const other = pages[(number * 13 + step * 101) % pages.length];
    if (other !== page && other.set === page.set && other.fold === page.fold) found.push(other);
  }
  return found;
}

function linesOf({ doc, full, labels }) {
  return full.map((at, row) => ({ at, text: doc.line(at), isBody: labels[row] === 1 }));
}

function rowOf({ id, set, fold, type, lang, gold }, lines) {
  const text = lines.map((line) => line.text).join('\n\n');
  const labels = lines.map(({ isBody }) => (isBody ? '1' : '0')).join('');
  return { id, dataset: set, fold, page_type: type, lang, gold, text, labels };
}
