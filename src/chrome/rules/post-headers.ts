import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { isDateLine } from '../../text/date-line.ts';
import { closes, lineBefore } from '../shape.ts';
import { FILLED, lengthOf, look, SENTENCE, traitsOf, WITH_DIGITS } from '../traits.ts';

const LONGEST_NAME = 4;
const LONGEST_UNITS = 80;
const DATED = look(FILLED | WITH_DIGITS, SENTENCE);
const LEAST_DIGITS = 3;
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

/** Every date has a day and a year, of two digits at least. */
function mayBeDated({ lines }: Document, at: number): boolean {
  const units = (lines.end[at] as number) - (lines.from[at] as number);
  return units <= LONGEST_UNITS && (lines.digits[at] as number) >= LEAST_DIGITS;
}

function isName(doc: Document, at: number): boolean {
  return lengthOf(doc, at) <= LONGEST_NAME && !closes(doc, at) && doc.outline.sentence[at] === 0;
}
