/** A row per document: its name, a bar of what stayed, the words, and what went. */
import { count, thousands } from './amounts.ts';
import { escapeTerminal } from './escape.ts';
import type { Screen } from './paint.ts';
import type { ReportRow, RunReport, Went } from './run-report.ts';
import { fitPath, fitTo, padTo, widthOf } from './width.ts';

/** Cells of a bar; half of them where the screen is narrow. */
const CELLS = 20;
const NARROW = 90;
/** Below this there is no room for a bar beside names and words. */
const STACKED = 60;
const PULL_QUOTE = 'chrome/pull-quote';
const KEPT = '█';
const GONE = '▒';
const CAPTION = '·';
const GAP = '   ';
const INDENT = '  ';
const LONGEST_NAME = 48;
const LEAST_NOTE = 12;
const NAMED_PARTS = 3;
/** An ending says nothing where all inputs are text. */
const TEXT_ENDING = /\.(?:txt|text)$/;

export function summaryRows(report: RunReport, screen: Screen): readonly string[] {
  const { rows } = report;
  const names = namesOf(rows);
  const cells = rows.map((row, at) => ({ row, name: names[at] ?? row.path, words: wordsOf(row), note: noteOf(row) }));
  if (screen.width < STACKED) return cells.flatMap((cell) => stackedRow(cell, screen));
  const size = screen.width < NARROW ? CELLS / 2 : CELLS;
  const room = screen.width - INDENT.length - size - GAP.length * 3;
  const wordsWidth = Math.max(0, ...cells.map((cell) => widthOf(cell.words)));
  const nameWidth = Math.min(
    Math.max(0, ...cells.map((cell) => widthOf(cell.name))),
    LONGEST_NAME,
    Math.max(8, room - wordsWidth - LEAST_NOTE),
  );
  const noteWidth = Math.max(LEAST_NOTE, room - wordsWidth - nameWidth);
  return cells.map(({ row, name, words, note }) =>
    `${INDENT}${padTo(fitPath(name, nameWidth), nameWidth)}${GAP}${bar(row, size, screen)}${GAP}${padTo(words, wordsWidth)}${GAP}${fitTo(note, noteWidth)}`.trimEnd(),
  );
}

interface Cells {
  readonly name: string;
  readonly words: string;
  readonly note: string;
}

/** On a narrow screen: the name and the words, and under them what went. */
function stackedRow({ name, words, note }: Cells, { width }: Screen): readonly string[] {
  const room = width - INDENT.length;
  const first = `${fitPath(name, Math.max(8, room - GAP.length - widthOf(words)))}${GAP}${words}`;
  return [first, ...(note === '' ? [] : [`${INDENT}${fitTo(note, room - INDENT.length)}`])].map((row) => INDENT + row);
}

function namesOf(rows: readonly ReportRow[]): readonly string[] {
  const short = rows.map((row) => row.path.replace(TEXT_ENDING, ''));
  const unique = new Set(short).size === short.length;
  return rows.map((row, at) => escapeTerminal(unique ? (short[at] ?? row.path) : row.path));
}

function wordsOf(row: ReportRow): string {
  if (row.outcome.kind === 'skipped' || row.outcome.kind === 'failed') return row.outcome.kind;
  return `${thousands(row.words)} of ${count(row.wordsBefore, 'word')}`;
}

/** Captions get at least one cell, so that a picture page shows; the others share the rest. */
function bar(row: ReportRow, size: number, { paint }: Screen): string {
  if (row.wordsBefore === 0) return ' '.repeat(size);
  const captions = row.went.reduce((sum, went) => sum + (went.kind === 'caption' ? went.words : 0), 0);
  const captionCells = captions === 0 ? 0 : Math.max(1, Math.round((captions / row.wordsBefore) * size));
  const others = row.wordsBefore - captions;
  const keptCells = others === 0 ? 0 : Math.round((row.words / others) * (size - captionCells));
  const goneCells = size - captionCells - keptCells;
  return (
    paint('kept', KEPT.repeat(keptCells)) +
    paint('removed', GONE.repeat(goneCells)) +
    paint('faint', CAPTION.repeat(captionCells))
  );
}

function noteOf(row: ReportRow): string {
  const { outcome } = row;
  if (outcome.kind === 'duplicate') return `copy of ${escapeTerminal(outcome.of)}`;
  if (outcome.kind === 'failed') return `${outcome.code}: ${escapeTerminal(outcome.message)}`;
  if (outcome.kind === 'skipped' || outcome.kind === 'empty') return escapeTerminal(outcome.reason);
  return whatWent(row).slice(0, NAMED_PARTS).join(', ');
}

/** What left the document in a reader's words, the whole page's parts first. */
function whatWent(row: ReportRow): readonly string[] {
  const chrome = row.went.filter((went) => went.kind === 'chrome');
  const all = (kind: string): readonly Went[] => row.went.filter((went) => went.kind === kind);
  const captions = all('caption').filter((went) => went.rule !== PULL_QUOTE);
  const quotes = all('caption').filter((went) => went.rule === PULL_QUOTE);
  return [
    ...all('repeated').map((went) => escapeTerminal(went.reason)),
    ...chromeParts(chrome, row.body),
    ...several(captions, 'caption'),
    ...severalRuns(quotes, 'pull quote'),
    ...several(all('related'), 'related headline'),
  ];
}

/** What stands before the article is its menu, what stands after it its footer. */
function chromeParts(chrome: readonly Went[], body: ReportRow['body']): readonly string[] {
  if (chrome.length === 0) return [];
  if (body === undefined) return ['site chrome'];
  const lines = chrome.flatMap((went) => went.ranges);
  const parts = [
    lines.some(([first]) => first < body[1]) ? 'menu' : '',
    lines.some(([first]) => first > body[1]) ? 'footer' : '',
  ];
  return parts.filter((part) => part !== '');
}

function several(list: readonly Went[], name: string): readonly string[] {
  const lines = list.reduce((sum, went) => sum + went.lines, 0);
  return lines === 0 ? [] : [lines === 1 ? name : `${name}s`];
}

/** A pull quote and the line that says who spoke are one. */
function severalRuns(list: readonly Went[], name: string): readonly string[] {
  const lines = list.flatMap((went) => went.ranges).sort(([a], [b]) => a - b);
  const runs = lines.filter(([first], at) => first > (lines[at - 1]?.[1] ?? -1) + 1).length;
  return runs === 0 ? [] : [runs === 1 ? name : `${name}s`];
}
