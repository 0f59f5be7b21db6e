import { describe, expect, test } from '@jest/globals';
import { addressOf } from '../../src/cli/address.ts';

describe('addresses', () => {
  const there = (path: string): boolean => path === 'a.txt' || path === 'b:3' || path === 'c#2';

  test.each([
    ['a.txt', { path: 'a.txt' }],
    ['a.txt:7', { path: 'a.txt', lines: { first: 7, last: 7 } }],
    ['a.txt:7-9', { path: 'a.txt', lines: { first: 7, last: 9 } }],
    ['a.jsonl#4', { path: 'a.jsonl', record: 4 }],
    ['a.jsonl#4:7', { path: 'a.jsonl', record: 4, lines: { first: 7, last: 7 } }],
    ['b:3', { path: 'b:3' }],
    ['b:3:1', { path: 'b:3', lines: { first: 1, last: 1 } }],
    ['c#2', { path: 'c#2' }],
    ['c#2:5', { path: 'c#2', lines: { first: 5, last: 5 } }],
    ['-', { path: '-' }],
  ])('%s', (written, address) => {
    expect(addressOf(written, there)).toEqual(address);
  });

  test.each(['a.txt:0', 'a.txt:9-7'])('%s is refused', (written) => {
    expect(() => addressOf(written, there)).toThrow(/counted from 1/);
  });
});
