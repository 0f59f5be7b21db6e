/** Text wrapped by hand: at which column, and which lines of it are one paragraph. */
import type { LineTable } from '../core/types.ts';
import { CLASSES, FOLDED, LETTER } from './tables/letters.ts';

/** Mail and old pages wrap at 60 to 80 columns; beyond 100 nobody wraps by hand. */
const NARROWEST_WRAP = 40;
const WIDEST_WRAP = 100;
/** Wrapped text ends its lines where the next word would not have fitted, give or take this many columns. */
const WRAP_SLACK = 3;
/** Interior lines that must end so before a document counts as hard-wrapped. */
const LEAST_WRAPPED_LINES = 4;
const WRAPPED_PERCENT = 70;

export function widthOf(lines: LineTable, at: number): number {
  return (lines.end[at] as number) - (lines.start[at] as number);
}

const NO_SIGN = 0;
const COLON = 5;
/** Latin, Greek, Cyrillic and Armenian have small letters and capitals; behind them come scripts that have none. */
const CASED_END = 0x590;

/** How many lines have each width; the last entry is for all that are wider than any wrap. Given up between calls. */
const WIDTHS: Uint32Array = new Uint32Array(WIDEST_WRAP + 2);

/** The width of the line at this place in the order of widths. */
function widthAt(widths: Uint32Array, place: number): number {
  let column = 0;
  for (let before = widths[0] as number; before <= place; before += widths[column] as number) column++;
  return column;
}

/** The column at which the document was wrapped by hand, or 0. */
export function wrapWidth(text: string, lines: LineTable, isTable: (at: number) => boolean): number {
  const widths = WIDTHS.fill(0);
  let count = 0;
  for (let at = 0; at + 1 < lines.count; at++) {
    if (!isFull(lines, at) || lines.from[at + 1] === lines.end[at + 1] || isTable(at)) continue;
    const room = Math.min(WIDEST_WRAP + 1, widthOf(lines, at));
    widths[room] = (widths[room] as number) + 1;
    count++;
  }
  if (count < LEAST_WRAPPED_LINES) return 0;
  const column = widthAt(widths, Math.floor(count * 0.95));
  const inRange = count - (widths[WIDEST_WRAP + 1] as number);
  if (column > WIDEST_WRAP || column < NARROWEST_WRAP || inRange * 100 < count * WRAPPED_PERCENT) return 0;
  let wrapped = 0;
  let interior = 0;
  for (let at = 0; at + 1 < lines.count; at++) {
    if (!isFull(lines, at) || widthOf(lines, at) < NARROWEST_WRAP || lines.from[at + 1] === lines.end[at + 1]) continue;
    if (indentOf(lines, at + 1) > indentOf(lines, at)) continue;
    interior++;
    if (runsOn(text, lines, at, column)) wrapped++;
  }
  return wrapped >= LEAST_WRAPPED_LINES && wrapped * 100 >= interior * WRAPPED_PERCENT ? column : 0;
}

export function isFull(lines: LineTable, at: number): boolean {
  return lines.from[at] !== lines.end[at];
}

/** True if line `at` ends where the first word of the next line would not have fitted any more. */
export function runsOn(text: string, lines: LineTable, at: number, column: number): boolean {
  const next = lines.word[at + 1] as number;
  if (lines.from[at + 1] === lines.end[at + 1] || next === lines.word[at + 2]) return false;
  return (
    widthOf(lines, at) + 1 + firstTokenUnits(text, lines, at + 1) > column - WRAP_SLACK &&
    widthOf(lines, at) <= column + WRAP_SLACK
  );
}

/** Units of the line's first token, or of as much of it as matters. */
function firstTokenUnits(text: string, lines: LineTable, at: number): number {
  const from = lines.from[at] as number;
  let end = from;
  while (end < (lines.end[at] as number) && end - from < WIDEST_WRAP && text.charCodeAt(end) !== 0x20) end++;
  return end - from;
}

/** The last line, at most `bound`, of the paragraph that begins at line `at` of a text wrapped at `column`. */
export function endOfWrapped(text: string, lines: LineTable, at: number, bound: number, column: number): number {
  let last = at;
  while (last < bound && (runsOn(text, lines, last, column) || breaksOff(text, lines, last, at, bound, column))) last++;
  return last;
}

/**
 * True if a line ends early and its sentence goes on all the same: a dateline was cut from it, or the wrapping is ragged. A
 * small letter opens no sentence. A capital may carry one on in the first line of a text set in as the next one is.
 */
function breaksOff(text: string, lines: LineTable, at: number, first: number, bound: number, column: number): boolean {
  if (lines.terminal[at] === COLON) return false;
  if (opensSmall(text, lines, at + 1)) return true;
  const indent = indentOf(lines, at);
  return (
    at === first &&
    lines.terminal[at] === NO_SIGN &&
    indent > 0 &&
    indent === indentOf(lines, at + 1) &&
    (at === 0 || indent !== indentOf(lines, at - 1)) &&
    at + 1 < bound &&
    runsOn(text, lines, at + 1, column)
  );
}

function indentOf(lines: LineTable, at: number): number {
  return (lines.from[at] as number) - (lines.start[at] as number);
}

function opensSmall(text: string, lines: LineTable, at: number): boolean {
  const unit = text.charCodeAt(lines.from[at] as number);
  return unit < CASED_END && CLASSES[unit] === LETTER && FOLDED[unit] === unit;
}
