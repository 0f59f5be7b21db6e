/** A page as its site sees it: a hash per line, without its figures, so that "12 comments" and "3 comments" are one line. */
import type { Document } from '../core/types.ts';
import { mix } from '../text/hash.ts';
import { HAS_DIGIT, NO_SPACES } from '../text/scan.ts';
import { setOf } from '../text/shingles.ts';

/** The lines of one document, sorted and distinct. The lowest bit of a hash is set for lines that are long: what the page says. */
export interface Page {
  readonly lines: Uint32Array;
}

/** What is read of a document. */
type Tables = Pick<Document, 'lines' | 'words'>;

const PRIME = 0x01000193;
const FIGURE = 0x9e3779b9;
const LONG_WORDS = 10;
/** Of a script without spaces, where every letter is a word. */
const LONG_LETTERS = 20;
/** A page may hold a line per row of a table; templates are found well below. */
const MOST_LINES = 4096;

export function pageOf(doc: Tables): Page {
  const { count } = doc.lines;
  const hashes = new Uint32Array(count);
  let filled = 0;
  for (let at = 0; at < count; at++) {
    const hash = templateHash(doc, at);
    if (hash !== 0) hashes[filled++] = hash;
  }
  return { lines: setOf(hashes.subarray(0, filled)).slice(0, MOST_LINES) };
}

export function isLong(hash: number): boolean {
  return (hash & 1) !== 0;
}

/** 0 for a line without words, or of figures alone. */
export function templateHash({ lines, words }: Tables, at: number): number {
  const first = lines.word[at] as number;
  const end = lines.word[at + 1] as number;
  let hash = 0;
  let wasFigure = false;
  let isWorded = false;
  for (let word = first; word < end; word++) {
    const isFigure = ((words.flags[word] as number) & HAS_DIGIT) !== 0;
    if (isFigure && wasFigure) continue;
    hash = Math.imul(hash ^ (isFigure ? FIGURE : (words.hash[word] as number)), PRIME) + 1;
    wasFigure = isFigure;
    isWorded ||= !isFigure;
  }
  if (!isWorded) return 0;
  const least = ((words.flags[first] as number) & NO_SPACES) !== 0 ? LONG_LETTERS : LONG_WORDS;
  return ((mix(hash) & ~1) | (end - first >= least ? 1 : 0)) >>> 0 || 2;
}
