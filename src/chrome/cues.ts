/**
 * Which phrases of the vocabularies stand on which line, found over word hashes: no string is made.
 * A cue on a long line proves little (share, subscribe and legal words on lines of more than 15 words are chrome in 25 to
 * 49 % only), so rules ask how much of a short line the phrases cover.
 */
import type { Document, LineTable, WordTable } from '../core/types.ts';
import { HAS_DIGIT } from '../text/scan.ts';
import {
  ALL_CUES,
  type CueSet,
  type Filter,
  mayBeWhole,
  mayPair,
  NUMBER,
  type PhraseTable,
  PROSE_SET,
  phrasesFor,
} from './phrases.ts';

/** Longer lines are looked up only for the notices that come as prose. */
const SHORT_LINE = 30;
const LONG_LINE = 130;

/** Cues are a function of the tables alone, so they are computed once per document. */
const KNOWN: WeakMap<LineTable, CueTable> = new WeakMap();

export function cuesIn(doc: Document): CueTable {
  let cues = KNOWN.get(doc.lines);
  if (cues === undefined) {
    cues = new CueTable(doc);
    KNOWN.set(doc.lines, cues);
  }
  return cues;
}

/** The cues whose phrases occur on the lines of one document. */
export class CueTable {
  /** Per line. */
  readonly of: Uint32Array;
  /** Of all lines together: a rule that asks for none of these has nothing to look at. */
  readonly all: CueSet;
  private readonly phrases: PhraseTable;
  private readonly words: WordTable;

  constructor({ lines, words, lang }: Document) {
    this.phrases = phrasesFor(lang);
    this.words = words;
    this.of = new Uint32Array(lines.count);
    let all = 0;
    let first = 0;
    for (let at = 0; at < lines.count; at++) {
      const end = lines.word[at + 1] as number;
      if (end > first && end - first <= LONG_LINE) {
        const found = this.find(first, end, end - first <= SHORT_LINE);
        if (found !== 0) this.of[at] = found;
        all |= found;
      }
      first = end;
    }
    this.all = all;
  }

  /** How many words of the range `[first, end)` of the word table the phrases of these cues cover, the longest phrase first at each word. */
  covered(first: number, end: number, cues: CueSet): number {
    let covered = 0;
    for (let word = first; word < end; ) {
      const longest = this.longestAt(word, end, cues);
      covered += longest;
      word += Math.max(1, longest);
    }
    return covered;
  }

  /** How many words of line `at` the phrases of these cues cover. */
  coveredOn({ lines }: Document, at: number, cues: CueSet): number {
    return this.covered(lines.word[at] as number, lines.word[at + 1] as number, cues);
  }

  /** The cues between two rows of the word table: all of them on a short line. */
  private find(first: number, end: number, isShort: boolean): CueSet {
    const { index, alone, counted, all, prose } = this.phrases;
    const { hash } = this.words;
    const filter = isShort ? all : prose;
    const wanted = isShort ? ALL_CUES : PROSE_SET;
    let found = 0;
    for (let word = first; word < end; word++) {
      const head = hash[word] as number;
      const pairs = this.mayPairAt(filter, word, end);
      if (!pairs && !mayBeWhole(filter, head)) continue;
      const entry = index.find(head);
      if (entry < 0) continue;
      const numbered = word > first && this.isNumber(word - 1);
      found |= ((alone[entry] as number) | (numbered ? (counted[entry] as number) : 0)) & wanted;
      if (pairs) found = this.addLonger(entry, word, end, numbered, found, wanted);
    }
    return found;
  }

  /** Adds the wanted cues of the phrases of two words or more that begin at `word` to those found before. */
  private addLonger(
    entry: number,
    word: number,
    end: number,
    numbered: boolean,
    before: CueSet,
    wanted: CueSet,
  ): CueSet {
    const { phrases } = this;
    const last = phrases.first[entry + 1] as number;
    let found = before;
    for (let phrase = phrases.first[entry] as number; phrase < last; phrase++) {
      const cue = phrases.cue[phrase] as number;
      if ((found & cue) !== 0 || (cue & wanted) === 0 || (phrases.numbered[phrase] === 1 && !numbered)) continue;
      if (this.fits(word, end, phrase)) found |= cue;
    }
    return found;
  }

  private longestAt(word: number, end: number, cues: CueSet): number {
    const { phrases } = this;
    const numbered = this.isNumber(word) ? 1 : 0;
    const head = word + numbered;
    if (head >= end) return 0;
    const pairs = this.mayPairAt(phrases.all, head, end);
    if (!pairs && !mayBeWhole(phrases.all, this.words.hash[head] as number)) return 0;
    const entry = phrases.index.find(this.words.hash[head] as number);
    if (entry < 0) return 0;
    const single = numbered === 1 ? phrases.counted : phrases.alone;
    let longest = ((single[entry] as number) & cues) === 0 ? 0 : 1 + numbered;
    if (!pairs) return longest;
    const last = phrases.first[entry + 1] as number;
    for (let phrase = phrases.first[entry] as number; phrase < last; phrase++) {
      if (phrases.numbered[phrase] !== numbered || ((phrases.cue[phrase] as number) & cues) === 0) continue;
      const length = (phrases.start[phrase + 1] as number) - (phrases.start[phrase] as number) + numbered;
      if (length > longest && this.fits(head, end, phrase)) longest = length;
    }
    return longest;
  }

  /** True if a phrase of two words or more may begin at `word`. */
  private mayPairAt(filter: Filter, word: number, end: number): boolean {
    if (word + 1 >= end) return false;
    const { hash } = this.words;
    if (mayPair(filter, hash[word] as number, hash[word + 1] as number)) return true;
    return this.isNumber(word + 1) && mayPair(filter, hash[word] as number, NUMBER);
  }

  private isNumber(word: number): boolean {
    return ((this.words.flags[word] as number) & HAS_DIGIT) !== 0;
  }

  /** True if the words from row `word` on, whose first one is known to fit, are the phrase's. */
  private fits(word: number, end: number, phrase: number): boolean {
    const { start, words } = this.phrases;
    const { hash, flags } = this.words;
    const from = start[phrase] as number;
    const length = (start[phrase + 1] as number) - from;
    if (word + length > end) return false;
    for (let at = 1; at < length; at++) {
      const wanted = words[from + at] as number;
      if (wanted === NUMBER) {
        if (((flags[word + at] as number) & HAS_DIGIT) === 0) return false;
      } else if (hash[word + at] !== wanted) return false;
    }
    return true;
  }
}
