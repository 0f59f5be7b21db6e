/** The one table of options: flags, help, choices and defaults are read from here and stand nowhere else. */
import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../core/errors.ts';
import { diceOf } from '../text/similarity.ts';

export type CommandName = 'clean' | 'dups' | 'explain' | 'restore' | 'verify' | 'rules';

/** First words that are commands, built or to come: fixed from the start, so that no folder changes its meaning later. */
const RESERVED: ReadonlySet<string> = new Set([
  'clean',
  'check',
  'dups',
  'explain',
  'restore',
  'verify',
  'rules',
  'completion',
  'worker',
  'help',
]);

export interface OptionEntry {
  readonly flags: string;
  readonly help: string;
  readonly commands: readonly CommandName[];
  readonly choices?: readonly string[];
  readonly default?: string | boolean;
  /** May be given several times; the values are gathered. */
  readonly many?: true;
  readonly group: 'Output' | 'Input' | 'Cleaning' | 'Duplicates' | 'Running' | 'Talking';
}

const JUDGES: readonly CommandName[] = ['clean', 'explain'];
const READERS: readonly CommandName[] = ['clean', 'dups', 'explain'];
const WALKERS: readonly CommandName[] = ['clean', 'dups'];
const CLEAN: readonly CommandName[] = ['clean'];
export const COMMAND_NAMES: readonly CommandName[] = ['clean', 'dups', 'explain', 'restore', 'verify', 'rules'];

