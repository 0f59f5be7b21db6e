import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { type CueTable, cuesIn } from '../cues.ts';
import { cueSet } from '../phrases.ts';
import { isBlank, wordsOn } from '../shape.ts';

const END = cueSet('end');
const LONGEST = 6;
const LEAST_COVERED = 80;
/** Percentage of the prose that must stand above the marker. */
const LEAST_ABOVE = 70;

export const endMarker: Rule = {
  id: 'chrome/end-marker',
  kind: 'chrome',
  title: 'End of the article',
  why: 'Some sites close their articles with a fixed label, and only furniture follows it, sentences included.',
  early: true,
  examples: [
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nPrint Sponsor\n\nSign up for the letter.',
      drop: [2],
    },
    { text: 'This is the end of the road over the Lenne, the county said on Monday.', drop: [] },
  ],
  check(doc: Document): readonly Finding[] {
    const cues = cuesIn(doc);
    if ((cues.all & END) === 0) return [];
    const { lines, outline } = doc;
    let above = 0;
    for (let at = 0; at < lines.count; at++) {
      if (above > 0 && above * 100 >= outline.mass * LEAST_ABOVE && isMarker(doc, cues, at)) return endingAt(doc, at);
      if (outline.sentence[at] === 1) above += lines.tokens[at] as number;
    }
    return [];
  },
};

function isMarker(doc: Document, cues: CueTable, at: number): boolean {
  if (((cues.of[at] as number) & END) === 0) return false;
  const words = wordsOn(doc, at);
  return words <= LONGEST && cues.coveredOn(doc, at, END) * 100 >= words * LEAST_COVERED;
}

/** The marker, and the sentences behind it. */
function endingAt(doc: Document, marker: number): readonly Finding[] {
  const findings = [ending(marker, 0.94, 'a label that ends articles')];
  for (let at = marker + 1; at < doc.lines.count; at++) {
    if (isBlank(doc, at) || doc.outline.sentence[at] !== 1) continue;
    findings.push(ending(at, 0.92, `text behind the end of the article (line ${marker + 1})`));
  }
  return findings;
}

function ending(at: number, confidence: number, message: string): Finding {
  return { rule: 'chrome/end-marker', kind: 'chrome', action: 'drop', first: at, last: at, confidence, message };
}
