import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { isBlank } from '../shape.ts';

const LONGEST = 8;

export const signature: Rule = {
  id: 'chrome/signature',
  kind: 'chrome',
  title: 'Signature of a mail or post',
  why: 'RFC 3676, section 4.3: two dashes and a blank on a line of their own part the signature from the text.',
  early: true,
  examples: [
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\n-- \nVera Lindt\nLenne Courier',
      drop: [2, 3, 4],
    },
    { text: 'The bridge will close -- so much is certain -- on the first of May.', drop: [] },
  ],
  check(doc: Document): readonly Finding[] {
    const findings: Finding[] = [];
    if (!doc.text.includes('--')) return findings;
    for (let at = 1; at < doc.lines.count; at++) {
      if ((doc.lines.end[at] as number) - (doc.lines.from[at] as number) !== 2 || doc.line(at) !== '--') continue;
      let last = at;
      while (last + 1 < doc.lines.count && !isBlank(doc, last + 1)) last++;
      if (last === at || last - at > LONGEST) continue;
      findings.push({
        rule: 'chrome/signature',
        kind: 'chrome',
        action: 'drop',
        first: at,
        last,
        confidence: 0.95,
        message: 'signature after two dashes',
      });
    }
    return findings;
  },
};