/** Common ones first within their group: help prints them in this order. */
export const OPTIONS: readonly OptionEntry[] = [
  {
    flags: '-o, --out <folder>',
    help: 'write there; all other paths are inputs; - is stdout',
    commands: CLEAN,
    group: 'Output',
  },
  { flags: '-n, --dry-run', help: 'say what would happen, write nothing', commands: CLEAN, group: 'Output' },
  {
    flags: '--to <format>',
    help: 'what to write: md in a folder, txt on stdout unless you say',
    choices: ['md', 'txt', 'jsonl'],
    commands: CLEAN,
    group: 'Output',
  },
  {
    flags: '--format <format>',
    help: 'the same as --to',
    choices: ['md', 'txt', 'jsonl'],
    commands: CLEAN,
    group: 'Output',
  },
  { flags: '--no-title', help: 'leave the title out of text', commands: CLEAN, group: 'Output' },
  { flags: '--no-front-matter', help: 'leave the front matter out of Markdown', commands: CLEAN, group: 'Output' },
  { flags: '-f, --force', help: 'write over articles that a person edited', commands: CLEAN, group: 'Output' },
  { flags: '--prune', help: 'remove articles whose input is gone', commands: CLEAN, group: 'Output' },
  {
    flags: '-o, --out <folder>',
    help: 'as the run that wrote this folder decided it: siblings, restored lines and copies too',
    commands: ['explain'],
    group: 'Output',
  },
  {
    flags: '--format <format>',
    help: 'lines: the plain margin form that fixtures use',
    choices: ['lines'],
    commands: ['explain'],
    group: 'Output',
  },
  {
    flags: '--diff',
    help: 'a unified diff from raw to clean; of two files, from the one clean text to the other',
    commands: ['explain'],
    group: 'Output',
  },
  {
    flags: '--from <format>',
    help: 'read every input as this',
    choices: ['text', 'html', 'markdown', 'jsonl'],
    commands: READERS,
    group: 'Input',
  },
  { flags: '--encoding <name>', help: 'read every input in this encoding', commands: READERS, group: 'Input' },
  { flags: '--text-field <name>', help: 'JSONL: the field that holds the text', commands: READERS, group: 'Input' },
  {
    flags: '--include <glob>',
    help: 'only inputs that match (may be repeated)',
    commands: WALKERS,
    many: true,
    group: 'Input',
  },
  {
    flags: '--exclude <glob>',
    help: 'no inputs that match (may be repeated)',
    commands: WALKERS,
    many: true,
    group: 'Input',
  },
  {
    flags: '--files-from <file>',
    help: 'read the list of inputs from a file, or from stdin with -',
    commands: WALKERS,
    group: 'Input',
  },
  { flags: '--null', help: 'names in that list end with NUL, not with the line', commands: WALKERS, group: 'Input' },
  { flags: '--stdin-path <path>', help: 'what stdin is called in reports', commands: JUDGES, group: 'Input' },
  { flags: '--gitignore', help: 'leave out what .gitignore names', commands: WALKERS, group: 'Input' },
  { flags: '--hidden', help: 'read hidden files too', commands: WALKERS, group: 'Input' },
  { flags: '--follow', help: 'follow symbolic links', commands: WALKERS, group: 'Input' },
  { flags: '--max-file-size <size>', help: 'refuse larger files, e.g. 64M', commands: READERS, group: 'Input' },
  { flags: '--allow-empty', help: 'no input at all is no error', commands: CLEAN, group: 'Input' },
  {
    flags: '--level <level>',
    help: 'how much article text may be lost at most: 0.15 %, 0.35 % or 2 % of its sentences',
    choices: ['gentle', 'standard', 'strict'],
    default: 'standard',
    commands: JUDGES,
    group: 'Cleaning',
  },
  {
    flags: '--with <extras>',
    help: 'keep captions, comments, related (comma-separated)',
    commands: JUDGES,
    group: 'Cleaning',
  },
  {
    flags: '--no-site-evidence',
    help: 'judge each page alone, whatever other pages of its site hold',
    commands: CLEAN,
    group: 'Cleaning',
  },
  {
    flags: '--survivor <policy>',
    help: 'which of several copies stays',
    choices: ['complete', 'longest', 'oldest', 'newest', 'first'],
    default: 'complete',
    commands: WALKERS,
    group: 'Duplicates',
  },
  {
    flags: '--on-duplicate <action>',
    help: 'what becomes of the others',
    choices: ['skip', 'annotate', 'keep'],
    default: 'skip',
    commands: CLEAN,
    group: 'Duplicates',
  },
  { flags: '-j, --jobs <n>', help: 'number of workers', commands: WALKERS, group: 'Running' },
  {
    flags: '--timeout-per-file <seconds>',
    help: 'give a file up after this long',
    commands: WALKERS,
    group: 'Running',
  },
  {
    flags: '--memory <size>',
    help: 'stay within about this much, e.g. 300M; what is more lies in a temporary file',
    commands: ['dups'],
    group: 'Running',
  },
  { flags: '--exit-zero', help: 'exit 0 whatever was found', commands: ['dups'], group: 'Running' },
  { flags: '--fail-fast', help: 'stop at the first input that cannot be read', commands: CLEAN, group: 'Running' },
  {
    flags: '--raw <folder>',
    help: 'where the originals lie now, if they moved',
    commands: ['restore'],
    group: 'Input',
  },
  {
    flags: '-q, --quiet',
    help: 'say nothing but errors',
    commands: ['clean', 'dups', 'restore', 'verify'],
    group: 'Talking',
  },
  {
    flags: '-v, --verbose',
    help: 'list and show everything; the stack of a fault of ours',
    commands: COMMAND_NAMES,
    group: 'Talking',
  },
  { flags: '--json', help: 'the result as JSON on stdout', commands: COMMAND_NAMES, group: 'Talking' },
  {
    flags: '--color <when>',
    help: 'colours',
    choices: ['auto', 'always', 'never'],
    default: 'auto',
    commands: COMMAND_NAMES,
    group: 'Talking',
  },
  { flags: '--no-color', help: 'the same as --color never', commands: COMMAND_NAMES, group: 'Talking' },
];

/** Flags whose value is the next word. */
const VALUED: ReadonlySet<string> = new Set(
  OPTIONS.filter(({ flags }) => flags.includes('<')).flatMap(({ flags }) => flags.match(/--?[a-z-]+/g) ?? []),
);

/** Words at least this alike (shared letter pairs) may be a slip of the fingers. */
export const ALIKE = 0.5;

/** What argv said: options by camel-case name, and the operands. */
export interface Parsed {
  readonly command: CommandName;
  readonly values: Readonly<Record<string, unknown>>;
  readonly operands: readonly string[];
}

