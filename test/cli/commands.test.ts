import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folderWith, OTHER_PAGE, PAGE, run, SAMPLE } from './binary.ts';

describe('a folder', () => {
  test('becomes a folder of articles; talk goes to stderr, and a second run has nothing to do', () => {
    const cwd = folderWith({});
    const first = run(cwd, [SAMPLE, 'out']);
    expect({ code: first.code, out: first.out }).toEqual({ code: 0, out: '' });
    expect(first.err).toContain('Originals were not changed.');
    expect(first.err).toContain('Why a line went   clean-archive explain ');
    expect(readdirSync(join(cwd, 'out'))).toContain('_clean-archive');
    const second = run(cwd, [SAMPLE, 'out']);
    expect(second.code).toBe(0);
    expect(second.err.trimEnd().split('\n').at(-1)).toMatch(/^out is up to date: .* nothing new\.$/);
  });

  test('the command that the summary names works', () => {
    const cwd = folderWith({ 'raw/it is.txt': PAGE });
    const command = /clean-archive (explain .*)$/m.exec(run(cwd, ['raw', 'out']).err)?.[1] ?? '';
    expect(command).toBe("explain 'raw/it is.txt'");
    expect(run(cwd, ['explain', 'raw/it is.txt']).code).toBe(0);
  });

  test('without OUT nothing is written and the way to write is told', () => {
    const cwd = folderWith({ 'raw/a.txt': PAGE });
    const { code, err } = run(cwd, ['raw']);
    expect(code).toBe(0);
    expect(err).toContain('Nothing was written');
    expect(err).toContain('clean-archive raw -o OUT');
    expect(readdirSync(cwd)).toEqual(['raw']);
  });

  test('--json puts the result on stdout and --quiet says nothing', () => {
    const cwd = folderWith({ 'raw/a.txt': PAGE });
    const { out, err } = run(cwd, ['raw', '-o', 'out', '--json']);
    expect(JSON.parse(out)).toMatchObject({ files: 1, counts: { written: 1 }, rows: [{ path: 'a.txt' }] });
    expect(err).not.toContain('Originals');
    expect(run(cwd, ['raw', 'other', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  });

  test('--files-from takes names with any sign in them, ended by NUL', () => {
    const cwd = folderWith({ 'raw/a b.txt': PAGE, 'raw/c\nd.txt': OTHER_PAGE });
    const { code } = run(cwd, ['--files-from', '-', '--null', '-o', 'out'], { input: 'raw/a b.txt\0raw/c\nd.txt\0' });
    expect(code).toBe(0);
    expect(existsSync(join(cwd, 'out/a b.md'))).toBe(true);
    expect(existsSync(join(cwd, 'out/c\nd.md'))).toBe(true);
  });
});

describe('the filter', () => {
  const cwd = folderWith({ 'page.txt': PAGE });
  const article = run(cwd, ['page.txt']).out;

  test('gives the title, a blank line and the body; stdin, - and a file give the same', () => {
    expect(article).toMatch(/^The ferry returns after eleven months\n\nThe ferry between Lenne/);
    expect(article).not.toContain('Copyright');
    expect(run(cwd, [], { input: PAGE })).toEqual({ code: 0, out: article, err: '' });
    expect(run(cwd, ['-'], { input: PAGE }).out).toBe(article);
    expect(run(cwd, ['page.txt', '-']).out).toBe(article);
    expect(run(cwd, ['-o', '-', 'page.txt']).out).toBe(article);
  });

  test('--no-title leaves the body, md brings the front matter, jsonl one object', () => {
    const body = article.slice(article.indexOf('\n\n') + 2);
    expect(run(cwd, ['--no-title'], { input: PAGE }).out).toBe(body);
    expect(run(cwd, ['-', '--to', 'md'], { input: PAGE }).out).toMatch(
      /^---\ntitle: "The ferry returns after eleven months"\n/,
    );
    expect(run(cwd, ['-', '--to', 'md', '--no-front-matter'], { input: PAGE }).out).toMatch(/^The ferry between/);
    expect(JSON.parse(run(cwd, ['-', '--to', 'jsonl'], { input: PAGE }).out)).toMatchObject({
      title: 'The ferry returns after eleven months',
    });
  });

  test('the fields of a JSON line come out byte for byte, ours beside them', () => {
    const theirs = `{"id": 9007199254740993,"score":1.0, "big":1e3,"text":${JSON.stringify(PAGE)}`;
    const { out, err } = run(cwd, ['-', '--from', 'jsonl', '--to', 'jsonl'], { input: `${theirs}}\n` });
    expect(err).toBe('');
    expect(out.startsWith(`${theirs},"clean_archive":{"title":"The ferry returns`)).toBe(true);
    expect(JSON.parse(out).clean_archive.text).not.toContain('Copyright');
  });

  test('a field that has our name is kept under another one, aloud', () => {
    const input = `${JSON.stringify({ clean_archive: 'theirs', text: PAGE })}\n`;
    const { code, out, err } = run(cwd, ['-', '--from', 'jsonl', '--to', 'jsonl'], { input });
    expect(JSON.parse(out)).toMatchObject({ clean_archive_1: 'theirs', clean_archive: { words: 74 } });
    expect({ code, err }).toEqual({
      code: 0,
      err: 'clean-archive: note: a record came with a field clean_archive; it is kept as clean_archive_1\n',
    });
  });

  test('copies in a stream of records are marked, and left out of text', () => {
    const texts = [PAGE, OTHER_PAGE, PAGE.replace('No comments:', '3 comments:')];
    const input = texts.map((text) => `${JSON.stringify({ text })}\n`).join('');
    const rows = (args: readonly string[]): readonly unknown[] =>
      run(cwd, ['-', '--from', 'jsonl', '--to', 'jsonl', ...args], { input })
        .out.trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).clean_archive.duplicate_of);
    expect(rows([])).toEqual([undefined, undefined, 'stdin#1']);
    expect(rows(['--on-duplicate', 'keep'])).toEqual([undefined, undefined, undefined]);
    const titles = (args: readonly string[]): number =>
      run(cwd, ['-', '--from', 'jsonl', ...args], { input }).out.split('The ferry returns').length - 1;
    expect([titles([]), titles(['--on-duplicate', 'annotate']), titles(['--on-duplicate', 'keep'])]).toEqual([1, 2, 2]);
    const annotated = run(cwd, ['-', '--from', 'jsonl', '--to', 'md', '--on-duplicate', 'annotate'], { input }).out;
    expect(annotated).toContain('duplicate_of: stdin#1');
  });

  test('a folder goes to stdout if OUT is -', () => {
    const root = folderWith({ 'raw/a.txt': PAGE, 'raw/b.txt': OTHER_PAGE });
    const lines = run(root, ['raw', '-', '--to', 'jsonl']).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).title)).toHaveLength(2);
  });
});

