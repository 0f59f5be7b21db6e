import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { BusyError, OutputError, UsageError } from '../../src/core/errors.ts';
import { runArchive } from '../../src/engine/run.ts';
import { verifyArchive } from '../../src/engine/verify.ts';
import { clear, jsonLines, page, put, request, scratch, tree } from './archive.ts';

let home = '';
const out = (path: string): string => join(home, 'out', path);

beforeEach(() => {
  home = scratch();
  put(home, {
    'raw/one.txt': page(1),
    'raw/sub/two.txt': page(2),
    'raw/sub/copy of two.txt': page(2),
    'raw/three': page(3),
  });
});
afterEach(() => clear(home));

describe('a run', () => {
  test('writes the articles under the names of their inputs and sets copies aside', async () => {
    const report = await runArchive(request(home));
    expect(report.counts).toEqual({ written: 3, duplicate: 1, empty: 0, skipped: 0, failed: 0 });
    expect(Object.keys(tree(out('')))).toEqual([
      '_clean-archive/duplicates.jsonl',
      '_clean-archive/manifest.jsonl',
      '_clean-archive/passages.jsonl',
      '_clean-archive/removed.jsonl',
      '_clean-archive/state/fingerprints',
      '_clean-archive/state/sites',
      '_clean-archive/state/sums.json',
      '_clean-archive/summary.json',
      'one.md',
      'sub/copy of two.md',
      'three.md',
    ]);
    expect(jsonLines(out('_clean-archive/duplicates.jsonl'))).toMatchObject([
      { other: 'sub/two.txt', kept: 'sub/copy of two.txt', kind: 'exact', set_aside: true },
    ]);
  });

  test('accounts for every line that is not blank exactly once', async () => {
    await runArchive(request(home));
    const removed = jsonLines(out('_clean-archive/removed.jsonl')) as readonly {
      file: string;
      lines: [number, number];
    }[];
    for (const row of jsonLines(out('_clean-archive/manifest.jsonl')) as readonly {
      path: string;
      outcome: string;
      kept: [number, number, number][];
    }[]) {
      if (row.outcome === 'duplicate') continue;
      const lines = readFileSync(join(home, 'raw', row.path), 'utf8').split('\n');
      const places = lines.map(() => 0);
      const mark = (first: number, last: number): void => {
        for (let number = first; number <= last; number++) places[number - 1] = (places[number - 1] ?? 0) + 1;
      };
      for (const [first, last] of row.kept) mark(first, last);
      for (const other of removed) if (other.file === row.path) mark(...other.lines);
      expect(lines.map((line, at) => (line === '' ? 1 : places[at]))).toEqual(lines.map(() => 1));
    }
  });

  test('writes nothing that tells where, when or by whom it was run', async () => {
    await runArchive(request(home));
    const first = tree(out(''));
    const other = scratch();
    renameSync(join(home, 'raw'), join(other, 'raw'));
    await runArchive(request(other, { self: { pid: 4242, isAlive: () => false } }));
    expect(tree(join(other, 'out'))).toEqual(first);
    clear(other);
  });

  test('the order in which files are named changes no byte', async () => {
    await runArchive(request(home));
    const paths = ['raw/three', 'raw/sub/two.txt', 'raw/sub/copy of two.txt', 'raw/one.txt'];
    await runArchive(request(home, { out: 'other', inputs: { ...request(home).inputs, paths } }));
    expect(tree(join(home, 'other'))).toEqual(tree(out('')));
  });

  test('a dry run counts the same and writes nothing', async () => {
    const dry = await runArchive(request(home, { dryRun: true }));
    expect(existsSync(out(''))).toBe(false);
    const wet = await runArchive(request(home));
    expect({ ...dry, notices: [] }).toEqual({ ...wet, notices: [] });
  });

  test('lists what it skips and what fails, and goes on', async () => {
    put(home, {
      'raw/photo.txt': Uint8Array.of(0xff, 0xd8, 0xff, 0, 1, 2, 0, 0, 0, 3),
      'raw/nothing.txt': '',
      'raw/sheet.xlsx': 'x',
      'raw/long.txt': 'x'.repeat(5000),
    });
    symlinkSync('one.txt', join(home, 'raw/link.txt'));
    const report = await runArchive(request(home, { reading: { maxFileBytes: 4000 } }));
    expect(report.counts).toMatchObject({ written: 3, skipped: 4, failed: 1 });
    expect(report.failed).toMatchObject([{ path: 'long.txt', code: 'oversized' }]);
    expect(report.skipped.map(({ path }) => path)).toEqual(['link.txt', 'nothing.txt', 'photo.txt', 'sheet.xlsx']);
  });
});

