/** What the markup calls the place of a line, as one number: learned weights of the words of its region. */
import type { Block } from '../core/types.ts';
import { hashWord } from '../text/hash.ts';

export const REGION_BUCKETS: number = 1 << 10;
const MASK = REGION_BUCKETS - 1;
/** The nearest words weigh by themselves; those further out share a second weight. */
const NEAR = 3;
const FAR = 0x2f;
const BUCKETS: Map<string, number> = new Map();

/** Buckets of the block's region words; the nearest stand first in `Block.region`. */
export function regionBucketsOf(block: Block | undefined): readonly number[] {
  return (block?.region ?? []).map((word, at) => (bucketOf(word) ^ (at < NEAR ? 0 : FAR)) & MASK);
}

export function regionScoreOf(block: Block | undefined, weights: Int8Array): number {
  if (block?.region === undefined) return 0;
  let sum = 0;
  block.region.forEach((word, at) => {
    sum += weights[(bucketOf(word) ^ (at < NEAR ? 0 : FAR)) & MASK] as number;
  });
  return sum;
}

function bucketOf(word: string): number {
  let bucket = BUCKETS.get(word);
  if (bucket === undefined) {
    bucket = hashWord(word);
    BUCKETS.set(word, bucket);
  }
  return bucket;
}
