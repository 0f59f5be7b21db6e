import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asciiText } from '../../src/dedup/ascii-words.ts';
import { type ComparedText, scannedText } from '../../src/dedup/compared.ts';
import { HARBOUR, LIBRARY, ORCHARD } from './texts.ts';

const SIGNS = Array.from({ length: 128 }, (_none, unit) => String.fromCharCode(unit));
const PIECES = [
  "don't",
  'six',
  '6-3/16',
  '2,028,000',
  'May 12',
  'not',
  ' ',
  '. ',
  '...',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  "'",
  '\t',
];
const anySigns = fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map((signs) => signs.join(''));
const prose = fc
  .array(fc.constantFrom(...PIECES, 'the', 'A', 'Quay', 'of', 'boats', ' of the ', ' said'), { maxLength: 80 })
  .map((pieces) => pieces.join(''));
const text = fc.oneof(anySigns, prose);

/** Columns may be longer than there are words. */
function plainly({ start, end, words, flags, lineWord, lineAt, ...rest }: ComparedText): unknown {
  const { length } = words;
  return {
    ...rest,
    start: [...start.subarray(0, length)],
    end: [...end.subarray(0, length)],
    words: [...words],
    flags: [...flags],
    lineWord: [...lineWord],
    lineAt: [...lineAt],
  };
}

describe('words of plain ASCII', () => {
  test('are those of the tables of any text', () => {
    for (const [title, body] of [
      ['', HARBOUR],
      ['A title', `${LIBRARY}\r\n\r\n${ORCHARD}`],
      ['', ''],
    ] as const)
      expect(plainly(asciiText(title, body, true) as ComparedText)).toEqual(plainly(scannedText(title, body)));
    fc.assert(
      fc.property(fc.oneof(fc.constant(''), text), text, fc.boolean(), (title, body, isLent) => {
        expect(plainly(asciiText(title, body, isLent) as ComparedText)).toEqual(plainly(scannedText(title, body)));
      }),
      { numRuns: 2000 },
    );
  });

  test('are not looked for in other texts', () => {
    const long = [1, 2, 3, 4].flatMap((less) =>
      ['é', '\u20ac', '\u{1f600}'].map((sign) => sign.repeat((1 << 18) - less)),
    );
    const cut = long.flatMap((text) => [text.slice(0, (1 << 18) - 1), text.slice(0, (1 << 18) - 3)]);
    for (const body of ['café', '\u0080', '\u{1f600}', '\ud800', ...cut, 'a'.repeat(1 << 18)])
      expect([asciiText('', body, false), asciiText(body, '', false)]).toEqual([undefined, undefined]);
    expect(asciiText('', 'a'.repeat((1 << 18) - 1), false)?.words).toHaveLength(1);
  });

  test('that are not lent stay when the next text is read', () => {
    const first = asciiText('One', HARBOUR, false) as ComparedText;
    const before = plainly(first);
    asciiText('Other', LIBRARY, false);
    expect(plainly(first)).toEqual(before);
  });
});
