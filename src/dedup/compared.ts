/** The words of an article as verification needs them. Made again from the article whenever a pair must be verified, never kept. */
import type { BodyLine, WordTable } from '../core/types.ts';
import { lendTables, scanText, type Tables } from '../text/scan.ts';
import { asciiText } from './ascii-words.ts';
import { ENDS_LINE, ENDS_SENTENCE, flagWords, WRAPPED_WORDS } from './flags.ts';
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

const LAST_BLANK = 32;
const FIRST_UNSPACED = 0x3000;
const SENTENCE_END: Uint8Array = new Uint8Array(0x10000);
for (const sign of '.!?…。！？｡') SENTENCE_END[sign.charCodeAt(0)] = 1;

export function comparedText(title: string, body: readonly BodyLine[]): ComparedText {
  const text = [title, ...body.map((line) => line.text)].join('\n');
  const { lines, words } = scanText(text);
  return readWords(text, words, {
    at: Uint32Array.from(body, (line) => line.at),
    hasGap: Uint8Array.from(body, ({ gap }) => (gap ? 1 : 0)),
    word: lines.word.subarray(1, body.length + 2),
    end: lines.end.subarray(1),
    titleEnd: lines.end[0] as number,
  });
}

/** The lines of a text below its title, blank ones left out. */
interface BodyLines {
  /** Number of each line in the document's text. */
  readonly at: Uint32Array;
  /** 1 for a line below a blank one. */
  readonly hasGap: Uint8Array;
  /** First word of each line, and the end of the last. */
  readonly word: Uint32Array;
  /** One past the last unit of each line. */
  readonly end: Uint32Array;
  readonly titleEnd: number;
}

/** A text as it is, none of its lines left out; `title` is what is stated of it, and stands in none of its lines. */
export function wholeText(title: string, body: string): ComparedText {
  return asciiText(title, body, false) ?? scannedText(title, body);
}

/** The same, good until the next text is read: for texts that are signed and let go. */
export function lentText(title: string, body: string): ComparedText {
  return asciiText(title, body, true) ?? readWhole(title, body, lendTables);
}

/** The same of any text, by way of its tables. */
export function scannedText(title: string, body: string): ComparedText {
  return readWhole(title, body, scanText);
}

function readWhole(title: string, body: string, scan: (text: string) => Tables): ComparedText {
  const text = `${title}\n${body}`;
  const { lines, words } = scan(text);
  const at = new Uint32Array(lines.count);
  const hasGap = new Uint8Array(lines.count);
  const word = new Uint32Array(lines.count + 1);
  const end = new Uint32Array(lines.count);
  let full = 0;
  let gap = 1;
  for (let line = 1; line < lines.count; line++) {
    if (lines.from[line] === lines.end[line]) {
      gap = 1;
      continue;
    }
    at[full] = line - 1;
    word[full] = lines.word[line] as number;
    end[full] = lines.end[line] as number;
    hasGap[full++] = gap;
    gap = 0;
  }
  word[full] = words.count;
  return readWords(text, words, {
    at: at.slice(0, full),
    hasGap,
    word: word.slice(0, full + 1),
    end,
    titleEnd: lines.end[0] as number,
  });
}

function readWords(text: string, table: WordTable, { at, hasGap, word, end, titleEnd }: BodyLines): ComparedText {
  const words = foldWords(text, table, table.count);
  const flags = new Uint8Array(table.count);
  const titleWords = word[0] ?? table.count;
  const read: Reading = { text, table, words, flags };
  readLine(read, 0, titleWords, titleEnd, false);
  for (let line = 0; line < at.length; line++) {
    const [first, last] = [word[line] as number, word[line + 1] as number];
    const isCarriedOn = last - first >= WRAPPED_WORDS && line + 1 < at.length && hasGap[line + 1] === 0;
    readLine(read, first, last, end[line] as number, isCarriedOn);
  }
  return { text, start: table.start, end: table.end, words, flags, titleWords, lineWord: word, lineAt: at };
}

interface Reading extends Pick<ComparedText, 'text' | 'words' | 'flags'> {
  readonly table: WordTable;
}

/** Flags the words `[first, last)` of a line that ends at `end`. */
function readLine(
  { text, table, words, flags }: Reading,
  first: number,
  last: number,
  end: number,
  isCarriedOn: boolean,
): void {
  flagWords(text, table, first, last, words, flags, first);
  for (let at = first; at < last; at++) {
    const from = table.end[at] as number;
    const next = at + 1 < last ? (table.start[at + 1] as number) : end;
    if (next - from === 1 && text.charCodeAt(from) <= LAST_BLANK) continue;
    if (isStopped(text, from, next)) flags[at] = (flags[at] as number) | ENDS_SENTENCE;
  }
  if (last > first && !isCarriedOn) flags[last - 1] = (flags[last - 1] as number) | ENDS_LINE;
}

/** A stop ends a sentence if a blank or the end of the line follows (`3.5` has none), or the script needs none. */
function isStopped(text: string, end: number, next: number): boolean {
  let stopped = false;
  for (let at = end; at < next; at++) {
    const unit = text.charCodeAt(at);
    if (SENTENCE_END[unit] === 1) stopped = true;
    else if (stopped && unit <= LAST_BLANK) return true;
  }
  return stopped && (next >= text.length || text.charCodeAt(next) > FIRST_UNSPACED);
}
