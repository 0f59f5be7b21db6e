/**
 * The words of a text of plain ASCII, read, folded and flagged in one pass over its bytes: the same numbers as the tables of any
 * text give by way of `scan.ts`, `fold.ts` and `flags.ts`, in less than half the time (`bench/speed/scan.mjs`).
 */
import { Buffer } from 'node:buffer';
import * as hashing from '../text/hash.ts';
import { APOSTROPHE, BLANK, CLASSES, DIGIT, FOLDED, LETTER, LINE_END } from '../text/tables/letters.ts';
import type { ComparedText } from './compared.ts';
import * as figures from './figures.ts';
import * as flags from './flags.ts';

/** Longer texts are read as any other: so the room is never too small. */
const LONGEST = 1 << 18;
const MOST_WORDS: number = LONGEST / 2 + 1;
const ASCII = 128;
const MOST_BYTES = 3;
const LAST_BLANK = 32;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** Constants of this module: an imported binding is loaded anew at every use. */
const { mix, WORD_PRIME, WORD_SEED } = hashing;
const SEED: number = WORD_SEED | 0;
const { MARKED, MARKS, MARKS_FIGURE, MARKS_NEGATION } = figures;
const { ENDS_LINE, ENDS_SENTENCE, IS_FIGURE, IS_GLUED, IS_NEGATION } = flags;

/**
 * Classes of signs above the folded sign: nothing for a blank, and bits for every sign that shows, for one of a word, and for a
 * digit; from `APART` on those that are looked at one by one.
 */
const SHOWN = 0x100;
const OF_WORD_SHIFT = 9;
const OF_WORD: number = 1 << OF_WORD_SHIFT;
const OF_FIGURE_SHIFT = 10;
const APART = 0x1000;
const ENDS = 0x1000;
const BETWEEN = 0x1800;
const SIGNS: Uint16Array = signs();
const IS_STOP: Uint8Array = Uint8Array.from({ length: ASCII }, (_none, unit) =>
  '.!?'.includes(String.fromCharCode(unit)) ? 1 : 0,
);
/** One byte for the low bits of a hash: most words are neither figures nor negations and end here, in a table that stays near. */
const KNOWN_MASK = 0x1fff;
const KNOWN: Uint8Array = known();

/** Filled anew by every text. Of UTF-8, so that no text is cut to the length of another. */
const BYTES: Buffer = Buffer.alloc((LONGEST + 1) * MOST_BYTES);
const WORDS: Uint32Array = new Uint32Array(MOST_WORDS);
const START: Uint32Array = new Uint32Array(MOST_WORDS);
const END: Uint32Array = new Uint32Array(MOST_WORDS);
const FLAGS: Uint8Array = new Uint8Array(MOST_WORDS);
const LINE_WORD: Uint32Array = new Uint32Array(LONGEST + 2);
const LINE_AT: Uint32Array = new Uint32Array(LONGEST + 2);
const HAS_GAP: Uint8Array = new Uint8Array(LONGEST + 2);
/** Words of the text so far, and whether the line read last shows any sign. */
let count = 0;
let isShown = false;

/** Undefined for a text of other signs too, and for a very long one. `isLent`: what it gives is good until the next text is read. */
export function asciiText(title: string, body: string, isLent: boolean): ComparedText | undefined {
  const length = title.length + 1 + body.length;
  if (length > LONGEST || !isCopied(title, 0) || !isCopied(body, title.length + 1)) return undefined;
  BYTES[title.length] = LINE_FEED;
  BYTES[length] = LINE_FEED;
  const lines = readLines(length);
  const titleWords = lines === 0 ? count : (LINE_WORD[0] as number);
  if (titleWords > 0) FLAGS[titleWords - 1] = (FLAGS[titleWords - 1] as number) | ENDS_LINE;
  markLineEnds(lines);
  const part = isLent ? lend : copier(count * 3 + lines * 2 + 1);
  return {
    text: `${title}\n${body}`,
    start: part(START, count),
    end: part(END, count),
    words: part(WORDS, count),
    flags: isLent ? FLAGS.subarray(0, count) : FLAGS.slice(0, count),
    titleWords,
    lineWord: part(LINE_WORD, lines + 1),
    lineAt: part(LINE_AT, lines),
  };
}

function lend(column: Uint32Array, length: number): Uint32Array {
  return column.subarray(0, length);
}

/** Copies columns side by side into one array: many small ones cost more to get than to fill. */
function copier(numbers: number): typeof lend {
  const all = new Uint32Array(numbers);
  let at = 0;
  return (column, length) => {
    const copy = all.subarray(at, at + length);
    copy.set(column.subarray(0, length));
    at += length;
    return copy;
  };
}

/** Every other sign takes more bytes than units. */
function isCopied(text: string, at: number): boolean {
  return BYTES.write(text, at, 'utf8') === text.length;
}

/** Fills the columns of words and of the lines below the first that hold anything, and tells how many of these there are. */
function readLines(length: number): number {
  let full = 0;
  let gap = 1;
  count = 0;
  let at = 0;
  for (let line = 0; at < length; line++) {
    const first = count;
    const from = at;
    at = readLine(from);
    finishWords(first, from, at, length);
    if (line > 0 && !isShown) gap = 1;
    else if (line > 0) {
      LINE_AT[full] = line - 1;
      LINE_WORD[full] = first;
      HAS_GAP[full++] = gap;
      gap = 0;
    }
    at += BYTES[at] === CARRIAGE_RETURN && BYTES[at + 1] === LINE_FEED && at + 1 < length ? 2 : 1;
  }
  LINE_WORD[full] = count;
  return full;
}

