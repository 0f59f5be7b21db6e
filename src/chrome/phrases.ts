/** The phrases of the vocabularies as flat tables over word hashes. */
import { hashWord } from '../text/hash.ts';
import { WordIndex } from '../text/word-index.ts';
import { VOCABULARIES } from './words/index.ts';
import { CUES, type Cue, type Vocabulary } from './words/vocabulary.ts';

/** A set of cues, a bit each. */
export type CueSet = number;

/** Stands for any number in a phrase; no word hashes to it in any vocabulary. */
export const NUMBER = 0;
/** From here on the vocabularies hold Chinese only, written without blanks. */
const FIRST_UNSPACED = 0x2e80;
const LINGUA_FRANCA = 'en';
/** The notices that come as prose. */
const PROSE_CUES: readonly Cue[] = ['cookie', 'browser', 'copyright', 'legal'];

/** Bits of `PhraseTable.heads`: a phrase may begin with the word, one of the prose cues, one that is no longer than the word. */
export const HEAD = 1;
export const PROSE_HEAD = 2;
export const WHOLE = 4;

/** Phrases in flat columns: phrase p has the cue `cue[p]` and the words `words[start[p] .. start[p + 1])`. */
export interface PhraseTable {
  readonly index: WordIndex;
  /** By the low half of a hash. Turns most words away. */
  readonly heads: Uint8Array;
  /** A bit per pair of first words, by `pairOf`. Turns away most of the common words that some phrase begins with. */
  readonly pairs: Uint32Array;
  /** Phrases that begin with word e of the index: `[first[e], first[e + 1])`. */
  readonly first: Uint32Array;
  readonly cue: Uint32Array;
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
/** Half a million bits: 33,000 phrases fill a sixteenth of them at most. */
const PAIR_BITS = 0x7ffff;

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

/** True if some phrase may begin with these two words; `NUMBER` as the second stands for a number. */
export function mayPair(phrases: PhraseTable, one: number, two: number): boolean {
  const pair = pairOf(one, two);
  return (((phrases.pairs[pair >>> 5] as number) >>> (pair & 31)) & 1) === 1;
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
    for (const cue of CUES) for (const phrase of cues[cue]) readPhrase(read, phrase, BITS.get(cue) ?? 0);
  }
  const heads = Uint32Array.from(read.cue, (_, phrase) => read.words[read.start[phrase] as number] as number);
  const index = new WordIndex(heads);
  const sorted = sortByHead(
    read,
    Uint16Array.from(heads, (head) => index.find(head)),
    index.size,
  );
  return { index, ...filtersOf(sorted), ...sorted };
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

type Phrases = Omit<PhraseTable, 'index' | 'heads' | 'pairs'>;

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

function filtersOf(phrases: Phrases): Pick<PhraseTable, 'heads' | 'pairs'> {
  const heads = new Uint8Array(0x10000);
  const pairs = new Uint32Array((PAIR_BITS + 1) >>> 5);
  for (let phrase = 0; phrase + 1 < phrases.start.length; phrase++) {
    const start = phrases.start[phrase] as number;
    const head = phrases.words[start] as number;
    const isWhole = start + 1 === phrases.start[phrase + 1];
    const reach = ((phrases.cue[phrase] as number) & PROSE_SET) === 0 ? HEAD : HEAD | PROSE_HEAD;
    heads[head & 0xffff] = (heads[head & 0xffff] as number) | reach | (isWhole ? WHOLE : 0);
    if (isWhole) continue;
    const pair = pairOf(head, phrases.words[start + 1] as number);
    pairs[pair >>> 5] = (pairs[pair >>> 5] as number) | (1 << (pair & 31));
  }
  return { heads, pairs };
}
