/**
 * Language by stop-word coverage: the language whose function words cover most of the running lines wins, and is named
 * only if it wins clearly. No library: the judges need the counts anyway.
 */
import type { LineTable, WordTable } from '../core/types.ts';
import { hashUnits } from './hash.ts';
import { HAS_DIGIT } from './scan.ts';
import { STOP_WORDS } from './tables/stopwords.ts';
import { WordIndex } from './word-index.ts';

/** Lines shorter than this are menus and labels in most pages and say little about the language of the prose. */
const RUNNING_TOKENS = 8;
/** In scripts without spaces, where every letter is a token. */
const RUNNING_LETTERS = 20;
/** Below this share of function words the list does not fit: running English has 40-50 %, a Chinese list of single letters about 15 %. */
const LEAST_COVERAGE = 0.1;
/** A named language must beat the next by this much; close pairs (da/no, cs/sk) otherwise stay unnamed. */
const CLEAR_LEAD = 1.12;
/** Fewer function words than this prove nothing. */
const LEAST_HITS = 12;
/** Longest function word of the lists, in units; longer words are not looked up. */
const LONGEST_STOP = 12;

const TAGS: readonly string[] = Object.keys(STOP_WORDS);
interface StopTable {
  readonly index: WordIndex;
  /** The languages of each word of the index, one after another, as numbers into `TAGS`. */
  readonly languages: Uint8Array;
  /** Where the languages of word `i` begin; those of the next word follow. */
  readonly from: Uint16Array;
}

const STOPS: StopTable = buildTable();
const STOPS_OF: Map<number, Uint8Array> = new Map();

/** Names the language (`''` if unsure) and fills `lines.stops` with the best list's counts. */
export function countStops(lines: LineTable, words: WordTable): string {
  const entryOf = lookUp(words);
  const running = countRunning(lines, entryOf);
  const { best, sure } = pickLanguage(running);
  if (best < 0) return '';
  const isStop = stopsOf(best);
  for (let line = 0; line < lines.count; line++) {
    let stops = 0;
    const end = lines.word[line + 1] as number;
    for (let word = lines.word[line] as number; word < end; word++) {
      const entry = entryOf[word] as number;
      if (entry > 0 && isStop[entry - 1] === 1) stops++;
    }
    lines.stops[line] = stops;
  }
  return sure ? (TAGS[best] as string) : '';
}

/** 1 for each word of the index that is a stop word of the language; made once per language. */
function stopsOf(language: number): Uint8Array {
  let stops = STOPS_OF.get(language);
  if (stops === undefined) {
    stops = new Uint8Array(STOPS.index.size);
    for (let entry = 0; entry < stops.length; entry++) {
      const languages = STOPS.languages.subarray(STOPS.from[entry], STOPS.from[entry + 1]);
      stops[entry] = languages.includes(language) ? 1 : 0;
    }
    STOPS_OF.set(language, stops);
  }
  return stops;
}

/** Kept for the next text. */
let entryRoom: Uint16Array = new Uint16Array(1 << 12);
const MOST_ROOM = 1 << 20;

/** Entry number plus one per word, 0 where the word is in no list. Good until the next call. */
function lookUp(words: WordTable): Uint16Array {
  const { hash, flags, start, end, count } = words;
  const entryOf = count <= entryRoom.length ? entryRoom : new Uint16Array(count);
  if (count <= MOST_ROOM) entryRoom = entryOf;
  for (let word = 0; word < count; word++) {
    let entry = STOPS.index.find(hash[word] as number) + 1;
    if (entry !== 0 && ((flags[word] as number) & HAS_DIGIT) !== 0) entry = 0;
    if (entry !== 0 && (end[word] as number) - (start[word] as number) > LONGEST_STOP) entry = 0;
    entryOf[word] = entry;
  }
  return entryOf;
}

interface Running {
  readonly hits: Uint32Array;
  readonly words: number;
}

/** How often each entry is met; empty between calls. */
const met: Uint32Array = new Uint32Array(STOPS.index.size + 1);

/** Function words per language over the lines that run; over all lines where none do. */
function countRunning(lines: LineTable, entryOf: Uint16Array): Running {
  let words = 0;
  for (const isOnlyRunning of [true, false]) {
    for (let line = 0; line < lines.count; line++) {
      if (isOnlyRunning && !runs(lines, line)) continue;
      const end = lines.word[line + 1] as number;
      const first = lines.word[line] as number;
      words += end - first;
      for (let word = first; word < end; word++) {
        const entry = entryOf[word] as number;
        met[entry] = (met[entry] as number) + 1;
      }
    }
    if (words > 0) break;
  }
  met[0] = 0;
  return { hits: hitsOf(entryOf, lines.word[lines.count] as number), words };
}

/** Each entry counts for all its languages, at the first word that it is met by. */
function hitsOf(entryOf: Uint16Array, words: number): Uint32Array {
  const hits = new Uint32Array(TAGS.length);
  for (let word = 0; word < words; word++) {
    const entry = entryOf[word] as number;
    const count = met[entry] as number;
    if (count === 0) continue;
    met[entry] = 0;
    const last = STOPS.from[entry] as number;
    for (let each = STOPS.from[entry - 1] as number; each < last; each++) {
      const language = STOPS.languages[each] as number;
      hits[language] = (hits[language] as number) + count;
    }
  }
  return hits;
}

function runs({ tokens, letters }: LineTable, line: number): boolean {
  const count = tokens[line] as number;
  const isUnspaced = (letters[line] as number) < count * 2;
  return count >= (isUnspaced ? RUNNING_LETTERS : RUNNING_TOKENS);
}

function pickLanguage({ hits, words }: Running): { readonly best: number; readonly sure: boolean } {
  let best = -1;
  let most = 0;
  let next = 0;
  hits.forEach((count, language) => {
    if (count > most) {
      next = most;
      most = count;
      best = language;
    } else if (count > next) next = count;
  });
  if (best < 0 || most < words * LEAST_COVERAGE) return { best: -1, sure: false };
  return { best, sure: most >= LEAST_HITS && most >= next * CLEAR_LEAD };
}

/** Read unit by unit: this happens before the first page, and cutting 7,000 words out of the lists took longer than the page. */
function buildTable(): StopTable {
  const entries = new Map<number, number>();
  const languagesOf: number[][] = [];
  TAGS.forEach((tag, language) => {
    const list = STOP_WORDS[tag] as string;
    for (let from = 0; from < list.length; ) {
      const blank = list.indexOf(' ', from);
      const end = blank < 0 ? list.length : blank;
      const hash = hashUnits(list, from, end);
      const known = languagesOf[entries.get(hash) ?? -1];
      if (known === undefined) {
        entries.set(hash, languagesOf.length);
        languagesOf.push([language]);
      } else if (known.at(-1) !== language) known.push(language);
      from = end + 1;
    }
  });
  const from = new Uint16Array(languagesOf.length + 1);
  languagesOf.forEach((list, entry) => {
    from[entry + 1] = (from[entry] as number) + list.length;
  });
  return { index: new WordIndex(entries.keys()), languages: Uint8Array.from(languagesOf.flat()), from };
}
