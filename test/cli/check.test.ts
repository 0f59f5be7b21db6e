import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { KIND_TEXTS } from '../../src/report/check-report.ts';
import { page } from '../engine/archive.ts';
import { BINARY, cleanEnv, folderWith, onTerminal, putFiles, type Ran, run } from './binary.ts';

const text = (path: string): string => readFileSync(path, 'utf8');
const body = (number: number): string => page(number).split('\n').slice(2, 11).join('\n');
const TWICE = `${body(5)}\n\n${body(5)}\n`;

function scrapes(): string {
  return folderWith({ 'raw/a.txt': page(1), 'raw/b.txt': page(2), 'raw/twice.txt': TWICE });
}

describe('check', () => {
  test('tells by file, the worst first, how to see more, and exits 1', () => {
    const { code, out } = run(scrapes(), ['check', './raw', '-q']);
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'raw/twice.txt',
      expect.stringMatching(/^ {2}11:1 {2}error {4}repeated {7}lines 11-19 repeat lines 1-9 \(5 lines, /),
      'raw/a.txt',
    ]);
    expect(out).not.toContain('moved');
    const verbose = run(scrapes(), ['check', 'raw', '--verbose']).out;
    expect(verbose).toMatch(/note +moved +1 line for the front matter {2}meta\/title/);
    expect(verbose).toMatch(
      /\n\n1 error, 0 warnings, \d notes in 3 files\. +Explain one: clean-archive explain raw\/twice\.txt:11\n$/,
    );
  });

  test('the command that it names explains the finding', () => {
    const cwd = scrapes();
    const [, command = ''] = /Explain one: clean-archive (.+)\n/.exec(run(cwd, ['check', 'raw']).out) ?? [];
    expect(run(cwd, command.split(' '))).toMatchObject({ code: 0, out: expect.stringContaining('repeat/run') });
  });

  test('says why git is of no help, and goes without it where it is not needed', () => {
    const cwd = folderWith({ 'raw/a.txt': body(1) });
    execFileSync('git', ['init', '-q'], { cwd });
    const check = (env: Readonly<Record<string, string>>, ...more: readonly string[]): string =>
      run(cwd, ['check', 'raw', '-q', ...more], { env: cleanEnv(env) }).err;
    const stranger = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    expect(check(stranger, '--since', 'main')).toContain('git says: detected dubious ownership in repository at');
    expect(check({ PATH: cwd }, '--since', 'main')).toContain('--since main: git is not installed, or not on the PATH');
    expect([check(stranger), check({ PATH: cwd })]).toEqual(['', '']);
  });

  test('it brings the options by which the file was read', () => {
    const cwd = folderWith({ 'crawl.jsonl': `${JSON.stringify({ body: TWICE, text: 'no more than this' })}\n` });
    const { out } = run(cwd, ['check', 'crawl.jsonl', '--text-field', 'body', '--level', 'gentle']);
    const [, command = ''] = /Explain one: clean-archive (.+)\n/.exec(out) ?? [];
    expect(command).toBe("explain 'crawl.jsonl#1:11' --text-field body --level gentle".replaceAll("'", ''));
    expect(run(cwd, command.split(' '))).toMatchObject({ code: 0, out: expect.stringContaining('repeat/run') });
  });

  test('is silent about clean files, and passes', () => {
    const cwd = folderWith({ 'raw/a.txt': body(1), 'raw/b.txt': body(2) });
    expect(run(cwd, ['check', 'raw', '-q'])).toEqual({ code: 0, out: '', err: '' });
    expect(run(cwd, ['check', 'raw']).out).toBe('Nothing found in 2 files.\n');
  });

  test('gives the same bytes for any number of threads and order of names', () => {
    const files = Array.from({ length: 24 }, (_none, at) => [`${at % 2 === 0 ? 'x' : 'y'}/${at}.txt`, page(at % 15)]);
    const cwd = folderWith(Object.fromEntries(files) as Record<string, string>);
    const wanted = run(cwd, ['check', 'x', 'y', '--json', '-j', '1']).out;
    expect(wanted).toContain('"duplicate"');
    expect(run(cwd, ['check', 'y', 'x', '--json', '-j', '2']).out).toBe(wanted);
    expect(run(cwd, ['check', 'y', 'x', '--json', '-j', '3']).out).toBe(wanted);
  });

  test('exits 3 for an input that cannot be read, which it lists as a finding', () => {
    const cwd = folderWith({ 'raw/a.txt': body(1), 'raw/b.jsonl': '{"text":\n' });
    const { code, out } = run(cwd, ['check', 'raw']);
    expect(code).toBe(3);
    expect(out).toMatch(/raw\/b\.jsonl#1\n.*error {4}unreadable/);
    expect(run(cwd, ['check', 'raw', '--fail-fast'])).toMatchObject({
      code: 2,
      err: expect.stringContaining(': raw/b.jsonl#1: '),
    });
  });

  test('shows nothing of a file name that a terminal would obey', async () => {
    const cwd = folderWith({ 'raw/\u001b[31mred.txt': TWICE });
    const { out, err } = await onTerminal(cwd, ['check', 'raw', '--color', 'never']);
    expect(out).toContain('red.txt');
    expect(out + err).not.toContain('\u001b[31m');
  });
});

