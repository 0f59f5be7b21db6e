/** The signals that a line gives by itself, from the document's tables; only the gaps between words are read from the text. */
import type { Block, BlockKind, Document } from '../core/types.ts';
import { blockAt } from '../text/blocks.ts';
import { columnOf } from './signals.ts';

const HAS_DIGIT = 1;
const NO_SPACES = 8;
const MOST = 2000;
const SHARE = 100;

const UNITS = columnOf('units');
const TOKENS = columnOf('tokens');
const WORD_UNITS = columnOf('wordUnits');
const STOPS = columnOf('stops');
const STOP_SHARE = columnOf('stopShare');
const UPPER_SHARE = columnOf('upperShare');
const CAPITAL_SHARE = columnOf('capitalShare');
const DIGIT_SHARE = columnOf('digitShare');
const MARK_SHARE = columnOf('markShare');
const TERMINAL = columnOf('terminal');
const OPENING = columnOf('opening');
const COMMAS = columnOf('commas');
const SEPARATORS = columnOf('separators');
const LABEL_COLON = columnOf('labelColon');
const BREAKS = columnOf('sentenceBreaks');
const ADDRESSES = columnOf('addresses');
const FIGURES = columnOf('figures');
const YEARS = columnOf('years');
const QUOTES = columnOf('quotes');
const BRACKETS = columnOf('brackets');
const BLOCK = columnOf('block');
const LINKS = columnOf('links');

/** A label stands before a colon within so many words. */
const LABEL_WORDS = 4;
const YEAR_UNITS = 4;

/** What the first unit of a line is. */
const OPENS = { lower: 0, upper: 1, digit: 2, unspaced: 3, quote: 4, sign: 5 } as const;
const BLOCKS: readonly BlockKind[] = [
  'paragraph',
  'heading',
  'list',
  'table',
  'code',
  'verse',
  'quote',
  'wrapped',
  'caption',
  'front-matter',
  'rule',
];

/** Classes of the units between words. */
const COMMA = 1;
const SEPARATOR = 2;
const COLON = 3;
const STOP = 4;
const ADDRESS = 5;
const QUOTE = 6;
const BRACKET = 7;
const SIGN_CLASSES: Uint8Array = signClasses();

/** Fills the row that begins at `base` for the line `at`. */
export function fillLineSignals(doc: Document, at: number, values: Int16Array, base: number): void {
  const { lines } = doc;
  const letters = lines.letters[at] as number;
  const units = (lines.end[at] as number) - (lines.from[at] as number);
  const words = (lines.word[at + 1] as number) - (lines.word[at] as number);
  values[base + UNITS] = Math.min(MOST, units);
  values[base + TOKENS] = Math.min(MOST, lines.tokens[at] as number);
  values[base + WORD_UNITS] = share(letters, words * 10, 1000);
  values[base + STOPS] = Math.min(MOST, lines.stops[at] as number);
  values[base + STOP_SHARE] = share(lines.stops[at] as number, words, SHARE);
  values[base + UPPER_SHARE] = share(lines.upper[at] as number, letters, SHARE);
  values[base + CAPITAL_SHARE] = share(lines.capitals[at] as number, words, SHARE);
  values[base + DIGIT_SHARE] = share(lines.digits[at] as number, units, SHARE);
  values[base + MARK_SHARE] = share(lines.marks[at] as number, units, SHARE);
  values[base + TERMINAL] = lines.terminal[at] as number;
  values[base + OPENING] = openingOf(doc, at);
  fillBlock(blockAt(doc, at), values, base);
  fillWords(doc, at, values, base);
  fillGaps(doc, at, values, base);
}

function share(part: number, whole: number, scale: number): number {
  return whole === 0 ? 0 : Math.min(scale, Math.floor((part * scale) / whole));
}

