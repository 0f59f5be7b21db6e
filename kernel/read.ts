/**
 * The words and lines of a text of plain ASCII: 64 signs at a time become bits (Langdale and Lemire 2019 read JSON so), and
 * places are taken out of the bits. The same numbers as `scannedText` of `src/dedup/compared.ts` gives.
 */
import { endLines, lookBehindWords } from './flags';
import { hashWords } from './words';
import { ENDS, FLAGS, FOLDED, GAPS, LINES, LINE_WORDS, ORDER, PLACES, put, STARTS, TEXT } from './layout';
import {
  bitsOf,
  CARRIAGE_RETURN,
  folded,
  isApostrophe,
  isBlank,
  isDigit,
  isLetter,
  isLineEnd,
  isOfWordAt,
  LINE_FEED,
} from './signs';

const BLOCK: u32 = 64;
const ALL: u64 = ~(0 as u64);
const NONE: u32 = 0xffffffff;
const IS_FIGURE: u8 = 1;
/** Stands in the folded text for an apostrophe inside a word, which is of the word and not of its hash. */
const JOINS: u8 = 1;

/** Words that began so far, those that ended, and how many apostrophes stand inside words: these are hashed once more. */
let words: u32 = 0;
let ended: u32 = 0;
let joined: u32 = 0;
/** Words with a sign behind them that is neither blank nor of a word. */
let followed: u32 = 0;
let lastFollowed: u32 = NONE;
/** Lines so far, those of them that show anything, where the line at hand begins, and its first word. */
let lines: u32 = 0;
let full: u32 = 0;
let lineStart: u32 = 0;
let lineWord: u32 = 0;
/** Whether it shows anything so far, and whether a blank line stands above it. */
let shown: u64 = 0;
let gap: u8 = 1;

export function wordCount(): u32 {
  return words;
}

/** Reads `length` units, behind which stands a line feed, and gives the number of lines below the first that show anything. */
export function read(length: u32): u32 {
  begin();
  let carried: u64 = 0;
  for (let at: u32 = 0; at <= length; at += BLOCK) carried = readBlock(at, length + 1 - at, carried, length);
  put(LINE_WORDS, full, words);
  put(STARTS, words, length);
  hashWords(words, joined);
  lookBehindWords(words, followed, length);
  endLines(words, full);
  return full;
}

function begin(): void {
  words = ended = joined = followed = lines = full = lineStart = lineWord = 0;
  lastFollowed = NONE;
  shown = 0;
  gap = 1;
}

/** Reads the `left` units from `at` on, at most a block; `before` is 1 if the unit before them is of a word. Tells the same of the last. */
function readBlock(at: u32, left: u32, before: u64, length: u32): u64 {
  const valid: u64 = left < BLOCK ? ((1 as u64) << left) - 1 : ALL;
  const a = v128.load(TEXT + at);
  const b = v128.load(TEXT + at, 16);
  const c = v128.load(TEXT + at, 32);
  const d = v128.load(TEXT + at, 48);
  const digitsOfA = isDigit(a);
  const digitsOfB = isDigit(b);
  const digitsOfC = isDigit(c);
  const digitsOfD = isDigit(d);
  const wordsOfA = v128.or(isLetter(a), digitsOfA);
  const wordsOfB = v128.or(isLetter(b), digitsOfB);
  const wordsOfC = v128.or(isLetter(c), digitsOfC);
  const wordsOfD = v128.or(isLetter(d), digitsOfD);
  v128.store(FOLDED + at, folded(a, wordsOfA));
  v128.store(FOLDED + at, folded(b, wordsOfB), 16);
  v128.store(FOLDED + at, folded(c, wordsOfC), 32);
  v128.store(FOLDED + at, folded(d, wordsOfD), 48);
  let ofWord = bitsOf(wordsOfA, wordsOfB, wordsOfC, wordsOfD) & valid;
  const apostrophes = bitsOf(isApostrophe(a), isApostrophe(b), isApostrophe(c), isApostrophe(d)) & valid;
  if (apostrophes != 0) {
    const next: u64 = left > BLOCK && isOfWordAt(TEXT + at + BLOCK) ? 1 : 0;
    ofWord |= joinWords(at, apostrophes & ((ofWord << 1) | before) & ((ofWord >>> 1) | (next << 63)));
  }
  const behind = (ofWord << 1) | before;
  const starts = ofWord & ~behind;
  const lineEnds = bitsOf(isLineEnd(a), isLineEnd(b), isLineEnd(c), isLineEnd(d)) & valid;
  const shows = ~bitsOf(isBlank(a), isBlank(b), isBlank(c), isBlank(d)) & ~lineEnds & valid;
  readLines(at, lineEnds, shows, starts, length);
  clearFlags();
  markFigures(bitsOf(digitsOfA, digitsOfB, digitsOfC, digitsOfD) & valid, starts);
  findFollowed(shows & ~ofWord, starts);
  const ends = ~ofWord & behind & valid;
  putPlaces(STARTS + (words << 2), starts, at);
  putPlaces(ENDS + (ended << 2), ends, at);
  words += popcnt<u64>(starts) as u32;
  ended += popcnt<u64>(ends) as u32;
  return ofWord >>> 63;
}

