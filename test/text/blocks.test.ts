import { describe, expect, test } from '@jest/globals';
import type { BlockKind } from '../../src/core/types.ts';
import { readText } from '../../src/formats/index.ts';
import { makeDocument } from '../../src/text/document.ts';

/** `kind first-last`, lines counted from zero. */
const blocksOf = (...lines: readonly string[]): readonly string[] =>
  makeDocument(readText(lines.join('\n'), { path: 'page.txt' })).blocks.map(
    ({ kind, first, last }) => `${kind} ${first}-${last}`,
  );

const kindsOf = (...lines: readonly string[]): readonly BlockKind[] =>
  makeDocument(readText(lines.join('\n'), { path: 'page.txt' })).blocks.map(({ kind }) => kind);

const WRAPPED: readonly string[] = [
  'The reset in the manual only clears the display, and nothing of what',
  'the owner wants is printed anywhere that the members know of. Hold the',
  'two keys while you put the battery in, and wait for the double beep of',
  'the small speaker. Then connect the cable and write down what you see,',
  'because the display forgets it when the lid is closed, and so will you',
  'before the evening is out.',
];

describe('blocks of a text without markup', () => {
  test('a line alone is a paragraph, which needs no block', () => {
    expect(blocksOf('A sentence that stands alone.', '', 'Another sentence that stands alone.')).toEqual([]);
  });

  test('items with signs or numbers are a list', () => {
    expect(kindsOf('What you need:', '', '- flour', '- water', '- salt')).toEqual(['list']);
    expect(kindsOf('1. Mix it.', '2. Bake it.', '3. Eat it.')).toEqual(['list']);
    expect(kindsOf('• eins', '• zwei')).toEqual(['list']);
  });

  test('a year or an initial at the start of a sentence opens no list', () => {
    expect(
      blocksOf('1984 was a wet year on the whole coast.', '', 'A. Prowse wrote the minutes of the meeting.'),
    ).not.toContain('list 0-0');
  });

  test('cells parted by tabs or pipes are a table', () => {
    expect(kindsOf('Place\tClub\tPoints', '1\tOrrel\t32', '2\tVelden\t30')).toEqual(['table']);
    expect(kindsOf('| a | b |', '| --- | --- |', '| 1 | 2 |')).toEqual(['table']);
  });

  test('lines that begin with > are a quote', () => {
    expect(kindsOf('> Our two loggers lose forty seconds a month.', '> Is that normal?', '', 'No.')).toEqual(['quote']);
  });

  test('statements with their signs are code, prose with a bracket is not', () => {
    expect(kindsOf('function add(a, b) {', '  return a + b;', '}')).toEqual(['code']);
    expect(blocksOf('If the drift comes back (and it will), the crystal is tired; change it.')).toEqual([]);
  });

  test('text wrapped by hand stays together as the paragraph it is', () => {
    expect(blocksOf(...WRAPPED, '', ...WRAPPED)).toEqual(['wrapped 0-5', 'wrapped 7-12']);
  });

  test('the first line of a wrapped paragraph may end early: a dateline was cut from it', () => {
    const [first = '', ...rest] = WRAPPED;
    const cut = `Then ${first.split(' ').slice(-3).join(' ')}`;
    expect(blocksOf('THE LENNE RISES', cut, ...rest.map((line, at) => (at === 0 ? line.toLowerCase() : line)))).toEqual(
      ['wrapped 1-6'],
    );
    expect(blocksOf('THE LENNE RISES', `  ${cut}`, ...rest.map((line) => `  ${line}`))).toEqual(['wrapped 1-6']);
    expect(blocksOf('THE LENNE RISES', ...WRAPPED)).toEqual(['wrapped 1-6']);
  });

  test('stanzas of short lines are verse where they are what the page is about', () => {
    const stanza = [
      'The lamp went out upon the quay,',
      'the gulls had gone to bed,',
      'and nobody was left but me',
      'to count the stars instead.',
    ];
    expect(kindsOf(...stanza, '', ...stanza.map((line) => line.replace('the', 'my')))).toEqual(['verse', 'verse']);
  });

  test('a menu of short labels is no verse', () => {
    expect(kindsOf('Home', 'News', 'Sport', 'Contact', '', 'Archive', 'Privacy', 'Imprint')).not.toContain('verse');
  });

  test('a line belongs to one block at most, and blocks stand in the order of the text', () => {
    const { blocks, blockOf } = makeDocument(
      readText(['- a', '- b', '', 'x\ty', '1\t2', '', '> q', 'plain'].join('\n'), { path: 'page.txt' }),
    );
    blocks.forEach((block, at) => {
      for (let line = block.first; line <= block.last; line++) expect(blockOf[line]).toBe(at);
      expect(block.first).toBeGreaterThan(blocks[at - 1]?.last ?? -1);
    });
  });

  test('a hundred thousand blocks are found without trouble', () => {
    const { blocks } = makeDocument(readText('plain\n> quote\n'.repeat(100_000), { path: 'page.txt' }));
    expect(blocks.length).toBe(100_000);
  });
});