describe('explain', () => {
  const cwd = folderWith({ 'page.txt': PAGE, 'other.txt': OTHER_PAGE });

  test('accounts for every line with a reason, and for several files gives totals', () => {
    const { code, out } = run(cwd, ['explain', 'page.txt', 'other.txt', 'page.txt']);
    expect(code).toBe(0);
    expect(out).toMatch(/^page\.txt {3}utf-8, LF, en {3}8 lines: 3 kept, \d moved, \d removed/);
    expect(out).toMatch(/✗ chrome +No comments: +\S.* chrome\/no-comments/);
    expect(out).toMatch(/▸ title +The ferry returns/);
    expect(out).toMatch(/\n3 files, 24 lines: 9 kept · .*chrome/);
  });

  test('--format lines is the input behind a margin, a line for a line', () => {
    const rows = run(cwd, ['explain', 'page.txt', '--format', 'lines']).out.split('\n');
    const source = PAGE.split('\n');
    expect(rows).toHaveLength(source.length);
    expect(rows[12]).toBe('- chrome/no-comments    │ No comments:');
    expect(rows[1]).toBe('                        │');
    expect(rows.slice(0, -1).map((row) => row.slice(row.indexOf('│') + 2))).toEqual(source.slice(0, -1));
  });

  test('FILE:LINE gives all evidence about one line', () => {
    const { out } = run(cwd, ['explain', 'page.txt:13']);
    expect(out).toMatch(/^page\.txt:13 {3}removed as chrome: /);
    expect(out).toMatch(/→ +remove +0\.\d\d +chrome\/no-comments +line 13/);
    expect(out).toMatch(/words 2 /);
  });

  test.each([
    [['--no-color']],
    [['--color', 'never']],
    [['-v', '--level', 'gentle']],
  ])('takes %j before its name too', (flags) => {
    const after = run(cwd, ['explain', 'page.txt', ...flags]);
    expect(after).toMatchObject({ code: 0, err: '' });
    expect(run(cwd, [...flags, 'explain', 'page.txt'])).toEqual(after);
  });

  test('a file whose name looks like a place is the file', () => {
    const root = folderWith({ 'a:2': PAGE });
    expect(run(root, ['explain', 'a:2']).out).toMatch(/^a:2 {3}utf-8/);
  });

  test('--json and --diff tell the same of the page', () => {
    const told = JSON.parse(run(cwd, ['explain', 'page.txt', '--json']).out);
    expect(told.lines).toHaveLength(15);
    expect(told.lines[12]).toMatchObject({
      number: 13,
      fate: 'dropped',
      kind: 'chrome',
      rule: 'chrome/no-comments',
      text: 'No comments:',
    });
    const diff = run(cwd, ['explain', 'page.txt', '--diff']).out;
    expect(diff).toMatch(/^--- page\.txt \(raw\)\n\+\+\+ page\.txt \(clean\)\n@@ /);
    expect(diff).toContain('\n-No comments:\n');
  });
});