describe('the gate of check', () => {
  test('--fail-on lets pass what is better', () => {
    const cwd = folderWith({ 'raw/a.txt': page(1) });
    expect(run(cwd, ['check', 'raw']).code).toBe(0);
    expect(run(cwd, ['check', 'raw', '--fail-on', 'warning']).code).toBe(0);
    expect(run(cwd, ['check', 'raw', '--fail-on', 'note'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/over {3}--fail-on note: 1 finding\n/),
    });
    expect(run(cwd, ['check', 'raw', '--fail-on', 'note', '--exit-zero']).code).toBe(0);
  });

  test('--fail-on note does not fail for what is not shown', () => {
    const cwd = folderWith({ 'raw/a.txt': `A Title of Some Words\n\n${body(1)}` });
    expect(run(cwd, ['check', 'raw', '--fail-on', 'note'])).toMatchObject({
      code: 0,
      out: 'Nothing found in 1 file.\n',
    });
    expect(run(cwd, ['check', 'raw', '--verbose']).out).toContain('moved');
    expect(run(cwd, ['check', 'raw', '--max', 'moved=0']).code).toBe(1);
  });

  test('--max is about its kind alone: 0 means none, N lets N pass, a share counts files', () => {
    const cwd = scrapes();
    const code = (...max: readonly string[]): number | null =>
      run(cwd, ['check', 'raw', ...max.flatMap((one) => ['--max', one])]).code;
    expect(code('repeated=1')).toBe(0);
    expect(code('repeated=0')).toBe(1);
    expect(code('repeated=1', 'chrome=0')).toBe(1);
    expect(code('repeated=34%')).toBe(0);
    expect(code('repeated=33%')).toBe(1);
    expect(run(cwd, ['check', 'raw', '--max', 'chrome=1']).out).toContain('over   --max chrome=1: 2 findings');
    expect(run(cwd, ['check', 'raw', '--max', 'chrome=10%']).out).toContain('--max chrome=10%: 2 of 3 files (66.67 %)');
  });

  test('says what is wrong with a limit or a reporter, and what is meant', () => {
    const cwd = scrapes();
    const err = (...args: readonly string[]): string => {
      const { code, err: said } = run(cwd, ['check', 'raw', ...args]);
      expect(code).toBe(2);
      expect(said.trimEnd()).not.toContain('\n');
      return said;
    };
    expect(err('--max', 'chrom=1')).toContain('did you mean chrome?');
    expect(err('--max', 'chrome')).toContain('KIND=N');
    expect(err('--max', 'chrome=-1')).toContain('KIND=N');
    expect(err('--max', 'chrome=101%')).toContain('at most 100%');
    expect(err('--reporter', 'sarf')).toContain('did you mean sarif?');
    expect(err('--reporter', 'sarif:')).toContain('name a file');
    expect(err('--reporter', 'sarif', '--json')).toContain('stdout holds one report');
    expect(err('--baseline', 'none.json')).toContain('--update-baseline writes it');
    expect(run(cwd, ['check']).err).toContain('nothing to check');
  });

  test('every kind has a text that says what to do', () => {
    for (const { title, about, help } of Object.values(KIND_TEXTS)) {
      expect(title.length).toBeLessThanOrEqual(60);
      expect(`${about} ${help}`).toMatch(/^\p{Lu}.*\.$/su);
    }
  });
});

