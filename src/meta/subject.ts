/** What a page is about, by the words its prose uses: titles name it, menus and labels do not. */
import type { Document } from '../core/types.ts';
import { hashWord } from '../text/hash.ts';
import { HAS_DIGIT, NO_SPACES } from '../text/scan.ts';
import { STOP_WORDS } from '../text/tables/stopwords.ts';
import { WordIndex } from '../text/word-index.ts';
import { HashCounts } from './hash-counts.ts';

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
  /** How often each content word stands in the prose. */
  readonly counts: HashCounts;
  readonly lead: HashCounts;
  /** A word that is at least so frequent is among the commonest. */
  readonly keyCount: number;
}

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

/** Reads the running sentences from line `from` on. */
export function subjectOf(doc: Document, from: number): Subject {
  const counts = new HashCounts(Math.min(MOST_DISTINCT, doc.words.count));
  const lead = new HashCounts(Math.min(MOST_DISTINCT_IN_LEAD, doc.words.count));
  let seen = 0;
  for (let at = from; at < doc.lines.count && seen < PROSE_LINES; at++) {
    if (doc.outline.sentence[at] !== 1) continue;
    seen++;
    const isLead = seen <= LEAD_LINES;
    forContent(doc, at, (hash) => {
      counts.add(hash);
      if (isLead) lead.add(hash);
    });
  }
  return { counts, lead, keyCount: counts.countReachedBy(KEYWORDS, LEAST_KEYWORD_COUNT) };
}

export function shareOf(subject: Subject, doc: Document, at: number): SubjectShare {
  let words = 0;
  let inProse = 0;
  let inLead = 0;
  let keywords = 0;
  let weight = 0;
  forContent(doc, at, (hash) => {
    const count = subject.counts.get(hash);
    words++;
    if (count > 0) inProse++;
    if (subject.lead.get(hash) > 0) inLead++;
    if (count >= subject.keyCount) keywords++;
    weight += Math.min(count, MOST_PER_WORD);
  });
  return { words, inProse, inLead, keywords, weight: words === 0 ? 0 : weight / words };
}

/**
 * Content words: three letters or more and no function word, or with a digit; in scripts without spaces pairs of
 * letters.
 */
function forContent(doc: Document, at: number, visit: (hash: number) => void): void {
  const { words, lines } = doc;
  const end = lines.word[at + 1] as number;
  for (let word = lines.word[at] as number; word < end; word++) {
    const flags = words.flags[word] as number;
    const hash = words.hash[word] as number;
    if ((flags & NO_SPACES) !== 0) {
      if (word + 1 < end) visit((Math.imul(hash, 31) ^ (words.hash[word + 1] as number)) >>> 0);
      continue;
    }
    const units = (words.end[word] as number) - (words.start[word] as number);
    if ((flags & HAS_DIGIT) !== 0 || (units >= SHORTEST_CONTENT_WORD && STOPS.find(hash) < 0)) visit(hash);
  }
}
