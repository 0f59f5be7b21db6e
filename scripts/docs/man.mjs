/** The manual page, in the macros of man(7), which every system shows. */
import { COMMAND_TABLE } from '../../dist/cli/command-table.js';
import { EXIT_CODES } from '../../dist/cli/exit.js';
import { commandCalls, DOCS, optionText, usageOf } from '../../dist/cli/help.js';
import { COMMAND_NAMES, namesOf, optionsOf, valueNameOf } from '../../dist/cli/option-table.js';
import { VERSION } from '../../dist/cli/version.js';
import { ENVIRONMENT, IGNORE_FILE, OUTPUT_FILES } from './surroundings.mjs';

/** Moves by hand, with a release: a page that changes with the day could not be compared. */
const DATE = '2026-11-22';
/** Lines longer than this are no trouble to anybody but the linter. */
const COLUMNS = 78;

export function manualPage() {
  return [
    '.\\" Written by scripts/docs.mjs from the tables of src/cli: change it there.',
    `.TH CLEAN\\-ARCHIVE 1 ${DATE} "clean\\-archive ${VERSION}"`,
    '.SH NAME',
    'clean\\-archive \\- turn a folder of scraped pages into a folder of clean articles',
    '.SH SYNOPSIS',
    ...calls(),
    '.SH DESCRIPTION',
    ...prose(COMMAND_TABLE.clean.about),
    '.PP',
    ...prose(
      'The pages may be plain text, HTML, Markdown or JSON lines. They are opened for reading only; whatever leaves a text is ' +
        'on record and can be put back.',
    ),
    '.SH EXAMPLES',
    ...COMMAND_NAMES.flatMap((name) => COMMAND_TABLE[name].examples).flatMap(example),
    '.SH COMMANDS',
    ...COMMAND_NAMES.flatMap(command),
    '.SH EXIT STATUS',
    ...EXIT_CODES.flatMap(([code, meaning]) => tagged(bold(code), `${capital(meaning)}.`)),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([name, meaning]) => tagged(bold(name), meaning)),
    '.SH FILES',
    ...tagged(bold(IGNORE_FILE[0]), `${capital(IGNORE_FILE[1])}.`),
    ...OUTPUT_FILES.flatMap(([path, meaning]) =>
      tagged(`${italic('OUT')}${bold(`/_clean-archive/${path}`)}`, `${capital(meaning.replaceAll('`', ''))}.`),
    ),
    '.SH SEE ALSO',
    ...prose(`${DOCS} has the documentation and takes reports.`),
    '',
  ].join('\n');
}

/** Fonts of the words: what is typed as it stands is bold, what stands for something else italic. */
function calls() {
  return commandCalls().flatMap(([call], at) => {
    const words = call.split(' ').map((word) => (/^[a-z-]+$/.test(word) ? bold(word) : placeholders(word)));
    return [...(at === 0 ? [] : ['.br']), words.join(' ')];
  });
}

function placeholders(word) {
  return word
    .split(/([A-Za-z]+)/)
    .map((part) => (/^[A-Z]+$/.test(part) ? italic(part) : /^[a-z]+$/.test(part) ? bold(part) : escapeRoff(part)))
    .join('');
}

function example([line, meaning], at) {
  const caption = [...(at === 0 ? [] : ['.PP']), ...prose(`${capital(meaning)}:`)];
  return [...caption, '.RS 4', '.nf', bold(line), '.fi', '.RE'];
}

function command(name) {
  const entry = COMMAND_TABLE[name];
  return [
    `.SS ${escapeRoff(usageOf(name, entry))}`,
    ...prose(entry.about),
    ...optionsOf(name).flatMap((option) => tagged(flagsOf(option), `${capital(optionText(option))}.`)),
  ];
}

function flagsOf(option) {
  const value = valueNameOf(option);
  const names = namesOf(option).map(bold).join(', ');
  return value === undefined ? names : `${names} ${italic(value)}`;
}

function tagged(tag, text) {
  return ['.TP', tag, ...prose(text)];
}

/** A sentence begins a line, as the formatter wants it; no line is long, and none begins like a request. */
function prose(text) {
  return text.split(/(?<=[.?!]) (?=[A-Z])/).flatMap((sentence) => {
    const rows = [];
    for (const word of sentence.split(' ').map(escapeRoff)) {
      const row = rows.at(-1);
      if (row === undefined || row.length + 1 + word.length > COLUMNS) rows.push(word);
      else rows[rows.length - 1] = `${row} ${word}`;
    }
    return rows.map(inert);
  });
}

function bold(text) {
  return `\\fB${escapeRoff(text)}\\fR`;
}

function italic(text) {
  return `\\fI${escapeRoff(text)}\\fR`;
}

const SIGNS = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '"': '\\(dq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
};

/** Every sign is shown as it was typed: hyphens and quotes can be copied into a shell. */
function escapeRoff(text) {
  return text.replace(/[\\'"`^~-]|[^\x20-\x7e]/gu, (sign) => {
    const hex = sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
    return SIGNS[sign] ?? `\\[u${hex}]`;
  });
}

/** A dot or an apostrophe that begins a line would be a request. */
function inert(row) {
  return /^[.']/.test(row) ? `\\&${row}` : row;
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
