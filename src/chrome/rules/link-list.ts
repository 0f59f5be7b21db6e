import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';

/** jusText and boilerpipe take a third of link text for boilerplate; a list item of an article may be one link, so ask for more. */
const MOST_LINKS = 70;

export const linkList: Rule = {
  id: 'chrome/link-list',
  kind: 'chrome',
  title: 'Links without text around them',
  why: 'A block that is nothing but links is a menu or a list of teasers.',
  examples: [
    {
      text: '<body><p>The bridge will close for repairs on the first of May.</p><p><a href="/a">Ferry</a> <a href="/b">Harbour</a></p></body>',
      drop: [2],
    },
    {
      text: '<body><p>See the <a href="/plan">plan of the works</a> for the dates on which the bridge will be closed.</p></body>',
      drop: [],
    },
  ],
  check(doc: Document): readonly Finding[] {
    const findings: Finding[] = [];
    for (const block of doc.blocks) {
      if ((block.links ?? 0) < MOST_LINKS || block.kind === 'heading') continue;
      const { first, last, links = 0 } = block;
      if (doc.outline.sentence.subarray(first, last + 1).includes(1)) continue;
      findings.push({
        rule: 'chrome/link-list',
        kind: 'chrome',
        action: 'drop',
        first,
        last,
        confidence: 0.8,
        message: `${links} % of the letters are links`,
      });
    }
    return findings;
  },
};
