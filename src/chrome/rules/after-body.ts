import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { bodyLast } from '../edges.ts';
import { FILLED, SENTENCE, traitsOf } from '../traits.ts';

export const afterBody: Rule = {
  id: 'chrome/after-body',
  kind: 'chrome',
  title: 'Short line below the text',
  why: 'Of the lines after the last sentence of a page 97.7 % are footers, teasers and labels (wcxb-dev).',
  examples: [
    { text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nValley and Coast', drop: [2] },
    {
      text: 'Three things are needed for the works on the bridge over the Lenne this year:\n- steel\n- sand\n- a dry summer',
      drop: [],
    },
  ],
  placed: true,
  check(doc: Document): readonly Finding[] {
    const { bits } = traitsOf(doc);
    const findings: Finding[] = [];
    const last = bodyLast(doc);
    if (last < 0) return findings;
    const message = `a short line below the text, which ends at line ${last + 1}`;
    for (let at = last + 1; at < bits.length; at++) {
      if (((bits[at] as number) & (FILLED | SENTENCE)) !== FILLED) continue;
      findings.push({
        rule: 'chrome/after-body',
        kind: 'chrome',
        action: 'drop',
        first: at,
        last: at,
        confidence: 0.75,
        message,
      });
    }
    return findings;
  },
};
