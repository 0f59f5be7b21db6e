import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DocId, Document } from '../../src/core/types.ts';
import { findRepeats } from '../../src/repeat/find-repeats.ts';
import { makeDocument } from '../../src/text/document.ts';

const NOUNS =
  'harbour ferry council baker lantern orchard bridge ledger miller captain garden widow engine quarry parish letter wagon barrel sailor teacher'.split(
    ' ',
  );
const VERBS =
  'opened carried painted counted found sold burned mended crossed followed promised buried measured borrowed watched'.split(
    ' ',
  );
const ADJECTIVES =
  'old green quiet broken northern narrow heavy crooked empty famous wooden bitter early foreign hollow'.split(' ');
const LINKS = 'before after because although until while when where'.split(' ');

const noun = fc.constantFrom(...NOUNS);
const phrase = fc.tuple(fc.constantFrom(...ADJECTIVES), noun).map(([adjective, name]) => `the ${adjective} ${name}`);
const clause = fc.tuple(phrase, fc.constantFrom(...VERBS), phrase).map((parts) => parts.join(' '));
const sentence = fc
  .tuple(clause, fc.constantFrom(...LINKS), clause, fc.integer({ min: 2, max: 900 }), noun)
  .map(([one, link, other, number, name]) => {
    return `${one.charAt(0).toUpperCase()}${one.slice(1)}, ${link} ${other} and "${number} days" went by at the ${name}.`;
  });
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const title = fc.tuple(noun, noun, noun).map(([a, b, c]) => `News of ${a}, ${b} and ${c}`);
const article = fc
  .tuple(title, fc.uniqueArray(paragraph, { minLength: 4, maxLength: 9 }))
  .map(([head, body]) => [head, ...body]);
const separated = fc.boolean();

const CHECKS = { numRuns: 50 };

describe('a document appended to itself', () => {
  const copies: readonly (readonly [string, (lines: readonly string[]) => readonly string[]])[] = [
    ['as it is', (lines) => lines],
    ['with other quotes', (lines) => lines.map((line) => line.replace(/"([^"]*)"/g, '\u201c$1\u201d'))],
    ['with other spacing and case', (lines) => lines.map((line) => `  ${line.toUpperCase().replaceAll(' ', '  ')}`)],
    ['hard-wrapped', (lines) => lines.flatMap((line) => [...wrap(line, 72), ''])],
  ];

  test.each(copies)('%s loses exactly the second copy', (_, again) => {
    fc.assert(
      fc.property(article, separated, (lines, blank) => {
        const second = again(lines);
        const first = blank ? lines.flatMap((line) => [line, '']) : lines;
        const doc = read([...first, ...second]);
        const expected = second.flatMap((line, at) => (line.trim() === '' ? [] : [first.length + at]));
        expect(gone(doc)).toEqual(expected);
      }),
      CHECKS,
    );
  });
});

test('after the repeats are gone, no more are found', () => {
  const insertion = fc.record({ from: fc.nat(), count: fc.integer({ min: 1, max: 5 }), at: fc.nat() });
  fc.assert(
    fc.property(article, fc.array(insertion, { minLength: 1, maxLength: 5 }), separated, (lines, insertions, blank) => {
      const text = [...lines];
      for (const { from, count, at } of insertions) {
        const start = from % text.length;
        text.splice(at % (text.length + 1), 0, ...text.slice(start, start + count));
      }
      const doc = read(blank ? text.flatMap((line) => [line, '']) : text);
      const out = new Set(gone(doc));
      const rest = Array.from({ length: doc.lines.count }, (_, at) => at).filter((at) => !out.has(at));
      expect(findRepeats(read(rest.map((at) => doc.line(at))))).toEqual([]);
    }),
    CHECKS,
  );
});

test('every line that goes is still there, word for word, in the lines it is said to repeat', () => {
  fc.assert(
    fc.property(article, article, (one, other) => {
      const doc = read([...one, ...other, ...one.slice(1), ...other.slice(2)]);
      const out = new Set(gone(doc));
      for (const { first, last, evidence } of findRepeats(doc)) {
        const from = evidence?.['first'] as number;
        const until = evidence?.['last'] as number;
        expect(until).toBeLessThan(first);
        const source = range(from, until + 1)
          .filter((at) => !out.has(at))
          .map((at) => doc.line(at));
        for (const at of range(first, last + 1)) expect(source).toContain(doc.line(at));
      }
    }),
    CHECKS,
  );
});

function read(lines: readonly string[]): Document {
  const source = { path: 'a.txt', format: 'text', encoding: 'utf-8', bom: false, lineEnd: 'LF', bytes: 0 } as const;
  return makeDocument({ id: 'a.txt' as DocId, source, text: `${lines.join('\n')}\n` });
}

/** Zero-based numbers of the lines with text that go. */
function gone(doc: Document): readonly number[] {
  return findRepeats(doc).flatMap(({ first, last }) => range(first, last + 1).filter((at) => doc.line(at) !== ''));
}

function range(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, at) => first + at);
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
