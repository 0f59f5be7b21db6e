/** The tables of the README, which stand between marks. */
import { EXIT_CODES } from '../../dist/cli/exit.js';
import { optionText } from '../../dist/cli/help.js';
import { COMMAND_NAMES, GROUPS, HELP_OPTION, OPTIONS, VERSION_OPTION } from '../../dist/cli/option-table.js';
import { ENVIRONMENT, OUTPUT_FILES } from './surroundings.mjs';

const TABLES = { files, options, 'exit-codes': exitCodes, environment };

/** Throws if a mark is missing: a table that is nowhere would be up to date for ever. */
export function readmeWithTables(readme) {
  return Object.entries(TABLES).reduce((text, [name, table]) => {
    const marks = new RegExp(`(<!-- ${name}: written by scripts/docs\\.mjs -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!marks.test(text)) throw new Error(`README.md has no marks for the table ${name}`);
    return text.replace(marks, (_, before, after) => `${before}\n${table().join('\n')}\n\n${after}`);
  }, readme);
}

function files() {
  const column = Math.max(...OUTPUT_FILES.map(([path]) => path.length)) + 2;
  return [
    '```text',
    'out/',
    `  ${'a/b.md'.padEnd(column + 2)}the tree and the names of raw (a/b.txt), nothing else`,
    '  _clean-archive/',
    ...OUTPUT_FILES.map(([path, meaning]) => `    ${path.padEnd(column)}${meaning}`),
    '```',
  ];
}

function options() {
  const all = [...OPTIONS, HELP_OPTION, VERSION_OPTION];
  const rows = GROUPS.flatMap((group) => all.filter((entry) => entry.group === group));
  return table(
    ['option', 'what it does', 'commands'],
    rows.map((entry) => [code(entry.flags), cell(optionText(entry)), commandsOf(entry)]),
  );
}

function commandsOf({ commands }) {
  const missing = COMMAND_NAMES.filter((name) => !commands.includes(name));
  if (missing.length === 0) return 'all';
  return missing.length === 1 ? `all but ${code(missing[0])}` : commands.map(code).join(' ');
}

function exitCodes() {
  return table(
    ['code', 'meaning'],
    EXIT_CODES.map(([exit, meaning]) => [exit, cell(meaning)]),
  );
}

function environment() {
  return table(
    ['variable', 'meaning'],
    ENVIRONMENT.map(([name, meaning]) => [code(name), cell(meaning)]),
  );
}

export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

export function code(text) {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

/** Text that is no markup. */
export function cell(text) {
  return text.replace(/[\\|<>*_[\]`]/g, '\\$&');
}
