/** What holds of every page, whatever is in it. A failure prints the seed that finds it again. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Level } from '../../src/core/types.ts';
import { cleanHtml, cleanText } from '../../src/index.ts';
import { cleanBytes, withoutSource } from '../harness/document-cases.ts';
import { anyHtml, anyText, CHROME_AFTER, CHROME_BEFORE, page, textOf } from '../harness/pages.ts';

const LEVELS: readonly Level[] = ['gentle', 'standard', 'strict'];
const MANY = { numRuns: 150 };
const SOME = { numRuns: 60 };

describe('any string at all', () => {
  test('is cleaned without a fault, as text and as markup, and no line of it is unaccounted for', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyHtml), fc.constantFrom(...LEVELS), (raw, level) => {
        for (const clean of [cleanText, cleanHtml]) {
          const { lines, removed, article } = clean(raw, { level });
          const gone = removed.flatMap((row) => range(row.lines));
          const kept = article.body.map(({ at }) => at + 1);
          const filled = lines.filter(({ fate }) => fate !== 'blank').map(({ number }) => number);
          expect([...kept, ...gone.filter((number) => filled.includes(number))].sort((a, b) => a - b)).toEqual(filled);
        }
      }),
      MANY,
    );
  });

  test('keeps its lines as they are and in their order', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, page.map(textOf)), (raw) => {
        const { lines, article } = cleanText(raw);
        const kept = lines.filter(({ fate }) => fate === 'kept');
        expect(article.body.map(({ at }) => at + 1)).toEqual(kept.map(({ number }) => number));
        for (const [at, { text }] of article.body.entries()) expect(kept[at]?.text.endsWith(text)).toBe(true);
      }),
      MANY,
    );
  });

  test('loses no line without a rule and a reason', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, page.map(textOf)), (raw) => {
        for (const { rule, reason } of cleanText(raw).removed) {
          expect(rule).toMatch(/^(?:chrome|site|model|repeat|meta|read)\/[a-z-]+$/);
          expect(reason).toMatch(/\p{L}{3}/u);
        }
      }),
      MANY,
    );
  });
});

describe('a page of an article with known chrome around it', () => {
  test('comes out as the article', () => {
    fc.assert(
      fc.property(page, (one) => {
        expect(cleanText(textOf(one)).text).toBe(one.body.join('\n\n').concat('\n'));
      }),
      SOME,
    );
  });

  test('loses no body line when more chrome is put around it', () => {
    fc.assert(
      fc.property(page, fc.subarray([...CHROME_BEFORE]), fc.subarray([...CHROME_AFTER]), (one, before, after) => {
        const bare = cleanText(textOf(one)).text.split('\n');
        const more = cleanText(
          textOf({ before: [...before, ...one.before], body: one.body, after: [...one.after, ...after] }),
        ).text.split('\n');
        expect(bare.filter((line) => !more.includes(line))).toEqual([]);
      }),
      SOME,
    );
  });

  test('stays as it is when it is cleaned again', () => {
    fc.assert(
      fc.property(page.map(textOf), (raw) => {
        const once = cleanBytes(Buffer.from(raw), 'page.txt').markdown;
        expect(withoutSource(cleanBytes(Buffer.from(once), 'page.md').markdown)).toBe(withoutSource(once));
      }),
      SOME,
    );
  });

  test('is the same article with other line ends and a byte order mark', () => {
    fc.assert(
      fc.property(page.map(textOf), fc.constantFrom('\r\n', '\r'), fc.boolean(), (raw, end, marked) => {
        const other = `${marked ? '\ufeff' : ''}${raw.replaceAll('\n', end)}`;
        expect(cleanText(other).markdown).toBe(cleanText(raw).markdown);
      }),
      SOME,
    );
  });
});

function range([first, last]: readonly [number, number]): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
