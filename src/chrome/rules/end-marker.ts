import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { coveredWords, cueSet, cuesOn } from '../cues.ts';
import { isBlank, wordsOn } from '../shape.ts';

const END = cueSet('end');
const LONGEST = 6;
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
  *check(doc: Document): Generator<Finding> {
    for (let at = 0; at < doc.lines.count; at++) {
      if (!isMarker(doc, at) || !closesArticle(doc, at)) continue;
      yield {
        rule: 'chrome/end-marker',
        kind: 'chrome',
        action: 'drop',
        first: at,
        last: at,
        confidence: 0.94,
        message: 'a label that ends articles',
      };
      for (let after = at + 1; after < doc.lines.count; after++) {
        if (isBlank(doc, after) || doc.outline.sentence[after] !== 1) continue;
        yield {
          rule: 'chrome/end-marker',
          kind: 'chrome',
          action: 'drop',
          first: after,
          last: after,
          confidence: 0.92,
          message: `text behind the end of the article (line ${at + 1})`,
        };
      }
      return;
    }
  },
};

function isMarker(doc: Document, at: number): boolean {
  const words = wordsOn(doc, at);
  if (words === 0 || words > LONGEST || (cuesOn(doc, at) & END) === 0) return false;
  return coveredWords(doc, doc.lines.word[at] as number, doc.lines.word[at + 1] as number, END) * 100 >= words * 80;
}

function closesArticle(doc: Document, at: number): boolean {
  let above = 0;
  for (let line = 0; line < at; line++) if (doc.outline.sentence[line] === 1) above += doc.lines.tokens[line] as number;
  return above > 0 && above * 100 >= doc.outline.mass * LEAST_ABOVE;
}
