import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { Scratch } from '../scratch.ts';
import { hasEarlyColon } from '../shape.ts';
import { BLOCKED, CLOSED, COLON_END, look, MARKED, SENTENCE, traitsOf, WORDED } from '../traits.ts';

/** 90 % of the lines that occur again on their page are chrome (wcxb-dev); labels that come three times are surer. */
const LEAST_TIMES = 3;
/** A subhead may come back three times ("Advantages", "Advantages"), a slot does so as often as there are paragraphs. */
const CERTAIN_TIMES = 20;
const LONGEST_WORDS = 4;
const LABEL = look(WORDED, SENTENCE | BLOCKED | CLOSED | COLON_END);
const LONGEST_KEY = 30;
const [LABELS, SLOTS, FIRSTS, TIMES] = [new Scratch(), new Scratch(), new Scratch(), new Scratch()];
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
  placed: true,
  check(doc: Document): readonly Finding[] {
    const findings: Finding[] = [];
    const labels = LABELS.zeros(traitsOf(doc).filled);
    const found = findLabels(doc, labels);
    if (found < LEAST_TIMES) return findings;
    /** By the count: the same few messages stand on all the labels of a page. */
    const messages = new Map<number, string>();
    const times = countEqual(labels, found, doc.lines.hashLow);
    for (let label = 0; label < found; label++) {
      const count = times[label] as number;
      if (count < LEAST_TIMES) continue;
      const at = labels[label] as number;
      const message = messages.get(count) ?? `a label that stands on the page ${count} times`;
      messages.set(count, message);
      findings.push({
        rule: 'chrome/recurring-label',
        kind: 'chrome',
        action: 'drop',
        first: at,
        last: at,
        confidence: count < CERTAIN_TIMES ? 0.8 : 0.88,
        message,
      });
    }
    return findings;
  },
};

/** Writes the numbers of the lines that are labels and returns how many there are. */
function findLabels(doc: Document, labels: Uint32Array): number {
  const { bits, length } = traitsOf(doc);
  const { mask, wanted } = LABEL;
  let found = 0;
  for (let at = 0; at < bits.length; at++) {
    const seen = bits[at] as number;
    if ((seen & mask) !== wanted || (length[at] as number) > LONGEST_WORDS) continue;
    if ((seen & MARKED) === 0 || !isLabelled(doc, at)) labels[found++] = at;
  }
  return found;
}

function isLabelled(doc: Document, at: number): boolean {
  return hasEarlyColon(doc, at, LONGEST_KEY) && LABELLED.test(doc.line(at).slice(0, 60));
}

/** Per label, how many of them have its hash: an open-addressed table, a third the cost of a `Map`. */
function countEqual(labels: Uint32Array, found: number, hashes: Uint32Array): Uint32Array {
  let slots = 16;
  while (slots < found * 2) slots *= 2;
  const mask = slots - 1;
  /** The first label with a hash, counted from one; then the same per label. */
  const firsts = SLOTS.zeros(slots);
  const firstOf = FIRSTS.zeros(found);
  const times = TIMES.zeros(found);
  for (let label = 0; label < found; label++) {
    const hash = hashes[labels[label] as number] as number;
    let slot = hash & mask;
    while (firsts[slot] !== 0 && hashes[labels[(firsts[slot] as number) - 1] as number] !== hash)
      slot = (slot + 1) & mask;
    if (firsts[slot] === 0) firsts[slot] = label + 1;
    const first = (firsts[slot] as number) - 1;
    firstOf[label] = first;
    times[first] = (times[first] as number) + 1;
  }
  for (let label = found - 1; label >= 0; label--) times[label] = times[firstOf[label] as number] as number;
  return times;
}
