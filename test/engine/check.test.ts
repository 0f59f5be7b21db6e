import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Checked, type CheckRequest, checkInputs } from '../../src/engine/check.ts';
import { CheckCache } from '../../src/engine/check-cache.ts';
import { DEFAULT_INPUTS, DEFAULT_JOB } from '../../src/engine/request.ts';
import type { CheckFinding, RelatedPlace } from '../../src/report/check-report.ts';
import { regionInFile, relatedRegion } from '../../src/report/check-view.ts';
import { clear, page, put, scratch, tree } from './archive.ts';

let home = '';
beforeEach(() => {
  home = scratch();
});
afterEach(() => clear(home));

const checked = (changes: Partial<CheckRequest> = {}): Promise<Checked> =>
  checkInputs({ ...DEFAULT_JOB, jobs: 1, inputs: { ...DEFAULT_INPUTS, cwd: home, paths: ['raw'] }, ...changes });
/** Place, kind and lines of what was found, notes aside. */
const told = ({ findings }: Checked): readonly string[] =>
  findings
    .filter(({ severity }) => severity !== 'note')
    .map(
      ({ path, record, region, kind }) =>
        `${path}${record === undefined ? '' : `#${record}`}:${region.startLine} ${kind}`,
    );
const body = (number: number): string => page(number).split('\n').slice(2, 11).join('\n');

