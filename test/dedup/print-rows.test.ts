import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { batchOf } from '../../src/dedup/print-batch.ts';
import { batchOfAll, type Print } from '../../src/dedup/print-rows.ts';
import { HARBOUR, LIBRARY, ORCHARD, printOf } from './texts.ts';

const PRINTS = [HARBOUR, LIBRARY, ORCHARD, 'Short.', `${HARBOUR}\n\nOn 12 May 2011 there were 40 boats.`].map(
  (text, at) => printOf(`${at}.txt`, { text }),
);

describe('fingerprints in columns', () => {
  test('put together in any order, and with others that are not, are what all of them give at once', () => {
    const whole = batchOf(PRINTS);
    const rows = PRINTS.map((print, at): Print => ({ id: print.id, batch: whole, at }));
    const places = fc.array(fc.tuple(fc.nat(PRINTS.length - 1), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(places, (chosen) => {
        const mixed = chosen.map(([at, isRow]) => (isRow ? rows : PRINTS)[at] as Print);
        const plain = chosen.map(([at]) => PRINTS[at]).filter((print) => print !== undefined);
        expect(batchOfAll(mixed)).toEqual(batchOf(plain));
      }),
    );
  });
});
