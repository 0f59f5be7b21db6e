import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { isDateLine } from '../../text/date-line.ts';
import { closes, isBlank, lengthOf, lineBefore } from '../shape.ts';

const LONGEST_NAME = 4;
const LONGEST_UNITS = 80;
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
  *check(doc: Document): Generator<Finding> {
    const headers: { readonly first: number; readonly last: number }[] = [];
    for (let at = 0; at < doc.lines.count; at++) {
      if (!isDated(doc, at)) continue;
      const name = lineBefore(doc, at);
      headers.push({ first: name >= 0 && at - name <= 2 && isName(doc, name) ? name : at, last: at });
    }
    if (headers.length < LEAST_POSTS) return;
    for (const header of headers) {
      yield {
        rule: 'chrome/post-header',
        kind: 'chrome',
        action: 'drop',
        ...header,
        confidence: 0.86,
        message: 'who posted, and when',
      };
    }
  },
};

function isDated(doc: Document, at: number): boolean {
  const { lines, outline } = doc;
  if (isBlank(doc, at) || lines.digits[at] === 0 || outline.sentence[at] === 1) return false;
  return (lines.end[at] as number) - (lines.from[at] as number) <= LONGEST_UNITS && isDateLine(doc.line(at));
}

function isName(doc: Document, at: number): boolean {
  return lengthOf(doc, at) <= LONGEST_NAME && !closes(doc, at) && doc.outline.sentence[at] === 0;
}
