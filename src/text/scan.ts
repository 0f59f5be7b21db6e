/**
 * One pass over the decoded text fills the tables that rules, repeats, metadata and fingerprints read.
 * Typed arrays, not strings: regular expressions over strings read 14-21 MB a second on the machine this was measured
 * on, this scan over 100 (`bench/speed/scan.mjs`).
 */
import type { LineTable, WordTable } from '../core/types.ts';
import {
  copyLines,
  copyWords,
  LINE_COLUMNS,
  type LineColumns,
  lentLines,
  makeLines,
  makeWords,
  type WordColumns,
} from './columns.ts';
import * as hashing from './hash.ts';
import * as letters from './tables/letters.ts';
import { terminalOf } from './terminal.ts';
import { unitsOf } from './units.ts';

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
const NEVER = -1;
/** Rows that the working tables begin with; they double when full. */
const FIRST_WORDS = 1 << 16;
const FIRST_LINES = 1 << 12;
/** Working tables longer than this are given back after use. */
const KEPT_WORDS = 1 << 20;
const KEPT_LINES = 1 << 18;

/**
 * Constants of this module, because an imported binding is loaded anew at every use: as imports they cost the hot loop a
 * quarter of its speed.
 */
const { mix, WORD_PRIME, WORD_SEED } = hashing;
const { APOSTROPHE, BLANK, CLASSES, DIGIT, FOLDED, JOINER, LETTER, LINE_END, UNSPACED, UPPER } = letters;

/** Folded unit in the low 16 bits, class above: one look-up per letter instead of two. */
const SIGNS: Int32Array = signs();

export function scanText(text: string): Tables {
  return scanned(text).tables();
}

/** The same tables, lent: they are good until the next text is scanned. For texts that are read once and let go. */
export function lendTables(text: string): Tables {
  return scanned(text).lentTables();
}

function scanned(text: string): Scan {
  const scan = new Scan(text);
  let at = 0;
  while (at < text.length) at = scan.readLine(at);
  return scan;
}

/**
 * The working tables, kept between texts. A scan fills them and copies what it filled, so that the finished tables are
 * exactly as long as the text asks for.
 */
let lineRows: LineColumns = makeLines(FIRST_LINES);
let wordRows: WordColumns = makeWords(FIRST_WORDS);

/** The state of one scan: how far the tables are filled, and the counters of the line being read. */
class Scan {
  private readonly length: number;
  /** Longer than the text by a line end, so that no loop needs to ask for the end of the text. */
  private readonly units: Uint16Array;
  private lineCount = 0;
  private wordCount = 0;
  /** Counters of the line being read, as far as words add to them. */
  private letters = 0;
  private upper = 0;
  private digits = 0;
  private capitals = 0;

  constructor(text: string) {
    this.length = text.length;
    this.units = unitsOf(text, LINE_FEED);
  }

  /** Reads the line that begins at `start` and returns where the next one begins. */
  readLine(start: number): number {
    const { units } = this;
    if (this.lineCount === lineRows.room) growLines();
    let from = start;
    while (CLASSES[units[from] as number] === BLANK) from++;
    const at = this.readWords(from);
    let end = at;
    while (end > from && CLASSES[units[end - 1] as number] === BLANK) end--;
    const row = this.lineCount++;
    lineRows.start[row] = start;
    lineRows.from[row] = end === from ? start : from;
    lineRows.end[row] = end === from ? start : end;
    lineRows.terminal[row] = terminalOf(units, from, end);
    return at + (units[at] === CARRIAGE_RETURN && units[at + 1] === LINE_FEED && at + 1 < this.length ? 2 : 1);
  }

  /**
   * Reads words up to the next line end, fills the line's counters, and returns the place of the line end. Together with
   * `readWord` the hot loop: every unit passes here once. The line's hash is made of its word hashes, so that case, signs
   * and spacing do not matter.
   */
  private readWords(from: number): number {
    const { units, wordCount: firstWord } = this;
    this.letters = this.upper = this.digits = this.capitals = 0;
    let words = wordRows;
    let word = firstWord;
    let at = from;
    let outside = 1;
    let tokens = 0;
    let marks = 0;
    let low = 0;
    let high = 0;
    for (;;) {
      const kind = (SIGNS[units[at] as number] as number) >>> 16;
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
      if (word === words.room) words = growWords();
      at = kind === UNSPACED ? this.readSign(at, words, word) : this.readWord(at, words, word);
      const hash = words.hash[word++] as number;
      low = Math.imul(low ^ hash, WORD_PRIME) + 1;
      high = Math.imul((high << 5) ^ (high >>> 27) ^ hash, HIGH_PRIME) + 1;
    }
    this.wordCount = word;
    const row = this.lineCount;
    const lines = lineRows;
    lines.word[row] = firstWord;
    lines.tokens[row] = tokens;
    lines.letters[row] = this.letters - this.digits;
    lines.upper[row] = this.upper;
    lines.digits[row] = this.digits;
    lines.marks[row] = marks;
    lines.capitals[row] = this.capitals;
    lines.hashLow[row] = word > firstWord ? mix(low) : 0;
    lines.hashHigh[row] = word > firstWord ? mix(high) : 0;
    return at;
  }

