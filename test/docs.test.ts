/** What is written from the tables is as they say, and the manual page is one that every system can show. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../src/chrome/rules/index.ts';
import { COMMAND_TABLE } from '../src/cli/command-table.ts';
import { EXIT_CODES } from '../src/cli/exit.ts';
import { namesOf, OPTIONS } from '../src/cli/option-table.ts';
import { ROOT } from './harness/modules.ts';

const MANUAL = readFileSync(join(ROOT, 'man/clean-archive.1'), 'utf8');
/** As a terminal shows it, without its fonts. */
const SHOWN = shownText(MANUAL);
const REQUESTS = ['.\\"', '.TH', '.SH', '.SS', '.PP', '.TP', '.RS', '.RE', '.nf', '.fi', '.br'];

test('the manual, the tables of the README and the pages of the rules are as the tables say (npm run docs)', () => {
  const { status, stdout, stderr } = docs('--check');
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('another argument is refused', () => {
  expect(docs('--chekc')).toMatchObject({ status: 2, stderr: expect.stringContaining('--chekc') });
});

describe('the manual page', () => {
  test('has every option, example, exit code and rule of the tables', () => {
    for (const name of OPTIONS.flatMap(namesOf)) expect(SHOWN).toContain(name);
    for (const { examples } of Object.values(COMMAND_TABLE))
      for (const [line] of examples) expect(SHOWN).toContain(`\n${line}\n`);
    for (const [code] of EXIT_CODES) expect(SHOWN).toContain(`\n${code}\n`);
  });

  test('no text is taken for a request, and every hyphen can be copied', () => {
    for (const line of MANUAL.split('\n')) {
      if (/^[.']/.test(line)) expect(REQUESTS).toContain(/^\S+/.exec(line)?.[0]);
      if (/^[.']\\"|^\.TH/.test(line)) continue;
      expect(line.replace(/\\-/g, '')).not.toContain('-');
      expect(line).not.toMatch(/[^\x20-\x7e]/);
      expect(line).not.toMatch(/\\(?![-&e]|f[BIR]|\((?:aq|dq|ga|ha|ti)|\[u[0-9A-F]+\])/);
    }
  });

  test('names every variable of the environment that the command line reads', () => {
    const read = new Set(
      readdirSync(join(ROOT, 'src/cli'), { recursive: true, encoding: 'utf8' }).flatMap(variablesOf),
    );
    expect(read.size).toBeGreaterThan(3);
    const told = SHOWN.slice(SHOWN.indexOf('\n.SH ENVIRONMENT'), SHOWN.indexOf('\n.SH FILES'));
    for (const name of read) expect(told).toContain(`\n${name}\n`);
  });

  testWith('mandoc', 'the linter has nothing to say', () => {
    const { stdout, stderr } = spawnSync('mandoc', ['-T', 'lint', join(ROOT, 'man/clean-archive.1')], {
      encoding: 'utf8',
    });
    expect(stdout + stderr).toBe('');
  });
});

describe('the pages of the rules', () => {
  test.each(RULES.map(({ id }) => id))('%s: what the rule is told apart by stands in fences', (id) => {
    const page = readFileSync(join(ROOT, 'docs/rules', `${id}.md`), 'utf8');
    expect(page).toMatch(
      /## What goes\n[\s\S]*?```diff\n[\s\S]*?^- .+$[\s\S]*?## What stays\n[\s\S]*?```diff\n {2}\S/m,
    );
    expect(page).toContain(`select(.rule == "${id}")`);
    const open = page.split('\n').filter((line) => /^`{3,}/.test(line));
    expect(open.length % 2).toBe(0);
  });
});

function docs(argument: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [join(ROOT, 'scripts/docs.mjs'), argument], { cwd: ROOT, encoding: 'utf8' });
}

function shownText(roff: string): string {
  const signs: Readonly<Record<string, string>> = {
    e: '\\',
    '-': '-',
    '(aq': "'",
    '(dq': '"',
    '(ga': '`',
    '(ha': '^',
    '(ti': '~',
  };
  return roff.replace(/\\f[BIR]|\\&/g, '').replace(/\\(\([a-z]{2}|[e-])/g, (_, name: string) => signs[name] ?? '?');
}

/** `env['NAME']`, `env.NAME`, and names taken out of `env` between braces. */
function variablesOf(path: string): readonly string[] {
  if (!path.endsWith('.ts')) return [];
  const text = readFileSync(join(ROOT, 'src/cli', path), 'utf8');
  const direct = [...text.matchAll(/\benv(?:\.|\[')([A-Z][A-Z_]+)/g)].map((match) => match[1] ?? '');
  const taken = [...text.matchAll(/\{([^{}]*)\} = (?:\w+\.)*env\b/g)].flatMap(
    (match) => match[1]?.match(/[A-Z][A-Z_]+/g) ?? [],
  );
  return [...direct, ...taken];
}

function testWith(program: string, title: string, body: () => void): void {
  if (spawnSync(program, ['-h']).error === undefined) test(title, body);
  else test.skip(`${title} [SKIPPED: ${program} is not installed]`, body);
}
