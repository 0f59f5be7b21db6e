import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { bodyIn } from '../../src/dedup/uncleaned.ts';
import { againstOf } from '../../src/engine/against.ts';
import { findDuplicates } from '../../src/engine/dups.ts';
import { referenceOf } from '../../src/engine/references.ts';
import { DEFAULT_COMPARING, DEFAULT_INPUTS, DEFAULT_JOB } from '../../src/engine/request.ts';
import { runArchive } from '../../src/engine/run.ts';
import { markdown } from '../../src/formats/markdown.ts';
import { clear, jsonLines, page, put, request, scratch, tree } from './archive.ts';

let home = '';
beforeEach(() => {
  home = scratch();
});
afterEach(() => clear(home));

const PAGES = 12;
const copies = (folder: string): readonly Readonly<Record<string, unknown>>[] =>
  jsonLines(join(home, folder, '_clean-archive/duplicates.jsonl'));
const written = (folder: string): number =>
  Object.keys(tree(join(home, folder))).filter((path) => !path.startsWith('_clean-archive')).length;

/** Two scrapes: the second has three pages of the first, one of them with a word changed, one cut short. */
function putScrapes(): void {
  const first = Array.from({ length: PAGES }, (_none, at) => [`raw/1-${at}.txt`, page(at)] as const);
  const again = [page(2), page(5).replace('harbour', 'haven'), page(7).toUpperCase()];
  const second = [...again, page(20), page(21)].map((text, at) => [`more/2-${at}.txt`, text] as const);
  put(home, Object.fromEntries([...first, ...second]));
}

async function runFirst(): Promise<void> {
  await runArchive(request(home));
}

const against = (out = 'out'): typeof DEFAULT_COMPARING => ({ ...DEFAULT_COMPARING, against: againstOf(home, out) });
const more = { ...DEFAULT_INPUTS, paths: ['more'] };

describe('a second scrape against the result of the first', () => {
  test('takes in what is new, names the article that is there already, and leaves the first alone', async () => {
    putScrapes();
    await runFirst();
    const before = tree(join(home, 'out'));
    await runArchive(request(home, { inputs: { ...more, cwd: home }, out: 'new', comparing: against() }));
    expect(copies('new').map(({ kept, other, set_aside: aside }) => [kept, other, aside])).toEqual([
      ['out/1-2.md', '2-0.txt', true],
      ['out/1-5.md', '2-1.txt', true],
      ['out/1-7.md', '2-2.txt', true],
    ]);
    expect(written('new')).toBe(2);
    expect(tree(join(home, 'out'))).toEqual(before);
  });

  test('sets aside what one run over both would set aside', async () => {
    putScrapes();
    await runFirst();
    await runArchive(request(home, { inputs: { ...more, cwd: home }, out: 'new', comparing: against() }));
    await runArchive(request(home, { inputs: { ...DEFAULT_INPUTS, cwd: home, paths: ['raw', 'more'] }, out: 'both' }));
    const aside = copies('both').filter(({ set_aside: is }) => is === true);
    expect(aside).toHaveLength(copies('out').length + copies('new').length);
    expect(written('both')).toBe(written('out') + written('new'));
  });

  test('is looked at again when the first has grown', async () => {
    putScrapes();
    await runFirst();
    const job = { inputs: { ...more, cwd: home }, out: 'new' };
    await runArchive(request(home, { ...job, comparing: against() }));
    expect(written('new')).toBe(2);
    put(home, { 'raw/1-20.txt': page(20) });
    await runFirst();
    const { pruned } = await runArchive(request(home, { ...job, comparing: against() }));
    expect(copies('new')).toHaveLength(4);
    expect([written('new'), pruned]).toEqual([1, []]);
  });

  test('is compared as it is by dups, which lists new documents only', async () => {
    putScrapes();
    await runFirst();
    const dups = { ...DEFAULT_JOB, jobs: 1, wantsSpans: false, memory: 0, inputs: { ...more, cwd: home } };
    const { records, documents } = await findDuplicates({
      ...dups,
      comparing: { ...DEFAULT_COMPARING, reference: referenceOf(home, 'raw') },
    });
    expect([...records].map(({ kept, other }) => [kept, other])).toEqual([
      ['../raw/1-2.txt', '2-0.txt'],
      ['../raw/1-5.txt', '2-1.txt'],
      ['../raw/1-7.txt', '2-2.txt'],
    ]);
    expect(documents).toBe(PAGES + 5);
    expect([...(await findDuplicates(dups)).records]).toEqual([]);
  });

  test('refuses a folder that no run wrote', () => {
    putScrapes();
    expect(() => againstOf(home, 'raw')).toThrow(/no result of clean-archive/);
  });

  test('refuses to be compared with what it writes itself', async () => {
    putScrapes();
    await runFirst();
    const before = tree(join(home, 'out'));
    await expect(runArchive(request(home, { comparing: against('./out/') }))).rejects.toThrow(/--against/);
    expect(tree(join(home, 'out'))).toEqual(before);
  });

  test('takes no input for an article of the same name', async () => {
    put(home, { 'raw/a.txt': page(1), 'more/a.txt': page(2), 'more/out/a.md': page(2) });
    await runFirst();
    await runArchive(request(home, { inputs: { ...more, cwd: home }, out: 'new', comparing: against() }));
    expect(copies('new').map(({ kept, other }) => [kept, other])).toEqual([['a.txt', 'out/a.md']]);
  });

  test('passes over articles that are gone', async () => {
    putScrapes();
    await runFirst();
    rmSync(join(home, 'out/1-2.md'));
    await runArchive(request(home, { inputs: { ...more, cwd: home }, out: 'new', comparing: against() }));
    expect(copies('new').map(({ other }) => other)).toEqual(['2-1.txt', '2-2.txt']);
  });
});

test.each(['\n', '\r\n', '\r'])('front matter is no text, also where lines end with %j', (end) => {
  const lines = ['---', 'title: "A"', 'words: 3', '---', '', 'The body.'];
  const raw = markdown.read(Buffer.from(lines.join(end)), { path: 'a.md' });
  expect(bodyIn(raw)).toBe(`${'\n'.repeat(4)}${end}The body.`);
});

test('the record of a document gathers what its copies state and it does not', async () => {
  const text = page(3);
  const record = (more: object): string => JSON.stringify({ text, ...more });
  put(home, {
    'raw/a.jsonl': [
      record({ title: 'The ferry returns', date: '2019-03-01', url: 'https://one.example/ferry' }),
      record({ title: 'Ferry is back', date: '2019-03-02', url: 'https://two.example/ferry' }),
      record({ title: 'The ferry returns', date: '2019-03-03' }),
    ].join('\n'),
  });
  await runArchive(request(home));
  const [kept] = jsonLines(join(home, 'out/_clean-archive/manifest.jsonl'));
  expect(kept).toMatchObject({
    outcome: 'written',
    copies: 2,
    also: { title: ['Ferry is back'], date: ['2019-03-02', '2019-03-03'], url: ['https://two.example/ferry'] },
  });
});
