import { describe, expect, test } from '@jest/globals';
import { folderWith, OTHER_PAGE, PAGE, run } from './binary.ts';

function bulletin(amount: string, rate: string): string {
  return (
    `Norland adds reserves\n\nThe central bank of Norland added ${amount} million crowns to the money market this morning through ` +
    `overnight repurchase agreements, dealers said.\n\nThe overnight rate stood at ${rate} per cent when the bank came in. The ` +
    'operation was in line with what most houses had expected for the current reserve period, and the bank made no statement ' +
    'about its discount rate.\n'
  );
}

const CHANGED = PAGE.replace('The crew of nine has been on half pay', 'The crew of nine has had other work');
const cwd = folderWith({
  'raw/page.txt': PAGE,
  'raw/changed.txt': CHANGED,
  'raw/other.txt': OTHER_PAGE,
  'raw/monday.txt': bulletin('340', '6-3/16'),
  'raw/tuesday.txt': bulletin('280', '6-1/8'),
  'raw/short.txt': PAGE.slice(0, PAGE.indexOf('The crew of nine')),
  'empty.txt': '',
});

function explain(...args: readonly string[]): ReturnType<typeof run> {
  return run(cwd, ['explain', ...args]);
}

describe('explain A B', () => {
  test('a copy with a sentence changed', () => {
    const { code, out, err } = explain('raw/page.txt', 'raw/changed.txt');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^A {2}raw\/page\.txt {3}\d+ words {3}2013-03-12\n {3}The ferry returns after eleven months\nB {2}raw\/changed/,
    );
    expect(out).toMatch(
      /\nrelated: .*; only 66 % of [AB]'s sentences are in [AB] \(95 % are asked for\), so a run would write both\n/,
    );
    expect(out).toMatch(/\n {2}words +A line 11 {2}"been on half pay" {2}→ {2}B line 11 {2}"had other work"\n/);
    expect(out).toContain('compared alone; a run also knows the other documents');
  });

  test('two bulletins, unrelated pages, a page and its beginning', () => {
    expect(explain('raw/monday.txt', 'raw/tuesday.txt').out).toContain(
      '\nnot copies: two reports of one kind, 2 of 3 shared sentences say other figures\n',
    );
    const unlike = explain('raw/page.txt', 'raw/other.txt');
    expect(unlike.code).toBe(0);
    expect(unlike.out).toMatch(/\nnot copies: they share \d % of the shorter text \(30 % is the least\)\n/);
    expect(explain('raw/short.txt', 'raw/page.txt').out).toMatch(
      /\ncopies: one is cut short; 100 % of A's sentences are in B, so a run would set A aside\nB stays: it is the more complete one\n/,
    );
  });

  test('as JSON, as a diff, and each by itself behind a margin', () => {
    expect(JSON.parse(explain('raw/monday.txt', 'raw/tuesday.txt', '--json').out)).toMatchObject({
      copies: false,
      reason: { cause: 'two-reports', contradicted: 2, sentences: 3 },
      differences: [{ a: { line: 3, text: '340' } }, { b: { line: 5, text: '6-1/8' } }],
    });
    const { out } = explain('raw/page.txt', 'raw/changed.txt', '--diff');
    expect(out).toMatch(/^--- raw\/page\.txt\n\+\+\+ raw\/changed\.txt\n@@ /);
    expect(out.match(/^[-+][^-+]/gm)).toHaveLength(2);
    expect(explain('raw/page.txt', 'raw/page.txt', '--diff').out).toBe('');
    const margins = explain('raw/page.txt', 'raw/other.txt', '--format', 'lines').out;
    expect(margins).toBe(
      explain('raw/page.txt', '--format', 'lines').out + explain('raw/other.txt', '--format', 'lines').out,
    );
  });

  test('with a line, or with a third, each is explained by itself', () => {
    expect(explain('raw/page.txt:13', 'raw/other.txt').out).toMatch(/^raw\/page\.txt:13 /);
    expect(explain('raw/page.txt', 'raw/other.txt', 'raw/short.txt').out).toContain('\n3 files, ');
    expect(explain('raw').out).toContain('\n6 files, ');
  });

  test('what cannot be read is told, and nothing is compared', () => {
    expect(explain('raw/page.txt', 'empty.txt')).toEqual({
      code: 3,
      out: '',
      err: expect.stringContaining('empty.txt'),
    });
    expect(explain('raw/page.txt', 'raw/pge.txt')).toMatchObject({ code: 2, out: '' });
  });

  test('with --out it is what that run decided', () => {
    const archive = folderWith({
      'raw/page.txt': PAGE,
      'raw/short.txt': PAGE.slice(0, PAGE.indexOf('The crew of nine')),
      'raw/changed.txt': CHANGED.replace('on the mainland while they waited for the yard', 'elsewhere'),
      'raw/other.txt': OTHER_PAGE,
    });
    expect(run(archive, ['raw', 'out']).code).toBe(0);
    const asRun = (...args: readonly string[]): string => run(archive, ['explain', ...args, '--out', 'out']).out;
    expect(asRun('raw/short.txt', 'raw/page.txt')).toMatch(/so the run set A aside\nB stays: .*one\n/);
    const related = asRun('raw/changed.txt', 'raw/page.txt');
    expect(related).toContain('so the run wrote both');
    expect(related).toContain('as out judged them, among 4 documents');
    expect(asRun('raw/short.txt', 'raw/changed.txt')).toContain(
      'but the run set A aside for page.txt and wrote B (related to',
    );
    expect(JSON.parse(asRun('raw/short.txt', 'raw/page.txt', '--json'))).toMatchObject({
      kept: 'b',
      wouldSetAside: 'a',
      run: { out: 'out', recorded: true, a: { kept: 'page.txt', setAside: true }, b: null },
    });
  });

  test('with --out members of a series are told as such', () => {
    const days = ['340', '280', '415', '360', '505'].map((amount, day) => [
      `raw/${day}.txt`,
      bulletin(amount, `${day + 2}-1/4`),
    ]);
    const archive = folderWith(Object.fromEntries(days) as Record<string, string>);
    expect(run(archive, ['raw', 'out']).code).toBe(0);
    expect(run(archive, ['explain', 'raw/0.txt', 'raw/1.txt', '--out', 'out']).out).toContain(
      '\nnot copies: two of a series: ',
    );
  });
});
