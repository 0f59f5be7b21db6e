import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { CAPITAL } from '../../text/scan.ts';
import { nextLine, wordsOn } from '../shape.ts';
import { signTable } from '../signs.ts';

const CURLY = signTable('\u201c\u201d');
const STRAIGHT = signTable('"');
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
  check(doc: Document): readonly Finding[] {
    return closingLines(doc)
      .filter((at) => !sharesName(doc, at))
      .map((at) => ({
        rule: 'chrome/off-topic',
        kind: 'off-topic',
        action: 'note',
        first: at,
        last: at,
        confidence: 0.6,
        message: 'closes the text with other quote marks and shares no name with it',
      }));
  },
};

/** The last sentence line, and sentence lines in front of a line that occurred before, if their quote marks are theirs alone. */
function closingLines(doc: Document): readonly number[] {
  if (doc.outline.last < 0 || !doc.text.includes('"') || !/[\u201c\u201d]/.test(doc.text)) return [];
  const curly = quotingLines(doc, CURLY);
  const straight = quotingLines(doc, STRAIGHT);
  return [oddLine(doc, curly, straight), oddLine(doc, straight, curly)]
    .filter((at) => at >= 0 && closesText(doc, at))
    .sort((a, b) => a - b);
}

/** Sentence lines that hold one of the signs. */
function quotingLines({ text, lines, outline }: Document, signs: Uint8Array): readonly number[] {
  const quoting: number[] = [];
  for (let at = outline.first; at <= outline.last; at++) {
    if (outline.sentence[at] !== 1) continue;
    const end = lines.end[at] as number;
    let unit = lines.from[at] as number;
    while (unit < end && signs[text.charCodeAt(unit)] === 0) unit++;
    if (unit < end) quoting.push(at);
  }
  return quoting;
}

/** The one line that quotes in its own style while the rest of the article, often enough, does only in the other; or -1. */
function oddLine({ lines }: Document, own: readonly number[], other: readonly number[]): number {
  const at = own[0] ?? -1;
  const hash = lines.hashLow[at];
  if (hash === undefined || lines.hashLow.indexOf(hash) !== at || other.includes(at)) return -1;
  const differs = (line: number): boolean => lines.hashLow[line] !== hash;
  return own.some(differs) || other.filter(differs).length < LEAST_QUOTING ? -1 : at;
}

/** True if the line, which did not occur before, is the last sentence or stands in front of a line that did. */
function closesText(doc: Document, at: number): boolean {
  const { lines, outline } = doc;
  if (at === outline.last) return true;
  const next = nextLine(doc, at);
  if (next >= lines.count || wordsOn(doc, next) === 0) return false;
  return lines.hashLow.indexOf(lines.hashLow[next] as number) < at;
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
