import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runArchive } from '../../src/engine/run.ts';
import { clear, page, put, request, scratch, tree } from './archive.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const MINUTES = 5 * 60_000;
const MOST_POINTS = 40;

interface Ending {
  readonly at: number;
  readonly error?: string;
  readonly message?: string;
  /** The older result stands byte for byte. */
  readonly isOld: boolean;
  /** The run after it ended with the bytes of an undisturbed one. */
  readonly converged: boolean;
}

let home = '';
let after: Readonly<Record<string, string>> = {};

/** Undefined if the process was killed. */
function child(fields: Readonly<Record<string, unknown>>): unknown {
  const argument = JSON.stringify({
    raw: join(home, 'raw'),
    out: join(home, 'out'),
    old: join(home, 'old'),
    ...fields,
  });
  const { stdout, stderr, signal } = spawnSync(process.execPath, [join(HERE, 'faulty-run.mjs'), argument], {
    encoding: 'utf8',
  });
  if (signal === 'SIGKILL') return undefined;
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

function reset(): void {
  rmSync(join(home, 'out'), { recursive: true, force: true });
  cpSync(join(home, 'old'), join(home, 'out'), { recursive: true });
}

beforeAll(async () => {
  if (!existsSync(join(HERE, '../../dist/engine/run.js')))
    throw new Error('these tests run the compiled sources: npm run build');
  home = scratch();
  put(home, { 'raw/a.txt': page(1), 'raw/sub/b.txt': page(2), 'raw/sub/copy.txt': page(2), 'raw/c.txt': page(3) });
  await runArchive(request(home, { out: 'old' }));
  appendFileSync(
    join(home, 'raw/a.txt'),
    '\n\nThe mayor will speak about the wall again on Monday, and the meeting is open to all.\n',
  );
  rmSync(join(home, 'raw/sub/copy.txt'));
  put(home, { 'raw/new/d.txt': page(4) });
  reset();
  await runArchive(request(home));
  after = tree(join(home, 'out'));
}, MINUTES);
afterAll(() => clear(home));

test(
  'after a kill at any rename of a run over an older result, the same command ends with the bytes of an undisturbed run',
  async () => {
    let at = 1;
    for (; at <= MOST_POINTS; at++) {
      reset();
      if (child({ call: 'renameSync', does: 'kill', at }) !== undefined) break;
      await runArchive(request(home));
      expect([at, tree(join(home, 'out'))]).toEqual([at, after]);
    }
    expect(at).toBeGreaterThan(1);
  },
  MINUTES,
);

describe('a disk that refuses at any one call', () => {
  test.each([
    ['renameSync', 'ENOSPC'],
    ['mkdirSync', 'EACCES'],
    ['linkSync', 'EIO'],
    ['writeSync', 'ENOSPC'],
  ])(
    '%s with %s: an error of the output; the older result stands; the next run goes through',
    (call, does) => {
      const endings = child({ call, does }) as readonly Ending[];
      expect(endings.length).toBeGreaterThan(0);
      const good = endings.map(({ at }) => ({ at, error: 'OutputError', isOld: true, converged: true }));
      expect(endings).toMatchObject(good);
    },
    MINUTES,
  );

  test(
    'a failed sync is an error too, and nothing is in between',
    () => {
      const endings = child({ call: 'fsyncSync', does: 'EIO' }) as readonly Ending[];
      expect(endings).toMatchObject(endings.map(({ at }) => ({ at, error: 'OutputError', converged: true })));
    },
    MINUTES,
  );

  test(
    'writes that take less than they were given lose nothing',
    () => {
      const endings = child({ call: 'writeSync', does: 'short' }) as readonly Ending[];
      expect(endings.map(({ error, converged }) => [error, converged])).toEqual(endings.map(() => [undefined, true]));
    },
    MINUTES,
  );
});

test(
  'a full disk is told with what is free, and after space is made the run goes through',
  () => {
    const small = join(home, 'small');
    mkdirSync(small);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24k', 'tmpfs', small]).status !== 0) {
      console.warn('a small file system cannot be mounted here: the full disk is not tested');
      return;
    }
    try {
      const ending = child({ out: join(small, 'out') }) as Ending;
      expect(ending.error).toBe('OutputError');
      expect(ending.message).toMatch(/disk is full.*free/);
      expect(tree(small)).toEqual({});
      spawnSync('mount', ['-o', 'remount,size=4m', small]);
      expect(child({ out: join(small, 'out') })).toEqual({});
    } finally {
      spawnSync('umount', [small]);
    }
  },
  MINUTES,
);

test(
  'one, two or three threads give the same bytes',
  () => {
    const trees = [1, 2, 3].map((jobs) => {
      const out = join(home, `jobs-${jobs}`);
      expect(child({ out, jobs })).toEqual({});
      return tree(out);
    });
    expect(trees[1]).toEqual(trees[0]);
    expect(trees[2]).toEqual(trees[0]);
  },
  MINUTES,
);
