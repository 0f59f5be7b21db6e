/** What the tables say of each line, a bit each: a rule turns most lines away with one look and makes no string of them. */
import type { Document, Outline } from '../core/types.ts';

export const FILLED = 1;
/** Holds a word; a filled line without one is a line of signs. */
export const WORDED = 2;
/** Reads like running prose. */
export const SENTENCE = 4;
/** Closes like a sentence: stop, question mark, exclamation mark or ellipsis. */
export const CLOSED = 8;
export const STOPPED = 16;
export const COLON_END = 32;
/** Stands in a block: a list, a table, code. */
export const BLOCKED = 64;
/** Between the first sentence and the last, these included. */
export const INSIDE = 128;
/** Behind the last sentence. */
export const AFTER = 256;
export const MARKED = 512;
export const WITH_DIGITS = 1024;
export const ALL_TRAITS = 2047;

const STOP = 1;
const ELLIPSIS = 4;
const COLON = 5;
/** Longer lines are as long as this. */
const MOST_LENGTH = 255;

/** Traits that a line must have and must not have. */
export interface Look {
  readonly mask: number;
  readonly wanted: number;
}

export interface Traits {
  /** Bits per line; 0 for blank lines. */
  readonly bits: Uint16Array;
  /** Words per line as people count them, at most 255. */
  readonly length: Uint8Array;
  /** Number of lines that are not blank. */
  readonly filled: number;
}

/** They go with the outline: a document whose outline is drawn anew has other traits. */
const KNOWN: WeakMap<Outline, Traits> = new WeakMap();

export function look(has: number, hasNot: number = 0): Look {
  return { mask: has | hasNot, wanted: has };
}

export function traitsOf(doc: Document): Traits {
  let traits = KNOWN.get(doc.outline);
  if (traits === undefined) {
    traits = readTraits(doc);
    KNOWN.set(doc.outline, traits);
  }
  return traits;
}

/** Words as people count them: a word per token, two letters a word in scripts without spaces. */
export function lengthOf({ lines }: Document, at: number): number {
  const tokens = lines.tokens[at] as number;
  return (lines.letters[at] as number) < tokens * 2 && tokens > 3 ? Math.ceil(tokens / 2) : tokens;
}

function readTraits(doc: Document): Traits {
  const { count, from, end } = doc.lines;
  const bits = new Uint16Array(count);
  const length = new Uint8Array(count);
  let filled = 0;
  for (let at = 0; at < count; at++) {
    if (from[at] === end[at]) continue;
    filled++;
    bits[at] = bitsOf(doc, at);
    const words = lengthOf(doc, at);
    length[at] = words < MOST_LENGTH ? words : MOST_LENGTH;
  }
  return { bits, length, filled };
}

function bitsOf({ lines, blockOf, outline }: Document, at: number): number {
  const terminal = lines.terminal[at] as number;
  let bits = FILLED;
  if (lines.word[at] !== lines.word[at + 1]) bits |= WORDED;
  if (outline.sentence[at] === 1) bits |= SENTENCE;
  if (terminal >= STOP && terminal <= ELLIPSIS) bits |= terminal === STOP ? CLOSED | STOPPED : CLOSED;
  else if (terminal === COLON) bits |= COLON_END;
  if (blockOf[at] !== -1) bits |= BLOCKED;
  if (outline.first >= 0 && at >= outline.first) bits |= at <= outline.last ? INSIDE : AFTER;
  if (lines.marks[at] !== 0) bits |= MARKED;
  if (lines.digits[at] !== 0) bits |= WITH_DIGITS;
  return bits;
}
