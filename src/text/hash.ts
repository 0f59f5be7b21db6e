/**
 * Hashes over case-folded UTF-16 units. Integer arithmetic only, so every platform gives the same bits.
 * The word hash is FNV-1a over folded units with a final avalanche (murmur3's `fmix32`), because bare FNV leaves
 * its low bits weak for tables indexed by them.
 */
import { foldedUnit } from './tables/letters.ts';

export const WORD_SEED = 0x811c9dc5;
export const WORD_PRIME = 0x01000193;

/** murmur3's 32-bit finaliser. */
export function mix(hash: number): number {
  let h = hash;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The hash that the word table holds for this word (letters and digits; other signs must be left out by the caller). */
export function hashWord(word: string): number {
  return hashUnits(word, 0, word.length);
}

/** The same of the word that stands between two units of a text. */
export function hashUnits(text: string, from: number, end: number): number {
  let h = WORD_SEED;
  for (let at = from; at < end; at++) h = Math.imul(h ^ foldedUnit(text.charCodeAt(at)), WORD_PRIME);
  return mix(h);
}
