/** Arguments by the table of options: help and values. */
import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../core/errors.ts';
import { diceOf } from '../text/similarity.ts';
import { COMMAND_TABLE } from './command-table.ts';
import {
  COMMAND_NAMES,
  type CommandName,
  HELP_OPTION,
  namesOf,
  OPTIONS,
  type OptionEntry,
  VERSION_OPTION,
  valueNameOf,
} from './option-table.ts';

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

/** Flags whose value is the next word. */
const VALUED: ReadonlySet<string> = new Set(
  OPTIONS.filter((entry) => valueNameOf(entry) !== undefined).flatMap(namesOf),
);

/** Words at least this alike (shared letter pairs) may be a slip of the fingers. */
export const ALIKE = 0.5;

/** What argv said: options by camel-case name, and the operands. */
export interface Parsed {
  readonly command: CommandName;
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of the values that were typed; the others are defaults. */
  readonly typed: ReadonlySet<string>;
  readonly operands: readonly string[];
}

/** Help and version leave by this: what was asked for is printed, nothing is left to do. */
export class HelpShown extends Error {}

export interface HelpText {
  readonly version: string;
  readonly page: (command: CommandName) => string;
  readonly write: (text: string) => void;
}

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
  const values = parser.opts();
  const typed = new Set(Object.keys(values).filter((name) => parser.getOptionValueSource(name) === 'cli'));
  return { command, values, typed, operands: parser.args };
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
  command.configureOutput({ writeOut: help.write, writeErr: () => undefined });
  command.configureHelp({ formatHelp: () => help.page(name) });
  for (const { spec } of COMMAND_TABLE[name].operands) command.argument(spec);
  for (const entry of OPTIONS) if (entry.commands.includes(name)) command.addOption(optionOf(entry));
  command.helpOption(HELP_OPTION.flags).helpCommand(false);
  return name === 'clean' ? command.version(help.version, VERSION_OPTION.flags) : command;
}

function optionOf(entry: OptionEntry): Option {
  const option = new Option(entry.flags);
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
