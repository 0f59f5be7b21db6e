/** Columns a text takes on a terminal, and cutting and wrapping by them. Texts come escaped: no controls, no line ends. */
import { WIDE, ZERO } from './width-table.ts';

type Ranges = readonly (readonly [number, number])[];

const WIDE_RANGES: Ranges = readRanges(WIDE);
const ZERO_RANGES: Ranges = readRanges(ZERO);
/** Below the first combining mark every sign takes one column. */
const FIRST_MARK = 0x300;
const JOINER = 0x200d;
const ELLIPSIS = '…';

export function widthOf(text: string): number {
  let width = 0;
  let joined = false;
  for (const sign of text) {
    const code = sign.codePointAt(0) as number;
    width += joined ? 0 : columnsOf(code);
    joined = code === JOINER;
  }
  return width;
}

function columnsOf(code: number): number {
  if (code < FIRST_MARK) return 1;
  if (isIn(ZERO_RANGES, code)) return 0;
  return isIn(WIDE_RANGES, code) ? 2 : 1;
}

/** Fills up with blanks; longer texts stay as they are. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Cuts with an ellipsis if it must. */
export function fitTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return width < 1 ? '' : `${head(text, width - 1).trimEnd()}${ELLIPSIS}`;
}

/** Keeps the end, which is the telling part of a path. */
export function fitPath(text: string, width: number): string {
  let over = widthOf(text) - width;
  if (over <= 0) return text;
  let start = 0;
  for (const sign of text) {
    if (over < 0) break;
    over -= columnsOf(sign.codePointAt(0) as number);
    start += sign.length;
  }
  return ELLIPSIS + text.slice(start);
}

/** Breaks between words, and inside words longer than a line. Scripts without spaces break anywhere. */
export function wrap(text: string, width: number): readonly string[] {
  const limit = Math.max(width, 2);
  const rows: string[] = [];
  let row = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const need = widthOf(word);
    if (used > 0 && used + 1 + need <= limit) {
      row += ` ${word}`;
      used += 1 + need;
      continue;
    }
    if (used > 0) rows.push(row);
    [row, used] = breakWord(word, need, limit, rows);
  }
  return used > 0 || rows.length === 0 ? [...rows, row] : rows;
}

/** The last piece of the word, which other words may follow. */
function breakWord(word: string, need: number, limit: number, rows: string[]): [string, number] {
  let rest = word;
  let left = need;
  while (left > limit) {
    const piece = head(rest, limit);
    rows.push(piece);
    rest = rest.slice(piece.length);
    left -= widthOf(piece);
  }
  return [rest, left];
}

/** The longest beginning of at most `width` columns; marks stay with their letter. */
function head(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const sign of text) {
    const need = columnsOf(sign.codePointAt(0) as number);
    if (used + need > width) break;
    used += need;
    end += sign.length;
  }
  return end === 0 && width > 0 ? text.slice(0, signLength(text)) : text.slice(0, end);
}

function signLength(text: string): number {
  return (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
}

function isIn(ranges: Ranges, code: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] as readonly [number, number];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}

function readRanges(table: string): Ranges {
  return table
    .trim()
    .split(' ')
    .map((range) => {
      const [first = '', last = first] = range.split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    });
}
