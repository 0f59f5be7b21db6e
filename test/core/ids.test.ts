import { describe, expect, test } from '@jest/globals';
import { compareIds, comparerOf, compareText, docId } from '../../src/core/ids.ts';

describe('ids', () => {
  test('a record inside a container is named after its number', () => {
    expect(docId('a/crawl.jsonl', 3)).toBe('a/crawl.jsonl#3');
  });

  test('names sort by code point, also above U+FFFF', () => {
    expect(['\uff5e', '\u{1f600}', 'z', 'a'].sort(compareText)).toEqual(['a', 'z', '\uff5e', '\u{1f600}']);
  });

  test('names are compared the same way when it is known which they are', () => {
    for (const names of [
      ['\uff5e', '\u{1f600}', 'z', 'a', 'z'],
      ['b#10', 'b#9', 'b', 'é', 'b#9'],
    ])
      expect(names.toSorted(comparerOf(names))).toEqual(names.toSorted(compareText));
  });

  test('documents stand in the order of their paths, records in that of their numbers', () => {
    const ids = [docId('b.jsonl', 10), docId('b.jsonl', 9), docId('a.txt'), docId('b.jsonl'), docId('a#b.txt')];
    expect(ids.sort(compareIds)).toEqual(['a#b.txt', 'a.txt', 'b.jsonl', 'b.jsonl#9', 'b.jsonl#10']);
  });
});
