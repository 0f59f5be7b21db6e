import { describe, expect, test } from '@jest/globals';
import { foldName, nameOutputs, safeSegment } from '../../src/engine/names.ts';

const names = (...paths: string[]): readonly string[] =>
  nameOutputs(
    paths.map((path) => ({ path })),
    '.md',
  );
const records = (...members: (string | undefined)[]): readonly string[] =>
  nameOutputs(
    members.map((member, at) => ({ path: 'crawl.jsonl', record: at + 1, ...(member === undefined ? {} : { member }) })),
    '.md',
  );

const HOSTILE = [
  '../escape',
  '..',
  '.',
  '',
  '/etc/hosts',
  '\\\\server\\x',
  'C:\\x',
  'a/../../b',
  'a//b',
  '%2e%2e%2fx',
  '..\u2215x',
  '\uff0e\uff0e\uff0fx',
  'a\0b',
  'a\nb',
  'a\tb',
  '\u001b[2Jred',
  '\u202egpj.exe',
  '\ufeffbom',
  '\u200bzero',
  'e\u0301',
  '\u00e9',
  'CON',
  'con.txt',
  'LPT1',
  'nul',
  'trailing.',
  'trailing ',
  '-rf',
  '--help',
  '~',
  '$(id)',
  '`id`',
  'a;b',
  'a|b',
  '*',
  '?',
  '<x>',
  '"q"',
  "it's",
  'A',
  'a',
  'ß',
  'SS',
  'ss',
  'x'.repeat(300),
  `${'x'.repeat(300)}y`,
  '\ud800',
  '\ud83d\ude00',
  'I\u0307',
  'i\u0307',
  'record',
  'record-e3b0c442',
  '__proto__',
  'constructor',
];

describe('names of outputs', () => {
  test('text and nameless files become .md, Markdown stays, HTML appends', () => {
    expect(names('a/b.txt', 'c', 'd.md', 'e.html', 'f.text', 'g.log')).toEqual([
      'a/b.md',
      'c.md',
      'd.md',
      'e.html.md',
      'f.md',
      'g.log.md',
    ]);
  });

  test('names that collide keep their full name, all of them', () => {
    expect(names('a', 'a.txt', 'b.txt')).toEqual(['a.md', 'a.txt.md', 'b.md']);
    expect(names('a.md', 'a.text', 'a.txt')).toEqual(['a.md.md', 'a.text.md', 'a.txt.md']);
  });

  test('names that differ in case or normal form only are told apart', () => {
    const paths = ['Page.txt', 'page.txt', 'caf\u00e9.txt', 'cafe\u0301.txt', 'D/x.txt', 'd/x.txt'];
    const found = names(...paths);
    expect(new Set(found.map(foldName)).size).toBe(paths.length);
  });

  test('an article never has the name of a folder', () => {
    const found = names('e.md/y.txt', 'e.txt');
    expect(found[0]).toBe('e.md/y.md');
    expect(found[1]).not.toBe('e.md');
  });

  test('a name near the limit of file systems is cut, and stays its own', () => {
    const [one, other] = names('x'.repeat(254), `${'x'.repeat(253)}y`);
    expect(Buffer.byteLength(one ?? '')).toBeLessThanOrEqual(255);
    expect(Buffer.byteLength(other ?? '')).toBeLessThanOrEqual(255);
    expect(one).not.toBe(other);
  });

  test('order does not change a name', () => {
    const paths = ['a', 'a.txt', 'A.TXT', 'b/c.html', 'b/c.txt'];
    const forward = new Map(paths.map((path, at) => [path, names(...paths)[at]]));
    const turned = paths.toReversed();
    expect(new Map(turned.map((path, at) => [path, names(...turned)[at]]))).toEqual(forward);
  });
});

describe('names from content', () => {
  test('hostile names become different safe names inside the folder', () => {
    const found = records(...HOSTILE);
    expect(new Set(found.map(foldName)).size).toBe(HOSTILE.length);
    for (const name of found) expect(name).toMatch(/^crawl\.jsonl\/[A-Za-z0-9_][A-Za-z0-9._-]{0,135}\.md$/);
  });

  test('a plain name stays as it is, and one record number is enough without a name', () => {
    expect(records('news-17', undefined)).toEqual(['crawl.jsonl/news-17.md', 'crawl.jsonl/000002.md']);
    expect(safeSegment('news-17')).toBe('news-17');
  });

  test('equal names of two records are told apart by their numbers', () => {
    expect(records('a', 'a', 'b')).toEqual(['crawl.jsonl/a-000001.md', 'crawl.jsonl/a-000002.md', 'crawl.jsonl/b.md']);
  });

  test('a container beside a folder of its name gets another folder', () => {
    const found = nameOutputs([{ path: 'c.jsonl', record: 1, member: 'a' }, { path: 'c.jsonl/a.txt' }], '.md');
    expect(new Set(found.map(foldName)).size).toBe(2);
  });
});
