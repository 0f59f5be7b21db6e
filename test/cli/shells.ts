/** Real shells, asked what they would complete; one that is not installed is skipped aloud. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from '@jest/globals';
import type { Shell } from '../../src/cli/command-table.ts';
import { cleanEnv, folderWith, run } from './binary.ts';

export interface ShellAsker {
  /** What is offered at the end of each line, without the `--flag=` before it. */
  readonly ask: (cwd: string, lines: readonly string[]) => readonly (readonly string[])[];
  /** What the shell says of the script's grammar; empty if nothing. */
  readonly checkSyntax: () => string;
}

const ASKERS: Readonly<Record<Shell, (script: string, cwd: string, lines: readonly string[]) => string>> = {
  bash: askBash,
  zsh: askZsh,
  fish: askFish,
};
/** Between the answers. */
const END = 'ANSWERED';

/** Describes the shell, or says that it is skipped. */
export function describeShell(shell: Shell, body: (asker: ShellAsker) => void): void {
  const isThere = process.platform !== 'win32' && spawnSync(shell, ['--version']).status === 0;
  if (!isThere) {
    describe(shell, () => test.skip(`completes [SKIPPED: ${shell} is not installed]`, () => undefined));
    return;
  }
  describe(shell, () => body(askerOf(shell)));
}

function askerOf(shell: Shell): ShellAsker {
  const written = run('.', ['completion', shell]);
  if (written.code !== 0) throw new Error(written.err);
  const script = join(folderWith({ [`script.${shell}`]: written.out }), `script.${shell}`);
  return {
    ask: (cwd, lines) => {
      const answers = ASKERS[shell](script, cwd, lines).split(`${END}\n`).slice(0, -1);
      if (answers.length !== lines.length) throw new Error(`${shell}: ${answers.length} answers of ${lines.length}`);
      return answers.map((answer) => [...new Set(answer.split('\n').filter((row) => row !== ''))].map(withoutFlag));
    },
    checkSyntax: () => spawnSync(shell, ['-n', script], { encoding: 'utf8' }).stderr,
  };
}

function withoutFlag(word: string): string {
  return word.replace(/^--[a-z-]+=/, '').replace(/\/$/, '');
}

/** Calls the function as bash does: words are cut at = : and @ too. */
function askBash(script: string, cwd: string, lines: readonly string[]): string {
  const calls = lines.map((line) => {
    const words = line.split(' ').flatMap((word) => (word === '' ? [''] : (word.match(/[=:@]+|[^=:@]+/g) ?? [])));
    return `COMP_LINE=${quoted(line)} COMP_POINT=${line.length} COMP_WORDS=(${words.map(quoted).join(' ')})
COMP_CWORD=${words.length - 1}
_clean_archive
printf '%s\\n' "\${COMPREPLY[@]}" ${END}`;
  });
  return shellOutput('bash', ['--norc', '--noprofile', '-c', [`source ${quoted(script)}`, ...calls].join('\n')], cwd);
}

function askFish(script: string, cwd: string, lines: readonly string[]): string {
  const calls = lines.map((line) => `complete -C ${quoted(line)} | string replace -r '\\t.*' ''\necho ${END}`);
  return shellOutput('fish', ['--no-config', '-c', [`source ${quoted(script)}`, ...calls].join('\n')], cwd);
}

/** Types each line into a shell on a terminal of its own, whose `compadd` tells what it is given. */
function askZsh(script: string, cwd: string, lines: readonly string[]): string {
  const folder = folderWith({ 'init.zsh': ZSH_INSIDE, 'ask.zsh': ZSH_OUTSIDE });
  const answers = join(folder, 'answers');
  writeFileSync(answers, '');
  shellOutput('zsh', ['-f', join(folder, 'ask.zsh'), ...lines], cwd, { SCRIPT: script, ANSWERS: answers });
  return readFileSync(answers, 'utf8');
}

const ZSH_INSIDE = `PROMPT=
autoload -Uz compinit
compinit -u -D
source $SCRIPT
bindkey '^I' complete-word
zstyle ':completion:*' insert-tab false
compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then
    builtin compadd "$@"
    return
  fi
  local -a matches
  local match
  builtin compadd -A matches "$@"
  for match in $matches; do print -r -- "$IPREFIX$match" >> $ANSWERS; done
  builtin compadd "$@"
}
answered() {
  comppostfuncs=(answered)
  print -r -- ${END} >> $ANSWERS
}
comppostfuncs=(answered)
: > $ANSWERS.ready
`;
const ZSH_OUTSIDE = `zmodload zsh/zpty || exit 3
until_there() {
  local said
  until eval "$1"; do
    zpty -r -t shell said
    sleep 0.02
  done
}
zpty -b shell 'zsh -f -i'
zpty -w shell "source \${(q)0:h}/init.zsh"
until_there '[[ -e $ANSWERS.ready ]]'
integer asked=0
for line in "$@"; do
  zpty -n -w shell $'\\C-U'"$line"$'\\t'
  ((asked++))
  until_there '[[ $(grep -c ${END} $ANSWERS) -ge asked ]]'
  zpty -n -w shell $'\\C-G'
done
zpty -d shell
`;

function shellOutput(shell: Shell, args: readonly string[], cwd: string, more: Record<string, string> = {}): string {
  const { status, stdout, stderr, error } = spawnSync(shell, args, {
    cwd,
    env: cleanEnv({ TERM: 'xterm', LC_ALL: 'C.UTF-8', ...more }),
    encoding: 'utf8',
    timeout: 50_000,
  });
  if (error !== undefined || status === null) throw error ?? new Error(`${shell} was stopped`);
  if (stderr.trim() !== '') throw new Error(`${shell}: ${stderr}`);
  return stdout;
}

/** As bash and fish read it: no text here has a quote or a backslash. */
function quoted(text: string): string {
  if (/['\\]/.test(text)) throw new Error(`cannot be quoted: ${text}`);
  return `'${text}'`;
}
