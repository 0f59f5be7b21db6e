import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { cuesOn } from '../cues.ts';
import { isBlank, isHeadline, lengthOf, runsOf } from '../shape.ts';

const LEAST = 2;

export const headlinesAfter: Rule = {
  id: 'chrome/headlines-after',
  kind: 'related',
  title: 'Headlines after the article',
  why: 'Behind the last sentence of the article stand teasers: several lines as long as headlines, directly under each other.',
  examples: [
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nHas the harbour bubble burst?\nHow an old mill defied the county\nWhy the best rower of the valley quit',
      drop: [2, 3, 4],
    },
    {
      text: 'The bridge over the Lenne will close for repairs.\n\nNobody had expected that so early in the year.',
      drop: [],
    },
  ],
  *check(doc: Document): Generator<Finding> {
    const { last } = doc.outline;
    if (last < 0) return;
    const belongs = (at: number): boolean =>
      at > last && isHeadline(doc, at) && lengthOf(doc, at) >= 4 && doc.blockOf[at] === -1 && cuesOn(doc, at) === 0;
    for (const run of runsOf(doc, belongs)) {
      if (run.count < LEAST || !isGlued(doc, run.first, run.last)) continue;
      yield {
        rule: 'chrome/headlines-after',
        kind: 'related',
        action: 'drop',
        first: run.first,
        last: run.last,
        confidence: 0.86,
        message: `${run.count} headlines of other articles after the last sentence`,
      };
    }
  },
};

/** Teasers stand directly under each other. */
function isGlued(doc: Document, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (isBlank(doc, at)) return false;
  return true;
}
