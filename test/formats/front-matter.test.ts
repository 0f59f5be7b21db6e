/** Front matter is written so that every reader of YAML gets the same strings, and read so that no writer can hurt. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { formatFrontMatter, parseFrontMatter } from '../../src/text/front-matter.ts';

const AWKWARD: readonly string[] = [
  '1984',
  'yes',
  'no',
  'null',
  '~',
  'true',
  'y',
  'N',
  '0x1f',
  '1_000',
  '1e3',
  'E0',
  'e-12',
  '.inf',
  '12:30:45',
  '2009-03-05',
  '=',
  '<<',
  'a: b',
  'a #b',
  '- a',
  '? a',
  '[a]',
  '{a}',
  '"q"',
  "it's",
  '@a',
  '`a',
  '&a',
  '*a',
  '!a',
  '%a',
  '|',
  '>',
  '---',
  '...',
  ' a',
  'a ',
  '',
  'a\nb',
  'a\tb',
  '\u0000',
  '\u001b[2J',
  '\u0085',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ud800',
  'a\udc00',
  '\uffff',
  '\u{1f600}',
  'Ünïcode',
  '北京',
];

describe('writing', () => {
  test('only what needs quotes has them, and the title always', () => {
    const fields = {
      title: 'Calm sea',
      date: '2009-03-05T22:24:36Z',
      author: ['Ann Lee', 'Bo: Chen'],
      publisher: 'The Harbour Post',
      url: 'http://harbour-post.example/a,b.html',
      words: 12,
      source_file: 'a/b_1.txt',
    };
    expect(formatFrontMatter(fields)).toBe(
      [
        '---',
        'title: "Calm sea"',
        'date: 2009-03-05T22:24:36Z',
        'author:',
        '  - Ann Lee',
        '  - "Bo: Chen"',
        'publisher: The Harbour Post',
        'url: http://harbour-post.example/a,b.html',
        'words: 12',
        'source_file: a/b_1.txt',
        '---',
        '',
      ].join('\n'),
    );
  });

  test.each(AWKWARD)('%j comes back as the same string, in YAML 1.1 and 1.2', (value) => {
    expectSame(value);
  });

  test('any string comes back as the same string', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 30 })), expectSame),
    );
  });
});

function expectSame(value: string): void {
  const written = formatFrontMatter({ title: value, publisher: value, author: [value, 'b'], source_file: value });
  expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
  for (const version of ['1.1', '1.2'] as const) {
    expect(parse(written.slice('---\n'.length, -'---\n'.length), { version })).toEqual({
      title: value,
      publisher: value,
      author: [value, 'b'],
      source_file: value,
    });
  }
  expect(parseFrontMatter(`${written}\ntext`)?.meta).toEqual({ title: value, publisher: value, author: [value, 'b'] });
}

describe('reading', () => {
  test('lines count both fences, with any line ends', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(parseFrontMatter(['---', 'title: a', 'other: b', '---', 'text'].join(end))).toEqual({
        meta: { title: 'a' },
        lines: 4,
      });
  });

  test('numbers and dates are taken as they are written', () => {
    expect(parseFrontMatter('---\ntitle: 1984\ndate: 2009-03-05\npublisher: 1.10\n---\n')?.meta).toEqual({
      title: '1984',
      date: '2009-03-05',
      publisher: '1.10',
    });
  });

  test('empty and null values are no values', () => {
    expect(parseFrontMatter('---\ntitle:\npublisher: null\nsite: ~\nauthor: []\n---\n')?.meta).toEqual({});
  });

  test.each([
    ['never closed', '---\ntitle: a\n'],
    ['broken', '---\ntitle: [a\n---\n'],
    ['a list', '---\n- a\n---\n'],
    ['a sentence', '---\nIt rained.\n---\n'],
    ['not at the top', '\n---\ntitle: a\n---\n'],
    ['too long', `---\n${'a: b\n'.repeat(20_000)}---\n`],
  ])('what is %s is text', (_, text) => {
    expect(parseFrontMatter(text)).toBeUndefined();
  });

  test.each([
    ['nesting', `k: ${'['.repeat(50_000)}`],
    [
      'aliases',
      Array.from({ length: 900 }, (_, at) => `a${at}: &a${at} [${at > 0 ? `*a${at - 1}, *a${at - 1}` : 'x'}]`).join(
        '\n',
      ),
    ],
    ['anchors', '&a '.repeat(15_000)],
    ['keys', Array.from({ length: 6_000 }, (_, at) => `k${at}: v`).join('\n')],
  ])('a bomb of %s goes off in no reader', (_, yaml) => {
    const start = performance.now();
    const read = parseFrontMatter(`---\n${yaml}\n---\ntext`);
    expect(read === undefined || Object.keys(read.meta).length === 0).toBe(true);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
