import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { CAPITAL } from '../../text/scan.ts';
import { nextLine } from '../shape.ts';

const CURLY = /[\u201c\u201d]/;
const STRAIGHT = /"/;
/** The rest of the article must quote this often in the other style before a style is a habit. */
const LEAST_QUOTING = 3;

export const offTopic: Rule = {
  id: 'chrome/off-topic',
  kind: 'off-topic',
  title: 'Closing paragraph pasted from elsewhere',
  why: 'A slip of the person who saved the page: other quote marks and no name of the article. Reported, never removed.',
  examples: [
    {
      text: '"The bridge will close," Vera Lindt said on Monday in the hall of the school.\n"It will open again," said Tom Brandt of the county council of Lenne.\n"We shall see," said the ferryman, who has heard it all before this year.\n\u201cThe band was late,\u201d Mr. Peters said. \u201cNobody in the theatre had told Castellan that.\u201d',
      drop: [3],
    },
    {
      text: '"The bridge will close," Vera Lindt said on Monday in the hall of the school.\n"It will open again," said Tom Brandt of the county council of Lenne.\n"We shall see," said the ferryman, who has heard it all before this year.\n\u201cAnd if it does not,\u201d Mr. Brandt said, \u201cwe shall take the boat.\u201d',
      drop: [],
    },
  ],
  *check(doc: Document): Generator<Finding> {
    for (const at of closingLines(doc)) {
      if (!quotesOtherwise(doc, at) || sharesName(doc, at)) continue;
      yield {
        rule: 'chrome/off-topic',
        kind: 'off-topic',
        action: 'note',
        first: at,
        last: at,
        confidence: 0.6,
        message: 'closes the text with other quote marks and shares no name with it',
      };
    }
  },
};

/** The last sentence line, and sentence lines in front of a line that occurred before. */
function closingLines(doc: Document): readonly number[] {
  const { outline, lines } = doc;
  if (outline.last < 0 || !CURLY.test(doc.text)) return [];
  const seen = new Set<number>();
  const closing: number[] = [];
  for (let at = 0; at < lines.count; at++) {
    const next = nextLine(doc, at);
    const repeats =
      next < lines.count && lines.word[next] !== lines.word[next + 1] && seen.has(lines.hashLow[next] as number);
    const isCopy = seen.has(lines.hashLow[at] as number);
    if (outline.sentence[at] === 1 && !isCopy && (at === outline.last || repeats)) closing.push(at);
    seen.add(lines.hashLow[at] as number);
  }
  return closing;
}

/** True if the line quotes in one style and the rest of the article, often enough, only in the other. */
function quotesOtherwise(doc: Document, at: number): boolean {
  const line = doc.line(at);
  const [own, other] = CURLY.test(line) ? [CURLY, STRAIGHT] : [STRAIGHT, CURLY];
  if (!own.test(line) || other.test(line)) return false;
  let quoting = 0;
  for (let each = 0; each < doc.lines.count; each++) {
    if (doc.outline.sentence[each] !== 1 || doc.lines.hashLow[each] === doc.lines.hashLow[at]) continue;
    const text = doc.line(each);
    if (own.test(text)) return false;
    if (other.test(text)) quoting++;
  }
  return quoting >= LEAST_QUOTING;
}

/** True if a capitalised word of the line, other than its first, stands elsewhere in the article, or if it holds none. */
function sharesName(doc: Document, at: number): boolean {
  const { words, lines } = doc;
  const names = new Set<number>();
  for (let word = (lines.word[at] as number) + 1; word < (lines.word[at + 1] as number); word++) {
    if (((words.flags[word] as number) & CAPITAL) !== 0 && !opensSentence(doc, word))
      names.add(words.hash[word] as number);
  }
  if (names.size === 0) return true;
  for (let each = 0; each < lines.count; each++) {
    if (lines.hashLow[each] === lines.hashLow[at]) continue;
    for (let word = lines.word[each] as number; word < (lines.word[each + 1] as number); word++) {
      if (names.has(words.hash[word] as number)) return true;
    }
  }
  return false;
}

/** True if a closing sign or a quote stands before the word: its capital is the sentence's, not a name's. */
function opensSentence(doc: Document, word: number): boolean {
  const between = doc.text.slice(doc.words.end[word - 1], doc.words.start[word]);
  return /[.!?:"\u201c\u201d]/.test(between) && !/^\.\s$/.test(between);
}
