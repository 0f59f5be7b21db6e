/** The words of an article as verification needs them. Made again from the article whenever a pair must be verified, never kept. */
import type { BodyLine } from '../core/types.ts';
import { scanText } from '../text/scan.ts';
import { ENDS_LINE, ENDS_SENTENCE, flagWords } from './flags.ts';
import { foldWords } from './fold.ts';

export interface ComparedText {
  /** Title and body lines. */
  readonly text: string;
  /** First unit of each word, and one past the last. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Folded word hashes: those of the title, then those of the body in order. */
  readonly words: Uint32Array;
  /** As in `flags.ts`. */
  readonly flags: Uint8Array;
  /** How many of the words are the title's. */
  readonly titleWords: number;
  /** First word of each body line, and the end of the last. */
  readonly lineWord: Uint32Array;
  /** Line number of each body line in the document's text. */
  readonly lineAt: Uint32Array;
}

/** Hard-wrapped lines hold 8 to 12 words; shorter lines of a block are its last line, a verse, a row. */
const WRAPPED_WORDS = 6;
const LAST_BLANK = 32;
const FIRST_UNSPACED = 0x3000;
const SENTENCE_END: ReadonlySet<number> = new Set(Array.from('.!?…。！？｡', (sign) => sign.charCodeAt(0)));

export function comparedText(title: string, body: readonly BodyLine[]): ComparedText {
  const text = [title, ...body.map((line) => line.text)].join('\n');
  const { words: table } = scanText(text);
  const words = new Uint32Array(table.count);
  foldWords(text, table, 0, table.count, words, 0);
  const flags = new Uint8Array(table.count);
  const lineWord = new Uint32Array(body.length + 1);
  let word = 0;
  let unit = title.length;
  const readTo = (line: number): void => {
    const first = word;
    while (word < table.count && (table.start[word] as number) < unit) word++;
    flagWords(text, table, first, word, words, flags, first);
    for (let at = first; at < word; at++) {
      const end = table.end[at] as number;
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
  return {
    text,
    start: table.start,
    end: table.end,
    words,
    flags,
    titleWords: lineWord[0] as number,
    lineWord,
    lineAt: Uint32Array.from(body, (line) => line.at),
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