describe('check with a configuration', () => {
  test('takes its gate and its reporters from there, and what is said of lines and paths', () => {
    const config = `fail-on: warning\nmax: [chrome=0, repeated=1]\nreporter: json\noverrides:\n  - files: raw/a.txt\n    rules:\n      chrome/no-comments: false\n`;
    const cwd = folderWith({
      'clean-archive.yaml': config,
      'raw/a.txt': page(1),
      'raw/b.txt': page(2),
      'raw/twice.txt': TWICE,
    });
    const { code, out } = run(cwd, ['check', 'raw', '-q']);
    expect(code).toBe(1);
    const findings = out
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row) as { type: string; kind: string; path: string; rules: readonly string[] })
      .filter(({ type, kind }) => type === 'finding' && kind === 'chrome');
    const rulesOf = (path: string): readonly string[] => findings.find((one) => one.path === path)?.rules ?? [];
    expect(rulesOf('raw/b.txt')).toContain('chrome/no-comments');
    expect(rulesOf('raw/a.txt')).not.toContain('chrome/no-comments');
    expect(run(cwd, ['check', 'raw', '--max', 'chrome=9', '--max', 'repeated=1', '-q']).code).toBe(0);
    expect(run(cwd, ['check', 'raw', '--no-config', '-q']).out).toContain('raw/twice.txt\n');
  });

  test('names what is no kind and no reporter there too', () => {
    const cwd = folderWith({ 'clean-archive.yaml': 'max: [chrom=1]\n', 'raw/a.txt': page(1) });
    expect(run(cwd, ['check', 'raw'])).toMatchObject({ code: 2, err: expect.stringContaining('did you mean chrome?') });
    putFiles(cwd, { 'clean-archive.yaml': 'reporter: sarf\n' });
    expect(run(cwd, ['check', 'raw']).code).toBe(2);
    putFiles(cwd, { 'clean-archive.yaml': 'since: main\n' });
    expect(run(cwd, ['check', 'raw']).code).toBe(2);
  });
});

describe('the baseline of check', () => {
  test('lets pass what was there, names what is new, and what is gone', () => {
    const cwd = scrapes();
    expect(run(cwd, ['check', 'raw']).code).toBe(1);
    expect(run(cwd, ['check', 'raw', '--update-baseline'])).toMatchObject({ code: 0, out: '' });
    const known = run(cwd, ['check', './raw']);
    expect(known.code).toBe(0);
    expect(known.out).toMatch(/1 known to the baseline of \d{4}-\d{2}-\d{2}/);
    putFiles(cwd, { 'raw/c.txt': page(2) });
    const doubled = run(cwd, ['check', 'raw']);
    expect(doubled.code).toBe(1);
    expect(doubled.out).toMatch(/^raw\/c\.txt\n +1:1 +error +duplicate +the same article as raw\/b\.txt\n/);
    putFiles(cwd, { 'raw/c.txt': body(9), 'raw/twice.txt': body(5) });
    const mended = run(cwd, ['check', 'raw']);
    expect(mended.code).toBe(0);
    expect(mended.out).toMatch(/stale {2}raw\/twice\.txt: repeated, lines 11-19 repeat/);
    run(cwd, ['check', 'raw', '--update-baseline']);
    expect(run(cwd, ['check', 'raw']).out).not.toContain('stale');
  });

  test('of files that were not looked at stays as it is', () => {
    const cwd = scrapes();
    run(cwd, ['check', 'raw', '--update-baseline']);
    expect(run(cwd, ['check', 'raw/a.txt']).out).not.toContain('stale');
    run(cwd, ['check', 'raw/a.txt', '--update-baseline']);
    expect(run(cwd, ['check', 'raw']).code).toBe(0);
  });

  test('is the same from every folder of a repository', () => {
    const cwd = folderWith({ 'a/one.txt': TWICE, 'b/two.txt': TWICE.replaceAll('harbour', 'river') });
    execFileSync('git', ['init', '-q'], { cwd });
    run(cwd, ['check', '.', '--update-baseline']);
    const written = text(join(cwd, 'clean-archive-baseline.json'));
    const below = (...more: readonly string[]): Ran =>
      run(join(cwd, 'a'), ['check', '.', '--baseline', '../clean-archive-baseline.json', ...more]);
    expect(below()).toMatchObject({ code: 0, out: expect.not.stringContaining('stale') });
    expect(below('--update-baseline').code).toBe(0);
    expect(text(join(cwd, 'clean-archive-baseline.json'))).toBe(written);
    putFiles(cwd, { 'a/one.txt': body(5) });
    expect(below().out).toContain('stale  one.txt: repeated');
  });

  test('that is written says which files could not be read', () => {
    const cwd = folderWith({ 'raw/a.txt': body(1), 'raw/large.txt': TWICE.repeat(40) });
    const { code, err } = run(cwd, ['check', 'raw', '--update-baseline', '--max-file-size', '10k']);
    expect(code).toBe(3);
    expect(err).toContain('large.txt: ');
  });

  test('has a finding a line, so that a change is read easily; another name may be given', () => {
    const cwd = scrapes();
    run(cwd, ['check', 'raw', '--update-baseline', '--baseline', 'ci/known.json', '--max', 'chrome=0']);
    expect(existsSync(join(cwd, 'clean-archive-baseline.json'))).toBe(false);
    const lines = text(join(cwd, 'ci/known.json')).split('\n');
    expect(lines.filter((line) => line.includes('"fingerprint"'))).toHaveLength(3);
    expect(run(cwd, ['check', 'raw', '--baseline', 'ci/known.json', '--max', 'chrome=0']).code).toBe(0);
    expect(run(cwd, ['check', 'raw']).code).toBe(1);
  });

  test('that is damaged is named in one line', () => {
    for (const content of [
      '{',
      '[]',
      '{"schema":9}',
      '{"schema":1,"findings":[{"path":1}]}',
      'null',
      '{"__proto__":{"schema":1}}',
    ]) {
      const cwd = folderWith({ 'raw/a.txt': page(1), 'clean-archive-baseline.json': content });
      const { code, err } = run(cwd, ['check', 'raw']);
      expect(code).toBe(2);
      expect(err).toMatch(
        /^clean-archive: [a-z-]+: clean-archive-baseline\.json: .*; remove it, and .*--update-baseline\n$/,
      );
    }
  });
});