describe('a second run', () => {
  beforeEach(async () => void (await runArchive(request(home))));

  test('with nothing new changes no byte and cleans nothing', async () => {
    const before = tree(out(''));
    const report = await runArchive(request(home));
    expect(report).toMatchObject({ unchanged: true, reused: 4 });
    expect(tree(out(''))).toEqual(before);
  });

  test('after a change gives what a first run would give', async () => {
    appendFileSync(
      join(home, 'raw/one.txt'),
      '\n\nThe mayor will speak about the wall again on Monday, and the meeting is open to all.\n',
    );
    rmSync(join(home, 'raw/sub/copy of two.txt'));
    put(home, { 'raw/four.txt': page(4) });
    const report = await runArchive(request(home, { prune: true }));
    expect(report).toMatchObject({ unchanged: false, reused: 2, pruned: ['sub/copy of two.md'] });
    await runArchive(request(home, { out: 'fresh' }));
    expect(tree(out(''))).toEqual(tree(join(home, 'fresh')));
  });

  test('leaves the article of a lost input in place, and removes it when asked to prune', async () => {
    rmSync(join(home, 'raw/three'));
    expect(await runArchive(request(home))).toMatchObject({ gone: ['three.md'], pruned: [] });
    expect(existsSync(out('three.md'))).toBe(true);
    expect(await runArchive(request(home))).toMatchObject({ unchanged: true });
    expect(await runArchive(request(home, { prune: true }))).toMatchObject({ gone: [], pruned: ['three.md'] });
    expect(existsSync(out('three.md'))).toBe(false);
  });

  test('of a part of the inputs writes to where the whole has written', async () => {
    put(home, { 'raw/sub/new.txt': page(6) });
    const part = (paths: readonly string[], list?: string): ReturnType<typeof runArchive> =>
      runArchive(
        request(home, {
          inputs: {
            ...request(home).inputs,
            paths,
            ...(list === undefined ? {} : { filesFrom: { from: Buffer.from(list), separator: 'line' as const } }),
          },
        }),
      );
    const report = await part([], 'raw/sub/new.txt\n');
    expect(report).toMatchObject({ counts: { written: 1 }, gone: [], pruned: [] });
    expect(report.notices.join()).toContain('paths count from raw, as in the last run');
    expect(existsSync(out('sub/new.md'))).toBe(true);
    expect((await part(['raw/sub/new.txt'])).gone).toEqual([]);
    expect((await part(['raw/sub'])).gone).toEqual([]);
    expect(await runArchive(request(home))).toMatchObject({ notices: [] });
    await runArchive(request(home, { out: 'fresh' }));
    expect(tree(out(''))).toEqual(tree(join(home, 'fresh')));
  });

  test('is foretold by a dry run, which writes nothing', async () => {
    const foretold = async (changes: Parameters<typeof request>[1] = {}): Promise<void> => {
      const before = tree(home);
      const dry = await runArchive(request(home, { ...changes, dryRun: true })).catch(String);
      expect(tree(home)).toEqual(before);
      expect(dry).toEqual(await runArchive(request(home, changes)).catch(String));
    };
    await foretold();
    appendFileSync(out('one.md'), '\nA note of the archivist.\n');
    writeFileSync(out('three.md'), readFileSync(out('three.md')).subarray(0, 300));
    put(home, { 'raw/four.txt': page(4), 'raw/five.txt': page(5) });
    rmSync(join(home, 'raw/sub/two.txt'));
    await foretold();
    expect(await runArchive(request(home, { dryRun: true }))).toMatchObject({
      counts: { written: 5 },
      edited: ['one.md'],
      asBefore: 4,
    });
    await foretold({ writing: { to: 'txt', frontMatter: true, title: true } });
    put(home, { 'raw/one.txt': 'Copyright 2012\n', 'out/six.md': 'mine', 'raw/six.txt': page(6) });
    await foretold();
    rmSync(out('six.md'));
    await foretold({ prune: true, comparing: { survivor: 'complete', onDuplicate: 'annotate' } });
    await foretold({ force: true });
  });

  test('prunes nothing for inputs that were only left out of this run', async () => {
    const inputs = { ...request(home).inputs, exclude: ['three'] };
    expect(await runArchive(request(home, { prune: true, inputs }))).toMatchObject({
      pruned: [],
      gone: [],
      leftOut: ['three.md'],
    });
    expect(existsSync(out('three.md'))).toBe(true);
    expect(await runArchive(request(home, { inputs }))).toMatchObject({ unchanged: true, leftOut: ['three.md'] });
    rmSync(join(home, 'raw/three'));
    expect(await runArchive(request(home, { inputs }))).toMatchObject({ gone: ['three.md'], leftOut: [] });
  });

  test('prunes nothing whose input is still there, whatever keeps it from being read', async () => {
    put(home, { 'raw/.cleanarchiveignore': 'three\n', 'raw/long.txt': page(7) });
    await runArchive(request(home));
    put(home, { 'raw/long.txt': page(7).repeat(9) });
    const report = await runArchive(request(home, { prune: true, reading: { maxFileBytes: 4000 } }));
    expect(report).toMatchObject({ pruned: [], gone: [], leftOut: ['three.md'], unread: ['long.md'] });
  });

  test.each([
    ['missing', (path: string) => unlinkSync(path)],
    ['empty', (path: string) => writeFileSync(path, '')],
    ['cut', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 100))],
    ['with a NUL', (path: string) => writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.of(0, 10)]))],
  ])('makes a damaged output again: %s', async (_, damage) => {
    const before = tree(out(''));
    damage(out('one.md'));
    expect(await runArchive(request(home))).toMatchObject({ edited: [], unchanged: false });
    expect(tree(out(''))).toEqual(before);
  });

  test('keeps an output that a person edited, until it is forced', async () => {
    const before = tree(out(''));
    appendFileSync(out('one.md'), '\nA note of the archivist.\n');
    const edited = readFileSync(out('one.md'), 'utf8');
    for (const round of [1, 2]) {
      expect([round, (await runArchive(request(home))).edited]).toEqual([round, ['one.md']]);
      expect(readFileSync(out('one.md'), 'utf8')).toBe(edited);
    }
    expect(await runArchive(request(home, { force: true }))).toMatchObject({ edited: [] });
    expect(tree(out(''))).toEqual(before);
  });

  describe.each<[string, () => void, Parameters<typeof request>[1]]>([
    ['is gone and pruned', () => rmSync(join(home, 'raw/one.txt')), { prune: true }],
    ['is gone', () => rmSync(join(home, 'raw/one.txt')), {}],
    ['fails', () => put(home, { 'raw/one.txt': page(1).repeat(9) }), { reading: { maxFileBytes: 4000 } }],
    ['comes out empty', () => put(home, { 'raw/one.txt': 'Copyright 2012\n' }), {}],
    ['becomes a copy', () => put(home, { 'raw/one.txt': page(3), 'raw/aaa.txt': page(3) }), {}],
  ])('knows an edited article as its own when its input %s', (_, change, options) => {
    const edited = (): string => readFileSync(out('one.md'), 'utf8');
    let text = '';

    beforeEach(() => {
      appendFileSync(out('one.md'), '\nA note of the archivist.\n');
      text = edited();
      change();
    });

    test('and keeps it, run after run, also when the input is back', async () => {
      for (const round of [1, 2]) {
        const { superseded, gone, unread, pruned } = await runArchive(request(home, options));
        expect([round, pruned, ...superseded, ...gone, ...unread]).toEqual([round, [], 'one.md']);
        expect(edited()).toBe(text);
        const rows = jsonLines(out('_clean-archive/manifest.jsonl')).filter((row) => row['path'] === 'one.txt');
        expect(rows.filter((row) => row['output'] === 'one.md')).toHaveLength(1);
        expect((await verifyArchive({ cwd: home, out: 'out' })).differences).toMatchObject([
          { path: 'one.md', what: 'damaged' },
        ]);
      }
      put(home, { 'raw/one.txt': page(1) });
      rmSync(join(home, 'raw/aaa.txt'), { force: true });
      expect(await runArchive(request(home))).toMatchObject({ edited: ['one.md'], superseded: [] });
      expect(edited()).toBe(text);
      expect(await runArchive(request(home, { force: true }))).toMatchObject({ edited: [], overwritten: ['one.md'] });
      await runArchive(request(home, { prune: true }));
      await runArchive(request(home, { out: 'fresh' }));
      expect(tree(out(''))).toEqual(tree(join(home, 'fresh')));
    });

    test('and with --force does with it as with any other', async () => {
      const { overwritten, gone, unread, pruned } = await runArchive(request(home, { ...options, force: true }));
      expect([...overwritten, ...gone, ...unread]).toEqual(['one.md']);
      expect(existsSync(out('one.md'))).toBe(overwritten.length === 0);
      expect(pruned).toEqual(options?.prune === true ? ['one.md'] : []);
    });
  });

  test('does without its state and without sound state', async () => {
    const before = tree(out(''));
    writeFileSync(out('_clean-archive/state/fingerprints'), 'garbage');
    expect(await runArchive(request(home))).toMatchObject({ reused: 0 });
    expect(tree(out(''))).toEqual(before);
    rmSync(out('_clean-archive/state'), { recursive: true });
    expect(await runArchive(request(home))).toMatchObject({ reused: 0 });
    expect(tree(out(''))).toEqual(before);
  });

  test('with other settings takes nothing over', async () => {
    const report = await runArchive(request(home, { cleaning: { level: 'strict', keep: [] } }));
    expect(report.reused).toBe(0);
  });

  test('refuses a damaged manifest and says how to mend it', async () => {
    appendFileSync(out('_clean-archive/manifest.jsonl'), '{"path":');
    await expect(runArchive(request(home))).rejects.toThrow(/--force/);
    expect(await runArchive(request(home, { force: true }))).toMatchObject({ counts: { written: 3 }, overwritten: [] });
  });

  test('names what it writes over when forced, also where a damaged manifest does not know it', async () => {
    appendFileSync(out('one.md'), '\nA note of the archivist.\n');
    put(home, { 'out/three.md': 'mine' });
    const [first, ...rows] = readFileSync(out('_clean-archive/manifest.jsonl'), 'utf8').split('\n');
    expect(first).toContain('"one.txt"');
    writeFileSync(out('_clean-archive/manifest.jsonl'), [first?.slice(0, 40), ...rows.slice(0, 2)].join('\n'));
    expect(await runArchive(request(home, { force: true }))).toMatchObject({ overwritten: ['one.md', 'three.md'] });
  });
});

