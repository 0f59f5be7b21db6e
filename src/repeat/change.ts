/** What the words of a later copy say that the words in the same place of the earlier copy do not. */
import type { Document } from '../core/types.ts';
import { ALL_UPPER, CAPITAL, HAS_DIGIT } from '../text/scan.ts';
import { CLASSES, DIGIT, foldedUnit, LETTER, UNSPACED, UPPER } from '../text/tables/letters.ts';
import { ALIKE, CHANGED, FRESH, NEWS, RESPELLED } from './marks.ts';
import { isNegation } from './negations.ts';

/** Slips and spellings (colour, color) leave this share of the longer word as it was; seventeen and seventy share 67 %. */
const LEAST_KEPT_PERCENT = 70;
/** A change of wording may need a word or two more; what is longer than that is an addition. */
const MOST_ADDED = 2;
/** An opening quote or bracket and a blank lie between a sentence end and a capital. */
const LOOK_BACK = 3;

/** One mark for each word of `later`. Words are numbers in the document's word table. */
export function judgeChange(doc: Document, later: readonly number[], earlier: readonly number[]): readonly number[] {
  const { hash } = doc.words;
  const left = [...earlier];
  const marks = later.map((word) => (take(left, (each) => hash[each] === hash[word]) ? ALIKE : FRESH));
  const fresh = later.filter((_, at) => marks[at] === FRESH);
  if (fresh.length === 0) return marks;
  if (isSpelledAnew(doc, fresh, left)) return marks.map((mark) => (mark === FRESH ? RESPELLED : mark));
  const turned = countNegations(doc, later) !== countNegations(doc, earlier);
  const judged = later.map((word, at) => (marks[at] === ALIKE ? ALIKE : judgeWord(doc, word, left, turned)));
  const added = later.length - earlier.length > MOST_ADDED;
  return added ? judged.map((mark) => (mark === CHANGED ? FRESH : mark)) : judged;
}

function take(left: number[], isEqual: (word: number) => boolean): boolean {
  const at = left.findIndex(isEqual);
  if (at >= 0) left.splice(at, 1);
  return at >= 0;
}

function countNegations(doc: Document, words: readonly number[]): number {
  return words.reduce((sum, word) => sum + (isNegation(doc.words.hash[word] as number) ? 1 : 0), 0);
}

/** The same letters parted otherwise (per cent, percent), or an abbreviation (PM, Prime Minister). */
function isSpelledAnew(doc: Document, later: readonly number[], earlier: readonly number[]): boolean {
  if (later.length === 0 || earlier.length === 0) return false;
  const one = later.map((word) => lettersOf(doc, word));
  const other = earlier.map((word) => lettersOf(doc, word));
  const letters = one.join('');
  return letters === other.join('') || isInitials(letters, other) || isInitials(other.join(''), one);
}

function isInitials(letters: string, words: readonly string[]): boolean {
  return (
    words.length > 1 &&
    letters.length === words.length &&
    words.every((word, at) => word.startsWith(letters.charAt(at)))
  );
}

/** A figure, a name or a negation. */
export function matters(doc: Document, word: number): boolean {
  const flags = doc.words.flags[word] as number;
  return (flags & HAS_DIGIT) !== 0 || isName(doc, word, flags) || isNegation(doc.words.hash[word] as number);
}

function judgeWord(doc: Document, word: number, earlier: readonly number[], turned: boolean): number {
  const flags = doc.words.flags[word] as number;
  if ((flags & HAS_DIGIT) !== 0 || isName(doc, word, flags)) return isRespelled(doc, word, earlier) ? ALIKE : NEWS;
  if (turned) return NEWS;
  const letters = lettersOf(doc, word);
  return earlier.some((each) => isAlike(letters, lettersOf(doc, each))) ? ALIKE : CHANGED;
}

/** Only other code points for the same letters: a ligature, an accent composed or not. */
function isRespelled(doc: Document, word: number, earlier: readonly number[]): boolean {
  const letters = lettersOf(doc, word);
  return earlier.some((each) => lettersOf(doc, each) === letters);
}

/** A capital inside a sentence. */
function isName(doc: Document, word: number, flags: number): boolean {
  if ((flags & (CAPITAL | ALL_UPPER)) === 0) return false;
  const start = doc.words.start[word] as number;
  const before = doc.text.slice(Math.max(0, start - LOOK_BACK), start);
  return before.length === LOOK_BACK && !/[.!?:\n\r]/.test(before);
}

/** Letters and digits of a word, case, accents and ligatures folded. */
function lettersOf(doc: Document, word: number): string {
  const text = doc.text.slice(doc.words.start[word], doc.words.end[word]).normalize('NFKD');
  let letters = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = CLASSES[unit];
    if (kind === LETTER || kind === UPPER || kind === DIGIT || kind === UNSPACED)
      letters += String.fromCharCode(foldedUnit(unit));
  }
  return letters;
}

function isAlike(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return head > 0 && (head + tail) * 100 >= longer * LEAST_KEPT_PERCENT;
}
