import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { page } from '../engine/archive.ts';
import { BINARY, cleanEnv, folderWith, onTerminal, run } from './binary.ts';

const ONE = page(1);
const OTHER = page(2);

function archive(): string {
  return folderWith({
    'raw/a.txt': ONE,
    'raw/b.txt': ONE.toUpperCase(),
    'raw/c.txt': OTHER,
    'raw/d.txt': OTHER.replace('harbour', 'haven'),
    'raw/e.txt': page(3),
  });
}

describe('dups', () => {
  test('names groups, the one that stays first, and exits 1', () => {
    const { code, out, err } = run(archive(), ['dups', 'raw']);
    expect(code).toBe(1);
    expect(out).toMatch(/^raw\/a\.txt\n {2}= raw\/b\.txt +the same words\n\nraw\/[cd]\.txt\n {2}≈ raw\/[cd]\.txt /);
    expect(out).not.toContain('e.txt');
    expect(err).toMatch(/2 copies in 5 documents, .*s\n$/);
  });

  test('is silent and exits 0 where there are none, and with --exit-zero', () => {
    expect(run(archive(), ['dups', 'raw/a.txt', 'raw/c.txt', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
    expect(run(archive(), ['dups', 'raw', '--exit-zero']).code).toBe(0);
  });

  test('--json is a line per group, for jq', () => {
    const rows = run(archive(), ['dups', 'raw', '--json', '-q']).out.trimEnd().split('\n');
    expect(rows.map((row) => JSON.parse(row))).toMatchObject([
      { kept: 'raw/a.txt', copies: [{ path: 'raw/b.txt', kind: 'exact', set_aside: true }] },
      { copies: [{ set_aside: true, spans: [{}] }] },
    ]);
  });

  test('gives the same bytes for any number of threads, order of names and memory', () => {
    const cwd = folderWith({
      'x/one.jsonl': `${Array.from({ length: 60 }, (_none, at) => JSON.stringify({ text: page(at % 40) })).join('\n')}\n`,
      'y/a.txt': page(5),
      'y/b.txt': page(77),
    });
    const wanted = run(cwd, ['dups', 'x', 'y', '--json', '-j', '1']).out;
    expect(wanted.split('\n')).toHaveLength(21);
    for (const args of [
      ['-j', '2'],
      ['-j', '3'],
      ['-j', '2', '--memory', '1k'],
    ])
      expect(run(cwd, ['dups', 'y', 'x', '--json', ...args]).out).toBe(wanted);
  });

  test('gives the same bytes where there is no WebAssembly', () => {
    const cwd = archive();
    const args = [BINARY, 'dups', 'raw', '--json'];
    const { stdout } = spawnSync(process.execPath, ['--jitless', ...args], { cwd, env: cleanEnv(), encoding: 'utf8' });
    expect(stdout).toBe(run(cwd, args.slice(1)).out);
  });

  test('refuses nothing to compare and names what is missing', () => {
    const cwd = folderWith({});
    expect(run(cwd, ['dups'])).toMatchObject({ code: 2, err: expect.stringContaining('nothing to compare') });
    expect(run(cwd, ['dups', 'rwa'])).toMatchObject({ code: 2, err: expect.stringContaining('rwa') });
    mkdirSync(join(cwd, 'empty'));
    expect(run(cwd, ['dups', 'empty']).code).toBe(2);
  });

  test('--against is refused where it could not be honoured', () => {
    const cwd = archive();
    expect(run(cwd, ['raw', 'out']).code).toBe(0);
    for (const args of [['raw/a.txt'], ['-']]) {
      const { code, out, err } = run(cwd, [...args, '--against', 'out'], { input: ONE });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('--against');
    }
  });

  test('shows no escape of a name or a text to a terminal', async () => {
    const cwd = folderWith({ 'raw/a\u001b[31m.txt': ONE, 'raw/b.txt': ONE });
    const { out } = await onTerminal(cwd, ['dups', 'raw', '--color', 'never']);
    expect(out).not.toContain('\u001b[31m');
    expect(out).toContain('b.txt');
  });
});
