/**
 * One pass over the decoded text fills the tables that rules, repeats, metadata and fingerprints read.
 * Typed arrays, not strings: regular expressions over strings read 14-21 MB a second on the machine this was measured
 * on, this scan over 100 (`bench/speed/scan.ts`).
 */
import type { LineTable, WordTable } from '../core/types.ts';
import * as hashing from './hash.ts';
import * as letters from './tables/letters.ts';
import { terminalOf } from './terminal.ts';

/** Bits of `WordTable.flags`. */
export const HAS_DIGIT = 1;
export const CAPITAL = 2;
export const ALL_UPPER = 4;
export const NO_SPACES = 8;

export interface Tables {
  readonly lines: LineTable;
  readonly words: WordTable;
}

const HIGH_PRIME = 0x85ebca6b;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
/** Mean line of scraped text: 52 units; mean word with its blank: 5. Starting lower only costs a doubling. */
const UNITS_PER_LINE = 40;
const UNITS_PER_WORD = 5;
const NEVER = -1;

/**
 * Constants of this module, because an imported binding is loaded anew at every use: as imports they cost the hot loop a
 * quarter of its speed.
 */
const { mix, WORD_PRIME, WORD_SEED } = hashing;
const { APOSTROPHE, BLANK, CLASSES, DIGIT, FOLDED, JOINER, LETTER, LINE_END, UNSPACED, UPPER } = letters;

/** Folded unit in the low 16 bits, class above: one look-up per letter instead of two. */
const SIGNS: Uint32Array = Uint32Array.from(CLASSES, (kind, unit) => (kind << 16) | (FOLDED[unit] as number));

export function scanText(text: string): Tables {
  const scan = new Scan(text);
  let at = 0;
  while (at < text.length) at = scan.readLine(at);
  return scan.tables();
}

/**
 * The state of one scan: the tables filled so far, and the counters of the line being read. Columns are fields, not
 * entries of a list: that alone makes the scan half as fast again.
 */
class Scan {
  private readonly text: string;
  private lines: Columns;
  private lineRoom: number;
  private lineCount = 0;
  private wordCount = 0;
  private room: number;
  private hash: Uint32Array;
  private start: Uint32Array;
  private end: Uint32Array;
  private flags: Uint8Array;
  private tokens = 0;
  private letters = 0;
  private upper = 0;
  private digits = 0;
  private marks = 0;

  constructor(text: string) {
    this.text = text;
    this.lineRoom = (text.length / UNITS_PER_LINE + 16) | 0;
    this.lines = makeColumns(this.lineRoom);
    this.room = (text.length / UNITS_PER_WORD + 16) | 0;
    this.hash = new Uint32Array(this.room);
    this.start = new Uint32Array(this.room);
    this.end = new Uint32Array(this.room);
    this.flags = new Uint8Array(this.room);
  }

  /** Reads the line that begins at `start` and returns where the next one begins. */
  readLine(start: number): number {
    const { text, wordCount: first } = this;
    let from = start;
    while (from < text.length && CLASSES[text.charCodeAt(from)] === BLANK) from++;
    const at = this.readWords(from);
    let end = at;
    while (end > from && CLASSES[text.charCodeAt(end - 1)] === BLANK) end--;
    if (end === from) this.addLine(start, start, start, first);
    else this.addLine(start, from, end, first);
    return at + (text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1);
  }

  /** Reads words up to the next line end and returns its place. The hot loop: every unit passes here once, so it counts in locals. */
  private readWords(from: number): number {
    const { text } = this;
    let { hash: hashes, start: starts, end: ends, flags, wordCount: word } = this;
    let at = from;
    let outside = 1;
    let tokens = 0;
    let letters = 0;
    let capitals = 0;
    let numerals = 0;
    let marks = 0;
    while (at < text.length) {
      let sign = SIGNS[text.charCodeAt(at)] as number;
      let kind = sign >>> 16;
      if (kind === BLANK) {
        outside = 1;
        at++;
        continue;
      }
      if (kind === LINE_END) break;
      tokens += kind === UNSPACED ? 1 : outside;
      outside = 0;
      if (kind < LETTER || kind > UNSPACED) {
        if (kind !== JOINER) marks++;
        at++;
        continue;
      }
      if (word === this.room) ({ hash: hashes, start: starts, end: ends, flags } = this.growWords());
      const opening = kind;
      starts[word] = at;
      let hash = WORD_SEED;
      let units = 0;
      let upper = 0;
      let digits = 0;
      do {
        hash = Math.imul(hash ^ (sign & 0xffff), WORD_PRIME);
        units++;
        upper += kind & 1;
        digits += kind >>> 2;
        if (++at === text.length || opening === UNSPACED) break;
        sign = SIGNS[text.charCodeAt(at)] as number;
        if (sign >>> 16 === APOSTROPHE || sign >>> 16 === JOINER) {
          const next = this.nextLetter(at);
          if (next === NEVER) break;
          at = next;
          sign = SIGNS[text.charCodeAt(at)] as number;
        }
        kind = sign >>> 16;
      } while (kind >= LETTER && kind <= DIGIT);
      if (opening !== UNSPACED) {
        capitals += upper;
        numerals += digits;
      }
      letters += units;
      hashes[word] = mix(hash);
      ends[word] = at;
      flags[word++] = wordFlags(opening, units, upper, digits);
    }
    this.wordCount = word;
    return this.count(at, tokens, letters - numerals, capitals, numerals, marks);
  }

