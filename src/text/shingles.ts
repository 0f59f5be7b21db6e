/** Hashes of word n-grams and the arithmetic of their sets. Sets are sorted arrays, so that one merge compares two. */
import { sortHashes } from '../core/sort.ts';
import * as hashing from './hash.ts';

/** A constant of this module: an imported binding is loaded anew at every use. */
const { mix } = hashing;
/** Odd, so that multiplying by it loses no bits; the golden ratio in 32 bits. */
const BASE = 0x9e3779b1;

/**
 * One hash per run of `size` words, in order, each in constant time from the one before.
 * A text shorter than that is one shingle; a text without words has none.
 */
export function shinglesOf(words: Uint32Array, size: number): Uint32Array {
  const shingles = new Uint32Array(countShingles(words.length, size));
  putShingles(words, size, shingles);
  return shingles;
}

export function countShingles(words: number, size: number): number {
  return words === 0 ? 0 : words - Math.min(size, words) + 1;
}

/** Writes the same into an array that is long enough. */
export function putShingles(words: Uint32Array, size: number, into: Uint32Array): void {
  const { length } = words;
  const width = Math.min(size, length);
  let leaving = 1;
  for (let at = 1; at < width; at++) leaving = Math.imul(leaving, BASE);
  let hash = 0;
  for (let at = 0; at < width; at++) hash = (Math.imul(hash, BASE) + (words[at] as number)) | 0;
  if (width > 0) into[0] = mix(hash);
  for (let at = width; at < length; at++) {
    hash = (hash - Math.imul(words[at - width] as number, leaving)) | 0;
    hash = (Math.imul(hash, BASE) + (words[at] as number)) | 0;
    into[at - width + 1] = mix(hash);
  }
}

/** The set of the hashes: ascending, each once. It takes the place of the hashes, which are not copied. */
export function setOf(hashes: Uint32Array): Uint32Array {
  const sorted = sortHashes(hashes);
  let size = 0;
  let last = -1;
  for (let at = 0; at < sorted.length; at++) {
    const hash = sorted[at] as number;
    if (hash === last) continue;
    sorted[size++] = hash;
    last = hash;
  }
  return sorted.subarray(0, size);
}

/** Size of the intersection of two sets, or of two sorted lists with repeats. */
export function overlapOf(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const distance = (a[left] as number) - (b[right] as number);
    if (distance === 0) shared++;
    if (distance <= 0) left++;
    if (distance >= 0) right++;
  }
  return shared;
}

/** True if the set holds the hash. */
export function hasHash(set: Uint32Array, hash: number): boolean {
  let low = 0;
  let high = set.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = set[middle] as number;
    if (found === hash) return true;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
