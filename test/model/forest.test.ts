import { describe, expect, test } from '@jest/globals';
import { type Forest, SETTLED_HIGH, SETTLED_LOW, scoreRows, walkTrees } from '../../src/model/forest.ts';
import { columnOf, PAD, type SignalTable, WIDTH } from '../../src/model/signals.ts';

const TOKENS = columnOf('tokens');
const NEXT_TOKENS = WIDTH + TOKENS;
/** Two trees: one asks for the line's tokens, one for the next line's; nodes 0 to 2 and 3 to 5. Leaves go on with themselves. */
const MOST = 32_767;
const FOREST: Forest = {
  base: 7,
  stops: [],
  depth: 1,
  roots: Uint16Array.of(0, 3),
  nodes: Int16Array.of(
    ...[TOKENS, 5, 1, 0],
    ...[0, MOST, 1, 0],
    ...[0, MOST, 2, 0],
    ...[NEXT_TOKENS, 5, 4, 0],
    ...[0, MOST, 4, 0],
    ...[0, MOST, 5, 0],
  ),
  values: Int16Array.of(10, -100, 200, 1, -1000, 2000),
};

describe('the forest', () => {
  test('asks the row and its neighbours; beyond the edge everything is absent', () => {
    const table = tableOf([3, 9]);
    expect([...scoreRows(table, FOREST)]).toEqual([7 - 100 + 2000, 7 + 200 - 1000]);
  });

  test('what the signals moved adds up to the score', () => {
    const table = tableOf([3, 9]);
    const moved: [number, number][] = [];
    walkTrees(table, 0, FOREST, (offset, by) => moved.push([offset, by]));
    expect(moved).toEqual([
      [TOKENS, -110],
      [NEXT_TOKENS, 1999],
    ]);
    const roots = [0, 3].reduce((sum, root) => sum + (FOREST.values[root] as number), FOREST.base);
    expect(moved.reduce((sum, [, by]) => sum + by, roots)).toBe(scoreRows(table, FOREST)[0]);
  });

  test('a row that is settled is asked no further', () => {
    const stops = [{ trees: 1, low: -50, high: 150 }];
    expect([...scoreRows(tableOf([3, 9]), { ...FOREST, stops })]).toEqual([SETTLED_LOW, SETTLED_HIGH]);
    const wide = [{ trees: 1, low: -5000, high: 5000 }];
    expect(scoreRows(tableOf([3, 9]), { ...FOREST, stops: wide })).toEqual(scoreRows(tableOf([3, 9]), FOREST));
  });
});

function tableOf(tokens: readonly number[]): SignalTable {
  const values = new Int16Array((tokens.length + 2 * PAD) * WIDTH).fill(-1);
  tokens.forEach((count, row) => {
    values[(row + PAD) * WIDTH + TOKENS] = count;
  });
  return { rows: tokens.length, lineOf: Uint32Array.from(tokens.keys()), values };
}
