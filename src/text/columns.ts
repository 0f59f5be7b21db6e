/** The tables of a scan: working rows that grow, and finished columns as long as a text asks for. */
import type { LineTable, WordTable } from '../core/types.ts';

/** Lines whose function words nobody counted. */
const NO_STOPS: Uint32Array = new Uint32Array(0);

/** In the order of `copyLines`: objects of one shape are read by one code. */
export function lentLines(rows: LineColumns, count: number): LineTable {
  return {
    count,
    word: rows.word,
    start: rows.start,
    from: rows.from,
    end: rows.end,
    tokens: rows.tokens,
    letters: rows.letters,
    upper: rows.upper,
    digits: rows.digits,
    marks: rows.marks,
    capitals: rows.capitals,
    hashLow: rows.hashLow,
    hashHigh: rows.hashHigh,
    stops: NO_STOPS,
    terminal: rows.terminal,
  };
}

export interface WordColumns {
  readonly room: number;
  readonly hash: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly flags: Uint8Array;
}

export function makeWords(room: number): WordColumns {
  const column = (): Uint32Array => new Uint32Array(room);
  return { room, hash: column(), start: column(), end: column(), flags: new Uint8Array(room) };
}

/** All columns in one buffer: many small buffers cost more to get than to fill. */
export function copyWords(rows: WordColumns, count: number): WordTable {
  const buffer = new ArrayBuffer(count * (3 * ROW + 1));
  const copy = (column: Uint32Array, place: number): Uint32Array => copyColumn(column, buffer, place, count);
  const flags = new Uint8Array(buffer, 3 * ROW * count, count);
  flags.set(rows.flags.subarray(0, count));
  return { count, hash: copy(rows.hash, 0), start: copy(rows.start, 1), end: copy(rows.end, 2), flags };
}

/** Bytes of an entry. */
const ROW = Uint32Array.BYTES_PER_ELEMENT;

function copyColumn(column: Uint32Array, buffer: ArrayBuffer, place: number, count: number): Uint32Array {
  const copy = new Uint32Array(buffer, place * ROW * count, count);
  copy.set(column.subarray(0, count));
  return copy;
}

export const LINE_COLUMNS = [
  'start',
  'from',
  'end',
  'word',
  'tokens',
  'letters',
  'upper',
  'digits',
  'marks',
  'capitals',
  'hashLow',
  'hashHigh',
] as const;

export type LineColumns = Readonly<Record<(typeof LINE_COLUMNS)[number], Uint32Array>> & {
  readonly room: number;
  readonly terminal: Uint8Array;
};

export function makeLines(room: number): LineColumns {
  const column = (): Uint32Array => new Uint32Array(room);
  return {
    room,
    start: column(),
    from: column(),
    end: column(),
    word: column(),
    tokens: column(),
    letters: column(),
    upper: column(),
    digits: column(),
    marks: column(),
    capitals: column(),
    hashLow: column(),
    hashHigh: column(),
    terminal: new Uint8Array(room),
  };
}

/** `word` has one entry more than there are lines; `stops` begins empty. */
export function copyLines(rows: LineColumns, count: number, words: number): LineTable {
  const buffer = new ArrayBuffer((LINE_COLUMNS.length + 1) * ROW * count + count);
  const copy = (column: Uint32Array, place: number): Uint32Array => copyColumn(column, buffer, place, count);
  const word = new Uint32Array(count + 1);
  word.set(rows.word.subarray(0, count));
  word[count] = words;
  const terminal = new Uint8Array(buffer, (LINE_COLUMNS.length + 1) * ROW * count, count);
  terminal.set(rows.terminal.subarray(0, count));
  return {
    count,
    word,
    start: copy(rows.start, 0),
    from: copy(rows.from, 1),
    end: copy(rows.end, 2),
    tokens: copy(rows.tokens, 3),
    letters: copy(rows.letters, 4),
    upper: copy(rows.upper, 5),
    digits: copy(rows.digits, 6),
    marks: copy(rows.marks, 7),
    capitals: copy(rows.capitals, 8),
    hashLow: copy(rows.hashLow, 9),
    hashHigh: copy(rows.hashHigh, 10),
    stops: new Uint32Array(buffer, 11 * ROW * count, count),
    terminal,
  };
}
