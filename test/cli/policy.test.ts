/** What a configuration says of rules and of lines, wherever pages are judged. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folderWith, OTHER_PAGE, onTerminal, PAGE, run } from './binary.ts';

const CONFIG = `drop: ['^It had been in the yard']
keep: ['^No comments']
rules:
  chrome/copyright: false
overrides:
  - files: raw/blog/**
    level: gentle
    keep: ['^It had been in the yard']
    drop: ['(?i)^slate costs']
`;

interface Removed {
  readonly file: string;
  readonly text: string;
  readonly rule: string;
  readonly reason: string;
  readonly kind: string;
}

function project(config: string = CONFIG): string {
  return folderWith({
    'clean-archive.yaml': config,
    'raw/page.txt': PAGE,
    'raw/blog/a.txt': PAGE.replace('nine', 'ten'),
    'raw/blog/b.txt': OTHER_PAGE,
  });
}

function removedIn(cwd: string, out: string = 'out'): readonly Removed[] {
  const text = readFileSync(join(cwd, out, '_clean-archive', 'removed.jsonl'), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Removed);
}

describe('lines that a configuration names', () => {
  test.each(['1', '2'])('go with their pattern as the reason, or stay: --jobs %s', (jobs) => {
    const cwd = project();
    expect(run(cwd, ['raw', 'out', '--jobs', jobs, '--on-duplicate', 'keep']).code).toBe(0);
    const dropped = removedIn(cwd).filter(({ rule }) => rule === 'site/dropped-by-config');
    expect(dropped.map(({ file, text, kind, reason }) => [file, text.slice(0, 11), kind, reason])).toEqual([
      ['blog/b.txt', 'Slate costs', 'chrome', 'the configuration says to drop /(?i)^slate costs/'],
      ['page.txt', 'It had been', 'chrome', 'the configuration says to drop /^It had been in the yard/'],
    ]);
    const page = readFileSync(join(cwd, 'out', 'page.md'), 'utf8');
    expect(page).toMatch(/^No comments:$/m);
    expect(page).not.toMatch(/in the yard since/);
    expect(readFileSync(join(cwd, 'out', 'blog', 'a.md'), 'utf8')).toMatch(/in the yard since/);
    expect(run(cwd, ['verify', 'out', 'raw'])).toMatchObject({ code: 0 });
  });

  test('the same in a stream, on a pipe, on a terminal and in explain', async () => {
    const cwd = project();
    const gone = /in the yard since/;
    expect(run(cwd, ['raw', '-', '--to', 'txt', '--include', 'page.txt']).out).not.toMatch(gone);
    expect(run(cwd, ['raw/page.txt']).out).not.toMatch(gone);
    expect(run(cwd, ['-'], { input: PAGE }).out).not.toMatch(gone);
    expect(run(cwd, ['-', '--stdin-path', 'raw/blog/x.txt'], { input: PAGE }).out).toMatch(gone);
    expect(run(join(cwd, 'raw', 'blog'), ['a.txt']).out).toMatch(gone);
    expect(run(cwd, ['raw/blog/a.txt', '--no-config']).out).not.toMatch(/No comments/);
    const { out } = await onTerminal(cwd, ['explain', 'raw/page.txt:9']);
    expect(out).toMatch(/site\/dropped-by-config/);
    expect(out).toMatch(/the configuration says to drop/);
    const blog = await onTerminal(cwd, ['explain', 'raw/blog/a.txt:9']);
    expect(blog.out).toMatch(/site\/kept-by-config/);
  });

  test('what is restored stays, whatever the configuration says', () => {
    const cwd = project();
    run(cwd, ['raw', 'out', '--on-duplicate', 'keep']);
    expect(run(cwd, ['restore', 'out', 'raw/page.txt:9']).code).toBe(0);
    run(cwd, ['raw', 'out', '--on-duplicate', 'keep']);
    expect(readFileSync(join(cwd, 'out', 'page.md'), 'utf8')).toMatch(/in the yard since/);
  });

  test('a page that a pattern takes most of is not taken for doubtful', () => {
    const cwd = folderWith({ 'clean-archive.yaml': "drop: ['^(?:It had|The crew)']\n", 'page.txt': PAGE });
    const { out } = run(cwd, ['page.txt', '--no-title']);
    expect(out).toMatch(/^The ferry between[^\n]+\n$/);
  });

  test('a title that a pattern names leaves the text, and is the title all the same', () => {
    const cwd = folderWith({ 'clean-archive.yaml': "drop: ['^The ferry returns after']\n", 'page.txt': PAGE });
    const { out } = run(cwd, ['page.txt', '--to', 'md']);
    expect(out.match(/returns after eleven months/g)).toHaveLength(1);
    expect(out).toMatch(/^title: "The ferry returns after eleven months"$/m);
  });

  test('front matter is no text of the page', () => {
    const text = `---\ntitle: "A"\n---\n\n${PAGE}`;
    const cwd = folderWith({ 'clean-archive.yaml': "keep: ['.']\n", 'page.md': text });
    const { out } = run(cwd, ['page.md']);
    expect(out).toMatch(/Copyright © 2013/);
    expect(out).not.toMatch(/title: "A"/);
  });

  test('no pattern is tried on a line of a whole page', () => {
    const long = `Keep me ${'and the harbour '.repeat(700)}`;
    const cwd = folderWith({ 'clean-archive.yaml': "drop: ['^Keep me']\n", 'page.txt': `${PAGE}\n${long}\n` });
    expect(removedFrom(cwd)).not.toContain('Keep me');
  });
});

function removedFrom(cwd: string): string {
  run(cwd, ['page.txt', '-o', 'out']);
  return removedIn(cwd)
    .filter(({ rule }) => rule === 'site/dropped-by-config')
    .map(({ text }) => text)
    .join('\n');
}

describe('rules that a configuration switches off', () => {
  test('have no say, nor has the model, the site or a repeat', async () => {
    const twice = `${PAGE.split('\n').slice(0, 12).join('\n')}\n\n${PAGE.split('\n').slice(6, 12).join('\n')}\n`;
    const rules = ['chrome/copyright', 'model/line', 'repeat/run', 'repeat/line', 'repeat/passage'];
    const cwd = folderWith({ 'page.txt': PAGE, 'twice.txt': twice });
    const rulesOf = async (file: string): Promise<string> => (await onTerminal(cwd, ['explain', file, '--json'])).out;
    expect(await rulesOf('page.txt')).toMatch(/chrome\/copyright/);
    expect(await rulesOf('twice.txt')).toMatch(/repeat\//);
    writeFileSync(
      join(cwd, 'clean-archive.yaml'),
      `rules:\n${rules.map((id) => `  ${id}: false\n`).join('')}overrides:\n  - files: page.txt\n    rules: {chrome/copyright: true}\n`,
    );
    expect(await rulesOf('page.txt')).toMatch(/chrome\/copyright/);
    expect(await rulesOf('page.txt')).not.toMatch(/model\/line/);
    expect(await rulesOf('twice.txt')).not.toMatch(/repeat\/|chrome\/copyright/);
  });
});

describe('overrides', () => {
  test('hold for files that their globs name, counted from the folder of the configuration; the last one wins', async () => {
    const config = `level: strict\noverrides:\n  - files: ['*.txt']\n    level: gentle\n  - files: [blog/**, '!blog/b.txt']\n    level: standard\n`;
    const cwd = folderWith({ 'clean-archive.yaml': config });
    const { judgingOf, settledFor } = await import('../../src/engine/policy.ts');
    const { configure } = await import('../../src/cli/config/resolve.ts');
    const { parseArguments } = await import('../../src/cli/options.ts');
    const help = { version: '', page: (): string => '', write: (): void => undefined };
    const world = { cwd: () => cwd, env: {} } as never;
    const levelOf = (args: readonly string[], path: string): string => {
      const { policy, values } = configure(parseArguments(args, help), world);
      const cleaning = settledFor({ level: values['level'] as never, keep: [], ...policy }, join(cwd, path), path);
      return judgingOf(cleaning, path).options.level;
    };
    expect(levelOf([], 'page.html')).toBe('strict');
    expect(levelOf([], 'deep/page.txt')).toBe('gentle');
    expect(levelOf([], 'blog/a.html')).toBe('standard');
    expect(levelOf([], 'blog/b.txt')).toBe('gentle');
    // What is typed holds for all files.
    expect(levelOf(['--level', 'strict'], 'deep/page.txt')).toBe('strict');
  });

  test('of files outside that folder count from the common parent of the inputs', () => {
    const cwd = folderWith({
      'ci/config.yaml': "overrides:\n  - files: blog/**\n    drop: ['^Slate costs']\n",
      'raw/blog/b.txt': OTHER_PAGE,
      'raw/page.txt': PAGE,
    });
    run(cwd, ['raw', 'out', '--config', 'ci/config.yaml']);
    expect(removedIn(cwd).some(({ rule }) => rule === 'site/dropped-by-config')).toBe(true);
  });
});

describe('results', () => {
  test('of another configuration are not taken over, those of the same one are', () => {
    const cwd = project("drop: ['^It had been']\n");
    const again = (): string => run(cwd, ['raw', 'out']).err;
    again();
    expect(again()).toMatch(/nothing new/);
    writeFileSync(join(cwd, 'clean-archive.yaml'), "# another order of words\n\ndrop:\n  - '^It had been'\n");
    expect(again()).toMatch(/nothing new/);
    writeFileSync(join(cwd, 'clean-archive.yaml'), "drop: ['^It had not']\n");
    expect(again()).not.toMatch(/nothing new/);
    expect(readFileSync(join(cwd, 'out', 'page.md'), 'utf8')).toMatch(/in the yard since/);
  });

  test('are explained as the run decided, also when the configuration is gone', () => {
    const cwd = project();
    run(cwd, ['raw', 'out', '--on-duplicate', 'keep']);
    const summary = readFileSync(join(cwd, 'out', '_clean-archive', 'summary.json'), 'utf8');
    expect(JSON.parse(summary)).toMatchObject({ settings: { base: 'raw', policy: { keep: ['^No comments'] } } });
    expect(summary).not.toContain(cwd);
    const explained = (path: string): string =>
      run(cwd, ['explain', path, '--out', 'out', '--no-config', '--format', 'lines']).out;
    expect(explained('raw/page.txt')).toMatch(/site\/dropped-by-config/);
    expect(explained('raw/blog/a.txt')).not.toMatch(/site\/dropped-by-config/);
    expect(run(cwd, ['verify', 'out', 'raw', '--no-config']).code).toBe(0);
  });

  test('with a configuration that somebody broke are damaged', () => {
    const cwd = project();
    run(cwd, ['raw', 'out', '--on-duplicate', 'keep']);
    const file = join(cwd, 'out', '_clean-archive', 'summary.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"^No comments"', '"["'));
    expect(run(cwd, ['explain', 'raw/page.txt', '--out', 'out'])).toMatchObject({
      code: 4,
      err: expect.stringMatching(/^clean-archive: damaged-summary: /),
    });
  });

  test('without a configuration say nothing of one', () => {
    const cwd = folderWith({ 'raw/page.txt': PAGE });
    run(cwd, ['raw', 'out']);
    const { settings } = JSON.parse(readFileSync(join(cwd, 'out', '_clean-archive', 'summary.json'), 'utf8'));
    expect(Object.keys(settings)).not.toContain('policy');
    expect(existsSync(join(cwd, 'out', 'page.md'))).toBe(true);
  });
});

describe('time', () => {
  test.each([
    '^(a+)+$',
    '(.*a){20}',
    '(a|aa)+c',
    '(?:a?){300}a{300}',
    '(.*.*.*)*x',
  ])('of /%s/ is linear in the line', async (written) => {
    const { compilePattern } = await import('../../src/engine/patterns.ts');
    const pattern = compilePattern(written);
    const costOf = (length: number): number => {
      const line = `${'a'.repeat(length)}b`;
      let least = Number.POSITIVE_INFINITY;
      for (let turn = 0; turn < 5; turn++) {
        const start = performance.now();
        pattern.matches(line);
        least = Math.min(least, performance.now() - start);
      }
      return least;
    };
    const small = costOf(1000);
    expect(costOf(9000)).toBeLessThan(Math.max(5, small * 40));
  });
});
