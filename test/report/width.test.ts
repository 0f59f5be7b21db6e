import { describe, expect, test } from '@jest/globals';
import { fitPath, fitTo, padTo, widthOf, wrap } from '../../src/report/width.ts';

describe('width', () => {
  test.each([
    ['abc', 3],
    ['北京', 4],
    ['한국어', 6],
    ['ｆｕ', 4],
    ['e\u0301', 1],
    ['👍', 2],
    ['👩\u200d👩\u200d👧', 2],
    ['กำ', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('cutting never passes the width and says that it cut', () => {
    expect(fitTo('北京大学', 5)).toBe('北京…');
    expect(fitTo('abcdef', 6)).toBe('abcdef');
    expect(fitTo('abcdefg', 6)).toBe('abcde…');
    expect(widthOf(fitTo('👍👍👍👍', 4))).toBeLessThanOrEqual(4);
  });

  test('a path keeps its end', () => {
    expect(fitPath('archive/2009/page.txt', 12)).toBe('…09/page.txt');
  });

  test('wrapping breaks between words, and inside words that are too long', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij kl', 4)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
    expect(wrap('北京大学图书馆', 6)).toEqual(['北京大', '学图书', '馆']);
    expect(wrap('', 10)).toEqual(['']);
  });

  test('wrapping loses no sign and is quick on one endless word', () => {
    const word = 'x'.repeat(200_000);
    const rows = wrap(word, 80);
    expect(rows.join('')).toBe(word);
    expect(rows.every((row) => row.length <= 80)).toBe(true);
  });

  test('padding counts columns, not code units', () => {
    expect(padTo('北', 4)).toBe('北  ');
  });
});
