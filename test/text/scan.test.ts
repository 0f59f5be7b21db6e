import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashWord } from '../../src/text/hash.ts';
import { ALL_UPPER, CAPITAL, HAS_DIGIT, NO_SPACES, scanText } from '../../src/text/scan.ts';
import { anyText } from '../harness/pages.ts';

const linesOf = (text: string): readonly string[] => {
  const { lines } = scanText(text);
  return Array.from({ length: lines.count }, (_, at) => text.slice(lines.from[at], lines.end[at]));
};

const wordsOf = (text: string): readonly string[] => {
  const { words } = scanText(text);
  return Array.from({ length: words.count }, (_, at) => text.slice(words.start[at], words.end[at]));
};

describe('lines', () => {
  test('end at LF, CRLF and CR, and a last line needs no end', () => {
    expect(linesOf('one\ntwo\r\nthree\rfour')).toEqual(['one', 'two', 'three', 'four']);
    expect(linesOf('one\n')).toEqual(['one']);
    expect(linesOf('')).toEqual([]);
  });

  test('do not end at separators that files are not split at', () => {
    expect(linesOf('a\u2028b\u0085c\fd').length).toBe(1);
  });

  test('are blank if they hold nothing but blanks, also wide and unbroken ones', () => {
    expect(linesOf(' \t\n\u00a0\u3000\n x ')).toEqual(['', '', 'x']);
  });

  test('count words as wc does, and letters where a script has no spaces', () => {
    const { lines } = scanText('one two-three  4\n\n第一章，开始\n');
    expect([...lines.tokens]).toEqual([3, 0, 5]);
  });

  test('count letters, capitals, digits and other signs', () => {
    const { lines } = scanText('Ada: 12 DOGS!');
    expect([lines.letters[0], lines.upper[0], lines.digits[0], lines.marks[0], lines.capitals[0]]).toEqual([
      7, 5, 2, 2, 2,
    ]);
  });

  test('know how they end, through closing quotes and brackets', () => {
    const { lines } = scanText('a\na.\na?”\na!)\na…\na:\na,\na”\n');
    expect([...lines.terminal]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('have one hash for one wording: case, quotes, spacing and punctuation aside', () => {
    const { lines } = scanText('“Its  End,” she said\n  its end she SAID.\nits end he said\n***\n');
    expect([lines.hashLow[0], lines.hashHigh[0]]).toEqual([lines.hashLow[1], lines.hashHigh[1]]);
    expect(lines.hashLow[2]).not.toBe(lines.hashLow[0]);
    expect([lines.hashLow[3], lines.hashHigh[3]]).toEqual([0, 0]);
  });
});

describe('words', () => {
  test('are runs of letters and digits with their apostrophes', () => {
    expect(wordsOf("Don't — stop, B52! l’été")).toEqual(["Don't", 'stop', 'B52', 'l’été']);
  });

  test('are single letters where a script has no spaces', () => {
    expect(wordsOf('天亮了 ok')).toEqual(['天', '亮', '了', 'ok']);
  });

  test('say what they are made of', () => {
    const { words } = scanText('Ada NATO 4th 天 it');
    expect([...words.flags.subarray(0, words.count)]).toEqual([CAPITAL, CAPITAL | ALL_UPPER, HAS_DIGIT, NO_SPACES, 0]);
  });

  test('have the hash that hashWord gives for the string, whatever their case', () => {
    const { words } = scanText('Ferry FERRY ferry été');
    expect([...words.hash.subarray(0, words.count)]).toEqual([
      hashWord('ferry'),
      hashWord('ferry'),
      hashWord('ferry'),
      hashWord('été'),
    ]);
  });
});

test('every table holds together, whatever the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { lines, words } = scanText(text);
      expect(linesOf(text)).toEqual(splitLines(text));
      for (let at = 0; at < lines.count; at++) {
        const [start, from, end] = [lines.start[at] as number, lines.from[at] as number, lines.end[at] as number];
        expect(start <= from && from <= end).toBe(true);
        for (let word = lines.word[at] as number; word < (lines.word[at + 1] as number); word++) {
          expect((words.start[word] as number) >= from && (words.end[word] as number) <= end).toBe(true);
        }
      }
      expect(lines.word[lines.count]).toBe(words.count);
    }),
    { numRuns: 200 },
  );
});

/** The same by other means. A mark of byte order inside a text is a blank to `trim`, and so it is here. */
function splitLines(text: string): readonly string[] {
  const parts = text.split(/\r\n|\r|\n/);
  if (parts.at(-1) === '') parts.pop();
  return parts.map((line) => line.trim());
}
