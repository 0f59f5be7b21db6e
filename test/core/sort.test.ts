import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bucketsOf, sortHashes } from '../../src/core/sort.ts';

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

test('rows that share a key come in order of keys, then as they were, and no others with them', () => {
  const few = fc.array(fc.nat(60), { maxLength: 200 });
  const many = fc
    .tuple(fc.integer({ min: 300, max: 4000 }), fc.integer({ min: 1, max: 5000 }))
    .map(([length, kinds]) => Array.from({ length }, (_none, at) => Math.imul(at % kinds, 0x85ebca6b) >>> 0));
  fc.assert(
    fc.property(fc.oneof(few, many), (keys) => {
      const key = Uint32Array.from(keys);
      const { end, owner, rows, key: shared } = bucketsOf({ key: key.slice(), owner: Uint32Array.from(key.keys()) });
      const found = Array.from(end, (last, at) => [...owner.subarray(end[at - 1] ?? 0, last)]);
      const wanted = new Map<number, number[]>();
      for (const [at, each] of keys.entries()) wanted.set(each, [...(wanted.get(each) ?? []), at]);
      const sorted = [...wanted].filter(([, members]) => members.length > 1).sort(([a], [b]) => a - b);
      expect(rows).toBe(keys.length);
      expect([...shared]).toEqual(sorted.map(([each]) => each));
      expect(found).toEqual(sorted.map(([, members]) => members));
    }),
    { numRuns: 100 },
  );
});
