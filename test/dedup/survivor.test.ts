import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fingerprint } from '../../src/core/types.ts';
import type { SurvivorPolicy } from '../../src/dedup/survivor.ts';
import { chooseSurvivor, inOrderOfSurvival } from '../../src/dedup/survivor.ts';
import { printOf } from './texts.ts';

const BASE = printOf('base', { text: 'One two three four five six seven eight nine ten.' });

function copy(id: string, words: number, chrome: number, date = ''): Fingerprint {
  return { ...BASE, id: id as Fingerprint['id'], words, chrome, date };
}

const COPIES = [
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
    expect(chooseSurvivor(COPIES, policy).id).toBe(expected);
  });

  test('is never an undated one where dates decide', () => {
    for (const policy of ['oldest', 'newest'] as const)
      expect(inOrderOfSurvival(COPIES, policy).at(-1)?.id).toBe('undated.txt');
  });

  test('among equals is the first by path, in the order of code points', () => {
    const equals = ['\u{1f4f0}.txt', '\uff5e.txt', 'z.txt'].map((id) => copy(id, 10, 0));
    expect(inOrderOfSurvival(equals, 'complete').map(({ id }) => id)).toEqual(['z.txt', '\uff5e.txt', '\u{1f4f0}.txt']);
  });

  test('does not depend on the order of the copies', () => {
    const policies = ['complete', 'longest', 'oldest', 'newest', 'first'] as const;
    fc.assert(
      fc.property(
        fc.shuffledSubarray(COPIES, { minLength: COPIES.length }),
        fc.constantFrom(...policies),
        (shuffled, policy) => {
          expect(inOrderOfSurvival(shuffled, policy)).toEqual(inOrderOfSurvival(COPIES, policy));
        },
      ),
    );
  });
});
