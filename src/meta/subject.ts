/** What a page is about, by the words its prose uses: titles name it, menus and labels do not. */
import type { Document, WordTable } from '../core/types.ts';
import { hashWord } from '../text/hash.ts';
import * as scan from '../text/scan.ts';
import { STOP_WORDS } from '../text/tables/stopwords.ts';
import { WordIndex } from '../text/word-index.ts';
import { HashIndex } from './hash-index.ts';

/** How a line's content words stand to the prose; counts, and shares in percent. */
export interface SubjectShare {
  readonly words: number;
  /** Of them in the prose, and in its first lines. */
  readonly inProse: number;
  readonly inLead: number;
  /** Of them among the commonest words of the prose. */
  readonly keywords: number;
  /** Mean count in the prose, a word counting at most ten times. */
  readonly weight: number;
}

export interface Subject {
  /** Numbers the content words of the prose. */
  readonly words: HashIndex;
  /** By number: how often the word stands in the prose, and 1 if it stands in the first lines. */
  readonly counts: Uint16Array;
  readonly inLead: Uint8Array;
  /** A word that is at least so frequent is among the commonest. */
  readonly keyCount: number;
}

/** Constants of this module: an imported binding is loaded anew at every word. */
const { HAS_DIGIT, NO_SPACES } = scan;

/** Function words of every language with a list: no page is about them. */
const STOPS: WordIndex = new WordIndex(Object.values(STOP_WORDS).flatMap((words) => words.split(' ').map(hashWord)));
const SHORTEST_CONTENT_WORD = 3;
/** The start of a long page says what it is about; reading all of a book would only cost time. */
const PROSE_LINES = 30;
const LEAD_LINES = 4;
const KEYWORDS = 16;
const LEAST_KEYWORD_COUNT = 2;
const MOST_PER_WORD = 10;
/** Distinct words that are counted; later ones are left out. */
const MOST_DISTINCT = 2000;
const MOST_DISTINCT_IN_LEAD = 500;
const MOST_COUNTED = 0xffff;
/** Counts above this rank alike. */
const MOST_RANKED = 63;

/** Reads the running sentences from line `from` on. */
export function subjectOf(doc: Document, from: number): Subject {
  const prose = proseFrom(doc, from);
  const most = Math.min(
    MOST_DISTINCT,
    prose.reduce((sum, at) => sum + wordsIn(doc, at), 0),
  );
  const words = new HashIndex(most);
  const counts = new Uint16Array(most);
  const inLead = new Uint8Array(most);
  let leads = 0;
  for (let line = 0; line < prose.length; line++) {
    const at = prose[line] as number;
    const end = doc.lines.word[at + 1] as number;
    for (let word = doc.lines.word[at] as number; word < end; word++) {
      const hash = contentAt(doc.words, word, end);
      const number = hash === NO_CONTENT ? -1 : words.add(hash);
      if (number < 0) continue;
      counts[number] = Math.min((counts[number] as number) + 1, MOST_COUNTED);
      if (line >= LEAD_LINES || inLead[number] === 1 || leads === MOST_DISTINCT_IN_LEAD) continue;
      inLead[number] = 1;
      leads++;
    }
  }
  return { words, counts, inLead, keyCount: countReachedBy(counts, words.size) };
}

function proseFrom(doc: Document, from: number): readonly number[] {
  const prose: number[] = [];
  const { sentence } = doc.outline;
  for (let at = from; at < doc.lines.count && prose.length < PROSE_LINES; at++) if (sentence[at] === 1) prose.push(at);
  return prose;
}

function wordsIn({ lines }: Document, at: number): number {
  return (lines.word[at + 1] as number) - (lines.word[at] as number);
}

/** The smallest count, at least `LEAST_KEYWORD_COUNT`, that no more than `KEYWORDS` words reach. */
function countReachedBy(counts: Uint16Array, size: number): number {
  const ranks = new Uint16Array(MOST_RANKED + 1);
  for (let number = 0; number < size; number++) {
    const rank = Math.min(counts[number] as number, MOST_RANKED);
    ranks[rank] = (ranks[rank] as number) + 1;
  }
  let count = MOST_RANKED;
  let reached = ranks[count] as number;
  while (count > LEAST_KEYWORD_COUNT && reached + (ranks[count - 1] as number) <= KEYWORDS)
    reached += ranks[--count] as number;
  return count;
}

export function shareOf(subject: Subject, doc: Document, at: number): SubjectShare {
  const { counts, keyCount } = subject;
  let words = 0;
  let inProse = 0;
  let inLead = 0;
  let keywords = 0;
  let weight = 0;
  const end = doc.lines.word[at + 1] as number;
  for (let word = doc.lines.word[at] as number; word < end; word++) {
    const hash = contentAt(doc.words, word, end);
    if (hash === NO_CONTENT) continue;
    words++;
    const number = subject.words.find(hash);
    if (number < 0) continue;
    const count = counts[number] as number;
    inProse++;
    inLead += subject.inLead[number] as number;
    if (count >= keyCount) keywords++;
    weight += Math.min(count, MOST_PER_WORD);
  }
  return { words, inProse, inLead, keywords, weight: words === 0 ? 0 : weight / words };
}

/** No word of a text is likely to have this hash. */
const NO_CONTENT = 0;

/**
 * The hash of a content word, signed: three letters or more and no function word, or with a digit; in scripts without
 * spaces a pair of letters.
 */
function contentAt(words: WordTable, word: number, end: number): number {
  const flags = words.flags[word] as number;
  const hash = words.hash[word] as number;
  if ((flags & (NO_SPACES | HAS_DIGIT)) !== 0) {
    if ((flags & NO_SPACES) === 0) return hash | 0;
    return word + 1 < end ? Math.imul(hash, 31) ^ (words.hash[word + 1] as number) : NO_CONTENT;
  }
  const units = (words.end[word] as number) - (words.start[word] as number);
  return units >= SHORTEST_CONTENT_WORD && STOPS.find(hash) < 0 ? hash | 0 : NO_CONTENT;
}
