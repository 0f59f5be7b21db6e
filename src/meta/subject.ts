/** What a page is about, by the words its prose uses: titles name it, menus and labels do not. */
import type { Document } from '../core/types.ts';
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
  /** Room for the content words of a line. */
  readonly content: Int32Array;
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
/** Words of the longest line that is asked for, a title's. */
const FEWEST_ROOM = 300;
const MOST_COUNTED = 0xffff;
/** Counts above this rank alike. */
const MOST_RANKED = 63;

/** Reads the running sentences from line `from` on; undefined if they hold no content word. */
export function subjectOf(doc: Document, from: number): Subject | undefined {
  const prose = proseFrom(doc, from);
  if (prose.length === 0) return undefined;
  const sizes = prose.map((at) => wordsIn(doc, at));
  const most = Math.min(
    MOST_DISTINCT,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const words = new HashIndex(most);
  const counts = new Uint16Array(most);
  const inLead = new Uint8Array(most);
  const content = new Int32Array(Math.max(...sizes, FEWEST_ROOM));
  let leads = 0;
  for (let line = 0; line < prose.length; line++) {
    const size = readContent(doc, prose[line] as number, content);
    for (let at = 0; at < size; at++) {
      const number = words.add(content[at] as number);
      if (number < 0) continue;
      if (counts[number] !== MOST_COUNTED) counts[number] = (counts[number] as number) + 1;
      if (line >= LEAD_LINES || inLead[number] === 1 || leads === MOST_DISTINCT_IN_LEAD) continue;
      inLead[number] = 1;
      leads++;
    }
  }
  if (words.size === 0) return undefined;
  return { words, counts, inLead, keyCount: countReachedBy(counts, words.size), content };
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
  let inProse = 0;
  let inLead = 0;
  let keywords = 0;
  let weight = 0;
  const words = readContent(doc, at, subject.content);
  for (let word = 0; word < words; word++) {
    const number = subject.words.find(subject.content[word] as number);
    if (number < 0) continue;
    const count = counts[number] as number;
    inProse++;
    inLead += subject.inLead[number] as number;
    if (count >= keyCount) keywords++;
    weight += Math.min(count, MOST_PER_WORD);
  }
  return { words, inProse, inLead, keywords, weight: words === 0 ? 0 : weight / words };
}

/**
 * Writes the hashes of the line's content words, signed, to `content` and returns how many there are: words of three
 * letters or more that are no function words, or with a digit; in scripts without spaces pairs of letters.
 */
function readContent({ words, lines }: Document, at: number, content: Int32Array): number {
  const { hash: hashes, flags, start, end } = words;
  const last = lines.word[at + 1] as number;
  let count = 0;
  for (let word = lines.word[at] as number; word < last; word++) {
    const hash = hashes[word] as number;
    const kind = (flags[word] as number) & (NO_SPACES | HAS_DIGIT);
    if (kind >= NO_SPACES) {
      if (word + 1 < last) content[count++] = Math.imul(hash, 31) ^ (hashes[word + 1] as number);
      continue;
    }
    if (kind === 0) {
      const units = (end[word] as number) - (start[word] as number);
      if (units < SHORTEST_CONTENT_WORD || STOPS.find(hash) >= 0) continue;
    }
    content[count++] = hash;
  }
  return count;
}
