/**
 * How much of what a line speaks of the article speaks of too. A page often holds more than one text, so that is asked
 * three times: of all sentences, of the main segment, and of its lead. Words are counted in hash buckets: a rare chance
 * meeting does no harm to a share.
 */
import type { Document } from '../core/types.ts';
import { columnOf, PAD, type SignalTable, WIDTH } from './signals.ts';

const CONTENT_UNITS = 4;
const NO_SPACES = 8;
const NO_WORDS = -1;
const BUCKETS = 1 << 14;
const MOST_COUNTED = 60_000;
/** Sentences that say what an article is about. */
const LEAD_ROWS = 8;
/** Bits of a word bucket: said in the lead, said elsewhere in the main segment. */
const IN_LEAD = 1;
const IN_MAIN = 2;
const IN_MAIN_TWICE = 4;

/** Kept between documents and left empty by each: getting and clearing them anew costs more than a small document. */
const counts: Uint16Array = new Uint16Array(BUCKETS);
const marks: Uint8Array = new Uint8Array(BUCKETS);
const lastRows: Int32Array = new Int32Array(BUCKETS).fill(-1);

const TOPIC = columnOf('topic');
const TOPIC_LEAD = columnOf('topicLead');
const TOPIC_MAIN = columnOf('topicMain');

/** Rows of the table. */
interface Rows {
  readonly first: number;
  readonly last: number;
}

/** Fills the percentages of each line's longer words that other sentences hold, that the lead and that the main segment hold; -1 without any. */
export function shareTopics(doc: Document, table: SignalTable, sentence: Uint8Array, main: Rows | undefined): void {
  countSentences(doc, table, sentence, main ?? { first: table.rows, last: -1 });
  for (let row = 0; row < table.rows; row++) {
    const isMain = main !== undefined && row >= main.first && row <= main.last;
    shareRow(doc, table, row, sentence[row] as number, isMain);
  }
  clearSentences(doc, table, sentence);
}

/** In how many sentences each bucket is met, and whether in the main segment. */
function countSentences(
  { lines, words }: Document,
  { rows, lineOf }: SignalTable,
  sentence: Uint8Array,
  main: Rows,
): void {
  const { hash, start, end, flags } = words;
  let led = 0;
  for (let row = 0; row < rows; row++) {
    if (sentence[row] !== 1) continue;
    const isMain = row >= main.first && row <= main.last;
    const mark = isMain ? IN_MAIN | (led++ < LEAD_ROWS ? IN_LEAD : 0) : 0;
    const line = lineOf[row] as number;
    const last = lines.word[line + 1] as number;
    for (let word = lines.word[line] as number; word < last; word++) {
      if (!isContent(start, end, flags, word)) continue;
      const bucket = (hash[word] as number) & (BUCKETS - 1);
      if (lastRows[bucket] === row) continue;
      lastRows[bucket] = row;
      counts[bucket] = Math.min(MOST_COUNTED, (counts[bucket] as number) + 1);
      const before = marks[bucket] as number;
      if (isMain) marks[bucket] = before | mark | ((before & IN_MAIN) !== 0 ? IN_MAIN_TWICE : 0);
    }
  }
}

function shareRow(
  { lines, words }: Document,
  { lineOf, values }: SignalTable,
  row: number,
  own: number,
  isMain: boolean,
): void {
  const { hash, start, end, flags } = words;
  const line = lineOf[row] as number;
  const last = lines.word[line + 1] as number;
  const wanted = isMain && own === 1 ? IN_MAIN_TWICE : IN_MAIN;
  let content = 0;
  let shared = 0;
  let lead = 0;
  let inMain = 0;
  for (let word = lines.word[line] as number; word < last; word++) {
    if (!isContent(start, end, flags, word)) continue;
    content++;
    const bucket = (hash[word] as number) & (BUCKETS - 1);
    if ((counts[bucket] as number) > own) shared++;
    const mark = marks[bucket] as number;
    if ((mark & IN_LEAD) !== 0) lead++;
    if ((mark & wanted) !== 0) inMain++;
  }
  const base = (row + PAD) * WIDTH;
  values[base + TOPIC] = content === 0 ? NO_WORDS : Math.floor((shared * 100) / content);
  values[base + TOPIC_LEAD] = content === 0 ? NO_WORDS : Math.floor((lead * 100) / content);
  values[base + TOPIC_MAIN] = content === 0 ? NO_WORDS : Math.floor((inMain * 100) / content);
}

function clearSentences({ lines, words }: Document, { rows, lineOf }: SignalTable, sentence: Uint8Array): void {
  const { hash } = words;
  for (let row = 0; row < rows; row++) {
    if (sentence[row] !== 1) continue;
    const line = lineOf[row] as number;
    const last = lines.word[line + 1] as number;
    for (let word = lines.word[line] as number; word < last; word++) {
      const bucket = (hash[word] as number) & (BUCKETS - 1);
      counts[bucket] = 0;
      marks[bucket] = 0;
      lastRows[bucket] = -1;
    }
  }
}

function isContent(start: Uint32Array, end: Uint32Array, flags: Uint8Array, word: number): boolean {
  return (
    (end[word] as number) - (start[word] as number) >= CONTENT_UNITS || ((flags[word] as number) & NO_SPACES) !== 0
  );
}
