import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DocId } from '../../src/core/types.ts';
import { lentText, wholeText } from '../../src/dedup/compared.ts';
import { fingerprintText } from '../../src/dedup/fingerprint.ts';
import { batchOf } from '../../src/dedup/print-batch.ts';
import { PrintWriter } from '../../src/dedup/print-writer.ts';
import { HARBOUR, LIBRARY, ORCHARD } from './texts.ts';

const TEXTS = [
  HARBOUR,
  LIBRARY,
  ORCHARD,
  '',
  'Short.',
  'On 12 May 2011\n\nsix of 6-3/16 boats',
  'Cafés à 5 €',
  `${HARBOUR}\n${ORCHARD}`,
];

describe('fingerprints written straight into columns', () => {
  test('are those that are made one by one', () => {
    const writer = new PrintWriter();
    const documents = fc.array(fc.tuple(fc.constantFrom('', 'A title'), fc.constantFrom(...TEXTS)), { maxLength: 6 });
    fc.assert(
      fc.property(documents, (all) => {
        for (const [title, body] of all) writer.add(lentText(title, body), '2011-05-12');
        const one = ([title, body]: [string, string]) =>
          fingerprintText('a' as DocId, wholeText(title, body), '2011-05-12');
        expect(writer.take()).toEqual(batchOf(all.map(one)));
      }),
    );
  });

  test('whatever words and lines the texts hold', () => {
    const words = fc.constantFrom(
      'quay',
      'boats',
      'of',
      'the',
      'six',
      '12',
      '6-3/16',
      '2,028,000',
      "don't",
      'not',
      'é',
      '.',
      '\n',
      '\n\n',
    );
    const body = fc.array(words, { maxLength: 400 }).map((all) => all.join(' '));
    const title = fc.constantFrom('', 'A title', 'Six boats of 12', 'Un café');
    const writer = new PrintWriter();
    fc.assert(
      fc.property(title, body, (head, text) => {
        writer.add(lentText(head, text), '');
        expect(writer.take()).toEqual(batchOf([fingerprintText('a' as DocId, wholeText(head, text), '')]));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['thousands of figures', Array.from({ length: 5000 }, (_none, at) => `no ${at} is it`).join('\n')],
    ['thousands of words', Array.from({ length: 20_000 }, (_none, at) => `w${(at * 7919) % 10_007}`).join(' ')],
    ['more words than the kernel has room for', 'a é '.repeat(80_000)],
    ['one line over and over', 'one more time\n'.repeat(10_000)],
  ])('also of %s', (_what, text) => {
    const writer = new PrintWriter();
    writer.add(lentText('', text), '');
    expect(writer.take()).toEqual(batchOf([fingerprintText('a' as DocId, wholeText('', text), '')]));
  });
});
