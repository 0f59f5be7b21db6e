/** Completion in the shells themselves. What is wanted comes from the tables, so that a new option is covered by itself. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/chrome/rules/index.ts';
import { COMMAND_TABLE, SHELLS } from '../../src/cli/command-table.ts';
import { surfaceOf } from '../../src/cli/completion/surface.ts';
import {
  COMMAND_NAMES,
  type CommandName,
  namesOf,
  OPTIONS,
  type OptionEntry,
  optionsOf,
  valueNameOf,
} from '../../src/cli/option-table.ts';
import { folderWith, onTerminal, run } from './binary.ts';
import { describeShell } from './shells.ts';

const FILES = ['page.txt', 'raw'];
const FOLDERS = ['raw'];
/** A flag at a command, with what is wanted of its value. */
interface Case {
  readonly line: string;
  readonly wanted: readonly string[];
}

let cwd: string;
beforeAll(() => {
  cwd = folderWith({ 'page.txt': 'page', 'raw/one.txt': 'one', 'raw/x:y.txt': 'two' });
});

for (const shell of SHELLS) {
  describeShell(shell, ({ ask, checkSyntax }) => {
    test('the script is well-formed', () => {
      expect(checkSyntax()).toBe('');
    });

    test('every command offers its flags and no other', () => {
      const answers = ask(
        cwd,
        COMMAND_NAMES.map((name) => `clean-archive ${name} -`),
      );
      COMMAND_NAMES.forEach((name, at) => {
        const offered = answers[at]?.filter((word) => word !== '-');
        expect({ name, offered: offered?.toSorted() }).toEqual({ name, offered: flagNames(name).toSorted() });
      });
    });

    test('every flag offers what its value may be, as the next word and after =', () => {
      const cases = COMMAND_NAMES.flatMap((name) => optionsOf(name).flatMap((entry) => valueCases(name, entry)));
      expect(cases.length).toBeGreaterThan(OPTIONS.length);
      expectAnswers(ask, cases);
    });

    test('operands are what they are named for', () => {
      const ids = RULES.map(({ id }) => id);
      expectAnswers(ask, [
        { line: 'clean-archive ', wanted: [...COMMAND_NAMES, 'help', ...FILES] },
        { line: 'clean-archive --dry-run ', wanted: [...COMMAND_NAMES, 'help', ...FILES] },
        { line: 'clean-archive cl', wanted: ['clean'] },
        { line: 'clean-archive raw ', wanted: FILES },
        { line: 'clean-archive clean ', wanted: FILES },
        { line: 'clean-archive rules ', wanted: ids },
        { line: 'clean-archive rules chrome/cop', wanted: ids.filter((id) => id.startsWith('chrome/cop')) },
        { line: 'clean-archive restore ', wanted: FOLDERS },
        { line: 'clean-archive restore raw ', wanted: FILES },
        { line: 'clean-archive verify ', wanted: FOLDERS },
        { line: 'clean-archive verify raw ', wanted: FILES },
        { line: 'clean-archive completion ', wanted: SHELLS },
      ]);
      expect(ask(cwd, ['clean-archive help '])[0]).toEqual(expect.arrayContaining([...COMMAND_NAMES]));
    });

    test('the command is found behind flags and their values, and stdin is no flag', () => {
      expectAnswers(ask, [
        { line: 'clean-archive --color never --verbose restore ', wanted: FOLDERS },
        { line: 'clean-archive --color=never restore ', wanted: FOLDERS },
        { line: 'clean-archive --out restore ', wanted: [...COMMAND_NAMES, 'help', ...FILES] },
        { line: 'clean-archive - --on-duplicate ', wanted: choicesOf('--on-duplicate') },
        { line: 'clean-archive - ', wanted: FILES },
        { line: 'clean-archive -- ', wanted: FILES },
        { line: 'clean-archive --on-duplicate=k', wanted: ['keep'] },
        { line: 'clean-archive --with captions,r', wanted: ['captions,related'] },
        { line: 'clean-archive --with=captions,r', wanted: ['captions,related'] },
      ]);
    });

    test('--no- offers what can be switched off', () => {
      const wanted = flagNames('clean').filter((name) => name.startsWith('--no-'));
      expectAnswers(ask, [{ line: 'clean-archive --no-', wanted }]);
    });
  });
}

describeShell('bash', ({ ask }) => {
  test('a name with a colon is one word, of which bash replaces the last part', () => {
    expectAnswers(ask, [
      { line: 'clean-archive explain raw/x:', wanted: ['y.txt'] },
      { line: 'clean-archive explain raw/x:y', wanted: ['y.txt'] },
    ]);
  });

  test('- is offered where a command reads stdin', () => {
    for (const name of COMMAND_NAMES) {
      const [offered] = ask(cwd, [`clean-archive ${name} -`]);
      expect({ name, dash: offered?.includes('-') }).toEqual({ name, dash: COMMAND_TABLE[name].stdin === true });
    }
  });
});

describe('completion', () => {
  test('without a shell, or for another, it names those there are', async () => {
    const asked = await onTerminal(cwd, ['completion']);
    expect(asked).toEqual({ code: 2, out: '', err: expect.stringMatching(/^[^\n]*bash, zsh and fish[^\n]*\n$/) });
    const other = run(cwd, ['completion', 'tcsh']);
    expect(other).toEqual({ code: 2, out: '', err: expect.stringMatching(/^[^\n]*tcsh[^\n]*bash, zsh and fish\n$/) });
  });

  test('its help says for each shell how the script is installed', () => {
    const { out } = run(cwd, ['help', 'completion']);
    for (const shell of SHELLS) expect(out).toContain(`clean-archive completion ${shell}`);
  });

  test('words that are offered need no quoting in any shell', () => {
    const { commands, flags } = surfaceOf(RULES.map(({ id }) => id));
    const places = [...commands.flatMap(({ operands }) => operands), ...flags.flatMap(({ value }) => value ?? [])];
    const words = [...commands.map(({ name }) => name), ...flags.flatMap(({ names }) => names)];
    for (const word of [...words, ...places.flatMap((place) => place.words)]) expect(word).toMatch(/^[\w/.-]+$/);
  });
});

function expectAnswers(
  ask: (cwd: string, lines: readonly string[]) => readonly (readonly string[])[],
  cases: readonly Case[],
): void {
  const answers = ask(
    cwd,
    cases.map(({ line }) => line),
  );
  const got = cases.map(({ line }, at): Case => ({ line, wanted: (answers[at] ?? []).toSorted() }));
  expect(got).toEqual(cases.map(({ line, wanted }) => ({ line, wanted: wanted.toSorted() })));
}

function flagNames(name: CommandName): readonly string[] {
  return optionsOf(name).flatMap(namesOf);
}

function choicesOf(flag: string): readonly string[] {
  return OPTIONS.find((entry) => namesOf(entry).includes(flag))?.choices ?? [];
}

function valueCases(command: CommandName, entry: OptionEntry): readonly Case[] {
  const value = valueNameOf(entry);
  if (value === undefined) return [];
  const paths = value === 'folder' ? FOLDERS : value === 'file' || value === 'path' ? FILES : [];
  const dash = entry.dash === true ? ['-'] : [];
  const wanted = [...(entry.choices ?? entry.offers ?? []), ...dash, ...paths];
  const before = `clean-archive ${command} `;
  return namesOf(entry).flatMap((name) => [
    { line: `${before}${name} `, wanted },
    ...(name.startsWith('--') ? [{ line: `${before}${name}=`, wanted }] : []),
  ]);
}
