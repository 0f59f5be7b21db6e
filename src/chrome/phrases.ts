/** The phrases of the vocabularies as flat tables over word hashes. */
import { hashUnits, hashWord } from '../text/hash.ts';
import { WordIndex } from '../text/word-index.ts';
import { VOCABULARIES } from './words/index.ts';
import { CUES, type Cue, type Vocabulary } from './words/vocabulary.ts';

/** A set of cues, a bit each. */
export type CueSet = number;
export const ALL_CUES: CueSet = -1;

/** Stands for any number in a phrase; no word hashes to it in any vocabulary. */
export const NUMBER = 0;
/** From here on the vocabularies hold Chinese only, written without blanks. */
const FIRST_UNSPACED = 0x2e80;
const LINGUA_FRANCA = 'en';
/** The notices that come as prose. */
const PROSE_CUES: readonly Cue[] = ['cookie', 'browser', 'copyright', 'legal'];

/**
 * Which words may begin a phrase, in bits by hash; says yes once too often, never once too seldom. Small enough to stay
 * in the nearest cache: it is asked for every word of a page.
 */
export interface Filter {
  /** Words that are a phrase. */
  readonly words: Uint32Array;
  /** Words with the word behind it, `NUMBER` for any number. */
  readonly pairs: Uint32Array;
}

/** Phrases in flat columns: phrase p has the cue `cue[p]` and the words `words[start[p] .. start[p + 1])`. */
export interface PhraseTable {
  readonly index: WordIndex;
  readonly all: Filter;
  /** Of the cues that come as prose. */
  readonly prose: Filter;
  /** Phrases that begin with word e of the index: `[first[e], first[e + 1])`. */
  readonly first: Uint32Array;
  readonly cue: Uint32Array;
  /** Per word of the index, the cues of the phrases that are this word alone, and with a number in front of it. */
  readonly alone: Uint32Array;
  readonly counted: Uint32Array;
  /** 1 for phrases with a number in front; it is not among their words, so that they are found by a word and not by every number. */
  readonly numbered: Uint8Array;
  readonly start: Uint32Array;
  readonly words: Uint32Array;
}

const BITS: ReadonlyMap<Cue, CueSet> = new Map(CUES.map((cue, at) => [cue, 1 << at]));
export const PROSE_SET: CueSet = cueSet(...PROSE_CUES);
const SPOKEN: ReadonlySet<string> = new Set(VOCABULARIES.map(({ tag }) => tag));
/** Laid when a page asks for them: reading 33,000 phrases of ten languages takes 100 ms, those of two 20. */
const TABLES: Map<string, PhraseTable> = new Map();
const SPACE = 32;
/** `#`. */
const ANY_NUMBER = 35;
const WORD_BITS = 0xffff;
const PAIR_BITS = 0x1ffff;

export function cueSet(...cues: readonly Cue[]): CueSet {
  return cues.reduce((set, cue) => set | (BITS.get(cue) ?? 0), 0);
}

/** The phrases of a language and of English, which labels everywhere; of all languages where it is not known. */
export function phrasesFor(lang: string): PhraseTable {
  const spoken = SPOKEN.has(lang) ? lang : '';
  let table = TABLES.get(spoken);
  if (table === undefined) {
    table = layPhrases(VOCABULARIES.filter(({ tag }) => spoken === '' || tag === spoken || tag === LINGUA_FRANCA));
    TABLES.set(spoken, table);
  }
  return table;
}

export function mayBeWhole({ words }: Filter, hash: number): boolean {
  const word = hash & WORD_BITS;
  return (((words[word >>> 5] as number) >>> (word & 31)) & 1) === 1;
}

export function mayPair({ pairs }: Filter, one: number, two: number): boolean {
  const pair = pairOf(one, two);
  return (((pairs[pair >>> 5] as number) >>> (pair & 31)) & 1) === 1;
}

