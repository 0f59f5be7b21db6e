/**
 * Lines that many documents share although the documents are not alike: what is left of site chrome after cleaning.
 * Left in, documents of one site merge and chrome-laden copies do not (pairwise F1 0.77 against 0.98 on made-web).
 */

import { forEachRun, sortByKey } from '../core/sort.ts';
import type { Fingerprint } from '../core/types.ts';
import { mix } from '../text/hash.ts';
import { IS_FIGURE } from './flags.ts';
import { agreementOf } from './sketch.ts';

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

/** The furniture lines of the archive, as a sorted set of line hashes. `prints` holds one document per exact text. */
export function findFurniture(prints: readonly Fingerprint[]): Uint32Array {
  const rows = prints.reduce((sum, print) => sum + print.lines.length, 0);
  const key = new Uint32Array(rows);
  const owner = new Uint32Array(rows);
  let row = 0;
  prints.forEach((print, number) => {
    key.set(print.lines, row);
    owner.fill(number, row, row + print.lines.length);
    row += print.lines.length;
  });
  const sorted = sortByKey({ key, owner });
  const furniture: number[] = [];
  forEachRun(sorted, (first, end) => {
    if (end - first >= LEAST_DOCUMENTS && areMostlyUnlike(prints, sorted.owner.subarray(first, end)))
      furniture.push(sorted.key[first] as number);
  });
  return Uint32Array.from(furniture);
}

/** Copies share lines too: only if most pairs of the sample have other texts beside the lines they share is the line furniture. */
function areMostlyUnlike(prints: readonly Fingerprint[], owners: Uint32Array): boolean {
  const step = Math.max(1, Math.floor(owners.length / SAMPLE));
  const sample = owners.filter((_owner, at) => at % step === 0).slice(0, SAMPLE);
  let unlike = 0;
  let pairs = 0;
  for (let left = 0; left < sample.length; left++) {
    for (let right = 0; right < left; right++) {
      pairs++;
      if (areUnlike(prints[sample[left] as number] as Fingerprint, prints[sample[right] as number] as Fingerprint))
        unlike++;
    }
  }
  return unlike * 2 > pairs;
}

/** True if each has much text of its own beside the lines they share, and less than half of that is common. */
function areUnlike(a: Fingerprint, b: Fingerprint): boolean {
  const inLines = wordsOfSharedLines(a.lines, b.lines);
  const shorter = Math.min(a.words, b.words);
  const own = shorter - inLines;
  if (own < LEAST_OWN_WORDS || own < shorter * LEAST_OWN_SHARE) return false;
  return sharedWords(a, b) - inLines < own * HALF;
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

/** |A∩B| = J (|A| + |B|) / (1 + J), with J as the sketches estimate it. */
export function sharedWords(a: Fingerprint, b: Fingerprint): number {
  const jaccard = agreementOf(a.minhash, b.minhash);
  return (jaccard * (a.words + b.words)) / (1 + jaccard);
}
