/** The one table of commands: what each is for, how it is called and what its operands are. */
import type { CommandName } from './option-table.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

export interface Operand {
  /** As commander writes it: `<one>`, `[maybe]`, `[many...]`. */
  readonly spec: string;
  readonly takes: 'path' | 'folder' | 'rule' | readonly string[];
}

export interface CommandEntry {
  /** What follows `clean-archive`, and what that does; the first is the way it is mostly called. */
  readonly calls: readonly [readonly [string, string], ...(readonly (readonly [string, string])[])];
  /** Whole sentences. */
  readonly about: string;
  /** A command line each, and what it is for. */
  readonly examples: readonly (readonly [string, string])[];
  readonly operands: readonly Operand[];
  /** `-` may stand among the operands for stdin. */
  readonly stdin?: true;
}

export const COMMAND_TABLE: Readonly<Record<CommandName, CommandEntry>> = {
  clean: {
    calls: [['[clean] INPUT... OUT', 'clean (the default)']],
    about:
      'Turns a folder of scraped pages into a folder of clean articles: site chrome, repeated paragraphs and copies gone, ' +
      'title and date in front matter, a record of every line that went.',
    examples: [
      ['clean-archive ./raw ./out', 'clean a folder'],
      ['clean-archive ./raw', 'say what would happen'],
      ['clean-archive page.txt > article.txt', 'one page'],
      ['cat page.html | clean-archive - --to md', 'filter'],
      ['clean-archive ./raw - --to jsonl | jq -r .title', 'everything as JSON lines'],
      ["find raw -name '*.txt' -print0 | clean-archive --files-from - --null -o out", 'the files of a list'],
    ],
    operands: [{ spec: '[paths...]', takes: 'path' }],
    stdin: true,
  },
  check: {
    calls: [['check PATH...', 'is anything doubled, empty, damaged or mostly chrome; for CI']],
    about:
      'Checks scrapes where they lie: passages and documents that are there twice, files without an article, damaged text, ' +
      'site chrome. Writes nothing but what is asked for, and exits 1 if anything is as bad as --fail-on says.',
    examples: [
      ['clean-archive check ./raw', 'errors fail, warnings and notes are told'],
      ['clean-archive check ./raw --since origin/main', 'a pull request: changed files, compared with all'],
      ['clean-archive check ./raw --update-baseline', 'what is there now fails no more'],
      ['clean-archive check ./raw --max chrome=10% --fail-on warning', "a gate of one's own"],
      [
        'clean-archive check ./raw --reporter github --reporter sarif:check.sarif',
        'annotations, and a file for code scanning',
      ],
    ],
    operands: [{ spec: '[paths...]', takes: 'path' }],
  },
  dups: {
    calls: [['dups PATH...', 'which documents are copies of which']],
    about:
      'Tells which documents are copies of which, as they are: nothing is cleaned, nothing is written. The one that would ' +
      'stay comes first in each group. Exits 1 if there are copies.',
    examples: [
      ['clean-archive dups ./raw', 'groups of copies, the one that would stay first'],
      ["clean-archive dups crawl.jsonl --json | jq -r '.copies[].path'", 'the copies of a crawl, a path a line'],
      ['clean-archive dups ./raw --survivor oldest --exit-zero', 'only report, and let the oldest stay'],
    ],
    operands: [{ spec: '[paths...]', takes: 'path' }],
  },
  explain: {
    calls: [
      ['explain FILE[:LINE]...', 'what was decided about every line, and why'],
      ['explain A B', 'are these two copies, and why or why not'],
    ],
    about:
      'Shows for each line of a file whether it stayed, moved to the front matter or left, by which rule and why. Two files ' +
      'are compared: are they copies, what do they share, what differs, what would a run do with them.',
    examples: [
      ['clean-archive explain raw/page.txt', 'the whole page, kept lines folded'],
      ['clean-archive explain raw/page.txt:21', 'all evidence about one line'],
      ['clean-archive explain raw/page.txt --diff', 'as a unified diff'],
      ['clean-archive explain raw/page.txt --out ./out', 'as the run that wrote ./out decided it'],
      ['clean-archive explain a.txt b.txt', 'two files: are they copies, and why or why not'],
      ['clean-archive explain a.txt b.txt --diff', 'from the clean text of one to that of the other'],
      ['clean-archive explain raw/*.txt', 'three and more: each by itself, with totals at the end'],
    ],
    operands: [{ spec: '<files...>', takes: 'path' }],
    stdin: true,
  },
  restore: {
    calls: [['restore OUT FILE[:LINES]', 'put removed lines back, for good']],
    about: 'Puts removed lines back into an article. Later runs honour it.',
    examples: [
      ['clean-archive restore ./out page.txt:14', 'line 14 of the input'],
      ['clean-archive restore ./out page.txt:14-16', 'several lines'],
      ['clean-archive restore ./out page.txt', 'all that was removed'],
    ],
    operands: [
      { spec: '<out>', takes: 'folder' },
      { spec: '<file>', takes: 'path' },
    ],
  },
  verify: {
    calls: [['verify OUT [RAW...]', 'is OUT whole, and what RAW gives?']],
    about:
      'Checks that an output folder is whole: every article as it was written, every line accounted for. With RAW also that ' +
      'these inputs would give it. Names what differs and exits 1 if anything does.',
    examples: [
      ['clean-archive verify ./out', 'is the folder whole?'],
      ['clean-archive verify ./out ./raw', 'and is it what ./raw gives today?'],
    ],
    operands: [
      { spec: '<out>', takes: 'folder' },
      { spec: '[raw...]', takes: 'path' },
    ],
  },
  rules: {
    calls: [['rules [ID...]', 'the rules, their reasons and examples']],
    about: 'Lists the rules that judge lines; with ids, their reasons and examples.',
    examples: [
      ['clean-archive rules', 'all of them, a line each'],
      ['clean-archive rules chrome/copyright', 'why this one is there, and what it takes'],
    ],
    operands: [{ spec: '[ids...]', takes: 'rule' }],
  },
  completion: {
    calls: [['completion SHELL', `a completion script for ${SHELLS.join(', ')}`]],
    about:
      'Prints a script that completes commands, flags, their values and paths in bash, zsh or fish. Make it anew after an ' +
      'update; a new shell reads it.',
    examples: [
      [
        'clean-archive completion bash > ~/.local/share/bash-completion/completions/clean-archive',
        'bash with the package bash-completion',
      ],
      ['eval "$(clean-archive completion bash)"', 'bash without it: this line in ~/.bashrc'],
      [
        'clean-archive completion zsh > "$fpath[1]/_clean-archive"',
        'zsh: or another folder of $fpath; ~/.zshrc runs compinit',
      ],
      ['eval "$(clean-archive completion zsh)"', 'zsh otherwise: this line in ~/.zshrc, after compinit'],
      ['clean-archive completion fish > ~/.config/fish/completions/clean-archive.fish', 'fish'],
    ],
    operands: [{ spec: '[shell]', takes: SHELLS }],
  },
};
