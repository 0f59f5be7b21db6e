/** Pass 3 begins here: what comparing needs of an article, a few hundred numbers over the words of its kept lines. */
import type { CleanArticle, Document, Fingerprint } from '../core/types.ts';
import { scanText } from '../text/scan.ts';
import { setOf, shinglesOf } from '../text/shingles.ts';
import { exactHash } from './exact.ts';
import { flagWords, IS_FIGURE } from './flags.ts';
import { foldWords } from './fold.ts';
import { lineHash } from './furniture.ts';
import { figuresOf } from './numbers.ts';
import { SHORT_BODY } from './prepare.ts';
import { sketchOf } from './sketch.ts';
import { anchorsOf } from './winnow.ts';

/** Bumped when a fingerprint of the same article may come out differently. */
export const FINGERPRINT_VERSION = 1;

/** Word n-grams of the sketches: two words less would tie unrelated texts together by phrases. */
const SHINGLE = 5;
const SLOTS = 128;
const LEAD_SLOTS = 32;
const SKELETON_SLOTS = 32;
/** A truncated copy keeps the beginning, if it keeps anything. */
const LEAD_WORDS = 120;
/** A line with fewer words beside its figures is a date, a time, a row of a table. */
const PROSE_WORDS = 3;
/** Stands for every figure in the skeleton of a text. */
const ANY_FIGURE = 0x5bd1e995;

export function fingerprintArticle(doc: Document, article: CleanArticle): Fingerprint {
  const { words, flags, numbers, lines } = keptWords(doc, article);
  const bodyWords = words.length;
  const compared = comparedWords(article, words);
  const shingles = shinglesOf(compared, SHINGLE);
  return {
    id: article.id,
    exact: exactHash(compared),
    minhash: sketchOf(shingles, SLOTS),
    anchors: anchorsOf(compared),
    lead: sketchOf(shinglesOf(words.subarray(0, LEAD_WORDS), SHINGLE), LEAD_SLOTS),
    skeleton: sketchOf(shinglesOf(masked(words, flags), SHINGLE), SKELETON_SLOTS),
    figures: numbers,
    lines,
    words: bodyWords,
    chrome: article.wordsBefore - article.words,
    date: article.meta.date ?? '',
  };
}

/** What equal texts have in common, where no sketches are needed. */
export function exactOf(doc: Document, article: CleanArticle): string {
  return exactHash(comparedWords(article, keptWords(doc, article).words));
}

/** Short bodies are told apart by their titles too. */
function comparedWords({ meta }: CleanArticle, words: Uint32Array): Uint32Array {
  return words.length > 0 && words.length < SHORT_BODY ? joined(titleWords(meta.title ?? ''), words) : words;
}

/** Folded hashes of a headline's words. */
export function titleWords(title: string): Uint32Array {
  const { words } = scanText(title);
  const folded = new Uint32Array(words.count);
  foldWords(title, words, 0, words.count, folded, 0);
  return folded;
}

interface KeptWords {
  readonly words: Uint32Array;
  readonly flags: Uint8Array;
  /** Numbers, months and weekdays of lines that say something about them, a set. */
  readonly numbers: Uint32Array;
  /** Hashes of the short lines, a set. */
  readonly lines: Uint32Array;
}

function keptWords(doc: Document, article: CleanArticle): KeptWords {
  const { words: table } = doc;
  const words = new Uint32Array(table.count);
  const flags = new Uint8Array(table.count);
  const numbers: number[] = [];
  const lines: number[] = [];
  let size = 0;
  for (let line = 0; line < doc.lines.count; line++) {
    if (article.verdicts[line]?.fate !== 'kept') continue;
    const first = doc.lines.word[line] as number;
    const end = doc.lines.word[line + 1] as number;
    foldWords(doc.text, table, first, end, words, size);
    flagWords(doc.text, table, first, end, words, flags, size);
    const next = size + end - first;
    const hash = lineHash(words, flags, size, next);
    if (hash !== 0) lines.push(hash);
    for (const number of numbersInProse(words, flags, size, next)) numbers.push(number);
    size = next;
  }
  return {
    words: words.slice(0, size),
    flags: flags.slice(0, size),
    numbers: setOf(Uint32Array.from(numbers)),
    lines: setOf(Uint32Array.from(lines)),
  };
}

/** A dateline is made of nothing but figures: they say nothing of the text. */
function numbersInProse(words: Uint32Array, flags: Uint8Array, first: number, end: number): Uint32Array {
  const { numbers, words: figures } = figuresOf(words.subarray(first, end), flags.subarray(first, end));
  return end - first - figures.length >= PROSE_WORDS ? numbers : figures.subarray(0, 0);
}

function joined(title: Uint32Array, body: Uint32Array): Uint32Array {
  const all = new Uint32Array(title.length + body.length);
  all.set(title);
  all.set(body, title.length);
  return all;
}

function masked(words: Uint32Array, flags: Uint8Array): Uint32Array {
  return words.map((word, at) => (((flags[at] as number) & IS_FIGURE) !== 0 ? ANY_FIGURE : word));
}
