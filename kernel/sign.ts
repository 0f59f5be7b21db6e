/** The fingerprint of the words that lie in the memory, as `src/dedup/fingerprint.ts` makes it. */
import { mix } from './hash';
import {
  ANCHORS,
  EXACT,
  FIGURES,
  FLAGS,
  get,
  HASHES,
  KEYS,
  LINE_WORDS,
  NIBBLES,
  put,
  SHORT_LINES,
  SIZES,
  SORTED,
  WORDS,
} from './layout';
import { setOf, setOfMinima } from './sets';
import { putFives, putThrees, putWindows } from './shingles';
import { putKeys, putNibbles, sketchHashes } from './sketch';

const IS_FIGURE: u32 = 1;
const IS_GLUED: u32 = 8;
/** Bodies of fewer words are told apart by their titles too. */
const SHORT_BODY: u32 = 50;
/** Bodies of fewer words are sketched by runs of three words at their beginning. */
const SHORT_TEXT: u32 = 32;
const LEAD_WORDS: u32 = 120;
const ANY_FIGURE: u32 = 0x5bd1e995;
const NEIGHBOURS: u32 = 12;
const LONGEST_LINE: u32 = 60;
const LINE_WORDS_MASK: u32 = 63;
const LINE_PRIME: u32 = 0x01000193;
const PROSE_WORDS: u32 = 3;

/** Of `all` words, the first `title` of which are the title's, and so many lines of the body. */
export function sign(all: u32, title: u32, lines: u32): void {
  const count = all - title;
  const body = WORDS + (title << 2);
  const isShort = count > 0 && count < SHORT_BODY;
  const compared = isShort ? WORDS : body;
  const comparedCount = isShort ? all : count;
  putExact(compared, comparedCount);
  sketchHashes(HASHES, putFives(compared, comparedCount, HASHES), 128);
  putKeys(128, 4, KEYS);
  putNibbles(128, NIBBLES);
  const lead = min<u32>(count, LEAD_WORDS);
  sketchHashes(HASHES, count < SHORT_TEXT ? putThrees(body, lead, HASHES) : putFives(body, lead, HASHES), 32);
  putKeys(32, 2, KEYS + 128);
  putNibbles(32, NIBBLES + 64);
  maskFigures(body, FLAGS + title, count);
  sketchHashes(HASHES, putFives(SORTED, count, HASHES), 32);
  putKeys(32, 2, KEYS + 192);
  putNibbles(32, NIBBLES + 80);
  put(SIZES, 0, winnow(compared, comparedCount));
  put(SIZES, 1, hashShortLines(lines));
  put(SIZES, 2, collectNumbers(lines));
}

/** Four lanes with multipliers of their own; zero for no words. */
function putExact(words: u32, count: u32): void {
  let a = mix(count ^ 0x9e3779b1);
  let b = mix(count ^ 0x85ebca6b);
  let c = mix(count ^ 0xc2b2ae35);
  let d = mix(count ^ 0x27d4eb2f);
  for (let at: u32 = 0; at < count; at++) {
    const word = get(words, at);
    a = rotl<u32>((a ^ word) * 0x9e3779b1, 13);
    b = rotl<u32>((b ^ word) * 0x85ebca6b, 13);
    c = rotl<u32>((c ^ word) * 0xc2b2ae35, 13);
    d = rotl<u32>((d ^ word) * 0x27d4eb2f, 13);
  }
  const isNone = count == 0;
  put(EXACT, 0, isNone ? 0 : mix(a));
  put(EXACT, 1, isNone ? 0 : mix(b));
  put(EXACT, 2, isNone ? 0 : mix(c));
  put(EXACT, 3, isNone ? 0 : mix(d));
}

/** The words with every figure alike. */
function maskFigures(words: u32, flags: u32, count: u32): void {
  for (let at: u32 = 0; at < count; at++) {
    const mask = 0 - ((load<u8>(flags + at) as u32) & IS_FIGURE);
    put(SORTED, at, (get(words, at) & ~mask) | (ANY_FIGURE & mask));
  }
}

