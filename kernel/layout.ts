/**
 * Where each column lies in the memory of the kernel. It never grows, so the views that the caller has of it stay good.
 * All columns have some room behind them, as vectors are written whole.
 */

/** Units of the longest text, its sentinel left out. */
export const LONGEST: u32 = 1 << 18;
/** Every other sign of it may be a word, and every sign the end of a line. */
export const MOST_WORDS: u32 = LONGEST / 2 + 1;
const MOST_LINES: u32 = LONGEST + 2;
/** Columns begin at multiples of 64, with at least so much room behind the last. */
const ROOM: u32 = 127;
const AT: u32 = ~63;
const NUMBER: u32 = 4;
const NUMBERS: u32 = (MOST_WORDS * NUMBER + ROOM) & AT;
const LINE_NUMBERS: u32 = (MOST_LINES * NUMBER + ROOM) & AT;
const UNITS: u32 = (LONGEST + ROOM) & AT;

/** One byte a unit, and a line feed behind the last. */
export const TEXT: u32 = 0x10000;
/** The same as letters and digits in lower case, 0 for what is of no word and `JOINS` for an apostrophe inside one. */
export const FOLDED: u32 = TEXT + UNITS;

/** Folded hash, first unit, one past the last, and flags of each word. */
export const WORDS: u32 = FOLDED + UNITS;
export const STARTS: u32 = WORDS + NUMBERS;
export const ENDS: u32 = STARTS + NUMBERS;
export const FLAGS: u32 = ENDS + NUMBERS;
/** First word of each line that shows anything, and the end of the last; its number; whether a blank line stands above it. */
export const LINE_WORDS: u32 = FLAGS + UNITS;
export const LINES: u32 = LINE_WORDS + LINE_NUMBERS;
export const GAPS: u32 = LINES + LINE_NUMBERS;

/** One byte for the low bits of a hash, and an open-addressed table: words that are figures or negations. Filled once. */
export const KNOWN_MASK: u32 = 0x1fff;
export const KNOWN: u32 = GAPS + LINE_NUMBERS;
export const MARK_MASK: u32 = 0x7ff;
export const MARKS: u32 = KNOWN + KNOWN_MASK + 1;
export const MARK_FLAGS: u32 = MARKS + (MARK_MASK + 1) * NUMBER;

/** What signing gives: four numbers of the exact hash, the keys of all bands, the low bits of all slots. */
export const EXACT: u32 = MARK_FLAGS + MARK_MASK + 1;
export const KEYS: u32 = EXACT + 4 * NUMBER;
export const NIBBLES: u32 = KEYS + 64 * NUMBER;
/** And three sets with their sizes. */
export const SIZES: u32 = NIBBLES + 96;
export const ANCHORS: u32 = SIZES + 144;
export const SHORT_LINES: u32 = ANCHORS + NUMBERS;
export const FIGURES: u32 = SHORT_LINES + LINE_NUMBERS;

/** Room to work in. */
export const PLACES: u32 = FIGURES + NUMBERS;
export const ORDER: u32 = PLACES + NUMBERS;
export const LENGTHS: u32 = ORDER + NUMBERS;
export const HASHES: u32 = LENGTHS + 128;
export const SORTED: u32 = HASHES + NUMBERS;
export const COUNTS: u32 = SORTED + LINE_NUMBERS;
export const SKETCH: u32 = COUNTS + (1 << 13) * NUMBER;
export const EMPTY_SLOTS: u32 = SKETCH + 192 * NUMBER;
export const TOP: u32 = EMPTY_SLOTS + 256 * NUMBER;

// @ts-ignore: decorator
@inline
export function put(column: u32, at: u32, value: u32): void {
  store<u32>(column + (at << 2), value);
}

// @ts-ignore: decorator
@inline
export function get(column: u32, at: u32): u32 {
  return load<u32>(column + (at << 2));
}
