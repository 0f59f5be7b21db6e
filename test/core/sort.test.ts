import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forEachRun, type KeyRows, sortByKey, sortHashes, sortShared } from '../../src/core/sort.ts';

test('hashes are sorted as the engine sorts them, however they lie', () => {
  const even = fc.array(fc.nat(0xffffffff), { maxLength: 300 });
  const crowded = fc.array(fc.oneof(fc.nat(500), fc.constantFrom(0, 0xffffffff, 0x80000000)), { maxLength: 300 });
  const many = fc
    .tuple(fc.integer({ min: 4000, max: 4200 }), fc.nat(0xffffffff))
    .map(([length, seed]) => Array.from({ length }, (_none, at) => Math.imul(at + seed, 0x9e3779b1) >>> 0));
  fc.assert(
    fc.property(fc.oneof(even, crowded, many), (hashes) => {
      expect(sortHashes(Uint32Array.from(hashes))).toEqual(Uint32Array.from(hashes).sort());
    }),
    { numRuns: 500 },
  );
});

test('rows that share a key come in order of keys, then as they were, and hardly any others with them', () => {
  const key = Uint32Array.from({ length: 3000 }, (_none, at) => Math.imul(at % 2400, 0x85ebca6b) >>> 0);
  const { before, ...rows } = sortShared({ key: key.slice(), owner: Uint32Array.from(key.keys()) });
  expect(before).toBe(3000);
  expect(rows.key.length).toBeLessThan(1800);
  const all = sortByKey({ key: key.slice(), owner: Uint32Array.from(key.keys()) });
  expect(sharedIn(rows)).toEqual(sharedIn(all));
});

function sharedIn(rows: KeyRows): readonly (readonly number[])[] {
  const runs: number[][] = [];
  forEachRun(rows, (first, end) => {
    if (end - first > 1) runs.push([...rows.owner.subarray(first, end)]);
  });
  return runs;
}
