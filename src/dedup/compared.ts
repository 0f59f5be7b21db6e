/** The words of an article as verification needs them. Made again from the article whenever a pair must be verified, never kept. */
import type { BodyLine } from '../core/types.ts';
import { scanText } from '../text/scan.ts';
import { APOSTROPHE, CLASSES, FOLDED, JOINER } from '../text/tables/letters.ts';
import { ENDS_LINE, ENDS_SENTENCE, flagWords } from './flags.ts';
import { foldWords } from './fold.ts';

export interface ComparedText {
  /** Folded word hashes: those of the title, then those of the body in order. */
  readonly words: Uint32Array;
  /** As in `flags.ts`. */
  readonly flags: Uint8Array;
  /** The letter pairs of each word as a bit set: two spellings of one word share most of them. */
  readonly letters: Uint32Array;
  /** How many of the words are the title's. */
  readonly titleWords: number;
  /** First word of each body line, and the end of the last. */
  readonly lineWord: Uint32Array;
  /** Line number of each body line in the document's text. */
  readonly lineAt: Uint32Array;
  /** Title and body if they are shorter than `SHORT_TEXT`, for comparing letters; else `''`. */
  readonly short: string;
}

/** Letter pairs are fit for this length (`text/similarity.ts`). */
const SHORT_TEXT = 200;
/** Hard-wrapped lines hold 8 to 12 words; shorter lines of a block are its last line, a verse, a row. */
const WRAPPED_WORDS = 6;
const LAST_BLANK = 32;
const FIRST_UNSPACED = 0x3000;
const PAIR_STEP = 31;
const PAIR_MIX = 0x9e3779b1;
const PAIR_SHIFT = 27;
const SENTENCE_END: ReadonlySet<number> = new Set(Array.from('.!?…。！？｡', (sign) => sign.charCodeAt(0)));

export function comparedText(title: string, body: readonly BodyLine[]): ComparedText {
  const text = [title, ...body.map((line) => line.text)].join('\n');
  const { words: table } = scanText(text);
  const words = new Uint32Array(table.count);
  foldWords(text, table, 0, table.count, words, 0);
  const flags = new Uint8Array(table.count);
  const letters = new Uint32Array(table.count);
  const lineWord = new Uint32Array(body.length + 1);
  let word = 0;
  let unit = title.length;
  const readTo = (line: number): void => {
    const first = word;
    while (word < table.count && (table.start[word] as number) < unit) word++;
    flagWords(text, table, first, word, words, flags, first);
    for (let at = first; at < word; at++) {
      const end = table.end[at] as number;
      letters[at] = lettersOf(text, table.start[at] as number, end);
      if (isStopped(text, end, at + 1 < word ? (table.start[at + 1] as number) : unit))
        flags[at] = (flags[at] as number) | ENDS_SENTENCE;
    }
    const isCarriedOn = line > 0 && word - first >= WRAPPED_WORDS && body[line]?.gap === false;
    if (word > first && !isCarriedOn) flags[word - 1] = (flags[word - 1] as number) | ENDS_LINE;
    lineWord[line] = word;
  };
  readTo(0);
  body.forEach((line, at) => {
    unit += line.text.length + 1;
    readTo(at + 1);
  });
  const short = text.length < SHORT_TEXT ? text : '';
  return {
    words,
    flags,
    letters,
    titleWords: lineWord[0] as number,
    lineWord,
    lineAt: Uint32Array.from(body, (line) => line.at),
    short,
  };
}

/** A stop ends a sentence if a blank or the end of the line follows (`3.5` has none), or the script needs none. */
function isStopped(text: string, end: number, next: number): boolean {
  let stopped = false;
  for (let at = end; at < next; at++) {
    const unit = text.charCodeAt(at);
    if (SENTENCE_END.has(unit)) stopped = true;
    else if (stopped && unit <= LAST_BLANK) return true;
  }
  return stopped && (next >= text.length || text.charCodeAt(next) > FIRST_UNSPACED);
}

/** Letter pairs, the first letter paired with the blank before it. */
function lettersOf(text: string, start: number, end: number): number {
  let pairs = 0;
  let last = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (CLASSES[unit] === JOINER || CLASSES[unit] === APOSTROPHE) continue;
    const letter = FOLDED[unit] as number;
    pairs |= 1 << (Math.imul(last * PAIR_STEP + letter, PAIR_MIX) >>> PAIR_SHIFT);
    last = letter;
  }
  return pairs >>> 0;
}
