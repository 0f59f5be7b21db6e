import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { COLON, closes, isBlank, lengthOf } from '../shape.ts';

/** 90 % of the lines that occur again on their page are chrome (wcxb-dev); labels that come three times are surer. */
const LEAST_TIMES = 3;
/** A subhead may come back three times ("Advantages", "Advantages"), a slot does so as often as there are paragraphs. */
const CERTAIN_TIMES = 20;
const LONGEST_WORDS = 4;
const LABELLED = /^[^:]{1,30}:\s?\S/;

export const recurringLabel: Rule = {
  id: 'chrome/recurring-label',
  kind: 'chrome',
  title: 'Label that keeps coming back',
  why: 'Slots and buttons print the same few words again and again through the article.',
  examples: [
    {
      text: 'Article content\n\nThe bridge over the Lenne will close for repairs on the first of May.\n\nArticle content\n\nNobody in the village had expected the works to begin so early in the year.\n\nArticle content',
      drop: [0, 4, 8],
    },
    {
      text: 'Tickets: free\n\nThe bridge over the Lenne will close for repairs on the first of May.\n\nTickets: free\n\nNobody in the village had expected the works to begin so early.\n\nTickets: free',
      drop: [],
    },
  ],
  *check(doc: Document): Generator<Finding> {
    const times = new Map<number, number>();
    for (let at = 0; at < doc.lines.count; at++) {
      if (isLabel(doc, at))
        times.set(doc.lines.hashLow[at] as number, (times.get(doc.lines.hashLow[at] as number) ?? 0) + 1);
    }
    for (let at = 0; at < doc.lines.count; at++) {
      if (!isLabel(doc, at)) continue;
      const count = times.get(doc.lines.hashLow[at] as number) ?? 0;
      if (count < LEAST_TIMES) continue;
      yield {
        rule: 'chrome/recurring-label',
        kind: 'chrome',
        action: 'drop',
        first: at,
        last: at,
        confidence: count < CERTAIN_TIMES ? 0.8 : 0.88,
        message: `a label that stands on the page ${count} times`,
      };
    }
  },
};

function isLabel(doc: Document, at: number): boolean {
  if (isBlank(doc, at) || doc.lines.hashLow[at] === 0 || doc.blockOf[at] !== -1 || doc.outline.sentence[at] === 1)
    return false;
  if (lengthOf(doc, at) > LONGEST_WORDS || closes(doc, at) || doc.lines.terminal[at] === COLON) return false;
  return !LABELLED.test(doc.line(at).slice(0, 60));
}
