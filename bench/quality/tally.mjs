/** Cleans one labelled row in process and counts, over its line labels, what went that should have stayed. */
import { readHtmlText, readText } from '../../dist/formats/index.js';
import { cleanDocument, DEFAULT_CLEANING } from '../../dist/pipeline/clean.js';
import { makeDocument } from '../../dist/text/document.js';

const BODY = '1';
/** A body sentence: ten words or twenty letters, with a closing sign. */
const SENTENCE_WORDS = 10;
const SENTENCE_LETTERS = 20;
const LONGEST_SUBHEAD = 8;

export function newTally() {
  return {
    sentences: { hits: 0, of: 0 },
    captions: { hits: 0, of: 0 },
    subheads: { hits: 0, of: 0 },
    offTopic: { hits: 0, of: 0 },
  };
}

/** `12 of 345 = 3.48 %`, or a dash where nothing was counted. */
export function shareOf({ hits, of }) {
  return of === 0 ? '-' : `${hits}/${of} ${((100 * hits) / of).toFixed(2)}%`;
}

export function documentOf(row, input) {
  const intake = { path: `${row.id}.${input === 'html' ? 'html' : 'txt'}` };
  return makeDocument(input === 'html' ? readHtmlText(row.html, intake) : readText(row.text, intake));
}

/** `advisers`: `model`, the line model to judge by (without it the rules judge alone), and `site`, evidence of its siblings. */
export function judgeRow(row, input, tally, advisers) {
  const doc = documentOf(row, input);
  const article = cleanDocument(doc, { ...DEFAULT_CLEANING, ...advisers });
  if (input === 'text') countLines(row, doc, article, tally);
  if (row.gold) countOffTopic(row, tally);
  return article;
}

function countLines(row, doc, article, tally) {
  const full = [];
  for (let at = 0; at < doc.lines.count; at++) if (row.labels !== undefined && doc.line(at) !== '') full.push(at);
  full.forEach((at, place) => {
    const isBody = row.labels[place] === BODY;
    const dropped = article.verdicts[at].fate === 'dropped';
    if (isBody && isSentence(doc, at)) count(tally.sentences, dropped);
    if (dropped && article.findings[article.verdicts[at].by].kind === 'caption') count(tally.captions, !isBody);
    if (isLoneSubhead(row, doc, full, place)) count(tally.subheads, dropped);
  });
}

function count(pair, hit) {
  pair.of++;
  if (hit) pair.hits++;
}

function isSentence(doc, at) {
  const tokens = doc.lines.tokens[at];
  const unspaced = doc.lines.letters[at] < tokens * 2;
  const terminal = doc.lines.terminal[at];
  return (
    tokens >= (unspaced ? SENTENCE_LETTERS : SENTENCE_WORDS) && ((terminal >= 1 && terminal <= 4) || terminal === 7)
  );
}

/** A short body line without a stop between two body sentences. */
function isLoneSubhead(row, doc, full, place) {
  const [before, at, after] = [full[place - 1], full[place], full[place + 1]];
  if (before === undefined || after === undefined) return false;
  if ([place - 1, place, place + 1].some((each) => row.labels[each] !== BODY)) return false;
  if (doc.lines.tokens[at] > LONGEST_SUBHEAD || doc.lines.terminal[at] !== 0) return false;
  return isSentence(doc, before) && isSentence(doc, after);
}

/** The gold text alone, as a document of its own: `off-topic` must not fire on ordinary articles. */
function countOffTopic(row, tally) {
  const gold = cleanDocument(makeDocument(readText(row.gold, { path: 'gold.txt' })));
  count(
    tally.offTopic,
    gold.findings.some((finding) => finding.kind === 'off-topic'),
  );
}
