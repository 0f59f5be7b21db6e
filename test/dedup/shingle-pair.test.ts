import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { numberShingles, sharesIn, turnedPair } from '../../src/dedup/shingle-pair.ts';
import { overlapOf, setOf, shinglesOf } from '../../src/text/shingles.ts';

const words = fc
  .array(fc.oneof(fc.nat(4), fc.integer({ min: 0xfffffff0, max: 0xffffffff })), { maxLength: 40 })
  .map((all) => Uint32Array.from(all));

test('numbered runs of three words share what their sets do', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const pair = numberShingles(one, other);
      const [a, b] = [setOf(shinglesOf(one, 3)), setOf(shinglesOf(other, 3))];
      const shared = overlapOf(a, b);
      expect(pair).toMatchObject({ shared, count: a.length + b.length - shared });
      expect([pair.one.size, pair.other.size]).toEqual([a.length, b.length]);
      expect(sharesIn(turnedPair(pair))).toEqual({
        jaccard: shared / Math.max(1, pair.count),
        ofOne: shared / Math.max(1, b.length),
        ofOther: shared / Math.max(1, a.length),
      });
    }),
    { numRuns: 1000 },
  );
});

test('equal runs have one number, and others another', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const pair = numberShingles(one, other);
      const runs = [...shinglesOf(one, 3), ...shinglesOf(other, 3)];
      const ofOne = shinglesOf(one, 3).length;
      const numbers = runs.map((_run, at) => (at < ofOne ? pair.one.numbers[at] : pair.other.numbers[at - ofOne]));
      expect(numbers.map((number) => numbers.indexOf(number))).toEqual(runs.map((run) => runs.indexOf(run)));
    }),
    { numRuns: 500 },
  );
});
