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
});
