/** The hashes of `src/text/hash.ts`, one at a time and four. */

export const WORD_SEED: u32 = 0x811c9dc5;
export const WORD_PRIME: u32 = 0x01000193;
const FIRST_PRIME: u32 = 0x85ebca6b;
const SECOND_PRIME: u32 = 0xc2b2ae35;

// @ts-ignore: decorator
@inline
export function mix(hash: u32): u32 {
  let h = hash;
  h ^= h >>> 16;
  h *= FIRST_PRIME;
  h ^= h >>> 13;
  h *= SECOND_PRIME;
  return h ^ (h >>> 16);
}

// @ts-ignore: decorator
@inline
export function mixFour(hashes: v128): v128 {
  let h = v128.xor(hashes, i32x4.shr_u(hashes, 16));
  h = i32x4.mul(h, i32x4.splat(FIRST_PRIME));
  h = v128.xor(h, i32x4.shr_u(h, 13));
  h = i32x4.mul(h, i32x4.splat(SECOND_PRIME));
  return v128.xor(h, i32x4.shr_u(h, 16));
}
