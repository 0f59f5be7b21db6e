import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { UsageError } from '../../src/core/errors.ts';
import { restoreLines } from '../../src/engine/restore.ts';
import { runArchive } from '../../src/engine/run.ts';
import { verifyArchive } from '../../src/engine/verify.ts';
import { clear, jsonLines, page, put, request, SELF, scratch, tree } from './archive.ts';

let home = '';
const out = (path: string): string => join(home, 'out', path);
const differences = async (raw: readonly string[] = ['raw']): Promise<readonly unknown[]> =>
  (await verifyArchive({ cwd: home, out: 'out', raw })).differences;

beforeEach(async () => {
  home = scratch();
  const records = [
    { id: 'x', text: page(5) },
    { id: 'y', text: page(2) },
  ]
    .map((record) => JSON.stringify(record))
    .join('\n');
  put(home, { 'raw/one.txt': page(1), 'raw/sub/two.txt': page(2), 'raw/crawl.jsonl': `${records}\n` });
  await runArchive(request(home));
});
afterEach(() => clear(home));

describe('verify', () => {
  test('finds nothing on a fresh result, with and without the inputs', async () => {
    expect(await differences()).toEqual([]);
    expect(await differences([])).toEqual([]);
  });

  test('names the article in which a byte was changed, and the one that is missing', async () => {
    const bytes = readFileSync(out('one.md'));
    bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200);
    writeFileSync(out('one.md'), bytes);
    rmSync(out('crawl.jsonl/x.md'));
    expect(await differences([])).toMatchObject([
      { path: 'crawl.jsonl/x.md', what: 'missing' },
      { path: 'one.md', what: 'damaged' },
    ]);
  });

  test('names inputs that were changed, are gone or are new', async () => {
    appendFileSync(join(home, 'raw/one.txt'), '!');
    rmSync(join(home, 'raw/sub/two.txt'));
    put(home, { 'raw/three.txt': page(3) });
    expect(await differences()).toMatchObject([
      { path: 'one.txt', what: 'raw-changed' },
      { path: 'sub/two.txt', what: 'raw-missing' },
      { path: 'three.txt', what: 'raw-new' },
    ]);
  });

  test('names inputs that are gone also after the next run, until the article is pruned', async () => {
    rmSync(join(home, 'raw/one.txt'));
    await runArchive(request(home));
    expect(await differences()).toMatchObject([{ path: 'one.txt', what: 'raw-missing' }]);
    await runArchive(request(home, { prune: true }));
    expect(await differences()).toEqual([]);
  });

  test('says nothing of inputs that the last run left out', async () => {
    await runArchive(request(home, { inputs: { ...request(home).inputs, exclude: ['one.txt'] } }));
    expect(await differences()).toEqual([]);
  });

  test('notices a record of removed lines that was tampered with', async () => {
    const text = readFileSync(out('_clean-archive/removed.jsonl'), 'utf8');
    writeFileSync(out('_clean-archive/removed.jsonl'), text.split('\n').slice(1).join('\n'));
    expect(await differences([])).toMatchObject([{ path: '_clean-archive/removed.jsonl', what: 'record' }]);
    rmSync(out('_clean-archive/state'), { recursive: true });
    expect(await differences([])).toEqual([]);
    expect(await differences()).not.toEqual([]);
  });
});

