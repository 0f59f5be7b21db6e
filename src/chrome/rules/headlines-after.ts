import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { cuesIn } from '../cues.ts';
import { isBlank, runsOf } from '../shape.ts';
import { BLOCKED, COLON_END, FILLED, look, SENTENCE, STOPPED, traitsOf } from '../traits.ts';

const LEAST = 2;
const HEADLINE = look(FILLED, SENTENCE | STOPPED | COLON_END | BLOCKED);
const SHORTEST = 4;
const LONGEST = 20;

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
  placed: true,
  check(doc: Document): readonly Finding[] {
    const { last } = doc.outline;
    const findings: Finding[] = [];
    if (last < 0) return findings;
    const { bits, length } = traitsOf(doc);
    const { of: cues } = cuesIn(doc);
    const belongs = (at: number): boolean =>
      ((bits[at] as number) & HEADLINE.mask) === HEADLINE.wanted &&
      (length[at] as number) >= SHORTEST &&
      (length[at] as number) <= LONGEST &&
      cues[at] === 0;
    for (const run of runsOf(doc, last + 1, doc.lines.count, LEAST, belongs)) {
      if (!isGlued(doc, run.first, run.last)) continue;
      findings.push({
        rule: 'chrome/headlines-after',
        kind: 'related',
        action: 'drop',
        first: run.first,
        last: run.last,
        confidence: 0.86,
        message: `${run.count} headlines of other articles after the last sentence`,
      });
    }
    return findings;
  },
};

/** Teasers stand directly under each other. */
function isGlued(doc: Document, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (isBlank(doc, at)) return false;
  return true;
}