/** Apostrophes inside words, which they join. */
function joinWords(at: u32, apostrophes: u64): u64 {
  for (let rest = apostrophes; rest != 0; rest &= rest - 1) {
    const place = at + (ctz<u64>(rest) as u32);
    store<u8>(FOLDED + place, JOINS);
    put(PLACES, joined++, place);
  }
  return apostrophes;
}

/** Ends the lines whose ends stand in a block; a line feed behind a carriage return ends none, nor does the sentinel behind another end. */
function readLines(at: u32, lineEnds: u64, shows: u64, starts: u64, length: u32): void {
  let unseen = shows;
  for (let rest = lineEnds; rest != 0; rest &= rest - 1) {
    const bit = ctz<u64>(rest);
    const place = at + (bit as u32);
    if (place < lineStart || (place == length && lineStart >= length)) continue;
    const below = ((1 as u64) << bit) - 1;
    endLine((shown | (unseen & below)) != 0);
    shown = 0;
    unseen &= ~below;
    lineWord = words + (popcnt<u64>(starts & below) as u32);
    const isPair = load<u8>(TEXT + place) == CARRIAGE_RETURN && load<u8>(TEXT + place, 1) == LINE_FEED;
    lineStart = place + (isPair && place + 1 < length ? 2 : 1);
  }
  shown |= unseen;
}

/** The first line is the title's. */
function endLine(isShown: bool): void {
  const line = lines++;
  if (line == 0) return;
  if (isShown) {
    put(LINES, full, line - 1);
    put(LINE_WORDS, full, lineWord);
    store<u8>(GAPS + full, gap);
    full++;
  }
  gap = isShown ? 0 : 1;
}

/** Of the words that begin in a block, which are at most half as many as its units. */
function clearFlags(): void {
  const none = i8x16.splat(0);
  v128.store(FLAGS + words, none);
  v128.store(FLAGS + words, none, 16);
}

/** A word that holds a digit is a figure. */
function markFigures(digits: u64, starts: u64): void {
  for (let rest = digits & ~(digits << 1); rest != 0; rest &= rest - 1)
    store<u8>(FLAGS + wordAt(rest, starts), IS_FIGURE);
}

/** Words with a sign behind them that is neither blank nor of a word. */
function findFollowed(signs: u64, starts: u64): void {
  for (let rest = signs; rest != 0; rest &= rest - 1) {
    const word = wordAt(rest, starts);
    put(ORDER, followed, word);
    followed += word != lastFollowed ? 1 : 0;
    lastFollowed = word;
  }
}

/** The last word that begins at or before the lowest of the signs. */
// @ts-ignore: decorator
@inline
function wordAt(signs: u64, starts: u64): u32 {
  return words + (popcnt<u64>(starts & (signs ^ (signs - 1))) as u32) - 1;
}

/** Writes where the bits stand. Twelve at once: most blocks hold about ten words, and a loop that guesses its end wrongly costs more. */
// @ts-ignore: decorator
@inline
function putPlaces(column: u32, bits: u64, at: u32): void {
  let to = column;
  let rest = putFour(to, bits, at);
  rest = putFour(to + 16, rest, at);
  rest = putFour(to + 32, rest, at);
  for (to += 48; rest != 0; to += 16) rest = putFour(to, rest, at);
}

// @ts-ignore: decorator
@inline
function putFour(to: u32, bits: u64, at: u32): u64 {
  let rest = bits;
  store<u32>(to, at + (ctz<u64>(rest) as u32));
  rest &= rest - 1;
  store<u32>(to, at + (ctz<u64>(rest) as u32), 4);
  rest &= rest - 1;
  store<u32>(to, at + (ctz<u64>(rest) as u32), 8);
  rest &= rest - 1;
  store<u32>(to, at + (ctz<u64>(rest) as u32), 12);
  return rest & (rest - 1);
}
