import { describe, expect, test } from '@jest/globals';
import type { Verdict } from '../../src/core/types.ts';
import { readText } from '../../src/formats/index.ts';
import { makeDocument } from '../../src/text/document.ts';
import { isDoubtful } from '../../src/verdict/guard.ts';

const sentence = (number: number): string =>
  `The board agreed to repair stretch ${number} of the old harbour wall before the winter, after a debate that went on for three evenings.`;
const REPEAT = 1;

/** Whether the page is doubted when the lines have these fates: `k` kept, `d` dropped as chrome, `r` dropped as a repeat. */
function doubted(lines: readonly string[], fates: string): boolean {
  const verdicts = Array.from(
    fates,
    (fate): Verdict => ({ fate: fate === 'k' ? 'kept' : 'dropped', by: fate === 'r' ? REPEAT : 0 }),
  );
  return isDoubtful(
    makeDocument(readText(lines.join('\n'), { path: 'page.txt' })),
    verdicts,
    ({ by }) => by === REPEAT,
  );
}

describe('the page guard', () => {
  test('trusts a result that keeps the sentences and drops the labels', () => {
    expect(doubted(['Home', sentence(1), sentence(2), 'Share'], 'dkkd')).toBe(false);
  });

  test('doubts a result that throws most of the running text away', () => {
    expect(doubted([1, 2, 3, 4].map(sentence), 'dddk')).toBe(true);
  });

  test('doubts a result that keeps next to nothing', () => {
    expect(doubted([sentence(1), sentence(2), 'Home', 'News'], 'ddkk')).toBe(true);
    expect(doubted([sentence(1), sentence(2)], 'dd')).toBe(true);
  });

  test('does not count repeats as loss: they are said already', () => {
    expect(doubted([1, 2, 1, 2, 1, 2].map(sentence), 'kkrrrr')).toBe(false);
  });
});
