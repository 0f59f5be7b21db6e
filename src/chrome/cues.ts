/**
 * Which phrases of the vocabularies stand on which line, found over word hashes: no string is made.
 * A cue on a long line proves little (share, subscribe and legal words on lines of more than 15 words are chrome in 25 to
 * 49 % only), so rules ask how much of a short line the phrases cover.
 */
import type { Document, LineTable } from '../core/types.ts';
import { hashWord } from '../text/hash.ts';
import { HAS_DIGIT } from '../text/scan.ts';
import { WordIndex } from '../text/word-index.ts';
import { VOCABULARIES } from './words/index.ts';
import { CUES, type Cue, type Vocabulary } from './words/vocabulary.ts';

/** A set of cues, a bit each. */
export type CueSet = number;

/** Longer lines are looked up only for the notices that come as prose. */
const SHORT_LINE = 30;
const LONG_LINE = 130;
const PROSE_CUES: readonly Cue[] = ['cookie', 'browser', 'copyright', 'legal'];

/** Stands for any number in a phrase; no word hashes to it in any vocabulary. */
const NUMBER = 0;
/** From here on the vocabularies hold Chinese only, written without blanks. */
const FIRST_UNSPACED = 0x2e80;
const LINGUA_FRANCA = 'en';

/** Phrases in flat columns: phrase p has the cue `cue[p]` and the words `words[start[p] .. start[p + 1])`. */
interface PhraseTable {
  readonly index: WordIndex;
  /** By the low half of a hash: the reach (`SHORT`, `PROSE`) of the phrases that may begin with it. Turns most words away. */
  readonly filter: Uint8Array;
  /** Phrases that begin with word e of the index: `[first[e], first[e + 1])`. */
  readonly first: Uint32Array;
  readonly cue: Uint32Array;
  /** 1 for phrases with a number in front; it is not among their words, so that they are found by a word and not by every number. */
  readonly numbered: Uint8Array;
  readonly start: Uint32Array;
  readonly words: Uint32Array;
}

const SHORT = 1;
const PROSE = 2;

const BITS: ReadonlyMap<Cue, CueSet> = new Map(CUES.map((cue, at) => [cue, 1 << at]));
const PROSE_SET: CueSet = cueSet(...PROSE_CUES);
/** Laid when a page asks for them: reading 33,000 phrases of ten languages takes 100 ms, those of two 20. */
const TABLES: Map<string, PhraseTable> = new Map();
/** Cues are a function of the tables alone, so they are computed once per document. */
const KNOWN: WeakMap<LineTable, Uint32Array> = new WeakMap();

export function cueSet(...cues: readonly Cue[]): CueSet {
  return cues.reduce((set, cue) => set | (BITS.get(cue) ?? 0), 0);
}

/** The cues whose phrases occur on line `at`. */
export function cuesOn(doc: Document, at: number): CueSet {
  let cues = KNOWN.get(doc.lines);
  if (cues === undefined) {
    cues = findCues(doc);
    KNOWN.set(doc.lines, cues);
  }
  return cues[at] as number;
}

/** How many words of the range `[first, end)` of the word table the phrases of these cues cover, the longest phrase first at each word. */
export function coveredWords(doc: Document, first: number, end: number, cues: CueSet): number {
  const phrases = phrasesFor(doc);
  let covered = 0;
  for (let word = first; word < end; ) {
    const longest = longestAt(phrases, doc, word, end, cues);
    covered += longest;
    word += Math.max(1, longest);
  }
  return covered;
}

/** The phrases of the page's language and of English, which labels everywhere; of all languages where it is not known. */
function phrasesFor(doc: Document): PhraseTable {
  const spoken = VOCABULARIES.some(({ tag }) => tag === doc.lang) ? doc.lang : '';
  let table = TABLES.get(spoken);
  if (table === undefined) {
    table = layPhrases(VOCABULARIES.filter(({ tag }) => spoken === '' || tag === spoken || tag === LINGUA_FRANCA));
    TABLES.set(spoken, table);
  }
  return table;
}

function findCues(doc: Document): Uint32Array {
  const { lines } = doc;
  const phrases = phrasesFor(doc);
  const cues = new Uint32Array(lines.count);
  for (let at = 0; at < lines.count; at++) {
    const first = lines.word[at] as number;
    const end = lines.word[at + 1] as number;
    if (end - first <= LONG_LINE)
      cues[at] = cuesBetween(phrases, doc, first, end, end - first <= SHORT_LINE ? SHORT : PROSE);
  }
  return cues;
}

function cuesBetween(phrases: PhraseTable, doc: Document, first: number, end: number, reach: number): CueSet {
  const { hash, flags } = doc.words;
  const wanted = reach === PROSE ? PROSE_SET : -1;
  let found = 0;
  for (let word = first; word < end; word++) {
    if (((phrases.filter[(hash[word] as number) & 0xffff] as number) & reach) === 0) continue;
    const entry = phrases.index.find(hash[word] as number);
    if (entry < 0) continue;
    const numbered = word > first && ((flags[word - 1] as number) & HAS_DIGIT) !== 0;
    const last = phrases.first[entry + 1] as number;
    for (let phrase = phrases.first[entry] as number; phrase < last; phrase++) {
      const cue = phrases.cue[phrase] as number;
      if ((found & cue) !== 0 || (cue & wanted) === 0 || (phrases.numbered[phrase] === 1 && !numbered)) continue;
      if (fits(phrases, doc, word, end, phrase)) found |= cue;
    }
  }
  return found;
}