describe('refusals', () => {
  const refused = async (changes: Parameters<typeof request>[1]): Promise<unknown> =>
    runArchive(request(home, changes)).then(
      () => undefined,
      (error: unknown) => error,
    );

  test.each([
    ['inside the input', 'raw/out'],
    ['the input itself', 'raw'],
    ['above the input', '.'],
    ['inside the input through a link', 'link/out'],
  ])('an output folder %s', async (_, place) => {
    symlinkSync('raw', join(home, 'link'));
    const before = tree(join(home, 'raw'));
    const error = await refused({ out: place });
    expect(error).toBeInstanceOf(UsageError);
    expect(tree(join(home, 'raw'))).toEqual(before);
  });

  test('a foreign file, a link or a folder in the way: named, and nothing is written', async () => {
    put(home, { 'out/one.md': 'mine', 'out/other.md': 'mine too', 'elsewhere.md': 'mine as well' });
    mkdirSync(out('three.md'));
    symlinkSync('../elsewhere.md', out('sub'));
    const before = tree(join(home, 'out'));
    const error = await refused({});
    expect(error).toBeInstanceOf(OutputError);
    expect(String(error)).toMatch(/one\.md.*sub.*three\.md/);
    expect(tree(join(home, 'out'))).toEqual(before);
    expect(existsSync(out('_clean-archive'))).toBe(false);
  });

  test("foreign files that are in nobody's way stay as they are", async () => {
    put(home, { 'out/other.md': 'mine', 'out/sub/notes.txt': 'mine' });
    await runArchive(request(home));
    expect(readFileSync(out('other.md'), 'utf8')).toBe('mine');
    expect(readFileSync(out('sub/notes.txt'), 'utf8')).toBe('mine');
  });

  test('a missing input, with the nearest name', async () => {
    const error = await refused({ inputs: { ...request(home).inputs, paths: ['rwa'] } });
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(/did you mean raw\?/);
  });

  test('an output folder that a living run holds; a dead one is taken over', async () => {
    await runArchive(request(home));
    const { hostname } = await import('node:os');
    const lock = out('_clean-archive/state/lock');
    const held = (pid: number, host: string): void => writeFileSync(lock, JSON.stringify({ pid, host, started: '' }));
    held(process.pid, hostname());
    expect(await refused({})).toBeInstanceOf(BusyError);
    held(1, 'another-host');
    expect(await refused({})).toBeInstanceOf(BusyError);
    held(999_999_999, hostname());
    expect((await runArchive(request(home))).notices.join()).toMatch(/taken over/);
    expect(existsSync(lock)).toBe(false);
  });

  test('stopping leaves nothing behind', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(runArchive(request(home, { signal: stop.signal }))).rejects.toMatchObject({ code: 'aborted' });
    expect(existsSync(out(''))).toBe(false);
  });
});
