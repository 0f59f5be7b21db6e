/** Hashes of word n-grams and the arithmetic of their sets. Sets are sorted arrays, so that one merge compares two. */
import * as hashing from './hash.ts';

/** A constant of this module: an imported binding is loaded anew at every use. */
const { mix } = hashing;
/** Odd, so that multiplying by it loses no bits; the golden ratio in 32 bits. */
const BASE = 0x9e3779b1;

/**
 * One hash per run of `size` words, in order, each in constant time from the one before.
 * A text shorter than that is one shingle; a text without words has none. They are put into `room` if there is enough of it.
 */
export function shinglesOf(words: Uint32Array, size: number, room?: Uint32Array): Uint32Array {
  const width = Math.min(size, words.length);
  if (width === 0) return new Uint32Array(0);
  const count = words.length - width + 1;
  const shingles = room !== undefined && room.length >= count ? room.subarray(0, count) : new Uint32Array(count);
  let leaving = 1;
  for (let at = 1; at < width; at++) leaving = Math.imul(leaving, BASE);
  let hash = 0;
  for (let at = 0; at < words.length; at++) {
    if (at >= width) hash = (hash - Math.imul(words[at - width] as number, leaving)) | 0;
    hash = (Math.imul(hash, BASE) + (words[at] as number)) | 0;
    if (at >= width - 1) shingles[at - width + 1] = mix(hash);
  }
  return shingles;
}

/** The set of the hashes: ascending, each once. It takes the place of the hashes, which are not copied. */
export function setOf(hashes: Uint32Array): Uint32Array {
  const sorted = hashes.sort();
  let size = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[size++] = sorted[at] as number;
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
