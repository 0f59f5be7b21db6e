/** Help: examples first, then the options, from the tables. */
import { COMMAND_TABLE, type CommandEntry } from './command-table.ts';
import { EXIT_CODES } from './exit.ts';
import { COMMAND_NAMES, type CommandName, GROUPS, type OptionEntry, optionsOf } from './option-table.ts';

export const SHORT_HELP = `Turns a folder of scraped pages into a folder of clean articles.

  clean-archive ./raw ./out              clean a folder; originals are never changed
  clean-archive page.txt                 show one page: the article, and why the rest went
  cat page.txt | clean-archive           filter
  clean-archive explain page.txt         what was decided about every line, and why

clean-archive --help lists everything.
`;

export const DOCS = 'https://www.npmjs.com/package/clean-archive';

const INDENT = '  ';
const GAP = 2;
const MARGINS: number = INDENT.length + GAP;
/** A text that needs more and has less room beside its term goes below it. */
const LEAST_ROOM = 40;
const BELOW = ' '.repeat(6);

type Row = readonly [term: string, text: string];

/** All there is to say about a command, in lines of `width` columns. */
export function helpPage(command: CommandName, width: number): string {
  const entry = COMMAND_TABLE[command];
  const options = optionsOf(command);
  const rows = options.map((option): Row => [option.flags, optionText(option)]);
  const column = columnOf(rows, width);
  const groups = GROUPS.map((group): readonly [string, readonly Row[]] => [
    group,
    rows.filter((_, at) => options[at]?.group === group),
  ]);
  return [
    ...wrap(entry.about, width),
    ...section('Examples', entry.examples, width),
    ...(command === 'clean' ? section('Commands', commandCalls(), width) : []),
    '',
    `Usage: ${usageOf(command, entry)}`,
    ...groups.flatMap(([group, listed]) => section(group, listed, width, column)),
    ...section('Exit codes', EXIT_CODES, width),
    '',
    `Docs and issues: ${DOCS}`,
    '',
  ].join('\n');
}

/** What an option does, with the values it may have. */
export function optionText({ help, choices = [], default: standard }: Omit<OptionEntry, 'commands'>): string {
  const said = [
    ...(choices.length > 1 ? [choices.join(', ')] : []),
    ...(standard === undefined ? [] : [`default: ${standard}`]),
  ];
  return said.length === 0 ? help : `${help} (${said.join('; ')})`;
}

/** Every way to call, and `help` itself. */
export function commandCalls(): readonly Row[] {
  const calls = COMMAND_NAMES.flatMap((name) => COMMAND_TABLE[name].calls);
  return [...calls.map(([call, does]): Row => [`clean-archive ${call}`, does]), HELP_CALL];
}
const HELP_CALL: Row = ['clean-archive help COMMAND', 'help on one of them'];

export function usageOf(command: CommandName, { operands }: CommandEntry): string {
  const words = ['clean-archive', ...(command === 'clean' ? [] : [command]), ...operands.map(({ spec }) => spec)];
  return `${words.join(' ')} [options]`;
}

function section(
  title: string,
  rows: readonly Row[],
  width: number,
  column: number = columnOf(rows, width),
): readonly string[] {
  if (rows.length === 0) return [];
  return ['', `${title}:`, ...rows.flatMap((row) => layOut(row, width, column))];
}

/** Where texts begin, so that most stand beside their term; 0 if there is too little room for that. */
function columnOf(rows: readonly Row[], width: number): number {
  const room = Math.min(LEAST_ROOM, Math.max(...rows.map(([, text]) => text.length)));
  const lengths = rows.map(([term]) => term.length);
  const fitting = lengths.filter((length) => width - MARGINS - length >= room);
  return fitting.length * 2 < lengths.length ? 0 : Math.max(0, ...fitting);
}

/** The text beside its term, or below it. */
function layOut([term, text]: Row, width: number, column: number): readonly string[] {
  if (term.length > column) return [INDENT + term, ...wrap(text, width - BELOW.length).map((row) => BELOW + row)];
  const start = column + MARGINS;
  const [first = '', ...others] = wrap(text, width - start);
  return [INDENT + term.padEnd(column + GAP) + first, ...others.map((row) => ' '.repeat(start) + row)];
}

/** Help is of our own plain letters: a column each. */
function wrap(text: string, width: number): readonly string[] {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const row = rows.at(-1);
    if (row === undefined || row.length + 1 + word.length > width) rows.push(word);
    else rows[rows.length - 1] = `${row} ${word}`;
  }
  return rows;
}
