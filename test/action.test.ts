/** The step of the GitHub Action, run as the service runs it: a shell script with inputs as variables. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import { BINARY, cleanEnv } from './cli/binary.ts';
import { page, put } from './engine/archive.ts';

jest.setTimeout(60_000);

const ROOT = resolve(import.meta.dirname, '..');
const SCRIPT = join(ROOT, 'action/check.sh');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly id?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

const ACTION = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action;

let home = '';
let tool = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'clean-archive-action-'));
  tool = join(home, 'tool.sh');
  writeFileSync(tool, `#!/bin/sh\nexec "${process.execPath}" "${BINARY}" "$@"\n`);
  chmodSync(tool, 0o755);
  git('init', '-qb', 'main');
  put(home, {
    '.gitignore': 'tool.sh\noutput\nsummary.md\ncheck.*\ncache\n',
    'raw/a.txt': page(1),
    'raw/b.txt': page(2),
  });
  commit();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function git(...words: readonly string[]): string {
  const who = ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.org', '-c', 'commit.gpgsign=false'];
  const { stdout, status, stderr } = spawnSync('git', [...who, ...words], { cwd: home, encoding: 'utf8' });
  expect(`${status} ${stderr}`).toMatch(/^0 /);
  return stdout.trim();
}

function commit(): string {
  git('add', '-A');
  git('commit', '-qm', 'scrapes');
  return git('rev-parse', 'HEAD');
}

interface Step {
  readonly code: number | null;
  readonly out: string;
  readonly outputs: string;
  readonly summary: string;
}

function runStep(inputs: Readonly<Record<string, string>>): Step {
  const [outputs, summary] = [join(home, 'output'), join(home, 'summary.md')];
  for (const file of [outputs, summary]) writeFileSync(file, '');
  const env = cleanEnv({
    CLEAN_ARCHIVE_COMMAND: tool,
    GITHUB_OUTPUT: outputs,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_ACTION_PATH: ROOT,
    CI: 'true',
    ...inputs,
  });
  const { status, stdout } = spawnSync('bash', [SCRIPT], { cwd: home, env, encoding: 'utf8' });
  return { code: status, out: stdout, outputs: readFileSync(outputs, 'utf8'), summary: readFileSync(summary, 'utf8') };
}

describe('the step of the action', () => {
  test('passes on clean scrapes and fails on doubled ones, as annotations and as a page', () => {
    const base = git('rev-parse', 'HEAD');
    git('checkout', '-qb', 'more');
    put(home, { 'raw/c.txt': page(3) });
    commit();
    expect(runStep({ BASE_SHA: base, INPUT_PATHS: 'raw' })).toMatchObject({ code: 0, outputs: 'exit-code=0\n' });
    put(home, { 'raw/d.txt': page(2) });
    commit();
    const { code, out, outputs, summary } = runStep({ BASE_SHA: base, INPUT_PATHS: 'raw' });
    expect({ code, outputs }).toEqual({ code: 1, outputs: 'exit-code=1\n' });
    expect(out).toMatch(/^::error file=raw\/d\.txt,line=1,.*the same article as raw\/b\.txt/);
    expect(out).not.toContain('a.txt');
    expect(summary).toContain('duplicate');
  });

  test('checks everything where it is told all, and outside of pull requests', () => {
    const base = git('rev-parse', 'HEAD');
    expect(runStep({ INPUT_PATHS: 'raw' }).out).toContain('file=raw/a.txt');
    expect(runStep({ INPUT_PATHS: 'raw', INPUT_SINCE: 'all', BASE_SHA: base }).out).toContain('file=raw/a.txt');
  });

  test('hands its inputs on: limits, files, the cache, other options', () => {
    const inputs = { INPUT_PATHS: 'raw', INPUT_CACHE: 'cache', INPUT_SARIF: 'check.sarif', INPUT_JUNIT: 'check.xml' };
    const { code, out } = runStep({
      ...inputs,
      INPUT_MAX: 'chrome=1 repeated=0',
      INPUT_ARGS: '--level gentle --quiet',
    });
    expect(code).toBe(1);
    expect(out).toContain('--max chrome=1');
    expect(readFileSync(join(home, 'check.sarif'), 'utf8')).toContain('"version":"2.1.0"');
    expect(readFileSync(join(home, 'check.xml'), 'utf8')).toContain('<testsuites');
  });

  test('takes paths with blanks a line each, and runs nothing that an input says', () => {
    put(home, { 'my scrapes/a b.txt': page(5), '$(touch sprung)/c.txt': page(6) });
    const { out, code } = runStep({ INPUT_PATHS: 'my scrapes\n$(touch sprung)\n' });
    expect(code).toBe(0);
    expect(out).toContain('file=my scrapes/a b.txt');
    expect(runStep({ INPUT_PATHS: '$(touch sprung)' }).code).toBe(2);
    expect(runStep({ INPUT_PATHS: 'raw', INPUT_FAIL_ON: '$(touch sprung); true' }).code).toBe(2);
    expect(spawnSync('ls', [home], { encoding: 'utf8' }).stdout).not.toMatch(/^sprung$/m);
  });

  test('has a variable for every input, and reads no other', () => {
    const step = ACTION.runs.steps.find(({ id }) => id === 'check');
    const given = Object.keys(step?.env ?? {});
    const names = Object.keys(ACTION.inputs).map((name) => `INPUT_${name.toUpperCase().replaceAll('-', '_')}`);
    expect(given.filter((name) => name.startsWith('INPUT_')).sort()).toEqual(names.sort());
    const read = [...readFileSync(SCRIPT, 'utf8').matchAll(/\$\{?((?:INPUT|BASE)_[A-Z_]+)/g)].map(([, name]) => name);
    expect([...new Set(read)].sort()).toEqual([...given].sort());
  });
});