function longestAt(phrases: PhraseTable, doc: Document, word: number, end: number, cues: CueSet): number {
  const numbered = ((doc.words.flags[word] as number) & HAS_DIGIT) !== 0 ? 1 : 0;
  const head = word + numbered;
  const entry = head < end ? phrases.index.find(doc.words.hash[head] as number) : -1;
  if (entry < 0) return 0;
  let longest = 0;
  const last = phrases.first[entry + 1] as number;
  for (let phrase = phrases.first[entry] as number; phrase < last; phrase++) {
    if (phrases.numbered[phrase] !== numbered || ((phrases.cue[phrase] as number) & cues) === 0) continue;
    const length = (phrases.start[phrase + 1] as number) - (phrases.start[phrase] as number) + numbered;
    if (length > longest && fits(phrases, doc, head, end, phrase)) longest = length;
  }
  return longest;
}

/** True if the words from row `word` on, whose first one is known to fit, are the phrase's. */
function fits(phrases: PhraseTable, doc: Document, word: number, end: number, phrase: number): boolean {
  const start = phrases.start[phrase] as number;
  const length = (phrases.start[phrase + 1] as number) - start;
  if (word + length > end) return false;
  for (let at = 1; at < length; at++) {
    const wanted = phrases.words[start + at] as number;
    if (wanted === NUMBER) {
      if (((doc.words.flags[word + at] as number) & HAS_DIGIT) === 0) return false;
    } else if (doc.words.hash[word + at] !== wanted) return false;
  }
  return true;
}

/** The phrases as they are read, in rows: each begins at `start` in `words`. */
interface Reading {
  readonly cue: number[];
  readonly numbered: number[];
  readonly start: number[];
  readonly words: number[];
}

function layPhrases(vocabularies: readonly Vocabulary[]): PhraseTable {
  const read: Reading = { cue: [], numbered: [], start: [0], words: [] };
  for (const { cues } of vocabularies) {
    for (const cue of CUES) for (const phrase of cues[cue]) readPhrase(read, phrase, BITS.get(cue) ?? 0);
  }
  const heads = Uint32Array.from(read.cue, (_, phrase) => read.words[read.start[phrase] as number] as number);
  const index = new WordIndex(heads);
  const sorted = sortByHead(
    read,
    Uint16Array.from(heads, (head) => index.find(head)),
    index.size,
  );
  return { index, filter: filterOf(sorted), ...sorted };
}

/** Adds a phrase as the word table would hold it: `#` is any number, letters of scripts without spaces are words. */
function readPhrase(read: Reading, phrase: string, cue: CueSet): void {
  const parts = phrase.split(' ');
  const numbered = parts[0] === '#' ? 1 : 0;
  for (const part of parts.slice(numbered)) {
    if (part === '#') read.words.push(NUMBER);
    else if (part.charCodeAt(0) >= FIRST_UNSPACED) for (const letter of part) read.words.push(hashWord(letter));
    else read.words.push(hashWord(part));
  }
  read.cue.push(cue);
  read.numbered.push(numbered);
  read.start.push(read.words.length);
}

type Phrases = Omit<PhraseTable, 'index' | 'filter'>;

/** Puts phrases with the same first word beside each other: a counting sort. */
function sortByHead(read: Reading, entries: Uint16Array, size: number): Phrases {
  const count = read.cue.length;
  const first = new Uint32Array(size + 1);
  for (const entry of entries) first[entry + 1] = (first[entry + 1] as number) + 1;
  for (let entry = 0; entry < size; entry++) first[entry + 1] = (first[entry + 1] as number) + (first[entry] as number);
  const place = first.slice();
  const order = new Uint32Array(count);
  entries.forEach((entry, phrase) => {
    order[place[entry] as number] = phrase;
    place[entry] = (place[entry] as number) + 1;
  });
  const cue = new Uint32Array(count);
  const numbered = new Uint8Array(count);
  const start = new Uint32Array(count + 1);
  const words = new Uint32Array(read.words.length);
  order.forEach((phrase, at) => {
    cue[at] = read.cue[phrase] as number;
    numbered[at] = read.numbered[phrase] as number;
    const from = read.start[phrase] as number;
    const length = (read.start[phrase + 1] as number) - from;
    const to = start[at] as number;
    start[at + 1] = to + length;
    for (let word = 0; word < length; word++) words[to + word] = read.words[from + word] as number;
  });
  return { first, cue, numbered, start, words };
}

function filterOf(phrases: Phrases): Uint8Array {
  const filter = new Uint8Array(0x10000);
  for (let phrase = 0; phrase + 1 < phrases.start.length; phrase++) {
    const head = phrases.words[phrases.start[phrase] as number] as number;
    const reach = ((phrases.cue[phrase] as number) & PROSE_SET) === 0 ? SHORT : SHORT | PROSE;
    filter[head & 0xffff] = (filter[head & 0xffff] as number) | reach;
  }
  return filter;
}
