import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { hasEarlyColon } from '../shape.ts';
import { BLOCKED, CLOSED, COLON_END, look, MARKED, SENTENCE, traitsOf, WORDED } from '../traits.ts';

/** 90 % of the lines that occur again on their page are chrome (wcxb-dev); labels that come three times are surer. */
const LEAST_TIMES = 3;
/** A subhead may come back three times ("Advantages", "Advantages"), a slot does so as often as there are paragraphs. */
const CERTAIN_TIMES = 20;
const LONGEST_WORDS = 4;
const LABEL = look(WORDED, SENTENCE | BLOCKED | CLOSED | COLON_END);
const LONGEST_KEY = 30;
const LABELLED = /^[^:]{1,30}:\s?\S/;

export const recurringLabel: Rule = {
  id: 'chrome/recurring-label',
  kind: 'chrome',
  title: 'Label that keeps coming back',
  why: 'Slots and buttons print the same few words again and again through the article.',
  examples: [
    {
      text: 'Article content\n\nThe bridge over the Lenne will close for repairs on the first of May.\n\nArticle content\n\nNobody in the village had expected the works to begin so early in the year.\n\nArticle content',
      drop: [0, 4, 8],
    },
    {
      text: 'Tickets: free\n\nThe bridge over the Lenne will close for repairs on the first of May.\n\nTickets: free\n\nNobody in the village had expected the works to begin so early.\n\nTickets: free',
      drop: [],
    },
  ],
  check(doc: Document): readonly Finding[] {
    const findings: Finding[] = [];
    const labels = labelsOf(doc);
    if (labels.length < LEAST_TIMES) return findings;
    const times = countEqual(labels, doc.lines.hashLow);
    for (let label = 0; label < labels.length; label++) {
      const count = times[label] as number;
      if (count < LEAST_TIMES) continue;
      const at = labels[label] as number;
      findings.push({
        rule: 'chrome/recurring-label',
        kind: 'chrome',
        action: 'drop',
        first: at,
        last: at,
        confidence: count < CERTAIN_TIMES ? 0.8 : 0.88,
        message: `a label that stands on the page ${count} times`,
      });
    }
    return findings;
  },
};

/** Numbers of the lines that are labels. */
function labelsOf(doc: Document): Uint32Array {
  const { bits, length, filled } = traitsOf(doc);
  const { mask, wanted } = LABEL;
  const labels = new Uint32Array(filled);
  let count = 0;
  for (let at = 0; at < bits.length; at++) {
    const seen = bits[at] as number;
    if ((seen & mask) !== wanted || (length[at] as number) > LONGEST_WORDS) continue;
    if ((seen & MARKED) === 0 || !isLabelled(doc, at)) labels[count++] = at;
  }
  return labels.subarray(0, count);
}

function isLabelled(doc: Document, at: number): boolean {
  return hasEarlyColon(doc, at, LONGEST_KEY) && LABELLED.test(doc.line(at).slice(0, 60));
}

/** For each of the rows, how many of them have its hash: an open-addressed table, a third the cost of a `Map`. */
function countEqual(rows: Uint32Array, hashes: Uint32Array): Uint32Array {
  let slots = 16;
  while (slots < rows.length * 2) slots *= 2;
  const counts = new Uint32Array(slots);
  const keys = new Uint32Array(slots);
  const slotOf = new Uint32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const hash = hashes[rows[row] as number] as number;
    let slot = hash & (slots - 1);
    while (counts[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (slots - 1);
    keys[slot] = hash;
    counts[slot] = (counts[slot] as number) + 1;
    slotOf[row] = slot;
  }
  return slotOf.map((slot) => counts[slot] as number);
}