describe('the reporters of check', () => {
  test('write files side by side, and one to stdout', () => {
    const cwd = scrapes();
    const args = ['--reporter', 'json', '--reporter', 'sarif:reports/check.sarif', '--reporter', 'junit:check.xml'];
    const { out, code } = run(cwd, ['check', 'raw', ...args]);
    expect(code).toBe(1);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row) as { type: string });
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['begin', 'finding', 'summary']));
    const sarif = JSON.parse(text(join(cwd, 'reports/check.sarif'))) as { runs: [{ results: { ruleId: string }[] }] };
    expect(sarif.runs[0].results[0]?.ruleId).toBe('repeated');
    expect(text(join(cwd, 'check.xml'))).toContain('<failure');
  });

  test('are never written over an input, nor over each other; - is stdout', () => {
    const cwd = scrapes();
    const over = run(cwd, ['check', 'raw', '--reporter', 'text:raw/a.txt']);
    expect(over).toMatchObject({ code: 2, err: expect.stringContaining('raw/a.txt: it is an input') });
    expect(text(join(cwd, 'raw/a.txt'))).toBe(page(1));
    const twice = run(cwd, ['check', 'raw', '--reporter', 'json:report', '--reporter', 'sarif:./report']);
    expect(twice).toMatchObject({ code: 2, err: expect.stringContaining('another report goes there too') });
    expect(run(cwd, ['check', 'raw', '--reporter', 'json:-']).out).toMatch(/^\{"type":"begin"/);
    expect(existsSync(join(cwd, '-'))).toBe(false);
  });

  test('are written, and the gate holds or does not, whoever reads stdout', () => {
    const cwd = scrapes();
    const command = 'set -o pipefail; "$0" "$1" check raw --reporter text --reporter json:check.json | true';
    expect(spawnSync('bash', ['-c', command, process.execPath, BINARY], { cwd }).status).toBe(1);
    expect(text(join(cwd, 'check.json'))).toContain('"type":"summary"');
  });

  test('github puts a page into the file that the job names, after what is there', () => {
    const cwd = folderWith({ 'raw/twice.txt': TWICE, 'summary.md': '# Before\n' });
    const { out } = run(cwd, ['check', 'raw', '--reporter', 'github'], {
      env: cleanEnv({ GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') }),
    });
    expect(out).toMatch(/^::error file=raw\/twice\.txt,line=11,/);
    expect(text(join(cwd, 'summary.md'))).toMatch(/^# Before\n[\s\S]*twice&#46;txt/);
  });

  test('that cannot be written cost exit 4', () => {
    const cwd = folderWith({ 'raw/a.txt': page(1), taken: 'a file' });
    expect(run(cwd, ['check', 'raw', '--reporter', 'sarif:taken/check.sarif']).code).toBe(4);
  });
});
