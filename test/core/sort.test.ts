import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sortHashes } from '../../src/core/sort.ts';

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
