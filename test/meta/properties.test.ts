import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BODY, pageOf, read } from './pages.ts';

const PIECES: readonly string[] = [
  'Home',
  'Saltmere closes the old ferry pier for the winter',
  'By Mira Holt',
  'Mira Holt',
  '7 May 2020',
  '03/04/2009, 08:37 AM',
  'Friday, March 6, 2009',
  'Thu, 05 Mar 2009 22:24:36 GMT | CoastWire',
  'Last updated',
  'http://www.tidings.example/story/1',
  'Ferry deck (2 March 2009)',
  'Copyright © 2019 Tidings.',
  'Lantern88',
  '',
  '盐沼镇冬季关闭旧渡轮码头',
  BODY,
];

const page = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 60 })), { maxLength: 24 })
  .map((lines) => lines.join('\n'));

test('every moved line is a line with text, named once, in order, and is no prose', () => {
  fc.assert(
    fc.property(page, (text) => {
      const doc = pageOf(text);
      const moved = read(text).findings.map(({ first, last }) => (first === last ? first : -1));
      expect(moved).toEqual([...new Set(moved)].sort((one, two) => one - two));
      for (const at of moved) {
        expect(doc.line(at)).not.toBe('');
        expect(BODY.includes(doc.line(at)) && doc.line(at).length > 100).toBe(false);
      }
    }),
    { seed: 20090306, numRuns: 400 },
  );
});

test('what is read stands on the page, and dates are dates', () => {
  fc.assert(
    fc.property(page, (text) => {
      const { meta } = read(text);
      const stated = [meta.title, meta.site, meta.url, meta.posted_by, ...(meta.author ?? [])];
      for (const value of stated) if (value !== undefined) expect(text).toContain(value);
      for (const value of [meta.date, meta.updated, meta.posted]) {
        if (value !== undefined) expect(Number.isNaN(Date.parse(value))).toBe(false);
      }
    }),
    { seed: 20090305, numRuns: 400 },
  );
});
