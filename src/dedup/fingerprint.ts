/** Pass 3 begins here: what comparing needs of an article, a few hundred numbers over the words of its kept lines. */
import { Room } from '../core/room.ts';
import type { CleanArticle, DocId, Document, Fingerprint } from '../core/types.ts';
import { scanText } from '../text/scan.ts';
import { setOf } from '../text/shingles.ts';
import type { ComparedText } from './compared.ts';
import { exactHash } from './exact.ts';
import { flagWords, IS_FIGURE } from './flags.ts';
import { foldWords } from './fold.ts';
import { lineHash } from './furniture.ts';
import { putNumbers } from './numbers.ts';
import { SHORT_BODY } from './prepare.ts';
import { NO_PLACE, packPlace } from './shared-passages.ts';
import { sketchWords } from './sketch.ts';
import { placedAnchors } from './winnow.ts';

/** Bumped when a fingerprint of the same article may come out differently. */
export const FINGERPRINT_VERSION = 3;

/** Word n-grams of the sketches: two words less would tie unrelated texts together by phrases. */
export const SHINGLE = 5;
const SLOTS = 128;
const LEAD_SLOTS = 32;
const SKELETON_SLOTS = 32;
/** A truncated copy keeps the beginning, if it keeps anything. */
export const LEAD_WORDS = 120;
/** A text of a line or two has too few runs of five words: a word changed here and there leaves none of them (reuters: candidates found 0.991 with runs of five, 1 with three). */
const SHORT_TEXT = 32;
const SHORT_SHINGLE = 3;
/** A line with fewer words beside its figures is a date, a time, a row of a table. */
const PROSE_WORDS = 3;
const FIGURE = IS_FIGURE;
/** Stands for every figure in the skeleton of a text. */
const ANY_FIGURE = 0x5bd1e995;

const HASHES: Room = new Room();
const MASKED: Room = new Room();

export function fingerprintArticle(doc: Document, article: CleanArticle): Fingerprint {
  const { id, meta, wordsBefore, words } = article;
  return printOf(id, keptWords(doc, article), {
    title: titleWords(meta.title ?? ''),
    chrome: wordsBefore - words,
    date: meta.date ?? '',
  });
}

/** The body of a text as it is: nothing was judged. */
export function bodyOf({ words, flags, lineWord, lineAt, titleWords: count }: ComparedText): KeptWords {
  if (count === 0) return { words, flags, lineWord, lineAt };
  return {
    lineAt,
    words: words.subarray(count),
    flags: flags.subarray(count),
    lineWord: lineWord.map((word) => word - count),
  };
}

/** Of a document as it is. */
export function fingerprintText(id: DocId, text: ComparedText, date: string): Fingerprint {
  return printOf(id, bodyOf(text), { title: text.words.subarray(0, text.titleWords), chrome: 0, date });
}

/** Words of the runs that the sketch of the beginning is made of. */
export function leadShingle(words: number): number {
  return words < SHORT_TEXT ? SHORT_SHINGLE : SHINGLE;
}

interface Beside {
  readonly title: Uint32Array;
  readonly chrome: number;
  readonly date: string;
}

function printOf(id: DocId, body: KeptWords, { title, chrome, date }: Beside): Fingerprint {
  const { words, flags } = body;
  const compared = comparedWords(title, words);
  const { anchors, word } = placedAnchors(compared);
  return {
    id,
    exact: exactHash(compared),
    minhash: sketchWords(compared, SHINGLE, new Uint32Array(SLOTS)),
    anchors,
    anchorAt: placesOf(word, compared.length - words.length, body),
    lead: sketchWords(words.subarray(0, LEAD_WORDS), leadShingle(words.length), new Uint32Array(LEAD_SLOTS)),
    skeleton: sketchWords(masked(words, flags), SHINGLE, new Uint32Array(SKELETON_SLOTS)),
    figures: numbersIn(body).slice(),
    lines: shortLinesIn(body).slice(),
    words: words.length,
    chrome,
    date,
  };
}

/** `word` counts from the title where that is compared too. */
function placesOf(word: Uint32Array, titleLength: number, { lineWord, lineAt }: KeptWords): Uint32Array {
  return word.map((at) => {
    if (at < titleLength) return NO_PLACE;
    const line = lastNotAbove(lineWord, at - titleLength);
    return packPlace(lineAt[line] as number, at - titleLength - (lineWord[line] as number));
  });
}