/**
 * Fills the rows of the words of the line that begins at `from` with their bare hashes, and tells where it ends. The hot loop:
 * every sign passes here once. It hardly branches, as a processor that guesses wrongly at the end of every word takes
 * twice as long: every sign writes the row of the word at hand, and the number of the row goes up behind a word.
 */
function readLine(from: number): number {
  let word = count;
  let hash = SEED;
  let digits = 0;
  let wasOfWord = 0;
  let shown = 0;
  let at = from;
  START[word] = at;
  for (;;) {
    let sign = SIGNS[BYTES[at] as number] as number;
    if (sign >= APART) {
      if (sign === ENDS) break;
      if (wasOfWord === 1 && ((SIGNS[BYTES[at + 1] as number] as number) & OF_WORD) !== 0) {
        at++;
        continue;
      }
      sign = SHOWN;
    }
    const isOfWord = (sign >>> OF_WORD_SHIFT) & 1;
    const mask = -isOfWord;
    WORDS[word] = hash;
    END[word] = at;
    FLAGS[word] = digits;
    word += wasOfWord & (isOfWord ^ 1);
    START[word + isOfWord] = ++at;
    hash = (Math.imul(hash ^ (sign & 0xff), WORD_PRIME) & mask) | (SEED & ~mask);
    digits = (digits | (sign >>> OF_FIGURE_SHIFT)) & mask;
    shown |= sign;
    wasOfWord = isOfWord;
  }
  WORDS[word] = hash;
  END[word] = at;
  FLAGS[word] = digits;
  count = word + wasOfWord;
  isShown = shown !== 0;
  return at;
}

/** Hashes and flags of the words from `first` on, which are those of the line `[from, to)`. */
function finishWords(first: number, from: number, to: number, length: number): void {
  const end = count;
  for (let word = first; word < end; word++) {
    const hash = mix(WORDS[word] as number);
    WORDS[word] = hash;
    if (KNOWN[hash & KNOWN_MASK] === 1) FLAGS[word] = (FLAGS[word] as number) | markOf(hash);
    if (word > first) lookBetween(word - 1, END[word - 1] as number, START[word] as number, length);
  }
  if (end === first) return;
  const behind = END[end - 1] as number;
  if (isStopped(behind, trimmed(Math.max(from, behind), to), length)) endSentence(end - 1);
}

function markOf(hash: number): number {
  const mark = MARKS.find(hash);
  if (mark < 0) return 0;
  return (MARKS_FIGURE[mark] === 1 ? IS_FIGURE : 0) | (MARKS_NEGATION[mark] === 1 ? IS_NEGATION : 0);
}

/** What stands in `[from, to)` between a word and the next, for the most part a blank. */
function lookBetween(word: number, from: number, to: number, length: number): void {
  if (to - from === 1 && (BYTES[from] as number) <= LAST_BLANK) return;
  if (isStopped(from, to, length)) endSentence(word);
  const next = FLAGS[word + 1] as number;
  if ((next & IS_FIGURE) !== 0 && !hasBlank(from, to)) FLAGS[word + 1] = next | IS_GLUED;
}

function hasBlank(from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((BYTES[at] as number) <= LAST_BLANK) return true;
  return false;
}

function endSentence(word: number): void {
  FLAGS[word] = (FLAGS[word] as number) | ENDS_SENTENCE;
}

/** The end of a line that ends at `end`, without the blanks before it. */
function trimmed(from: number, end: number): number {
  let at = end;
  while (at > from && SIGNS[BYTES[at - 1] as number] === 0) at--;
  return at;
}

/** A stop ends a sentence if a blank or the end of the text follows. */
function isStopped(from: number, to: number, length: number): boolean {
  let stopped = false;
  for (let at = from; at < to; at++) {
    const unit = BYTES[at] as number;
    if (IS_STOP[unit] === 1) stopped = true;
    else if (stopped && unit <= LAST_BLANK) return true;
  }
  return stopped && to >= length;
}

/** A line of some words that stands right above another may be carried on there. */
function markLineEnds(lines: number): void {
  for (let line = 0; line < lines; line++) {
    const [first, end] = [LINE_WORD[line] as number, LINE_WORD[line + 1] as number];
    const isCarriedOn = end - first >= flags.WRAPPED_WORDS && line + 1 < lines && HAS_GAP[line + 1] === 0;
    if (end > first && !isCarriedOn) FLAGS[end - 1] = (FLAGS[end - 1] as number) | ENDS_LINE;
  }
}

/** For every byte: those beyond ASCII are never met. */
function signs(): Uint16Array {
  return Uint16Array.from({ length: 2 * ASCII }, (_none, unit) => {
    const kind = CLASSES[unit] as number;
    if (kind === LINE_END) return ENDS;
    if (kind === APOSTROPHE) return BETWEEN;
    if (kind === BLANK) return 0;
    if (kind < LETTER || kind > DIGIT) return SHOWN;
    return OF_WORD | (kind === DIGIT ? IS_FIGURE << OF_FIGURE_SHIFT : 0) | (FOLDED[unit] as number);
  });
}

function known(): Uint8Array {
  const table = new Uint8Array(KNOWN_MASK + 1);
  for (const hash of MARKED) table[hash & KNOWN_MASK] = 1;
  return table;
}
