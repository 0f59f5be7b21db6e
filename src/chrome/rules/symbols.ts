import type { Rule } from '../../core/contracts.ts';
import type { BlockKind, Document, Finding } from '../../core/types.ts';
import { blockAt } from '../../text/blocks.ts';
import { lineBefore, nextLine } from '../shape.ts';
import { FILLED, traitsOf, WORDED } from '../traits.ts';

/** Fences, rules of tables and lone brackets belong to their blocks. */
const DRAWN: ReadonlySet<BlockKind> = new Set(['code', 'table', 'rule', 'heading']);

export const symbols: Rule = {
  id: 'chrome/symbols',
  kind: 'chrome',
  title: 'Line of signs',
  why: 'Arrows, bullets and rules without a word are decoration of the page.',
  examples: [
    { text: '»\n\nThe bridge over the Lenne will close for repairs on the first of May.', drop: [0] },
    {
      text: 'The bridge over the Lenne will close for repairs.\n\n* * *\n\nNobody in the village had expected the works to begin so early in the year.',
      drop: [],
    },
  ],
  check(doc: Document): readonly Finding[] {
    const { outline } = doc;
    const { bits } = traitsOf(doc);
    const findings: Finding[] = [];
    for (let at = 0; at < bits.length; at++) {
      if (((bits[at] as number) & (FILLED | WORDED)) !== FILLED) continue;
      if (DRAWN.has(blockAt(doc, at)?.kind ?? 'paragraph')) continue;
      if (at > outline.first && at < outline.last && (partsText(doc, at) || blockAt(doc, at) !== undefined)) continue;
      findings.push({
        rule: 'chrome/symbols',
        kind: 'chrome',
        action: 'drop',
        first: at,
        last: at,
        confidence: 0.92,
        message: 'signs without a word',
      });
    }
    return findings;
  },
};

/** Between two sentences such a line parts the text. */
function partsText(doc: Document, at: number): boolean {
  const { sentence } = doc.outline;
  return isSection(doc.line(at)) || (sentence[lineBefore(doc, at)] === 1 && sentence[nextLine(doc, at)] === 1);
}

/** Asterisks, dashes and the like part the sections of a text. */
function isSection(line: string): boolean {
  return /^[*\-_#~=\u2013\u2014\u2022\u00b7\u25c6\u2766\u2042 ]{1,40}$/.test(line);
}
