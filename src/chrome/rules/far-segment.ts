import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { FILLED, SENTENCE, traitsOf } from '../traits.ts';

/** More than twelve other lines away, and small beside the article. */
const FAR_LINES = 12;
const SMALL_BEFORE_PERCENT = 20;
const SMALL_AFTER_PERCENT = 35;
/** A page whose prose is scattered over many places (offers, lists with blurbs) has no article that others could be far from. */
const LEAST_MAIN_PERCENT = 65;

interface Segment {
  readonly first: number;
  last: number;
  mass: number;
}

export const farSegment: Rule = {
  id: 'chrome/far-segment',
  kind: 'chrome',
  title: 'Text far from the article',
  why: 'Sentences behind a long row of labels are teasers, notices or another page element, if they are few beside the article.',
  examples: [
    {
      text: `${'The bridge over the Lenne will close for repairs on the first of May, the county said.\n\n'.repeat(4)}${'Label\n'.repeat(14)}Our newsletter tells you every morning what happens in the valley and on the coast.`,
      drop: [22],
    },
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nThe works\n\nNobody in the village had expected the works to begin so early in the year.',
      drop: [],
    },
  ],
  placed: true,
  check(doc: Document): readonly Finding[] {
    const findings: Finding[] = [];
    const segments = segmentsOf(doc);
    if (segments.length < 2) return findings;
    const main = segments.reduce((best, each) => (each.mass > best.mass ? each : best));
    if (main.mass * 100 < doc.outline.mass * LEAST_MAIN_PERCENT) return findings;
    for (const segment of segments) {
      const limit = segment.first < main.first ? SMALL_BEFORE_PERCENT : SMALL_AFTER_PERCENT;
      if (segment === main || segment.mass * 100 >= main.mass * limit) continue;
      findings.push({
        rule: 'chrome/far-segment',
        kind: 'chrome',
        action: 'drop',
        first: segment.first,
        last: segment.last,
        confidence: 0.7,
        message: 'a little text far from the article',
      });
    }
    return findings;
  },
};

/** Stretches of prose parted by more than `FAR_LINES` lines that are none. */
function segmentsOf(doc: Document): readonly Segment[] {
  const { bits } = traitsOf(doc);
  const segments: Segment[] = [];
  let open: Segment | undefined;
  let others = 0;
  for (let at = 0; at < bits.length; at++) {
    if (((bits[at] as number) & SENTENCE) === 0) {
      others += (bits[at] as number) & FILLED;
      continue;
    }
    if (open === undefined || others > FAR_LINES) {
      open = { first: at, last: at, mass: 0 };
      segments.push(open);
    }
    open.last = at;
    open.mass += doc.lines.tokens[at] as number;
    others = 0;
  }
  return segments;
}
