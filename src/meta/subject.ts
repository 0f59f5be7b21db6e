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
  const prose = proseFrom(doc, from);
  const words = prose.reduce((sum, at) => sum + wordsIn(doc, at), 0);
  const counts = new HashCounts(Math.min(MOST_DISTINCT, words));
  const lead = new HashCounts(Math.min(MOST_DISTINCT_IN_LEAD, words));
  for (let line = 0; line < prose.length; line++) {
    const at = prose[line] as number;
    const end = doc.lines.word[at + 1] as number;
    for (let word = doc.lines.word[at] as number; word < end; word++) {
      const hash = contentAt(doc, word, end);
      if (hash === NO_CONTENT) continue;
      counts.add(hash);
      if (line < LEAD_LINES) lead.add(hash);
    }
  }
  return { counts, lead, keyCount: counts.countReachedBy(KEYWORDS, LEAST_KEYWORD_COUNT) };
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

export function shareOf(subject: Subject, doc: Document, at: number): SubjectShare {
  const { counts, lead, keyCount } = subject;
  let words = 0;
  let inProse = 0;
  let inLead = 0;
  let keywords = 0;
  let weight = 0;
  const end = doc.lines.word[at + 1] as number;
  for (let word = doc.lines.word[at] as number; word < end; word++) {
    const hash = contentAt(doc, word, end);
    if (hash === NO_CONTENT) continue;
    words++;
    const count = counts.get(hash);
    if (count === 0) continue;
    inProse++;
    if (lead.get(hash) > 0) inLead++;
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
function contentAt({ words }: Document, word: number, end: number): number {
  const flags = words.flags[word] as number;
  const hash = words.hash[word] as number;
  if ((flags & (NO_SPACES | HAS_DIGIT)) !== 0) {
    if ((flags & NO_SPACES) === 0) return hash | 0;
    return word + 1 < end ? Math.imul(hash, 31) ^ (words.hash[word + 1] as number) : NO_CONTENT;
  }
  const units = (words.end[word] as number) - (words.start[word] as number);
  return units >= SHORTEST_CONTENT_WORD && STOPS.find(hash) < 0 ? hash | 0 : NO_CONTENT;
}