  /** Fills the row of the word that begins at `start` and returns where it ends. */
  private readWord(start: number, rows: WordColumns, word: number): number {
    const { units } = this;
    let at = start;
    let sign = SIGNS[units[at] as number] as number;
    let kind = sign >>> 16;
    const opening = kind;
    let hash = WORD_SEED;
    let skipped = 0;
    let upper = 0;
    let digits = 0;
    do {
      if (kind !== LETTER) {
        upper += kind & 1;
        digits += kind >>> 2;
      }
      do {
        hash = Math.imul(hash ^ (sign & 0xffff), WORD_PRIME);
        sign = SIGNS[units[++at] as number] as number;
        kind = sign >>> 16;
      } while (kind === LETTER);
      if (kind === APOSTROPHE || kind === JOINER) {
        const next = this.nextLetter(at);
        if (next === NEVER) break;
        skipped += next - at;
        at = next;
        sign = SIGNS[units[at] as number] as number;
        kind = sign >>> 16;
      }
    } while (kind >= LETTER && kind <= DIGIT);
    const length = at - start - skipped;
    rows.hash[word] = mix(hash);
    rows.start[word] = start;
    rows.end[word] = at;
    rows.flags[word] = upper + digits === 0 ? 0 : wordFlags(opening, length, upper, digits);
    this.letters += length;
    this.upper += upper;
    this.digits += digits;
    this.capitals += opening === UPPER ? 1 : 0;
    return at;
  }

  /** A letter of a script without spaces is a word by itself. */
  private readSign(at: number, rows: WordColumns, word: number): number {
    rows.hash[word] = mix(Math.imul(WORD_SEED ^ ((SIGNS[this.units[at] as number] as number) & 0xffff), WORD_PRIME));
    rows.start[word] = at;
    rows.end[word] = at + 1;
    rows.flags[word] = NO_SPACES;
    this.letters++;
    return at + 1;
  }

  /** Where the word goes on behind an apostrophe or joiners, or `NEVER`. */
  private nextLetter(at: number): number {
    const { units } = this;
    let next = at + 1;
    while (CLASSES[units[next] as number] === JOINER) next++;
    const kind = CLASSES[units[next] as number] as number;
    return kind >= LETTER && kind <= DIGIT ? next : NEVER;
  }

  tables(): Tables {
    const tables = {
      lines: copyLines(lineRows, this.lineCount, this.wordCount),
      words: copyWords(wordRows, this.wordCount),
    };
    giveBackLarge();
    return tables;
  }

  lentTables(): Tables {
    const [rows, words] = [lineRows, wordRows];
    if (this.lineCount === rows.room) growLines();
    lineRows.word[this.lineCount] = this.wordCount;
    const tables = {
      lines: lentLines(lineRows, this.lineCount),
      words: {
        count: this.wordCount,
        hash: words.hash.subarray(0, this.wordCount),
        start: words.start,
        end: words.end,
        flags: words.flags,
      },
    };
    giveBackLarge();
    return tables;
  }
}

function giveBackLarge(): void {
  if (lineRows.room > KEPT_LINES) lineRows = makeLines(FIRST_LINES);
  if (wordRows.room > KEPT_WORDS) wordRows = makeWords(FIRST_WORDS);
}

function growWords(): WordColumns {
  const wider = makeWords(wordRows.room * 2);
  wider.hash.set(wordRows.hash);
  wider.start.set(wordRows.start);
  wider.end.set(wordRows.end);
  wider.flags.set(wordRows.flags);
  wordRows = wider;
  return wider;
}

function growLines(): void {
  const wider = makeLines(lineRows.room * 2);
  for (const name of LINE_COLUMNS) wider[name].set(lineRows[name]);
  wider.terminal.set(lineRows.terminal);
  lineRows = wider;
}

/** The flags of a word from its first letter class and the letters counted in it. */
function wordFlags(opening: number, units: number, upper: number, digits: number): number {
  return (
    (opening === UPPER ? CAPITAL : 0) | (digits > 0 ? HAS_DIGIT : 0) | (upper === units && units > 1 ? ALL_UPPER : 0)
  );
}

function signs(): Int32Array {
  const table = new Int32Array(CLASSES.length);
  for (let unit = 0; unit < table.length; unit++) {
    table[unit] = ((CLASSES[unit] as number) << 16) | (FOLDED[unit] as number);
  }
  return table;
}
