/**
 * Lines that many documents share although the documents are not alike: what is left of site chrome after cleaning.
 * Left in, documents of one site merge and chrome-laden copies do not (pairwise F1 0.77 against 0.98 on made-web).
 */

import { bucketsOf } from '../core/sort.ts';
import { mix } from '../text/hash.ts';
import { IS_FIGURE } from './flags.ts';
import type { PrintTable } from './print-table.ts';

/** Legal notices run to 60 words; the hash of a line holds its number of words in six bits. */
const LONGEST_LINE = 60;
const WORDS_MASK = 63;
const LEAST_DOCUMENTS = 6;
/** So many of the documents are looked at, evenly spread. */
const SAMPLE = 8;
/** A document has text of its own if it has so many words, and such a share of them, beside the lines it shares. */
const LEAST_OWN_WORDS = 15;
const LEAST_OWN_SHARE = 0.3;
const HALF = 0.5;
const LINE_PRIME = 0x01000193;

/**
 * Hash of a line made of these words, its low six bits their number. 0 for what is no furniture: long lines, lines
 * without words, and lines with a figure, which may be all that tells two notices apart (`Pay April 30`).
 */
export function lineHash(words: Uint32Array, flags: Uint8Array, first: number, end: number): number {
  if (end === first || end - first > LONGEST_LINE) return 0;
  let hash = end - first;
  for (let at = first; at < end; at++) {
    if (((flags[at] as number) & IS_FIGURE) !== 0) return 0;
    hash = Math.imul(hash ^ (words[at] as number), LINE_PRIME) + 1;
  }
  return ((mix(hash) & ~WORDS_MASK) | (end - first)) >>> 0;
}

/** The furniture lines of the archive, as a sorted set of line hashes. `documents` holds one place per exact text. */
export function findFurniture(prints: PrintTable, documents: Uint32Array): Uint32Array {
  const isWanted = new Uint8Array(prints.count);
  for (const at of documents) isWanted[at] = 1;
  const furniture: number[] = [];
  for (const rows of prints.lineRows(isWanted)) {
    const { key, end, owner } = bucketsOf(rows);
    let first = 0;
    key.forEach((line, bucket) => {
      const last = end[bucket] as number;
      if (last - first >= LEAST_DOCUMENTS && areMostlyUnlike(prints, owner.subarray(first, last))) furniture.push(line);
      first = last;
    });
  }
  return Uint32Array.from(furniture);
}

/** Copies share lines too: only if most pairs of the sample have other texts beside the lines they share is the line furniture. */
function areMostlyUnlike(prints: PrintTable, owners: Uint32Array): boolean {
  const step = Math.max(1, Math.floor(owners.length / SAMPLE));
  const sample = owners.filter((_owner, at) => at % step === 0).slice(0, SAMPLE);
  let unlike = 0;
  let pairs = 0;
  for (let left = 0; left < sample.length; left++) {
    for (let right = 0; right < left; right++) {
      pairs++;
      if (areUnlike(prints, sample[left] as number, sample[right] as number)) unlike++;
    }
  }
  return unlike * 2 > pairs;
}

/** True if each has much text of its own beside the lines they share, and less than half of that is common. */
function areUnlike(prints: PrintTable, one: number, other: number): boolean {
  const inLines = wordsOfSharedLines(prints.linesOf(one), prints.linesOf(other));
  const shorter = Math.min(prints.wordsOf(one), prints.wordsOf(other));
  const own = shorter - inLines;
  if (own < LEAST_OWN_WORDS || own < shorter * LEAST_OWN_SHARE) return false;
  return prints.sharedWords(one, other) - inLines < own * HALF;
}

function wordsOfSharedLines(a: Uint32Array, b: Uint32Array): number {
  let words = 0;
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const distance = (a[left] as number) - (b[right] as number);
    if (distance === 0) words += (a[left] as number) & WORDS_MASK;
    if (distance <= 0) left++;
    if (distance >= 0) right++;
  }
  return words;
}
