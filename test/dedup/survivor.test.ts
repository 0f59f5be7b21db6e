import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Copy } from '../../src/dedup/print-table.ts';
import type { SurvivorPolicy } from '../../src/dedup/survivor.ts';
import { chooseSurvivor, inOrderOfSurvival } from '../../src/dedup/survivor.ts';

/** In the order of the archive. */
const NAMES = ['agency/a.txt', 'agency/z.txt', 'blog/b.txt', 'mirror/m.txt', 'undated.txt'];

function copy(name: string, words: number, chrome: number, date = ''): Copy {
  return { at: NAMES.indexOf(name), words, chrome, date, isReference: false };
}

const COPIES: readonly Copy[] = [
  copy('blog/b.txt', 500, 40, '2009-03-06'),
  copy('agency/z.txt', 502, 5, '2009-03-05'),
  copy('agency/a.txt', 300, 0, '2009-03-04'),
  copy('mirror/m.txt', 505, 90, '2011-01-01'),
  copy('undated.txt', 499, 5),
];

describe('the survivor', () => {
  test.each<[SurvivorPolicy, string, string]>([
    ['complete', 'agency/z.txt', 'the cleanest of the complete, dated before undated'],
    ['longest', 'mirror/m.txt', 'the one with most words'],
    ['oldest', 'agency/a.txt', 'the first date'],
    ['newest', 'mirror/m.txt', 'the last date'],
    ['first', 'agency/a.txt', 'the first path'],
  ])('by %s is %s: %s', (policy, expected) => {
    expect(NAMES[chooseSurvivor(COPIES, policy).at]).toBe(expected);
  });

  test('is never an undated one where dates decide', () => {
    for (const policy of ['oldest', 'newest'] as const)
      expect(inOrderOfSurvival(COPIES, policy).at(-1)?.at).toBe(NAMES.indexOf('undated.txt'));
  });

  test('among equals is the first of the archive', () => {
    const equals = [3, 1, 2].map((at) => ({ at, words: 10, chrome: 0, date: '', isReference: false }));
    expect(inOrderOfSurvival(equals, 'complete').map(({ at }) => at)).toEqual([1, 2, 3]);
  });

  test('is what is only compared with, whatever the policy', () => {
    const reference = { ...copy('undated.txt', 20, 90), isReference: true };
    for (const policy of ['complete', 'longest', 'oldest', 'newest', 'first'] as const)
      expect(chooseSurvivor([...COPIES, reference], policy)).toBe(reference);
  });

  test('does not depend on the order of the copies', () => {
    const policies = ['complete', 'longest', 'oldest', 'newest', 'first'] as const;
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...COPIES], { minLength: COPIES.length }),
        fc.constantFrom(...policies),
        (shuffled, policy) => {
          expect(inOrderOfSurvival(shuffled, policy)).toEqual(inOrderOfSurvival(COPIES, policy));
        },
      ),
    );
  });
});
