/** Every case of fixtures/archives: outcomes as stated, and the same bytes by every way of running. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_INPUTS } from '../src/engine/request.ts';
import { runArchive } from '../src/engine/run.ts';
import { run } from './cli/binary.ts';
import { jsonLines, request, tree } from './engine/archive.ts';
import { type ArchiveCase, archiveCases, layOut } from './harness/archive-cases.ts';
import { AS_KNOWN, type Claim, judge } from './harness/known.ts';

/** Starting a process on a busy machine takes seconds. */
const PATIENCE = 60_000;
/** Any fixed order that is not the sorted one; a failure can be run again. */
const SHUFFLES: readonly (readonly [string, (paths: readonly string[]) => readonly string[]])[] = [
  ['backwards', (paths) => paths.toReversed()],
  ['from the middle', (paths) => [...paths.slice(paths.length >> 1), ...paths.slice(0, paths.length >> 1)]],
  ['odd ones first', (paths) => [...paths.filter((_, at) => at % 2 === 1), ...paths.filter((_, at) => at % 2 === 0)]],
];

describe.each(archiveCases().map((one): [string, ArchiveCase] => [one.name, one]))('%s', (name, one) => {
  let folder = '';
  let held = one;
  let reference: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    ({ folder, held } = layOut(one));
    await runArchive(request(folder));
    reference = tree(join(folder, 'out'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('every path has the outcome that case.json states', () => {
    const rows = new Map(
      jsonLines(join(folder, 'out/_clean-archive/manifest.jsonl')).map((row) => [String(row['path']), row]),
    );
    const claims = [...new Set([...Object.keys(held.outcomes), ...rows.keys()])].map((path): Claim => {
      const row = rows.get(path);
      const got =
        row === undefined
          ? 'left out'
          : row['outcome'] === 'duplicate'
            ? `duplicate of ${String(row['of'])}`
            : String(row['outcome']);
      return {
        key: `archives/${name}:${path}`,
        holds: got === held.outcomes[path],
        message: `wants ${held.outcomes[path]}, is ${got}`,
      };
    });
    expect(judge(claims)).toEqual(AS_KNOWN);
    for (const [path, encoding] of Object.entries(held.encodings ?? {}))
      expect([path, rows.get(path)?.['encoding']]).toEqual([path, encoding]);
  });

  test('every article has a name of its own, where capitals are folded too', () => {
    const written = jsonLines(join(folder, 'out/_clean-archive/manifest.jsonl')).filter(
      (row) => row['outcome'] === 'written',
    );
    const names = written.map((row) => String(row['output']).toLowerCase());
    expect(new Set(names).size).toBe(written.length);
    expect(Object.keys(reference).filter((path) => !path.startsWith('_clean-archive/')).length).toBe(written.length);
  });

  test.each(['1', '2', '3'])(
    'the real binary with %s jobs gives the same bytes',
    (jobs) => {
      const { code, err } = run(folder, ['raw', `jobs-${jobs}`, '--jobs', jobs]);
      expect({ code, err }).toEqual({ code: one.exit, err: expect.not.stringContaining('fault') });
      expect(tree(join(folder, `jobs-${jobs}`))).toEqual(reference);
    },
    PATIENCE,
  );

  test('a second run changes no byte', async () => {
    await runArchive(request(folder));
    expect(tree(join(folder, 'out'))).toEqual(reference);
  });

  test('the order in which the files are named changes no byte', async () => {
    const paths = Object.keys(held.outcomes).filter(
      (path) => !['left out', 'skipped'].includes(held.outcomes[path] ?? ''),
    );
    const named = async (out: string, order: readonly string[]): Promise<Readonly<Record<string, string>>> => {
      const list = join(folder, `${out}.list`);
      writeFileSync(list, order.map((path) => `raw/${path}\n`).join(''));
      const inputs = {
        ...DEFAULT_INPUTS,
        cwd: folder,
        paths: [],
        filesFrom: { from: list, separator: 'line' as const },
      };
      await runArchive(request(folder, { inputs, out }));
      return tree(join(folder, out));
    };
    const sorted = await named('sorted', paths);
    for (const [how, shuffle] of SHUFFLES) expect([how, await named(how, shuffle(paths))]).toEqual([how, sorted]);
  });
});