  private count(at: number, tokens: number, letters: number, upper: number, digits: number, marks: number): number {
    this.tokens = tokens;
    this.letters = letters;
    this.upper = upper;
    this.digits = digits;
    this.marks = marks;
    return at;
  }

  /** Where the word goes on behind an apostrophe or joiners, or `NEVER`. */
  private nextLetter(at: number): number {
    const { text } = this;
    let next = at + 1;
    while (next < text.length && CLASSES[text.charCodeAt(next)] === JOINER) next++;
    const kind = next < text.length ? (CLASSES[text.charCodeAt(next)] as number) : 0;
    return kind >= LETTER && kind <= DIGIT ? next : NEVER;
  }

  private growWords(): this {
    this.room *= 2;
    this.hash = widened(this.hash, new Uint32Array(this.room));
    this.start = widened(this.start, new Uint32Array(this.room));
    this.end = widened(this.end, new Uint32Array(this.room));
    this.flags = widened(this.flags, new Uint8Array(this.room));
    return this;
  }

  private addLine(start: number, from: number, end: number, firstWord: number): void {
    const row = this.lineCount++;
    if (row === this.lineRoom) this.growLines();
    const { lines } = this;
    lines.start[row] = start;
    lines.from[row] = from;
    lines.end[row] = end;
    lines.word[row] = firstWord;
    lines.tokens[row] = this.tokens;
    lines.letters[row] = this.letters;
    lines.upper[row] = this.upper;
    lines.digits[row] = this.digits;
    lines.marks[row] = this.marks;
    lines.terminal[row] = end > from ? terminalOf(this.text, from, end) : 0;
    if (firstWord < this.wordCount) this.foldLine(row, firstWord);
  }

  /** A line's hash is made of its word hashes, so that case, signs and spacing do not matter. */
  private foldLine(row: number, first: number): void {
    const { hash: hashes, flags, wordCount: end, lines } = this;
    let low = 0;
    let high = 0;
    let capitals = 0;
    for (let word = first; word < end; word++) {
      const hash = hashes[word] as number;
      low = Math.imul(low ^ hash, WORD_PRIME) + 1;
      high = Math.imul((high << 5) ^ (high >>> 27) ^ hash, HIGH_PRIME) + 1;
      capitals += ((flags[word] as number) & CAPITAL) >>> 1;
    }
    lines.capitals[row] = capitals;
    lines.hashLow[row] = mix(low);
    lines.hashHigh[row] = mix(high);
  }

  private growLines(): void {
    this.lineRoom *= 2;
    const wider = makeColumns(this.lineRoom);
    for (const name of COLUMN_NAMES) wider[name].set(this.lines[name]);
    wider.terminal.set(this.lines.terminal);
    this.lines = wider;
  }

  tables(): Tables {
    const { lines, lineCount: count, wordCount } = this;
    const cut = (column: Uint32Array): Uint32Array => column.subarray(0, count);
    const word = new Uint32Array(count + 1);
    word.set(cut(lines.word));
    word[count] = wordCount;
    return {
      lines: {
        count,
        word,
        start: cut(lines.start),
        from: cut(lines.from),
        end: cut(lines.end),
        tokens: cut(lines.tokens),
        letters: cut(lines.letters),
        upper: cut(lines.upper),
        digits: cut(lines.digits),
        marks: cut(lines.marks),
        capitals: cut(lines.capitals),
        hashLow: cut(lines.hashLow),
        hashHigh: cut(lines.hashHigh),
        stops: new Uint32Array(count),
        terminal: lines.terminal.subarray(0, count),
      },
      words: {
        count: wordCount,
        hash: this.hash.subarray(0, wordCount),
        start: this.start.subarray(0, wordCount),
        end: this.end.subarray(0, wordCount),
        flags: this.flags.subarray(0, wordCount),
      },
    };
  }
}

const COLUMN_NAMES = [
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

/** The columns of the line table while they grow; `word` has its last entry only in the finished table. */
type Columns = Readonly<Record<(typeof COLUMN_NAMES)[number], Uint32Array>> & { readonly terminal: Uint8Array };

/** All columns in one buffer: a dozen small buffers cost more to get than to fill. */
function makeColumns(room: number): Columns {
  const buffer = new ArrayBuffer(room * (COLUMN_NAMES.length * 4 + 1));
  const column = (at: number): Uint32Array => new Uint32Array(buffer, at * room * 4, room);
  return {
    start: column(0),
    from: column(1),
    end: column(2),
    word: column(3),
    tokens: column(4),
    letters: column(5),
    upper: column(6),
    digits: column(7),
    marks: column(8),
    capitals: column(9),
    hashLow: column(10),
    hashHigh: column(11),
    terminal: new Uint8Array(buffer, COLUMN_NAMES.length * room * 4, room),
  };
}

/** The flags of a word from its first letter class and the letters counted in it. */
function wordFlags(opening: number, units: number, upper: number, digits: number): number {
  if (opening === UNSPACED) return NO_SPACES;
  return (
    (opening === UPPER ? CAPITAL : 0) | (digits > 0 ? HAS_DIGIT : 0) | (upper === units && units > 1 ? ALL_UPPER : 0)
  );
}

function widened<Table extends Uint32Array | Uint8Array>(table: Table, wider: Table): Table {
  wider.set(table);
  return wider;
}
