import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findDuplicates } from '../../src/engine/dups.ts';
import { referenceOf } from '../../src/engine/references.ts';
import { DEFAULT_COMPARING, DEFAULT_INPUTS, DEFAULT_JOB } from '../../src/engine/request.ts';
import { runArchive } from '../../src/engine/run.ts';
import { verifyArchive } from '../../src/engine/verify.ts';
import { clear, jsonLines, page, put, request, scratch, tree } from './archive.ts';

let home = '';
beforeEach(() => {
  home = scratch();
});
afterEach(() => clear(home));

const copies = (): readonly Readonly<Record<string, unknown>>[] =>
  jsonLines(join(home, 'out/_clean-archive/duplicates.jsonl'));
const told = (): readonly unknown[] => copies().map(({ kept, other, set_aside: aside }) => [kept, other, aside]);
const articles = (): readonly string[] =>
  Object.keys(tree(join(home, 'out'))).filter((path) => !path.startsWith('_clean-archive'));
const comparing = (folder: string): typeof DEFAULT_COMPARING => ({
  ...DEFAULT_COMPARING,
  reference: referenceOf(home, folder),
});
const chrome = (text: string): string => `Home | About us | Contact\n\n${text}\n\nNo comments:\n`;

describe('a folder of reference', () => {
  test('wins over cleaner copies, and is left alone; who says more stays too', async () => {
    put(home, {
      'raw/a.txt': page(1),
      'raw/b.txt': `${page(2)}\n\nOne more sentence that only this copy of the page has to offer.`,
      'masters/1.txt': chrome(page(1)),
      'masters/2.txt': page(2),
    });
    const before = tree(join(home, 'masters'));
    await runArchive(request(home, { comparing: comparing('masters') }));
    expect(told()).toEqual([
      ['masters/1.txt', 'a.txt', true],
      ['masters/2.txt', 'b.txt', false],
    ]);
    expect(articles()).toEqual(['b.md']);
    expect(tree(join(home, 'masters'))).toEqual(before);
  });

  test('accounts for what was set aside for it, also when the result is verified', async () => {
    put(home, { 'raw/a.txt': page(1), 'raw/b.txt': page(2), 'masters/1.txt': page(1) });
    await runArchive(request(home, { comparing: comparing('masters') }));
    expect(articles()).toEqual(['b.md']);
    for (const raw of [[], ['raw']])
      expect((await verifyArchive({ cwd: home, out: 'out', raw })).differences).toEqual([]);
  });

  test('is cleaned as a configuration says of its paths, which count from the folder of that', async () => {
    const more = 'The keeper of the archive adds a sentence of his own to each of the masters, and a number to it.';
    put(home, { 'raw/a.txt': page(1), 'masters/1.txt': `${page(1)}\n${more}\n` });
    const override = { files: ['masters/**'], rules: {}, keep: [], drop: ['^The keeper of the archive'] };
    const cleaning = {
      ...DEFAULT_JOB.cleaning,
      policy: { rules: {}, keep: [], drop: [], overrides: [override] },
      from: home,
    };
    await runArchive(request(home, { cleaning, comparing: comparing('masters') }));
    expect(copies()).toMatchObject([{ kept: 'masters/1.txt', other: 'a.txt', kind: 'exact', set_aside: true }]);
  });

  test('may be a part of the inputs: its documents are written, and their copies elsewhere go', async () => {
    put(home, { 'raw/a.txt': page(1), 'raw/best/z.txt': page(1), 'raw/best/y.txt': page(1).toUpperCase() });
    await runArchive(request(home, { comparing: comparing('raw/best') }));
    expect(articles()).toEqual(['best/y.md', 'best/z.md']);
    expect(copies()).toMatchObject([{ other: 'a.txt', set_aside: true }]);
  });

  test('may hold records of a container', async () => {
    const lines = [page(3), page(4)].map((text) => JSON.stringify({ text })).join('\n');
    put(home, { 'raw/a.txt': page(4), 'raw/b.txt': page(5), 'masters/all.jsonl': `${lines}\n` });
    await runArchive(request(home, { comparing: comparing('masters') }));
    expect(told()).toEqual([['masters/all.jsonl#2', 'a.txt', true]]);
  });

  test('is looked at again when it grew, and not when it is the same', async () => {
    put(home, { 'raw/a.txt': page(1), 'raw/b.txt': page(2), 'masters/1.txt': page(1) });
    await runArchive(request(home, { comparing: comparing('masters') }));
    expect((await runArchive(request(home, { comparing: comparing('masters') }))).unchanged).toBe(true);
    put(home, { 'masters/2.txt': page(2) });
    await runArchive(request(home, { comparing: comparing('masters') }));
    expect(told()).toHaveLength(2);
  });

  test('cannot be the output folder, nor an empty one', async () => {
    put(home, { 'raw/a.txt': page(1), 'none/x.bin': '\0' });
    await runArchive(request(home));
    await expect(runArchive(request(home, { comparing: comparing('out') }))).rejects.toThrow('output folder');
    expect(() => referenceOf(home, 'none')).toThrow('no file there');
  });

  test('of dups may be a part of its inputs too: no document is a copy of itself', async () => {
    put(home, { 'raw/a.txt': page(1), 'raw/best/z.txt': page(1), 'raw/best/y.txt': page(2) });
    const { records } = await findDuplicates({
      ...DEFAULT_JOB,
      inputs: { ...DEFAULT_INPUTS, cwd: home, paths: ['raw'] },
      comparing: comparing('raw/best'),
      wantsSpans: false,
      memory: 1 << 20,
    });
    expect([...records].map(({ kept, other }) => [kept, other])).toEqual([['best/z.txt', 'a.txt']]);
  });
});
