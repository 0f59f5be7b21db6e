import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Runs } from '../../src/dedup/align.ts';
import { alignWords } from '../../src/dedup/align.ts';
import { changesOf } from '../../src/dedup/changes.ts';
import { HARBOUR, ORCHARD, paragraphs, prepared } from './texts.ts';

function sharedIn(runs: Runs): number {
  return runs.reduce((sum, length, at) => (at % 3 === 2 ? sum + length : sum), 0);
}

describe('an alignment', () => {
  const few = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 60 });
  const many = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 120 });

  test('pairs equal words only, each once, in order on both sides', () => {
    fc.assert(
      fc.property(fc.oneof(few, many), fc.oneof(few, many), (left, right) => {
        const [a, b] = [Uint32Array.from(left), Uint32Array.from(right)];
        const runs = alignWords(a, b);
        let [endA, endB] = [0, 0];
        for (let run = 0; run < runs.length; run += 3) {
          const [fromA, fromB, length] = [runs[run] as number, runs[run + 1] as number, runs[run + 2] as number];
          expect(fromA).toBeGreaterThanOrEqual(endA);
          expect(fromB).toBeGreaterThanOrEqual(endB);
          expect(length).toBeGreaterThan(0);
          expect(a.slice(fromA, fromA + length)).toEqual(b.slice(fromB, fromB + length));
          [endA, endB] = [fromA + length, fromB + length];
        }
      }),
    );
  });

  test('finds all of a text that was cut in the middle and got a new beginning', () => {
    const parts = fc.tuple(
      fc.uint32Array({ minLength: 20, maxLength: 60 }),
      fc.uint32Array({ minLength: 20 }),
      fc.uint32Array({ minLength: 20 }),
    );
    fc.assert(
      fc.property(parts, fc.uint32Array(), ([one, two, three], lead) => {
        const whole = Uint32Array.from([...one, ...two, ...three]);
        const cut = Uint32Array.from([...lead, ...one, ...three]);
        return sharedIn(alignWords(whole, cut)) >= one.length + three.length - 4;
      }),
    );
  });

  test('costs no square of the length', () => {
    const one = Uint32Array.from({ length: 200_000 }, (_none, at) => Math.imul(at, 0x9e3779b1) >>> 0);
    const other = one.map((word, at) => (at % 9 === 0 ? word ^ 1 : word));
    const started = performance.now();
    expect(sharedIn(alignWords(one, other))).toBeGreaterThan(170_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('changes', () => {
  const changes = (one: string, other: string): ReturnType<typeof changesOf> => {
    const [a, b] = [prepared(one), prepared(other)];
    return changesOf(a, b, alignWords(a.words, b.words));
  };

  test('tell figures, words and spellings apart', () => {
    const edited = HARBOUR.replace('fourteen weeks', 'eleven weeks')
      .replace('herring', 'cod')
      .replace('customs house', 'custorns house');
    const { figures, words, spellings } = changes(HARBOUR, edited);
    expect({ figures, words, spellings }).toEqual({ figures: 1, words: 1, spellings: 1 });
  });

  test('see no changed words where a paragraph was put in or rewritten', () => {
    const longer = `${paragraphs(HARBOUR, 0, 3)}\n\n${paragraphs(ORCHARD, 1, 4)}\n\n${paragraphs(HARBOUR, 4)}`;
    const { figures, words } = changes(HARBOUR, longer);
    expect(figures + words).toBe(0);
  });
});