describe('restore', () => {
  const restore = (file: string, first?: number, last = first): ReturnType<typeof restoreLines> =>
    restoreLines({
      cwd: home,
      out: 'out',
      file,
      self: SELF,
      ...(first === undefined || last === undefined ? {} : { lines: { first, last } }),
    });
  const numberOf = (line: string): number => page(1).split('\n').indexOf(line) + 1;

  test.each([
    ['by the path of the input on disk', 'raw/one.txt'],
    ['by the name in the manifest, without the input', 'one.txt'],
    ['by the path of the output', 'out/one.md'],
  ])('puts a line back in its place at once and for good, %s', async (_, file) => {
    const number = numberOf('No comments:');
    const report = await restore(file, number);
    expect(report).toMatchObject({
      path: 'one.txt',
      output: 'one.md',
      restored: [{ first: number, last: number, text: 'No comments:' }],
    });
    const lines = readFileSync(out('one.md'), 'utf8').trimEnd().split('\n');
    expect(lines.at(-1)).toBe('No comments:');
    expect(
      jsonLines(out('_clean-archive/removed.jsonl')).filter(
        (row) => row['file'] === 'one.txt' && row['text'] === 'No comments:',
      ),
    ).toEqual([]);
    expect(await differences()).toEqual([]);
    const restored = readFileSync(out('one.md'), 'utf8');
    await runArchive(request(home));
    expect(readFileSync(out('one.md'), 'utf8')).toBe(restored);
    expect(await runArchive(request(home))).toMatchObject({ unchanged: true });
    expect(await differences()).toEqual([]);
  });

  test('a first line goes above the body', async () => {
    await restore('one.txt', numberOf('Search this site'));
    const body = readFileSync(out('one.md'), 'utf8').split('---\n')[2] ?? '';
    expect(body.trimStart().split('\n')[0]).toBe('Search this site');
    expect(await differences()).toEqual([]);
  });

  test('a result made anew honours the decision', async () => {
    await restore('raw/one.txt', numberOf('No comments:'));
    await runArchive(request(home));
    const before = tree(out(''));
    rmSync(out('_clean-archive/state'), { recursive: true });
    await runArchive(request(home));
    expect(tree(out(''))).toEqual(before);
  });

  test('says so if nothing was removed there, and if nobody knows the document', async () => {
    await expect(restore('one.txt', 5)).rejects.toThrow(UsageError);
    await expect(restore('none.txt')).rejects.toThrow(UsageError);
  });

  describe.each([
    ['with the input at hand', 'raw/sub/copy.txt'],
    ['by its name in the manifest', 'sub/copy.txt'],
  ])('of a document that was set aside as a copy, %s', (_, file) => {
    const copy = page(1).replace('Search this site', 'Home | Search | Contact');

    beforeEach(async () => {
      put(home, { 'raw/sub/copy.txt': copy });
      expect(await runArchive(request(home))).toMatchObject({ counts: { duplicate: 2 } });
    });

    test('brings it back as an article of its own, which lasts', async () => {
      expect(await restore(file)).toMatchObject({ path: 'sub/copy.txt', copy_of: 'one.txt', restored: [] });
      expect(await differences()).toEqual([]);
      if (file.startsWith('raw/')) expect(readFileSync(out('sub/copy.md'), 'utf8')).toContain('harbour wall');
      const copies = (): readonly unknown[] =>
        jsonLines(out('_clean-archive/duplicates.jsonl')).filter((row) => row['other'] === 'sub/copy.txt');
      if (file.startsWith('raw/')) expect(copies()).toMatchObject([{ kept: 'one.txt', set_aside: false }]);
      expect((await runArchive(request(home))).counts).toMatchObject({ duplicate: 1 });
      expect(copies()).toMatchObject([{ kept: 'one.txt', set_aside: false }]);
      expect(await differences()).toEqual([]);
      const before = tree(out(''));
      expect(await runArchive(request(home))).toMatchObject({ unchanged: true });
      rmSync(out('_clean-archive/state'), { recursive: true });
      await runArchive(request(home));
      expect(tree(out(''))).toEqual(before);
      expect(existsSync(out('sub/copy.md'))).toBe(true);
    });

    test('its lines come back with it, if they can be had', async () => {
      if (!file.startsWith('raw/')) {
        await expect(restore(file, 1)).rejects.toThrow(/name its input file/);
        return;
      }
      expect(await restore(file, 1)).toMatchObject({ restored: [{ first: 1, text: 'Home | Search | Contact' }] });
      expect(readFileSync(out('sub/copy.md'), 'utf8')).toContain('Home | Search | Contact');
      expect(await differences()).toEqual([]);
      await runArchive(request(home));
      expect(readFileSync(out('sub/copy.md'), 'utf8')).toContain('Home | Search | Contact');
    });
  });

  test('names the document that is most like an unknown one', async () => {
    await expect(restore('sub/tow.txt')).rejects.toThrow(/did you mean sub\/two\.txt\?/);
    await expect(restore('raw/onee.txt')).rejects.toThrow(/did you mean one\.txt\?/);
    await expect(restore('zzzzzzzzzzzz')).rejects.toThrow(/manifest\.jsonl lists them/);
  });

  test('does not touch an article that was changed by hand', async () => {
    appendFileSync(out('one.md'), '\nA note.\n');
    const before = tree(out(''));
    await expect(restore('one.txt')).rejects.toThrow(/changed by hand/);
    expect(tree(out(''))).toEqual(before);
  });
});