describe('restore and verify', () => {
  test('a restored line stays, and verify knows what is whole', () => {
    const cwd = folderWith({ 'raw/page.txt': PAGE });
    run(cwd, ['raw', 'out']);
    expect(run(cwd, ['verify', 'out', 'raw'])).toMatchObject({ code: 0, out: '' });
    const restored = run(cwd, ['restore', 'out', 'raw/page.txt:13']);
    expect(restored.code).toBe(0);
    expect(restored.err).toContain('Restored 1 line of page.txt');
    expect(run(cwd, ['raw', 'out']).code).toBe(0);
    expect(readFileSync(join(cwd, 'out/page.md'), 'utf8')).toContain('No comments:');
    expect(run(cwd, ['verify', 'out', 'raw']).code).toBe(0);
  });

  test('explain --out tells what a run and a person decided', () => {
    const caption = PAGE.replace('The ferry between', 'The ferry in the yard at Lenne\nThe ferry between');
    const cwd = folderWith({
      'raw/page.txt': caption,
      'raw/a.txt': OTHER_PAGE,
      'raw/crawl.jsonl': `${JSON.stringify({ text: OTHER_PAGE })}\n`,
    });
    run(cwd, ['raw', 'out', '--level', 'strict']);
    run(cwd, ['restore', 'out', 'raw/page.txt:7']);
    expect(readFileSync(join(cwd, 'out/page.md'), 'utf8')).toContain('\n\nThe ferry in the yard at Lenne\n\n');
    const alone = run(cwd, ['explain', 'raw/page.txt:7']);
    expect(alone.out).toContain('removed as caption');
    const told = run(cwd, ['explain', 'raw/page.txt:7', '--out', 'out']);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain('kept: restored by a person');
    expect(run(cwd, ['explain', 'raw/page.txt', '--out', 'out']).out).toContain('as out has it');
    const copy = run(cwd, ['explain', 'raw/crawl.jsonl#1', '-o', 'out']).out;
    expect(copy).toMatch(/note {2}set aside: a copy of a\.txt; restore brings it back/);
    expect(run(cwd, ['explain', 'raw/page.txt', '-o', 'raw'])).toMatchObject({ code: 2 });
  });

  test('a document whose name looks like a place is restored by its name', () => {
    const cwd = folderWith({ 'raw/page:7': PAGE });
    run(cwd, ['raw', 'out']);
    expect(run(cwd, ['restore', 'out', 'page:7:13']).err).toContain('Restored 1 line of page:7, in out/page:7.md');
    expect(run(cwd, ['restore', 'out', 'page:7']).err).toMatch(/^Restored \d lines of page:7, in/);
    expect(run(cwd, ['explain', 'raw/page:7:13', '-o', 'out']).out).toContain('restored by a person');
  });

  test('verify names what differs on stdout and exits 1', () => {
    const cwd = folderWith({ 'raw/page.txt': PAGE });
    run(cwd, ['raw', 'out']);
    const other = folderWith({ 'raw/page.txt': PAGE.replace('nine', 'ten') });
    const { code, out } = run(cwd, ['verify', 'out', join(other, 'raw')]);
    expect(code).toBe(1);
    expect(out).toMatch(/^page\.txt: raw-changed: /m);
  });
});

describe('rules', () => {
  test('lists id, kind and title, and tells why with examples', () => {
    const cwd = folderWith({});
    expect(run(cwd, ['rules']).out).toMatch(/^chrome\/no-comments +chrome +\S/m);
    const one = run(cwd, ['rules', 'chrome/no-comments']).out;
    expect(one).toMatch(/fires on\n +[✓✗]/);
    expect(one).toContain('does not fire on');
  });
});