/** The line that holds the word: the last one that begins at or before it. */
function lastNotAbove(lineWord: Uint32Array, word: number): number {
  let low = 0;
  let high = lineWord.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((lineWord[middle] as number) <= word) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What equal texts have in common, where no sketches are needed. */
export function exactOf(doc: Document, article: CleanArticle): string {
  return exactHash(comparedWords(titleWords(article.meta.title ?? ''), keptWords(doc, article).words));
}

/** Short bodies are told apart by their titles too. */
export function comparedWords(title: Uint32Array, words: Uint32Array): Uint32Array {
  return words.length > 0 && words.length < SHORT_BODY ? joined(title, words) : words;
}

/** Folded hashes of a headline's words. */
export function titleWords(title: string): Uint32Array {
  const { words } = scanText(title);
  return foldWords(title, words, words.count);
}

export interface KeptWords {
  readonly words: Uint32Array;
  readonly flags: Uint8Array;
  /** First word of each line, and the end of the last. */
  readonly lineWord: Uint32Array;
  /** Number of each line in the document. */
  readonly lineAt: Uint32Array;
}

function keptWords(doc: Document, article: CleanArticle): KeptWords {
  const { words: table } = doc;
  const folded = foldWords(doc.text, table, table.count);
  const words = new Uint32Array(table.count);
  const flags = new Uint8Array(table.count);
  const lineWord = new Uint32Array(doc.lines.count + 1);
  const lineAt = new Uint32Array(doc.lines.count);
  let size = 0;
  let kept = 0;
  for (let line = 0; line < doc.lines.count; line++) {
    if (article.verdicts[line]?.fate !== 'kept') continue;
    const first = doc.lines.word[line] as number;
    const end = doc.lines.word[line + 1] as number;
    words.set(folded.subarray(first, end), size);
    flagWords(doc.text, table, first, end, words, flags, size);
    size += end - first;
    lineAt[kept] = line;
    lineWord[++kept] = size;
  }
  return {
    words: words.slice(0, size),
    flags: flags.slice(0, size),
    lineWord: lineWord.slice(0, kept + 1),
    lineAt: lineAt.slice(0, kept),
  };
}

/** Hashes of the short lines, a set; good until the next text is looked at. */
export function shortLinesIn({ words, flags, lineWord }: KeptWords): Uint32Array {
  const hashes = HASHES.of(lineWord.length);
  let count = 0;
  for (let line = 0; line + 1 < lineWord.length; line++) {
    const hash = lineHash(words, flags, lineWord[line] as number, lineWord[line + 1] as number);
    if (hash !== 0) hashes[count++] = hash;
  }
  return setOf(hashes.subarray(0, count));
}

/** Numbers, months and weekdays of lines that say something about them, a set; good until the next text is looked at. */
export function numbersIn({ words, flags, lineWord }: KeptWords): Uint32Array {
  const numbers = HASHES.of(words.length);
  let count = 0;
  for (let line = 0; line + 1 < lineWord.length; line++) {
    const first = lineWord[line] as number;
    const end = lineWord[line + 1] as number;
    const figures = countFigures(flags, first, end);
    // A dateline is made of nothing but figures: they say nothing of the text.
    if (figures > 0 && end - first - figures >= PROSE_WORDS)
      count = putNumbers(words, flags, first, end, numbers, count);
  }
  return setOf(numbers.subarray(0, count));
}

function countFigures(flags: Uint8Array, first: number, end: number): number {
  let figures = 0;
  for (let at = first; at < end; at++) figures += (flags[at] as number) & IS_FIGURE;
  return figures;
}

function joined(title: Uint32Array, body: Uint32Array): Uint32Array {
  const all = new Uint32Array(title.length + body.length);
  all.set(title);
  all.set(body, title.length);
  return all;
}

/** The words with every figure alike; good until the next text is looked at. */
export function masked(words: Uint32Array, flags: Uint8Array): Uint32Array {
  const { length } = words;
  const all = MASKED.of(length);
  // Without a branch, which a processor would guess wrongly at most figures.
  for (let at = 0; at < length; at++) {
    const mask = -((flags[at] as number) & FIGURE);
    all[at] = ((words[at] as number) & ~mask) | (ANY_FIGURE & mask);
  }
  return all.subarray(0, length);
}
