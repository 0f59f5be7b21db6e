import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { closes, firstUnit, isBlank, wordsOn } from '../shape.ts';
import { signTable } from '../signs.ts';
import { BLOCKED, look, traitsOf, WORDED } from '../traits.ts';

const FREE = look(WORDED, BLOCKED);
const QUOTES: Uint8Array = signTable('"\u201c\u201e\u00ab\u2018');
const LEAST_WORDS = 7;
/** Above this percentage of capitalised words a line is a heading that its section says again. */
const MOST_CAPITALS = 50;
const MOST_WORDS = 45;
/** A pull quote stands near what it quotes. */
const NEAR_LINES = 25;
const LONGEST_ATTRIBUTION = 8;

export const pullQuote: Rule = {
  id: 'chrome/pull-quote',
  kind: 'caption',
  title: 'Pull quote',
  why: 'A phrase set large beside the text says again what a sentence near it says; 92 to 100 % of such blocks are no body text.',
  examples: [
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nNobody asked the people by the river\nMayor of Lenne\n\n"Nobody asked the people by the river, and nobody will," the mayor said on Monday evening.',
      drop: [2, 3],
    },
    {
      text: 'Nobody asked the people.\n\nNobody asked the people by the river, and nobody ever will, the mayor said on Monday.',
      drop: [],
    },
  ],
  check(doc: Document): readonly Finding[] {
    const { count } = doc.lines;
    const { bits } = traitsOf(doc);
    const findings: Finding[] = [];
    // Above the first sentence stands the title, which the lead often says again.
    for (let at = Math.max(0, doc.outline.first + 1); at < count; at++) {
      if (((bits[at] as number) & FREE.mask) !== FREE.wanted) continue;
      const words = wordsOn(doc, at);
      if (words < LEAST_WORDS || words > MOST_WORDS || !isSetApart(doc, at)) continue;
      if ((doc.lines.capitals[at] as number) * 100 > words * MOST_CAPITALS) continue;
      const container = containerOf(doc, at, words);
      if (container < 0) continue;
      const last = at + 1 < count && isAttribution(doc, at + 1) ? at + 1 : at;
      findings.push({
        rule: 'chrome/pull-quote',
        kind: 'caption',
        action: 'drop',
        first: at,
        last,
        confidence: 0.93,
        message: `pull quote: line ${container + 1} says it too`,
        evidence: { line: container },
      });
      at = last;
    }
    return findings;
  },
};

/** Set large, a phrase has lost its stop, or stands in quotes. */
function isSetApart(doc: Document, at: number): boolean {
  const terminal = doc.lines.terminal[at];
  return terminal === 0 || terminal === 7 || QUOTES[firstUnit(doc, at)] === 1;
}

/** The nearest longer sentence line that holds all words of line `at` in a row, or -1. */
function containerOf(doc: Document, at: number, words: number): number {
  if (!beginsNear(doc, at)) return -1;
  for (let distance = 1; distance <= NEAR_LINES; distance++) {
    if (contains(doc, at + distance, at, words)) return at + distance;
    if (contains(doc, at - distance, at, words)) return at - distance;
  }
  return -1;
}

/** True if the first two words of the line stand in a row near it once more: asked before line is compared to line. */
function beginsNear({ lines, words }: Document, at: number): boolean {
  const { hash } = words;
  const own = lines.word[at] as number;
  const [one, two] = [hash[own], hash[own + 1]];
  const end = (lines.word[Math.min(lines.count, at + NEAR_LINES + 1)] as number) - 1;
  for (let word = lines.word[Math.max(0, at - NEAR_LINES)] as number; word < end; word++) {
    if (hash[word] === one && hash[word + 1] === two && word !== own) return true;
  }
  return false;
}

function contains(doc: Document, near: number, at: number, words: number): boolean {
  return doc.outline.sentence[near] === 1 && wordsOn(doc, near) > words && holds(doc, near, at, words);
}

function holds(doc: Document, container: number, at: number, words: number): boolean {
  const { hash } = doc.words;
  const first = doc.lines.word[at] as number;
  const end = (doc.lines.word[container + 1] as number) - words;
  const opening = hash[first];
  for (let start = doc.lines.word[container] as number; start <= end; start++) {
    if (hash[start] !== opening) continue;
    let same = 1;
    while (same < words && hash[start + same] === hash[first + same]) same++;
    if (same === words) return true;
  }
  return false;
}

function isAttribution(doc: Document, at: number): boolean {
  return (
    !isBlank(doc, at) && wordsOn(doc, at) <= LONGEST_ATTRIBUTION && !closes(doc, at) && doc.outline.sentence[at] === 0
  );
}
