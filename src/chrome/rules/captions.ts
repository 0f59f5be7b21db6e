import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { closes, isBlank, lastUnit, lineBefore, nextLine } from '../shape.ts';
import {
  BLOCKED,
  CLOSED,
  COLON_END,
  FILLED,
  lengthOf,
  look,
  SENTENCE,
  type Traits,
  traitsOf,
  WITH_DIGITS,
} from '../traits.ts';

const LONGEST = 18;
const LEAST = 3;
/** Proven captions a page must show before a lone line between paragraphs is taken for one. */
const PROVEN = 2;
/** A lone caption is longer than a subhead: this many words, or one less with a name in it. */
const LEAST_LONE = 6;
const LONGEST_LONE = 16;
/** Pages of which less than this share of lines is blank part nothing by blank lines. */
const LEAST_BLANK_PERCENT = 20;
/** No sentence, closing with nothing, in no list or table; of a length of its own. */
const PLAIN = look(FILLED, SENTENCE | CLOSED | COLON_END | BLOCKED);
const BRACKET = 41;
/** A bracketed day or month and year; a bare year is part of many names. */
const DATED = /\((?:\d{1,2}\.?\s)?[^()\s\d]{3,12}\s(?:19|20)\d\d\)$/;

export const captions: Rule = {
  id: 'chrome/caption',
  kind: 'caption',
  title: 'Caption',
  why: 'A short line without a stop goes as a caption on positive evidence only: a bracketed date, its place, or proven captions on the same page.',
  examples: [
    {
      text: 'Bridge to close\n\nThe old bridge in March\nThe bridge over the Lenne will close for repairs on the first of May.\n\nNobody in the village had expected the works to begin so early in the year.',
      drop: [2],
    },
    {
      text: 'Bridge to close\n\nVera Lindt in Lenne (3 March 2009)\nMs Lindt said the works would not take long\n\nThe bridge over the Lenne will close for repairs on the first of May.',
      drop: [2, 3],
    },
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nA river and its people\n\nNobody in the village had expected the works to begin so early in the year.',
      drop: [],
    },
  ],
  check(doc: Document): readonly Finding[] {
    const traits = traitsOf(doc);
    if (!partsByBlanks(traits)) return [];
    const found = new Map<number, string>();
    for (let at = 0; at < doc.lines.count; at++) {
      if (!isPlain(traits, at)) continue;
      if (isDated(doc, traits, at)) {
        found.set(at, 'a name with a bracketed date');
        if (at + 1 < doc.lines.count && isPlain(traits, at + 1))
          found.set(at + 1, 'a short line without a stop under a dated caption');
      } else if (isGluedToLead(doc, at)) found.set(at, 'a short line without a stop, glued to the lead');
    }
    const lone = found.size >= PROVEN ? loneLines(doc, traits, found) : [];
    // More lone lines than proven captions are the headings of a long page.
    if (lone.length <= found.size)
      for (const at of lone) found.set(at, 'a lone line without a stop on a page with captions');
    return Array.from(
      found,
      ([at, message]): Finding => ({
        rule: 'chrome/caption',
        kind: 'caption',
        action: 'drop',
        first: at,
        last: at,
        confidence: 0.91,
        message,
      }),
    );
  },
};

function partsByBlanks({ bits, filled }: Traits): boolean {
  return (bits.length - filled) * 100 >= bits.length * LEAST_BLANK_PERCENT;
}

/** A short line that is no sentence, closes with nothing, and is in no list or table. */
function isPlain({ bits, length }: Traits, at: number): boolean {
  if (((bits[at] as number) & PLAIN.mask) !== PLAIN.wanted) return false;
  return (length[at] as number) >= LEAST && (length[at] as number) <= LONGEST;
}

/** Of a plain line. */
function isDated(doc: Document, { bits }: Traits, at: number): boolean {
  return (
    ((bits[at] as number) & WITH_DIGITS) !== 0 &&
    at > 0 &&
    lastUnit(doc, at) === BRACKET &&
    DATED.test(doc.line(at).slice(-40)) &&
    doc.outline.first >= 0 &&
    lineBefore(doc, at) >= 0
  );
}

/** Of a plain line: directly on the first sentence, with a blank line and a headline above, as on most old news pages. */
function isGluedToLead(doc: Document, at: number): boolean {
  const { first } = doc.outline;
  if (at + 1 !== first || (at > 0 && !isBlank(doc, at - 1))) return false;
  return lineBefore(doc, at) >= 0 && first + 1 < doc.lines.count && isBlank(doc, first + 1);
}

/** Lone lines between paragraphs that read like captions rather than subheads. */
function loneLines(doc: Document, traits: Traits, found: ReadonlyMap<number, string>): readonly number[] {
  const { first, last, sentence } = doc.outline;
  const lone: number[] = [];
  for (let at = first + 1; at < last; at++) {
    if (found.has(at) || !isPlain(traits, at) || !isBlank(doc, at - 1) || !isBlank(doc, at + 1)) continue;
    const before = lineBefore(doc, at);
    const after = nextLine(doc, at);
    if (sentence[after] !== 1 || (sentence[before] !== 1 && !isSubheadLike(doc, before))) continue;
    if (readsLikeCaption(doc, at)) lone.push(at);
  }
  return lone;
}

function readsLikeCaption(doc: Document, at: number): boolean {
  const length = lengthOf(doc, at);
  const names = (doc.lines.capitals[at] as number) - 1;
  if (doc.lines.capitals[at] === doc.lines.tokens[at]) return false;
  return length <= LONGEST_LONE && (length >= LEAST_LONE || (length === LEAST_LONE - 1 && names > 0));
}

function isSubheadLike(doc: Document, at: number): boolean {
  return at >= 0 && doc.outline.sentence[at] === 0 && lengthOf(doc, at) < LEAST_LONE && !closes(doc, at);
}