/**
 * The smallest of every twelve neighbouring hashes of runs of eight words, as a set: first the smallest of every four, then
 * of three such fours.
 */
function winnow(words: u32, count: u32): u32 {
  const windows = putWindows(words, count, HASHES);
  if (windows == 0) return 0;
  if (windows < NEIGHBOURS) {
    put(ANCHORS, 0, leastOf(windows));
    return 1;
  }
  for (let at: u32 = 0; at < windows; at += 4) {
    const place = HASHES + (at << 2);
    const two = i32x4.min_u(v128.load(place), v128.load(place, 4));
    v128.store(SORTED + (at << 2), i32x4.min_u(two, i32x4.min_u(v128.load(place, 8), v128.load(place, 12))));
  }
  const minima = windows - NEIGHBOURS + 1;
  for (let at: u32 = 0; at < minima; at += 4) {
    const place = SORTED + (at << 2);
    const two = i32x4.min_u(v128.load(place), v128.load(place, 16));
    v128.store(HASHES + (at << 2), i32x4.min_u(two, v128.load(place, 32)));
  }
  return setOfMinima(ANCHORS, putChanging(minima));
}

function leastOf(windows: u32): u32 {
  let least = get(HASHES, 0);
  for (let at: u32 = 1; at < windows; at++) least = min<u32>(least, get(HASHES, at));
  return least;
}

/** Neighbours mostly have their smallest hash in common. */
function putChanging(minima: u32): u32 {
  let count: u32 = 0;
  let last = ~get(HASHES, 0);
  for (let at: u32 = 0; at < minima; at++) {
    const hash = get(HASHES, at);
    put(ANCHORS, count, hash);
    count += hash != last ? 1 : 0;
    last = hash;
  }
  return count;
}

function hashShortLines(lines: u32): u32 {
  let count: u32 = 0;
  for (let line: u32 = 0; line < lines; line++) {
    const hash = lineHash(get(LINE_WORDS, line), get(LINE_WORDS, line + 1));
    put(SHORT_LINES, count, hash);
    count += hash != 0 ? 1 : 0;
  }
  return setOf(SHORT_LINES, count);
}

/** 0 for long lines, and for those that hold a figure or no word. */
function lineHash(first: u32, end: u32): u32 {
  const count = end - first;
  if (count == 0 || count > LONGEST_LINE) return 0;
  let hash = count;
  for (let at = first; at < end; at++) {
    if ((load<u8>(FLAGS + at) & IS_FIGURE) != 0) return 0;
    hash = (hash ^ get(WORDS, at)) * LINE_PRIME + 1;
  }
  return (mix(hash) & ~LINE_WORDS_MASK) | count;
}

/** Numbers of the lines that say something about them. */
function collectNumbers(lines: u32): u32 {
  let count: u32 = 0;
  for (let line: u32 = 0; line < lines; line++) {
    const first = get(LINE_WORDS, line);
    const end = get(LINE_WORDS, line + 1);
    let figures: u32 = 0;
    for (let at = first; at < end; at++) figures += load<u8>(FLAGS + at) & IS_FIGURE;
    if (figures > 0 && end - first - figures >= PROSE_WORDS) count = putNumbers(first, end, count);
  }
  return setOf(FIGURES, count);
}

/** Numbers written without blanks as wholes. */
function putNumbers(first: u32, end: u32, at: u32): u32 {
  let count = at;
  let last: u32 = 0;
  for (let word = first; word < end; word++) {
    const flags = load<u8>(FLAGS + word) as u32;
    if ((flags & IS_FIGURE) != 0) {
      const isPartOfNumber = word > first && (flags & IS_GLUED) != 0 && (last & IS_FIGURE) != 0;
      if (isPartOfNumber) put(FIGURES, count - 1, mix(get(FIGURES, count - 1) ^ get(WORDS, word)) ^ 1);
      else put(FIGURES, count++, get(WORDS, word));
    }
    last = flags;
  }
  return count;
}
