/** Has rows of one key brought together by threads, which wait while candidates are found. */
import type { KeyRows } from '../core/sort.ts';
import { type FindBuckets, findBucketsHere } from '../dedup/candidates.ts';
import type { Pool } from './pool.ts';

/** Fewer documents are done with before their keys have crossed to a thread. */
const LEAST_DOCUMENTS = 10_000;
const BYTES = 4;

export function bucketFinder(pool: Pool, documents: number): FindBuckets {
  if (documents < LEAST_DOCUMENTS) return findBucketsHere;
  return (all, take) =>
    pool.run('share', tasksOf(all), (_rows, { buckets: [found] }) => {
      if (found === undefined) throw new Error('bringing keys together ended its thread, twice');
      take(found);
    });
}

/** Rows are good until the next are asked for: they cross in memory that threads share. */
function* tasksOf(all: Iterable<KeyRows>): Generator<readonly KeyRows[]> {
  for (const { key, owner } of all) yield [{ key: sharedCopy(key), owner: sharedCopy(owner) }];
}

export function sharedCopy(numbers: Uint32Array): Uint32Array {
  const shared = new Uint32Array(new SharedArrayBuffer(numbers.length * BYTES));
  shared.set(numbers);
  return shared;
}
