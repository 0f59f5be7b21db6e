import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { isBlank } from '../shape.ts';

/** More than twelve other lines away, and small beside the article. */
const FAR_LINES = 12;
const SMALL_BEFORE_PERCENT = 20;
const SMALL_AFTER_PERCENT = 35;
/** A page whose prose is scattered over many places (offers, lists with blurbs) has no article that others could be far from. */
const LEAST_MAIN_PERCENT = 65;

interface Segment {
  readonly first: number;
  readonly last: number;
  readonly mass: number;
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
  *check(doc: Document): Generator<Finding> {
    const segments = segmentsOf(doc);
    const main = segments.reduce<Segment | undefined>(
      (best, each) => (best === undefined || each.mass > best.mass ? each : best),
      undefined,
    );
    const total = segments.reduce((sum, each) => sum + each.mass, 0);
    if (main === undefined || main.mass * 100 < total * LEAST_MAIN_PERCENT) return;
    for (const segment of segments) {
      const limit = segment.first < main.first ? SMALL_BEFORE_PERCENT : SMALL_AFTER_PERCENT;
      if (segment === main || segment.mass * 100 >= main.mass * limit) continue;
      yield {
        rule: 'chrome/far-segment',
        kind: 'chrome',
        action: 'drop',
        first: segment.first,
        last: segment.last,
        confidence: 0.7,
        message: 'a little text far from the article',
      };
    }
  },
};

/** Stretches of prose parted by more than `FAR_LINES` lines that are none. */
function segmentsOf(doc: Document): readonly Segment[] {
  const segments: Segment[] = [];
  let others = 0;
  for (let at = 0; at < doc.lines.count; at++) {
    if (isBlank(doc, at)) continue;
    if (doc.outline.sentence[at] === 0) {
      others++;
      continue;
    }
    const mass = doc.lines.tokens[at] as number;
    const open = segments.at(-1);
    if (open === undefined || others > FAR_LINES) segments.push({ first: at, last: at, mass });
    else segments[segments.length - 1] = { first: open.first, last: at, mass: open.mass + mass };
    others = 0;
  }
  return segments;
}
