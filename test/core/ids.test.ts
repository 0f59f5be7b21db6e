import { describe, expect, test } from '@jest/globals';
import { compareText, docId } from '../../src/core/ids.ts';

describe('ids', () => {
  test('a record inside a container is named after its number', () => {
    expect(docId('a/crawl.jsonl', 3)).toBe('a/crawl.jsonl#3');
  });

  test('names sort by code point, also above U+FFFF', () => {
    expect(['\uff5e', '\u{1f600}', 'z', 'a'].sort(compareText)).toEqual(['a', 'z', '\uff5e', '\u{1f600}']);
  });
});
