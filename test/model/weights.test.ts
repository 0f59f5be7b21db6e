import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { PAD, WIDTH } from '../../src/model/signals.ts';
import { CALIBRATED, type LineModel, parseWeights } from '../../src/model/weights.ts';

const BYTES = readFileSync(new URL('../../src/model/lines.bin', import.meta.url));
const MODEL = parseWeights(BYTES);

describe('the shipped weights', () => {
  test('are for the signals of this version, and small', () => {
    expect(MODEL).toBeDefined();
    expect(BYTES.length).toBeLessThan(500_000);
  });

  test.each(['text', 'html'] as const)('%s: every node stays inside its forest and asks inside the table', (input) => {
    const { forest, chances } = judgeOf(input);
    const count = forest.values.length;
    for (let node = 0; node < count; node++) {
      const [offset = 0, , low = 0] = forest.nodes.subarray(node * 4, node * 4 + 3);
      if (low === node) continue;
      // Children come after their node: no walk goes round.
      expect(low).toBeGreaterThan(node);
      expect(low + 1).toBeLessThan(count);
      expect(Math.floor(offset / WIDTH)).toBeGreaterThanOrEqual(-PAD);
      expect(Math.floor(offset / WIDTH)).toBeLessThanOrEqual(PAD);
    }
    expect(chances.length).toBe(CALIBRATED);
    expect([...chances]).toEqual([...chances].sort((a, b) => a - b));
    expect(chances[CALIBRATED - 1]).toBeLessThanOrEqual(1000);
  });

  test('others are refused: too short, another magic, other signals', () => {
    const other = Uint8Array.from(BYTES.subarray(0, 64));
    expect(parseWeights(other.subarray(0, 8))).toBeUndefined();
    expect(parseWeights(other.with(0, 0))).toBeUndefined();
    expect(parseWeights(other.with(9, (other[9] as number) ^ 1))).toBeUndefined();
  });
});

function judgeOf(input: 'text' | 'html'): LineModel['text'] {
  if (MODEL === undefined) throw new Error('no weights');
  return MODEL[input];
}
