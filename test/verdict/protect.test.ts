import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/core/types.ts';
import { readText } from '../../src/formats/index.ts';
import { makeDocument } from '../../src/text/document.ts';
import { findProtections } from '../../src/verdict/protect.ts';

const SENTENCE =
  'The harbour board has agreed to repair the old wall before the winter, after a debate that went on for three evenings.';

/** Numbers of the lines that are protected when each of `accused` is accused. */
function protectedOf(
  lines: readonly string[],
  accused: readonly number[],
  kind: Finding['kind'] = 'chrome',
): readonly number[] {
  const doc = makeDocument(readText(lines.join('\n'), { path: 'page.txt' }));
  const findings = accused.map(
    (at): Finding => ({
      rule: 'chrome/test',
      kind,
      action: 'drop',
      first: at,
      last: at,
      confidence: 0.8,
      message: 'a test',
    }),
  );
  return findProtections(doc, findings).map(({ first }) => first);
}

describe('what stands inside the article', () => {
  test('is protected if it is a sentence', () => {
    expect(protectedOf([SENTENCE, SENTENCE.replace('wall', 'share of the wall'), SENTENCE], [1])).toEqual([1]);
  });

  test('is protected if it is a list with a lead-in', () => {
    expect(
      protectedOf([SENTENCE, 'They need three things for it:', '- stone', '- lime', '- patience', SENTENCE], [2, 3, 4]),
    ).toEqual([2, 3, 4]);
  });

  test('is protected if it is a table or code', () => {
    expect(protectedOf([SENTENCE, 'Stone\tprice', 'slate\t12', 'granite\t19', SENTENCE], [1, 2])).toEqual([1, 2]);
    expect(protectedOf([SENTENCE, '', 'const wall = build(stone);', 'wall.stand();', '', SENTENCE], [2, 3])).toEqual([
      2, 3,
    ]);
  });

  test('is protected if it is a lone short line between two sentences, as subheads are', () => {
    expect(protectedOf([SENTENCE, 'What comes next', SENTENCE], [1])).toEqual([1]);
  });

  test('is not protected if it is one of several labels', () => {
    expect(protectedOf([SENTENCE, 'Share on Facebook', 'Print this page', SENTENCE], [1, 2])).toEqual([]);
  });
});

describe('what is not protected', () => {
  test('a line outside the article', () => {
    expect(protectedOf([SENTENCE, SENTENCE, '', 'Home', 'News'], [3, 4])).toEqual([]);
  });

  test('a line that nobody accuses', () => {
    expect(protectedOf([SENTENCE, SENTENCE, SENTENCE], [])).toEqual([]);
  });

  test('a repeat: it is said already', () => {
    expect(protectedOf([SENTENCE, SENTENCE, SENTENCE], [1], 'repeated')).toEqual([]);
  });
});
