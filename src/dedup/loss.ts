/** What would be lost if a copy were set aside: its sentences that the kept document does not have. */
import { hasHash, shinglesOf } from '../text/shingles.ts';
import type { Runs } from './align.ts';
import { forEachChange } from './changes.ts';
import { IS_FIGURE, IS_NEGATION } from './flags.ts';
import type { PreparedText } from './prepare.ts';
import { forEachSentence } from './sentences.ts';

/** A copy is set aside only if this share of its sentences is still there. */
export const LEAST_KEPT = 0.95;

/** A sentence is there if so many of its words are, and every figure and negation. */
const LEAST_WORDS_KEPT = 0.8;
const SHINGLE = 3;
/** Lines with fewer words and no stop are labels, bylines, captions; longer ones are sentences that were cut or wrapped. */
const LABEL_WORDS = 8;

/**
 * The share of the copy's sentences that are in `kept`, wherever they stand there; of its lines, if it has no sentences.
 * The headline of a short body is one of its sentences.
 */
export function shareKept(copy: PreparedText, kept: PreparedText, runs: Runs): number {
  const found = foundWords(copy, kept, runs);
  const counts = { sentences: 0, keptSentences: 0, lines: 0, keptLines: 0 };
  forEachSentence(copy, (first, end, isStopped) => {
    const isSentence = isStopped || first < copy.whole.titleWords || end - first >= LABEL_WORDS;
    const isKept = isThere(copy, found, first, end) ? 1 : 0;
    counts[isSentence ? 'sentences' : 'lines']++;
    counts[isSentence ? 'keptSentences' : 'keptLines'] += isKept;
  });
  if (counts.sentences > 0) return counts.keptSentences / counts.sentences;
  return counts.lines === 0 ? 1 : counts.keptLines / counts.lines;
}

/** 1 for each word of the copy that is aligned with its like, or part of three words in a row that `kept` has elsewhere. */
export function foundWords(copy: PreparedText, kept: PreparedText, runs: Runs): Uint8Array {
  const found = new Uint8Array(copy.words.length);
  for (let run = 0; run < runs.length; run += 3) {
    const start = runs[run + 1] as number;
    found.fill(1, start, start + (runs[run + 2] as number));
  }
  forEachChange(kept, copy, runs, (kind, _fromKept, _toKept, from, to) => {
    if (kind === 'spellings') found.fill(1, from, to);
  });
  findElsewhere(copy, kept, found);
  return found;
}

function findElsewhere(copy: PreparedText, kept: PreparedText, found: Uint8Array): void {
  const first = found.indexOf(0);
  if (first < 0) return;
  const from = Math.max(0, first - SHINGLE + 1);
  const shingles = shinglesOf(copy.words.subarray(from, found.lastIndexOf(0) + SHINGLE), SHINGLE);
  for (let at = 0; at < shingles.length; at++) {
    const start = from + at;
    const isFound = found[start] === 1 && found[start + 1] === 1 && found[start + 2] === 1;
    if (!isFound && hasHash(kept.shingles, shingles[at] as number)) found.fill(1, start, start + SHINGLE);
  }
}

function isThere(copy: PreparedText, found: Uint8Array, first: number, end: number): boolean {
  let words = 0;
  for (let at = first; at < end; at++) {
    if (found[at] === 1) words++;
    else if (((copy.flags[at] as number) & (IS_FIGURE | IS_NEGATION)) !== 0) return false;
  }
  return words >= LEAST_WORDS_KEPT * (end - first);
}