function openingOf({ text, lines, words }: Document, at: number): number {
  const from = lines.from[at] as number;
  const word = lines.word[at] as number;
  if (word < (lines.word[at + 1] as number) && words.start[word] === from) {
    const flags = words.flags[word] as number;
    if ((flags & NO_SPACES) !== 0) return OPENS.unspaced;
    const unit = text.charCodeAt(from);
    if (unit >= 0x30 && unit <= 0x39) return OPENS.digit;
    return (flags & 2) !== 0 ? OPENS.upper : OPENS.lower;
  }
  return SIGN_CLASSES[text.charCodeAt(from)] === QUOTE ? OPENS.quote : OPENS.sign;
}

function fillBlock(block: Block | undefined, values: Int16Array, base: number): void {
  values[base + BLOCK] = block === undefined ? 0 : BLOCKS.indexOf(block.kind) * 8 + (block.level ?? 0);
  values[base + LINKS] = block?.links ?? 0;
}

function fillWords({ lines, words }: Document, at: number, values: Int16Array, base: number): void {
  let figures = 0;
  let years = 0;
  const end = lines.word[at + 1] as number;
  if (lines.digits[at] !== 0) {
    for (let word = lines.word[at] as number; word < end; word++) {
      if (((words.flags[word] as number) & HAS_DIGIT) === 0) continue;
      figures++;
      if ((words.end[word] as number) - (words.start[word] as number) === YEAR_UNITS) years++;
    }
  }
  values[base + FIGURES] = Math.min(MOST, figures);
  values[base + YEARS] = Math.min(MOST, years);
}

/** Counts the signs between words by class. */
function fillGaps({ text, lines, words }: Document, at: number, values: Int16Array, base: number): void {
  if (lines.marks[at] === 0) return;
  const first = lines.word[at] as number;
  const last = lines.word[at + 1] as number;
  let from = lines.from[at] as number;
  for (let word = first; word <= last; word++) {
    const to = word < last ? (words.start[word] as number) : (lines.end[at] as number);
    for (let unit = from; unit < to; unit++) {
      const kind = SIGN_CLASSES[text.charCodeAt(unit)] as number;
      if (kind !== 0) countSign(kind, unit - from, to - from, word - first, word < last, values, base);
    }
    if (word < last) from = words.end[word] as number;
  }
}

/** `place`: units into the gap; `gap`: its length; `words`: words of the line before it. */
function countSign(
  kind: number,
  place: number,
  gap: number,
  words: number,
  isInside: boolean,
  values: Int16Array,
  base: number,
): void {
  if (kind === COMMA) add(values, base + COMMAS);
  else if (kind === SEPARATOR) {
    if (gap > 1 || words === 0) add(values, base + SEPARATORS);
  } else if (kind === COLON) {
    if (words > 0 && words <= LABEL_WORDS && isInside) values[base + LABEL_COLON] = 1;
  } else if (kind === STOP) {
    if (isInside && words > 0 && gap > place + 1) add(values, base + BREAKS);
    else if (isInside && gap === 1) add(values, base + ADDRESSES);
  } else if (kind === ADDRESS) add(values, base + ADDRESSES);
  else if (kind === QUOTE) add(values, base + QUOTES);
  else add(values, base + BRACKETS);
}

function add(values: Int16Array, at: number): void {
  values[at] = Math.min(MOST, (values[at] as number) + 1);
}

function signClasses(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const signs: readonly (readonly [string, number])[] = [
    [',\u3001\uff0c\u060c', COMMA],
    ['|\u00bb\u203a\u2022\u00b7>\u2192\u25b8\u25e6/-\u2013\u2014', SEPARATOR],
    [':\uff1a', COLON],
    ['.!?\u3002\uff01\uff1f\u2026', STOP],
    ['@', ADDRESS],
    ['"\u201c\u201d\u201e\u00ab\u300c\u300d', QUOTE],
    ['([\uff08', BRACKET],
  ];
  for (const [units, kind] of signs) for (const unit of units) table[unit.charCodeAt(0)] = kind;
  return table;
}
