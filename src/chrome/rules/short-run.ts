import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { COLON, firstUnit, hasEarlyColon, lineBefore, NINE, runsOf, ZERO } from '../shape.ts';
import { BLOCKED, CLOSED, FILLED, look, MARKED, SENTENCE, type Traits, traitsOf } from '../traits.ts';

/** 89.5 % of the lines in runs of five short lines or more are chrome, 92.8 % in runs of ten (wcxb-dev). */
const LEAST = 5;
const LONGEST_WORDS = 16;
const LONGEST_KEY = 30;
const SHORT = look(FILLED, SENTENCE | BLOCKED | CLOSED);
/** Share of its words in sentences that a page has at least if it is an article. */
const LEAST_PROSE_PERCENT = 80;
/** "Price: 4 euro" and "3. The market" are facts and headings of the text; both hold a sign. */
const LABELLED = /^(?:[^:]{2,30}:\s?\S|\d{1,3}[.)]\s)/;

export const shortRun: Rule = {
  id: 'chrome/short-run',
  kind: 'chrome',
  title: 'Run of short lines',
  why: 'Menus, tag clouds and widgets inside the article come as runs of lines of a few words without a closing sign.',
  examples: [
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nWeather\nTraffic\nRiver levels\nTide table\nWebcams\nJobs\n\nNobody in the village had expected the works to begin so early in the year.',
      drop: [2, 3, 4, 5, 6, 7],
    },
    {
      text: 'For the repairs of the bridge over the Lenne the county needs these things:\nsteel\nsand\na crane\ntwo boats\na dry summer\n\nNobody in the village had expected the works to begin so early in the year.',
      drop: [],
    },
  ],
  placed: true,
  check(doc: Document): readonly Finding[] {
    const findings: Finding[] = [];
    if (!isProsePage(doc)) return findings;
    const { first, last } = doc.outline;
    const traits = traitsOf(doc);
    for (const run of runsOf(doc, first + 1, last, LEAST, (at) => isShort(doc, traits, at))) {
      if (doc.lines.terminal[Math.max(0, lineBefore(doc, run.first))] === COLON) continue;
      findings.push({
        rule: 'chrome/short-run',
        kind: 'chrome',
        action: 'drop',
        first: run.first,
        last: run.last,
        confidence: 0.7,
        message: `one of ${run.count} short lines without a sentence between them`,
      });
    }
    return findings;
  },
};

function isShort(doc: Document, { bits, length }: Traits, at: number): boolean {
  const seen = bits[at] as number;
  if ((seen & SHORT.mask) !== SHORT.wanted || (length[at] as number) >= LONGEST_WORDS) return false;
  return (seen & MARKED) === 0 || !isLabelled(doc, at);
}

function isLabelled(doc: Document, at: number): boolean {
  const opening = firstUnit(doc, at);
  const isNumbered = opening >= ZERO && opening <= NINE;
  return (isNumbered || hasEarlyColon(doc, at, LONGEST_KEY)) && LABELLED.test(doc.line(at).slice(0, 60));
}

/** On pages of lists, offers and facts short lines are the text itself. */
function isProsePage(doc: Document): boolean {
  const { outline, lines } = doc;
  let all = 0;
  for (let at = Math.max(0, outline.spanFirst); at <= outline.spanLast; at++) all += lines.tokens[at] as number;
  return outline.mass * 100 >= all * LEAST_PROSE_PERCENT;
}