function git(...words: readonly string[]): string {
  const who = ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...words], { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function commit(): void {
  git('add', '-A');
  git('commit', '-qm', 'scrapes');
}

describe('check', () => {
  test('names what is there twice, within a file and among files, and says what of', async () => {
    put(home, {
      'raw/a.txt': page(1),
      'raw/b.txt': page(1),
      'raw/c.txt': page(2).replace('harbour master', 'keeper of the port'),
      'raw/d.txt': page(2),
      'raw/twice.txt': `${body(5)}\n\n${body(5)}\n`,
    });
    const found = await checked();
    expect(told(found)).toEqual(['raw/b.txt:1 duplicate', 'raw/d.txt:1 near-duplicate', 'raw/twice.txt:11 repeated']);
    const [copy, near, twice] = found.findings.filter(({ severity }) => severity !== 'note');
    expect(copy).toMatchObject({ message: 'the same article as raw/a.txt', related: [{ path: 'raw/a.txt' }] });
    expect(near?.message).toMatch(
      /^(?:nearly the same words as|another version of) raw\/c\.txt \((?:all|\d+ %) of its sentences/,
    );
    expect(twice?.message).toMatch(/^lines 11-19 repeat lines 1-9 \(5 lines, \d+ words, 50 % of the file\)$/);
    expect(twice?.related[0]?.region).toMatchObject({ startLine: 1, endLine: 9 });
    expect(found.checked).toEqual(['raw/a.txt', 'raw/b.txt', 'raw/c.txt', 'raw/d.txt', 'raw/twice.txt']);
  });

  test('gathers what cleaning takes out, a finding a kind, with all lines and rules', async () => {
    put(home, { 'raw/a.txt': page(1) });
    const { findings } = await checked();
    const chrome = findings.find(({ kind }) => kind === 'chrome');
    expect(chrome).toMatchObject({
      severity: 'note',
      message: '3 lines of site chrome (1, 13, 15)',
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 'Search this site'.length + 1 },
      lines: [
        [1, 1],
        [13, 15],
      ],
    });
    expect(chrome?.rules).toContain('chrome/no-comments');
    expect(findings.map(({ kind }) => kind)).toContain('moved');
  });

  test('names files without an article, with hardly one, damaged and unreadable ones', async () => {
    put(home, {
      'raw/empty.txt': 'Home\nAbout us\nContact\n\nCopyright 2011 The Observer. All rights reserved.\n',
      'raw/large.txt': page(1).repeat(40),
      'raw/damaged.jsonl': `${JSON.stringify({ text: page(3) })}\n{"text": \n`,
      'raw/escape.txt': `${body(4)}\n\nThe \u001b[2Jend of it came when the last of the boats had left the harbour.\n`,
    });
    const found = await checked({ reading: { maxFileBytes: 20_000 } });
    expect(told(found)).toEqual([
      'raw/damaged.jsonl#2:1 unreadable',
      'raw/empty.txt:1 empty',
      'raw/escape.txt:11 suspicious',
      'raw/large.txt:1 oversized',
    ]);
    expect(found.failed.map(({ path }) => path)).toEqual(['damaged.jsonl#2', 'large.txt']);
  });

  test('names pages that hold no text at all: a download that broke off must not pass', async () => {
    const binary = '%PDF-1.4\n'.padEnd(500, '\u0000');
    put(home, { 'raw/nothing.txt': '', 'raw/nothing.jsonl': '', 'raw/bytes.html': binary, 'raw/program': binary });
    const cache = join(home, 'cache');
    for (const found of [await checked({ cache }), await checked({ cache })]) {
      expect(told(found)).toEqual(['raw/bytes.html:1 empty', 'raw/nothing.jsonl:1 empty', 'raw/nothing.txt:1 empty']);
      expect(found.checked).toEqual(['raw/bytes.html', 'raw/nothing.jsonl', 'raw/nothing.txt']);
    }
  });

  test('takes a file that links lead to for one', async () => {
    put(home, { 'raw/page.txt': page(1) });
    symlinkSync('page.txt', join(home, 'raw/link.txt'));
    symlinkSync('page.txt', join(home, 'raw/zlink.txt'));
    for (const paths of [['raw'], ['raw/link.txt', 'raw/page.txt'], ['raw/link.txt', 'raw/zlink.txt']]) {
      const found = await checked({ inputs: { ...DEFAULT_INPUTS, cwd: home, paths, follow: true } });
      expect(told(found)).toEqual([]);
      expect(found.checked).toEqual(['raw/page.txt']);
    }
  });

  test('knows a finding by what it is about: lines may move, other findings may come and go', async () => {
    put(home, { 'raw/twice.txt': `${body(5)}\n\n${body(5)}\n`, 'raw/a.txt': page(1) });
    const prints = async (): Promise<readonly string[]> =>
      (await checked()).findings.filter(({ kind }) => kind === 'repeated').map(({ fingerprint }) => fingerprint);
    const before = await prints();
    put(home, { 'raw/twice.txt': `No comments:\n\n\n${body(5)}\n\n\n${body(5)}\n` });
    expect(await prints()).toEqual(before);
    const all = (await checked()).findings.map(({ fingerprint }) => fingerprint);
    expect(new Set(all).size).toBe(all.length);
  });

  test('knows a finding of a record when records come before it', async () => {
    const records = [page(1), `${body(5)}\n\n${body(5)}`, page(2)].map((text) => `${JSON.stringify({ text })}\n`);
    put(home, { 'raw/crawl.jsonl': records.join('') });
    const before = (await checked()).findings.map(({ fingerprint }) => fingerprint);
    put(home, { 'raw/crawl.jsonl': `${JSON.stringify({ text: body(9) })}\n${records.join('')}` });
    const after = (await checked()).findings;
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(expect.arrayContaining(before));
    expect(new Set(after.map(({ fingerprint }) => fingerprint)).size).toBe(after.length);
  });

  test('names the record that another one is a copy of', async () => {
    put(home, {
      'raw/crawl.jsonl': [page(1), page(2), page(1)].map((text) => `${JSON.stringify({ text })}\n`).join(''),
    });
    const [copy] = (await checked()).findings.filter(({ kind }) => kind === 'duplicate');
    expect(copy).toMatchObject({ record: 3, message: 'the same article as raw/crawl.jsonl#1' });
    expect(copy?.related).toMatchObject([{ path: 'raw/crawl.jsonl', record: 1 }]);
  });

  test('tells where it is in a page of HTML, whose text has other lines, by its first line', async () => {
    const passage = (number: number): string => body(number).replace(/(.+)/g, '<p>$1</p>');
    put(home, { 'raw/a.html': `<html><body><article>${passage(5)}${passage(5)}</article></body></html>` });
    const [twice] = (await checked()).findings.filter(({ kind }) => kind === 'repeated');
    const [there] = twice?.related ?? [];
    expect(twice?.region.startLine).toBeGreaterThan(1);
    const first = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
    expect([regionInFile(twice as CheckFinding), relatedRegion(there as RelatedPlace)]).toEqual([first, first]);
  });

  test('writes nothing', async () => {
    put(home, { 'raw/a.txt': page(1), 'raw/b.txt': page(1) });
    const before = tree(home);
    await checked();
    expect(tree(home)).toEqual(before);
  });

  test('stops at an unreadable input where it is told to, and at nothing to check', async () => {
    put(home, { 'raw/large.txt': page(1).repeat(40), 'none/x.bin': '\0' });
    await expect(checked({ failFast: true, reading: { maxFileBytes: 10 } })).rejects.toThrow('large.txt');
    const inputs = { ...DEFAULT_INPUTS, cwd: home, paths: ['none'] };
    await expect(checked({ inputs })).rejects.toThrow('no file to check');
    expect((await checked({ inputs, allowEmpty: true })).findings).toEqual([]);
  });
});

describe('check with a cache', () => {
  const pages = Object.fromEntries(Array.from({ length: 12 }, (_none, at) => [`raw/${at}.txt`, page(at)]));

  test('finds what it finds without, before and after files change', async () => {
    put(home, pages);
    const cached = (): Promise<Checked> => checked({ cache: 'cache' });
    expect(await cached()).toEqual(await checked());
    expect(await cached()).toEqual(await checked());
    put(home, { 'raw/new.txt': page(3), 'raw/5.txt': `${page(5)}\n\n${page(5)}`, 'raw/6.txt': 'Sign in\n' });
    expect(await cached()).toEqual(await checked());
    expect(told(await cached())).toContain('raw/new.txt:1 duplicate');
  });

  test('goes by contents: a file with the bytes of another is judged by its own name', async () => {
    put(home, { 'raw/a.txt': page(1) });
    await checked({ cache: 'cache' });
    put(home, { 'raw/b.md': page(1) });
    expect(await checked({ cache: 'cache' })).toEqual(await checked());
  });

  test('remembers no file of many documents as one, whatever its name', async () => {
    const records = [page(1), page(2), page(1)].map((text) => `${JSON.stringify({ text })}\n`).join('');
    put(home, { 'raw/crawl.txt': records });
    const reading = { ...DEFAULT_JOB.reading, from: 'jsonl' };
    await checked({ cache: 'cache', reading });
    expect(await checked({ cache: 'cache', reading })).toEqual(await checked({ reading }));
  });

  test('remembers files beside one whose name has a line end', () => {
    const facts = {
      sha256: 'x',
      state: 'empty',
      words: 0,
      wordsBefore: 0,
      bytes: 0,
      isLearnt: false,
      findings: Buffer.from('[]'),
    } as const;
    const job = { ...DEFAULT_JOB, inputs: { ...DEFAULT_INPUTS, cwd: home, paths: [] } };
    const first = new CheckCache(home, job);
    first.put('a\nb.txt', 'one', facts);
    first.put('c.txt', 'two', facts);
    expect(first.save()).toBeUndefined();
    const second = new CheckCache(home, job);
    expect([second.get('a\nb.txt', 'one'), second.get('c.txt', 'two')]).toEqual([facts, facts]);
  });

  test('lets pages that were looked at alone say what they share with the others', async () => {
    const labels = ['Quay and Anchor', 'Tide tables', 'Small boats', 'Lost and found', 'Our readers write', 'Sign in'];
    const of = (number: number): string => `${labels.join('\n\n')}\n\n${page(number)}`;
    put(home, Object.fromEntries(Array.from({ length: 8 }, (_none, at) => [`raw/${at}.txt`, of(at)])));
    for (let at = 0; at < 8; at++)
      await checked({ cache: 'cache', inputs: { ...DEFAULT_INPUTS, cwd: home, paths: [`raw/${at}.txt`] } });
    const found = await checked();
    expect(found.findings.flatMap(({ rules }) => rules)).toContain('site/template');
    expect(await checked({ cache: 'cache' })).toEqual(found);
  });

  test('grows by what is new, and is written anew where most of it is old', async () => {
    put(home, pages);
    await checked({ cache: 'cache' });
    const [name = ''] = readdirSync(join(home, 'cache'));
    const bytes = (): Buffer => readFileSync(join(home, 'cache', name));
    const before = bytes();
    put(home, { 'raw/5.txt': page(50) });
    expect(await checked({ cache: 'cache' })).toEqual(await checked());
    expect(bytes().subarray(0, before.length).equals(before)).toBe(true);
    for (let at = 0; at < 20; at++) {
      put(home, { 'raw/5.txt': page(60 + at) });
      await checked({ cache: 'cache' });
    }
    expect(await checked({ cache: 'cache' })).toEqual(await checked());
    expect(bytes().length).toBeLessThan(before.length * 3);
  });

  test('that cannot be written is a notice and no failure', async () => {
    put(home, { 'raw/a.txt': page(1), taken: 'a file' });
    const { notices, ...found } = await checked({ cache: 'taken/cache' });
    expect(notices).toEqual([expect.stringContaining('nothing was remembered')]);
    expect({ ...found, notices: [] }).toEqual(await checked());
  });

  test('starts anew where it is damaged, and keeps apart what was asked differently', async () => {
    put(home, pages);
    await checked({ cache: 'cache' });
    const [name = ''] = readdirSync(join(home, 'cache'));
    const file = join(home, 'cache', name);
    truncateSync(file, readFileSync(file).length - 3);
    expect(await checked({ cache: 'cache' })).toEqual(await checked());
    writeFileSync(file, 'nonsense');
    expect(await checked({ cache: 'cache' })).toEqual(await checked());
    const gentle = { cleaning: { level: 'gentle', keep: [] } } as const;
    expect(await checked({ cache: 'cache', ...gentle })).toEqual(await checked(gentle));
    expect(readdirSync(join(home, 'cache'))).toHaveLength(2);
  });
});

describe('check --since', () => {
  beforeEach(() => {
    git('init', '-qb', 'main');
    put(home, Object.fromEntries(Array.from({ length: 6 }, (_none, at) => [`raw/${at}.txt`, page(at)])));
    put(home, { 'raw/twice.txt': `${body(8)}\n\n${body(8)}\n` });
    commit();
    git('checkout', '-qb', 'more');
  });

  test('tells of files that changed, and compares them with all the others', async () => {
    put(home, { 'raw/new/copy.txt': page(2), 'raw/4.txt': page(14), 'raw/own.txt': page(15) });
    commit();
    put(home, { 'raw/untracked.txt': page(3) });
    const found = await checked({ since: 'main' });
    expect(told(found)).toEqual(['raw/new/copy.txt:1 duplicate', 'raw/untracked.txt:1 duplicate']);
    expect(found.findings.find(({ kind }) => kind === 'duplicate')?.message).toBe('the same article as raw/2.txt');
    expect(found.checked).toEqual(['raw/4.txt', 'raw/new/copy.txt', 'raw/own.txt', 'raw/untracked.txt']);
    expect(told(await checked({ since: 'main', cache: 'cache' }))).toEqual(told(found));
    expect(told(await checked({ since: 'main', cache: 'cache' }))).toEqual(told(found));
  });

  test('tells of a new file that holds all of an old one', async () => {
    put(home, { 'raw/new.txt': `${body(2)}\n\n${body(30)}` });
    const { findings } = await checked({ since: 'main' });
    expect(findings.find(({ kind }) => kind === 'near-duplicate')?.message).toBe('all of raw/2.txt, and more');
  });

  test('counts from where the branch left the other: what others did meanwhile is not ours', async () => {
    put(home, { 'raw/own.txt': page(15) });
    commit();
    git('checkout', '-q', 'main');
    put(home, { 'raw/theirs.txt': page(16) });
    commit();
    git('checkout', '-q', 'more');
    expect((await checked({ since: 'main' })).checked).toEqual(['raw/own.txt']);
  });

  test('says what to do about a commit that is not there, a shallow clone, and no repository at all', async () => {
    await expect(checked({ since: 'nowhere' })).rejects.toThrow('--since nowhere: git has no such commit');
    await expect(checked({ since: '--output=x' })).rejects.toThrow('git has no such commit');
    const from = home;
    home = scratch();
    git('clone', '-q', '--depth', '1', '--branch', 'more', `file://${from}`, '.');
    await expect(checked({ since: 'origin/main' })).rejects.toThrow('git fetch --unshallow origin');
    clear(from);
    clear(home);
    home = scratch();
    put(home, { 'raw/a.txt': page(1) });
    await expect(checked({ since: 'main' })).rejects.toThrow('no git repository');
  });

  test('goes by what is there where git was told not to look', async () => {
    put(home, { 'raw/hushed.txt': page(21), 'raw/left.txt': page(22) });
    commit();
    git('update-index', '--assume-unchanged', 'raw/hushed.txt');
    git('update-index', '--skip-worktree', 'raw/left.txt');
    const asked = { since: 'HEAD', cache: 'cache' } as const;
    expect((await checked(asked)).checked).not.toContain('raw/0.txt');
    put(home, Object.fromEntries(['raw/hushed.txt', 'raw/left.txt'].map((path) => [path, page(2)])));
    const found = await checked(asked);
    expect(told(found)).toEqual(['hushed', 'left'].map((name) => `raw/${name}.txt:1 duplicate`));
    expect(found).toEqual(await checked({ since: 'HEAD' }));
  });

  test('needs git for nothing else', async () => {
    writeFileSync(join(home, '.git/index'), 'damaged');
    expect((await checked()).checked).toHaveLength(7);
    expect((await checked({ cache: 'cache' })).checked).toHaveLength(7);
    await expect(checked({ since: 'main' })).rejects.toThrow('--since main: git cannot tell what changed; git says: ');
  });

  test('takes everything for new before the first commit', async () => {
    clear(home);
    home = scratch();
    git('init', '-qb', 'main');
    put(home, { 'raw/a.txt': page(1), 'raw/b.txt': page(1) });
    git('add', '-A');
    expect(told(await checked({ since: 'HEAD' }))).toEqual(['raw/b.txt:1 duplicate']);
  });

  test('runs nothing that the settings of the repository name', async () => {
    const trap = join(home, 'trap.sh');
    writeFileSync(trap, `#!/bin/sh\ntouch "${join(home, 'sprung')}"\n`, { mode: 0o755 });
    git('config', 'core.fsmonitor', trap);
    git('config', 'diff.external', trap);
    git('config', 'diff.txt.textconv', trap);
    appendFileSync(join(home, '.git/info/attributes'), '*.txt diff=txt\n');
    put(home, { 'raw/own.txt': page(15) });
    await checked({ since: 'main' });
    expect(readdirSync(home)).not.toContain('sprung');
  });
});

describe('check --beside', () => {
  test('tells of the files that are named, compared with all that stand beside them', async () => {
    put(home, {
      'raw/a.txt': page(1),
      'raw/sub/b.txt': page(1),
      'raw/twice.txt': `${body(8)}\n\n${body(8)}\n`,
      'raw/new.txt': page(2),
      'old/c.txt': page(2),
    });
    const inputs = { ...DEFAULT_INPUTS, cwd: home, paths: ['raw/new.txt', 'raw/sub/b.txt'] };
    const found = await checked({ inputs, beside: ['raw', 'old'] });
    expect(told(found)).toEqual(['raw/new.txt:1 duplicate', 'raw/sub/b.txt:1 duplicate']);
    expect(found.checked).toEqual(['raw/new.txt', 'raw/sub/b.txt']);
  });

  test('says nothing of what could not be read there', async () => {
    put(home, { 'raw/a.txt': page(1), 'old/damaged.jsonl': '{"text":\n' });
    const inputs = { ...DEFAULT_INPUTS, cwd: home, paths: ['raw'] };
    expect(await checked({ inputs, beside: ['old'] })).toMatchObject({ failed: [], checked: ['raw/a.txt'] });
  });
});

test('a known copy stays known when another one becomes the one that stays', async () => {
  put(home, { 'raw/m.txt': page(1), 'raw/z.txt': page(1) });
  const prints = async (): Promise<readonly string[]> =>
    (await checked()).findings.filter(({ kind }) => kind === 'duplicate').map(({ fingerprint }) => fingerprint);
  const [before] = await prints();
  put(home, { 'raw/a.txt': page(1) });
  const after = await prints();
  expect(after).toHaveLength(2);
  expect(after).toContain(before);
});

test('a cache in .git is found where that is a file, as in a linked work tree', async () => {
  put(home, { 'raw/a.txt': page(1), 'real/HEAD': '', '.git': 'gitdir: real\n' });
  expect((await checked({ cache: '.git/clean-archive' })).notices).toEqual([]);
  expect(readdirSync(join(home, 'real/clean-archive'))).toHaveLength(1);
});
