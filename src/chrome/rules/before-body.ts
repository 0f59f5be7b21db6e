import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { bodyFirst } from '../edges.ts';
import { FILLED, SENTENCE, traitsOf } from '../traits.ts';

export const beforeBody: Rule = {
  id: 'chrome/before-body',
  kind: 'chrome',
  title: 'Short line above the text',
  why: 'Of the lines before the first sentence of a page 98.5 % are menus, labels and metadata (wcxb-dev).',
  examples: [
    { text: 'Valley and Coast\n\nThe bridge over the Lenne will close for repairs on the first of May.', drop: [0] },
    { text: 'The bridge over the Lenne will close for repairs on the first of May.', drop: [] },
  ],
  placed: true,
  check(doc: Document): readonly Finding[] {
    const { bits } = traitsOf(doc);
    const findings: Finding[] = [];
    const first = bodyFirst(doc);
    const message = `a short line above the text, which begins at line ${first + 1}`;
    for (let at = 0; at < first; at++) {
      if (((bits[at] as number) & (FILLED | SENTENCE)) !== FILLED) continue;
      findings.push({
        rule: 'chrome/before-body',
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
