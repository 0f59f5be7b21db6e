import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { isDateLine } from '../../text/date-line.ts';
import { HAS_DIGIT } from '../../text/scan.ts';
import { closes, lineBefore } from '../shape.ts';
import { signTable } from '../signs.ts';
import { FILLED, lengthOf, look, SENTENCE, traitsOf, WITH_DIGITS } from '../traits.ts';

const LONGEST_NAME = 4;
const LONGEST_UNITS = 80;
const DATED = look(FILLED | WITH_DIGITS, SENTENCE);
const LEAST_DIGITS = 3;
const YEAR_UNITS = 4;
const APOSTROPHES = signTable("'\u2019\u2018");
/** A single dated line may be the article's own date; a thread has several. */
const LEAST_POSTS = 2;

export const postHeaders: Rule = {
  id: 'chrome/post-header',
  kind: 'chrome',
  title: 'Header of a forum post',
  why: 'Every post of a thread opens with who wrote it and when; the first such header goes to the front matter.',
  examples: [
    {
      text: 'heron\n10-24-2007, 08:37 AM\nThe bridge over the Lenne will close for repairs on the first of May.\n\notter\n10-24-2007, 09:12 AM\nNobody in the village had expected the works to begin so early in the year.',
      drop: [0, 1, 4, 5],
    },
    {
      text: 'Lenne Courier\n3 March 2021\n\nThe bridge over the Lenne will close for repairs on the first of May.',
      drop: [],
    },
  ],
  check(doc: Document): readonly Finding[] {
    const dated = datedLines(doc);
    if (dated.length < LEAST_POSTS) return [];
    return dated.map((at): Finding => {
      const name = lineBefore(doc, at);
      return {
        rule: 'chrome/post-header',
        kind: 'chrome',
        action: 'drop',
        first: name >= 0 && at - name <= 2 && isName(doc, name) ? name : at,
        last: at,
        confidence: 0.86,
        message: 'who posted, and when',
      };
    });
  },
};

function datedLines(doc: Document): readonly number[] {
  const { bits } = traitsOf(doc);
  const may: number[] = [];
  for (let at = 0; at < bits.length; at++) {
    if (((bits[at] as number) & DATED.mask) === DATED.wanted && mayBeDated(doc, at)) may.push(at);
  }
  return may.length < LEAST_POSTS ? may : may.filter((at) => isDateLine(doc.line(at)));
}

/** True if the line holds what every date does: a year in four digits and a day, or a year in two behind an apostrophe. */
function mayBeDated(doc: Document, at: number): boolean {
  const { lines } = doc;
  const digits = lines.digits[at] as number;
  if (digits < LEAST_DIGITS || (lines.end[at] as number) - (lines.from[at] as number) > LONGEST_UNITS) return false;
  return (digits > YEAR_UNITS && holdsLongNumber(doc, at)) || holdsApostrophe(doc, at);
}

function holdsLongNumber({ lines, words }: Document, at: number): boolean {
  const end = lines.word[at + 1] as number;
  for (let word = lines.word[at] as number; word < end; word++) {
    const units = (words.end[word] as number) - (words.start[word] as number);
    if (units >= YEAR_UNITS && ((words.flags[word] as number) & HAS_DIGIT) !== 0) return true;
  }
  return false;
}

function holdsApostrophe({ text, lines }: Document, at: number): boolean {
  const end = lines.end[at] as number;
  for (let unit = lines.from[at] as number; unit < end; unit++) {
    if (APOSTROPHES[text.charCodeAt(unit)] === 1) return true;
  }
  return false;
}

function isName(doc: Document, at: number): boolean {
  return lengthOf(doc, at) <= LONGEST_NAME && !closes(doc, at) && doc.outline.sentence[at] === 0;
}
