/**
 * The words of a text of plain ASCII, read, folded and flagged in one pass over its bytes: the same numbers as the tables of any
 * text give by way of `scan.ts`, `fold.ts` and `flags.ts`, in a quarter of the time (`bench/speed/scan.mjs`).
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
const { MARKS, MARKS_FIGURE, MARKS_NEGATION } = figures;
const { ENDS_LINE, ENDS_SENTENCE, IS_FIGURE, IS_GLUED, IS_NEGATION } = flags;

/** Classes of signs above the folded sign: from `OF_WORD` on it is part of a word, below `ENDS` it stands between words. */
const ENDS = 0x100;
const OF_WORD = 0x200;
const OF_FIGURE = 0x400;
const SIGNS: Uint16Array = signs();
const IS_BLANK: Uint8Array = Uint8Array.from({ length: ASCII }, (_none, unit) => (CLASSES[unit] === BLANK ? 1 : 0));
const IS_APOSTROPHE: Uint8Array = Uint8Array.from({ length: ASCII }, (_none, unit) =>
  CLASSES[unit] === APOSTROPHE ? 1 : 0,
);
const IS_STOP: Uint8Array = Uint8Array.from({ length: ASCII }, (_none, unit) =>
  '.!?'.includes(String.fromCharCode(unit)) ? 1 : 0,
);

/** Filled anew by every text. Of UTF-8, so that no text is cut to the length of another. */
const BYTES: Buffer = Buffer.alloc((LONGEST + 1) * MOST_BYTES);
const WORDS: Uint32Array = new Uint32Array(MOST_WORDS);
const START: Uint32Array = new Uint32Array(MOST_WORDS);
const END: Uint32Array = new Uint32Array(MOST_WORDS);
const FLAGS: Uint8Array = new Uint8Array(MOST_WORDS);
const LINE_WORD: Uint32Array = new Uint32Array(LONGEST + 2);
const LINE_AT: Uint32Array = new Uint32Array(LONGEST + 2);
const HAS_GAP: Uint8Array = new Uint8Array(LONGEST + 2);
/** Words of the text so far. */
let count = 0;

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
  const part = isLent ? lend : copy;
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

function copy(column: Uint32Array, length: number): Uint32Array {
  return column.slice(0, length);
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
    while (IS_BLANK[BYTES[at] as number] === 1) at++;
    const [from, first] = [at, count];
    at = readWords(from, length);
    if (line > 0 && at === from) gap = 1;
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

/** Reads the words of the line from `from` on, and tells where it ends. The hot loop: every sign passes here once. */
function readWords(from: number, length: number): number {
  const first = count;
  let word = first;
  let at = from;
  for (;;) {
    const behind = at;
    let sign = SIGNS[BYTES[at] as number] as number;
    while (sign < ENDS) sign = SIGNS[BYTES[++at] as number] as number;
    if (sign < OF_WORD) {
      if (word > first && isStopped(behind, trimmed(behind, at), length)) endSentence(word - 1);
      break;
    }
    if (word > first && (at - behind > 1 || (BYTES[behind] as number) > LAST_BLANK) && isStopped(behind, at, length))
      endSentence(word - 1);
    const start = at;
    let hash = WORD_SEED;
    let kinds = 0;
    for (;;) {
      do {
        kinds |= sign;
        hash = Math.imul(hash ^ (sign & 0xff), WORD_PRIME);
        sign = SIGNS[BYTES[++at] as number] as number;
      } while (sign >= OF_WORD);
      if (IS_APOSTROPHE[BYTES[at] as number] === 0) break;
      sign = SIGNS[BYTES[at + 1] as number] as number;
      if (sign < OF_WORD) break;
      at++;
    }
    hash = mix(hash);
    WORDS[word] = hash;
    START[word] = start;
    END[word] = at;
    FLAGS[word] = flagsOf(hash, (kinds & OF_FIGURE) !== 0, word > first ? behind : start, start);
    word++;
  }
  count = word;
  return at;
}

/** `behind` is where the word before it in the line ends; `start` itself for the first word of a line. */
function flagsOf(hash: number, hasDigit: boolean, behind: number, start: number): number {
  const mark = MARKS.find(hash);
  if (mark < 0 && !hasDigit) return 0;
  const isFigure = hasDigit || MARKS_FIGURE[mark] === 1;
  const isNegation = mark >= 0 && MARKS_NEGATION[mark] === 1;
  return (
    (isFigure ? IS_FIGURE : 0) |
    (isNegation ? IS_NEGATION : 0) |
    (isFigure && behind < start && !hasBlank(behind, start) ? IS_GLUED : 0)
  );
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
  while (at > from && IS_BLANK[BYTES[at - 1] as number] === 1) at--;
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
    if (kind < LETTER || kind > DIGIT) return 0;
    return OF_WORD | (kind === DIGIT ? OF_FIGURE : 0) | (FOLDED[unit] as number);
  });
}
