import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { bodyEdges } from '../edges.ts';
import { isBlank } from '../shape.ts';

export const beforeBody: Rule = {
  id: 'chrome/before-body',
  kind: 'chrome',
  title: 'Short line before the first sentence',
  why: 'Of the lines before the first sentence of a page 98.5 % are menus, labels and metadata (wcxb-dev).',
  examples: [
    { text: 'Valley and Coast\n\nThe bridge over the Lenne will close for repairs on the first of May.', drop: [0] },
    { text: 'The bridge over the Lenne will close for repairs on the first of May.', drop: [] },
  ],
  *check(doc: Document): Generator<Finding> {
    const { sentence } = doc.outline;
    const { first } = bodyEdges(doc);
    for (let at = 0; at < first; at++) {
      if (isBlank(doc, at) || sentence[at] === 1) continue;
      yield {
        rule: 'chrome/before-body',
        kind: 'chrome',
        action: 'drop',
        first: at,
        last: at,
        confidence: 0.75,
        message: 'a short line before the first sentence',
      };
    }
  },
};