function pairOf(one: number, two: number): number {
  return ((one >>> 3) ^ two) & PAIR_BITS;
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
    for (const cue of CUES) readPhrases(read, cues[cue], BITS.get(cue) ?? 0);
  }
  const heads = new Uint32Array(read.cue.length);
  for (let phrase = 0; phrase < heads.length; phrase++)
    heads[phrase] = read.words[read.start[phrase] as number] as number;
  const index = new WordIndex(heads);
  const sorted = sortByHead(
    read,
    heads.map((head) => index.find(head)),
    index.size,
  );
  return {
    index,
    all: filterOf(sorted, ALL_CUES),
    prose: filterOf(sorted, PROSE_SET),
    alone: singleCues(sorted, 0),
    counted: singleCues(sorted, 1),
    ...sorted,
  };
}

/** Adds the phrases of a list. The engine looks for the signs that part them, and no string is cut out but for a letter. */
function readPhrases(read: Reading, list: string, cue: CueSet): void {
  for (let from = firstLetter(list, 0); from < list.length; ) {
    const comma = list.indexOf(',', from);
    const end = comma < 0 ? list.trimEnd().length : comma;
    const isNumbered = list.charCodeAt(from) === ANY_NUMBER;
    for (let word = isNumbered ? from + 2 : from; word < end; ) {
      const blank = list.indexOf(' ', word);
      const last = blank < 0 || blank > end ? end : blank;
      readWords(read.words, list, word, last);
      word = last + 1;
    }
    read.cue.push(cue);
    read.numbered.push(isNumbered ? 1 : 0);
    read.start.push(read.words.length);
    from = firstLetter(list, end + 1);
  }
}

function firstLetter(list: string, from: number): number {
  let at = from;
  while (list.charCodeAt(at) <= SPACE) at++;
  return at;
}

/** Words as the word table would hold them: `#` is any number, letters of scripts without spaces are words. */
function readWords(words: number[], list: string, from: number, end: number): void {
  const first = list.charCodeAt(from);
  if (first === ANY_NUMBER) words.push(NUMBER);
  else if (first >= FIRST_UNSPACED) for (const letter of list.slice(from, end)) words.push(hashWord(letter));
  else words.push(hashUnits(list, from, end));
}

type Phrases = Omit<PhraseTable, 'index' | 'all' | 'prose' | 'alone' | 'counted'>;

/** Puts phrases with the same first word beside each other: a counting sort. */
function sortByHead(read: Reading, entries: Uint32Array, size: number): Phrases {
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

function singleCues(phrases: Phrases, numbered: 0 | 1): Uint32Array {
  const cues = new Uint32Array(phrases.first.length - 1);
  for (let entry = 0; entry < cues.length; entry++) {
    for (let phrase = phrases.first[entry] as number; phrase < (phrases.first[entry + 1] as number); phrase++) {
      const isSingle = (phrases.start[phrase + 1] as number) - (phrases.start[phrase] as number) === 1;
      if (isSingle && phrases.numbered[phrase] === numbered)
        cues[entry] = (cues[entry] as number) | (phrases.cue[phrase] as number);
    }
  }
  return cues;
}

/** The filter for the phrases of these cues. */
function filterOf(phrases: Phrases, cues: CueSet): Filter {
  const filter = { words: new Uint32Array((WORD_BITS + 1) >>> 5), pairs: new Uint32Array((PAIR_BITS + 1) >>> 5) };
  for (let phrase = 0; phrase + 1 < phrases.start.length; phrase++) {
    if (((phrases.cue[phrase] as number) & cues) === 0) continue;
    const start = phrases.start[phrase] as number;
    const head = phrases.words[start] as number;
    const isWhole = start + 1 === phrases.start[phrase + 1];
    if (isWhole) setBit(filter.words, head & WORD_BITS);
    else setBit(filter.pairs, pairOf(head, phrases.words[start + 1] as number));
  }
  return filter;
}

function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
}
