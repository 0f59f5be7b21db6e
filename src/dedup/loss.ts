/** What would be lost if a copy were set aside: its sentences that the kept document does not have. */
import { fillColumn, Room } from '../core/room.ts';
import type { Runs } from './align.ts';
import { forEachChange } from './changes.ts';
import * as flags from './flags.ts';
import type { PreparedText } from './prepare.ts';
import { forEachSentence } from './sentences.ts';
import { numberShingles, SHINGLE, type ShinglePair } from './shingle-pair.ts';

/** A copy is set aside only if this share of its sentences is still there. */
export const LEAST_KEPT = 0.95;

/** A sentence is there if so many of its words are, and every figure and negation. */
const LEAST_WORDS_KEPT = 0.8;
/** Lines with fewer words and no stop are labels, bylines, captions; longer ones are sentences that were cut or wrapped. */
const LABEL_WORDS = 8;

/** A constant of this module: an imported binding is loaded anew at every use. */
const TELLING: number = flags.IS_FIGURE | flags.IS_NEGATION;
const FOUND: Room = new Room();

/**
 * The share of the copy's sentences that are in `kept`, wherever they stand there; of its lines, if it has no sentences.
 * The headline of a short body is one of its sentences. `runs` and `pair` go from `kept` to the copy.
 */
export function shareKept(
  copy: PreparedText,
  kept: PreparedText,
  runs: Runs,
  pair: ShinglePair = numberShingles(kept.words, copy.words),
): number {
  if (isAligned(copy, runs)) return 1;
  const found = FOUND.of(copy.words.length);
  markFound(copy, kept, runs, pair, found);
  return shareOfFound(copy, found);
}

/** 1 for each word of the copy that is aligned with its like, or part of three words in a row that `kept` has elsewhere. */
export function foundWords(copy: PreparedText, kept: PreparedText, runs: Runs): Uint32Array {
  const found = new Uint32Array(copy.words.length);
  markFound(copy, kept, runs, numberShingles(kept.words, copy.words), found);
  return found;
}

/** True if no word of the copy is without its like. */
function isAligned({ words }: PreparedText, runs: Runs): boolean {
  let aligned = 0;
  for (let run = 2; run < runs.length; run += 3) aligned += runs[run] as number;
  return aligned === words.length;
}

function markFound(
  copy: PreparedText,
  kept: PreparedText,
  runs: Runs,
  { one, other, owners }: ShinglePair,
  found: Uint32Array,
): void {
  const { length } = copy.words;
  fillColumn(found, 1, 0, length);
  forEachGap(runs, length, (from, to) => {
    fillColumn(found, 0, from, to);
  });
  forEachChange(kept, copy, runs, (kind, _fromKept, _toKept, from, to) => {
    if (kind === 'spellings') fillColumn(found, 1, from, to);
  });
  const { numbers } = other;
  const { bit } = one;
  forEachGap(runs, length, (from, to) => {
    const end = Math.min(to, Math.max(1, length - SHINGLE + 1));
    for (let at = Math.max(0, from - SHINGLE + 1); at < end; at++) {
      if (((owners[numbers[at] as number] as number) & bit) !== 0)
        fillColumn(found, 1, at, Math.min(length, at + SHINGLE));
    }
  });
}

/** Calls `visit` with each stretch of the second text, of `length` words, that the runs leave out. */
function forEachGap(runs: Runs, length: number, visit: (from: number, to: number) => void): void {
  let end = 0;
  for (let run = 1; run < runs.length; run += 3) {
    const start = runs[run] as number;
    if (start > end) visit(end, start);
    end = start + (runs[run + 1] as number);
  }
  if (length > end) visit(end, length);
}

function shareOfFound(copy: PreparedText, found: Uint32Array): number {
  const counts = { sentences: 0, keptSentences: 0, lines: 0, keptLines: 0 };
  forEachSentence(copy, (first, end, isStopped) => {
    const isKept = isThere(copy, found, first, end) ? 1 : 0;
    if (isStopped || first < copy.whole.titleWords || end - first >= LABEL_WORDS) {
      counts.sentences++;
      counts.keptSentences += isKept;
    } else {
      counts.lines++;
      counts.keptLines += isKept;
    }
  });
  if (counts.sentences > 0) return counts.keptSentences / counts.sentences;
  return counts.lines === 0 ? 1 : counts.keptLines / counts.lines;
}

function isThere({ flags }: PreparedText, found: Uint32Array, first: number, end: number): boolean {
  let words = 0;
  for (let at = first; at < end; at++) {
    if (found[at] === 1) words++;
    else if (((flags[at] as number) & TELLING) !== 0) return false;
  }
  return words >= LEAST_WORDS_KEPT * (end - first);
}