/** Help and version leave by this: what was asked for is printed, nothing is left to do. */
export class HelpShown extends Error {}

export interface HelpText {
  readonly version: string;
  /** Text before and after the generated parts. */
  readonly before: Readonly<Record<CommandName, string>>;
  readonly after: string;
  readonly width: number;
  readonly write: (text: string) => void;
}

const OPERANDS: Readonly<Record<CommandName, readonly string[]>> = {
  clean: ['[paths...]'],
  dups: ['[paths...]'],
  explain: ['<files...>'],
  restore: ['<out>', '<file>'],
  verify: ['<out>', '[raw...]'],
  rules: ['[ids...]'],
};

/** Parses argv (without node and script) with the table. Throws `UsageError` and `HelpShown`. */
export function parseArguments(argv: readonly string[], help: HelpText): Parsed {
  const at = commandAt(argv);
  const word = at < 0 ? undefined : argv[at];
  if (word === 'help') return parseArguments([...helpTopic(argv[at + 1]), '--help'], help);
  const command = word === undefined ? 'clean' : builtCommand(word);
  const parser = parserOf(command, help);
  try {
    parser.parse(word === undefined ? argv : argv.toSpliced(at, 1), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw error.exitCode === 0 ? new HelpShown() : new UsageError('usage', oneLine(error.message, command));
  }
  return { command, values: parser.opts(), operands: parser.args };
}

/** Where the command word is: the first word that is neither a flag nor the value of one; -1 if that is none of them. */
function commandAt(argv: readonly string[]): number {
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] as string;
    if (word === '--') return -1;
    if (word === '-' || !word.startsWith('-')) return RESERVED.has(word) ? at : -1;
    if (VALUED.has(word)) at += 1;
  }
  return -1;
}

function helpTopic(word: string | undefined): readonly string[] {
  if (word === undefined || word.startsWith('-')) return [];
  if (RESERVED.has(word) && word !== 'help') return [builtCommand(word)];
  if (word === 'help') return [];
  const meant = COMMAND_NAMES.find((name) => diceOf(name, word.toLowerCase()) >= ALIKE);
  const hint =
    meant === undefined ? `there are ${COMMAND_NAMES.join(', ')}` : `did you mean clean-archive help ${meant}?`;
  throw new UsageError('usage', `${word}: no such command; ${hint}`);
}

function builtCommand(word: string): CommandName {
  const built = COMMAND_NAMES.find((name) => name === word);
  if (built !== undefined) return built;
  throw new UsageError('usage', `${word} is not in this version; a file or folder of that name is written ./${word}`);
}

function parserOf(name: CommandName, help: HelpText): Command {
  const command = new Command(name === 'clean' ? 'clean-archive' : `clean-archive ${name}`);
  command.exitOverride().allowExcessArguments(false).showSuggestionAfterError(true);
  command.configureOutput({
    writeOut: help.write,
    writeErr: () => undefined,
    getOutHelpWidth: () => help.width,
    getErrHelpWidth: () => help.width,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  command.usage(`${OPERANDS[name].join(' ')} [options]`);
  for (const operand of OPERANDS[name]) command.argument(operand);
  for (const entry of OPTIONS) if (entry.commands.includes(name)) command.addOption(optionOf(entry));
  command.helpOption('-h, --help', 'this help').helpCommand(false);
  if (name === 'clean') command.version(help.version, '--version', 'the version');
  return command.addHelpText('beforeAll', help.before[name]).addHelpText('after', help.after);
}

function optionOf(entry: OptionEntry): Option {
  const option = new Option(entry.flags, entry.help).helpGroup(`${entry.group}:`);
  if (entry.choices !== undefined) option.choices([...entry.choices]);
  if (entry.default !== undefined) option.default(entry.default);
  if (entry.many === true)
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  return option;
}

/** Commander puts its suggestion on a second line; messages are one line. */
function oneLine(text: string, command: CommandName): string {
  const message = text
    .trim()
    .replace(/^error: /, '')
    .replaceAll('\n', ' ');
  return `${message.replace(/\.$/, '')}; clean-archive ${command === 'clean' ? '' : `${command} `}--help lists the options`;
}
