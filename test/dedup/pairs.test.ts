import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orderByTies, PairSet } from '../../src/dedup/pairs.ts';

const pairs = fc
  .array(fc.tuple(fc.nat(90), fc.nat(90)), { maxLength: 6000 })
  .map((all) => all.filter(([one, other]) => one !== other));

test('a set of pairs holds each pair once, in order, and counts how often it was met', () => {
  fc.assert(
    fc.property(pairs, (met) => {
      const set = new PairSet();
      const counts = new Map<number, number>();
      for (const [one, other] of met) {
        set.add(one, other);
        const code = Math.min(one, other) * 100 + Math.max(one, other);
        counts.set(code, (counts.get(code) ?? 0) + 1);
      }
      const { low, high } = set.pairs();
      const found = Array.from(low, (one, at) => one * 100 + (high[at] as number));
      expect(found).toEqual([...counts.keys()].sort((a, b) => a - b));
      expect([...set.meetingsOf({ low, high })]).toEqual(found.map((code) => counts.get(code)));
      expect([...set.meetingsOf({ low: Uint32Array.of(91), high: Uint32Array.of(92) })]).toEqual([0]);
    }),
    { numRuns: 50 },
  );
});

test('a set of many pairs grows', () => {
  const set = new PairSet();
  for (let at = 0; at < 20_000; at++) set.add(at + 1 + (at % 7), at);
  const { low, high } = set.pairs();
  expect([low.length, low[19_999], high[19_999]]).toEqual([20_000, 19_999, 19_999 + 1 + (19_999 % 7)]);
});

test('pairs that are tied by their documents stand side by side, by the lowest of these', () => {
  const some = fc
    .array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 40 })
    .map((all) => all.filter(([one, other]) => one < other));
  fc.assert(
    fc.property(some, (all) => {
      const [low, high] = [Uint32Array.from(all, ([one]) => one), Uint32Array.from(all, ([, other]) => other)];
      const ordered = orderByTies({ low, high });
      expect([...ordered.place].sort((a, b) => a - b)).toEqual([...low.keys()]);
      expect([...ordered.place].map((at) => all[at])).toEqual(
        [...ordered.low].map((one, at) => [one, ordered.high[at]]),
      );
      expect([...ordered.tie]).toEqual([...ordered.low].map((one) => lowestTied(all, one)).sort((a, b) => a - b));
    }),
  );
});

/** The lowest document that can be reached over pairs. */
function lowestTied(all: readonly (readonly [number, number])[], from: number): number {
  const reached = new Set([from]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const [one, other] of all) if (reached.has(one) || reached.has(other)) reached.add(one).add(other);
  }
  return Math.min(...reached);
}
