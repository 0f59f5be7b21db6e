/** Flags of words that follow from what stands behind them, as in `src/dedup/flags.ts`. */
import { ENDS, FLAGS, GAPS, get, LINE_WORDS, ORDER, STARTS, TEXT } from './layout';
import { isBlankAt, isLineEndAt, isStopAt } from './signs';

const IS_FIGURE: u8 = 1;
const ENDS_SENTENCE: u8 = 4;
const IS_GLUED: u8 = 8;
const ENDS_LINE: u8 = 16;
const WRAPPED_WORDS: u32 = 6;
const LAST_BLANK: u8 = 32;

/** Looks at the words that `ORDER` holds: behind all others stand but blanks, which say nothing. */
export function lookBehindWords(words: u32, followed: u32, length: u32): void {
  for (let one: u32 = 0; one < followed; one++) {
    const word = get(ORDER, one);
    // Signs before the first word have the number of none.
    if (word >= words) continue;
    const from = get(ENDS, word);
    const to = get(STARTS, word + 1);
    const lineEnd = lineEndIn(from, to);
    if (lineEnd < to || word + 1 == words) lookBehindLast(word, from, lineEnd, length);
    else lookBetween(word, from, to);
  }
}

function lineEndIn(from: u32, to: u32): u32 {
  let at = from;
  while (at < to && !isLineEndAt(TEXT + at)) at++;
  return at;
}

/** Between two words of a line a stop ends a sentence if a blank follows. */
function lookBetween(word: u32, from: u32, to: u32): void {
  if (isStopped(from, to)) mark(word, ENDS_SENTENCE);
  if ((load<u8>(FLAGS + word + 1) & IS_FIGURE) != 0 && !hasBlank(from, to)) mark(word + 1, IS_GLUED);
}

/** Blanks at the end of a line do not follow anything; the end of the text does. */
function lookBehindLast(word: u32, from: u32, lineEnd: u32, length: u32): void {
  let end = lineEnd;
  while (end > from && isBlankAt(TEXT + end - 1)) end--;
  if (isStopped(from, end) || (end >= length && hasStop(from, end))) mark(word, ENDS_SENTENCE);
}

function isStopped(from: u32, to: u32): bool {
  let hasStopped = false;
  for (let at = from; at < to; at++) {
    if (isStopAt(TEXT + at)) hasStopped = true;
    else if (hasStopped && load<u8>(TEXT + at) <= LAST_BLANK) return true;
  }
  return false;
}

function hasStop(from: u32, to: u32): bool {
  for (let at = from; at < to; at++) if (isStopAt(TEXT + at)) return true;
  return false;
}

function hasBlank(from: u32, to: u32): bool {
  for (let at = from; at < to; at++) if (load<u8>(TEXT + at) <= LAST_BLANK) return true;
  return false;
}

/** Marks the last word of the title, and of every line that the next one does not carry on. */
export function endLines(words: u32, full: u32): void {
  const title = full == 0 ? words : get(LINE_WORDS, 0);
  if (title > 0) mark(title - 1, ENDS_LINE);
  for (let line: u32 = 0; line < full; line++) {
    const first = get(LINE_WORDS, line);
    const end = get(LINE_WORDS, line + 1);
    const isCarriedOn = end - first >= WRAPPED_WORDS && line + 1 < full && load<u8>(GAPS + line + 1) == 0;
    if (end > first && !isCarriedOn) mark(end - 1, ENDS_LINE);
  }
}

function mark(word: u32, flag: u8): void {
  store<u8>(FLAGS + word, load<u8>(FLAGS + word) | flag);
}
