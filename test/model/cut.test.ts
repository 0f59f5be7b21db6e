import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestCut } from '../../src/model/cut.ts';

const ROWS = fc.array(
  fc.record({ chance: fc.integer({ min: 0, max: 1000 }), tokens: fc.integer({ min: 1, max: 80 }) }),
  {
    minLength: 1,
    maxLength: 60,
  },
);

describe('the cut of a page', () => {
  test('an article that stands out is cut in the middle, a page of doubts low', () => {
    expect(cutOf([10, 10, 950, 960, 940, 20])).toBe(500);
    expect(cutOf([200, 210, 190, 200, 220])).toBe(190);
  });

  test('never above a half, never below 80', () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const cut = cutOf(
          rows.map(({ chance }) => chance),
          rows.map(({ tokens }) => tokens),
        );
        expect(cut).toBeGreaterThanOrEqual(80);
        expect(cut).toBeLessThanOrEqual(500);
      }),
    );
  });

  test('no other cut in its range promises a better words F1', () => {
    fc.assert(
      fc.property(ROWS, fc.integer({ min: 80, max: 500 }), (rows, other) => {
        const cut = cutOf(
          rows.map(({ chance }) => chance),
          rows.map(({ tokens }) => tokens),
        );
        expect(promised(rows, cut)).toBeGreaterThanOrEqual(promised(rows, other) - 1e-12);
      }),
    );
  });
});

function cutOf(chances: readonly number[], tokens: readonly number[] = chances.map(() => 10)): number {
  return bestCut(Uint16Array.from(chances), Uint32Array.from(tokens));
}

/** Twice the right words expected among those kept, over the words kept and the words expected right in all. */
function promised(rows: readonly { readonly chance: number; readonly tokens: number }[], cut: number): number {
  const kept = rows.filter(({ chance }) => chance >= cut);
  const right = kept.reduce((sum, { chance, tokens }) => sum + chance * tokens, 0);
  const words = kept.reduce((sum, { tokens }) => sum + tokens * 1000, 0);
  const expected = rows.reduce((sum, { chance, tokens }) => sum + chance * tokens, 0);
  return words + expected === 0 ? 0 : (2 * right) / (words + expected);
}
