import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { blockAt } from '../../text/blocks.ts';
import { type CueTable, cuesIn } from '../cues.ts';
import { cueSet } from '../phrases.ts';
import { COLON, closes, nextLine, wordsOn } from '../shape.ts';
import { lengthOf } from '../traits.ts';

const RELATED = cueSet('related');
const LONGEST_HEADING = 8;
/** "Read also: …" carries the other story's headline on the same line. */
const LONGEST_INLINE = 25;

export const related: Rule = {
  id: 'chrome/related',
  kind: 'related',
  title: 'Headlines of other articles',
  why: 'A heading such as "Related articles" opens a block of headlines that belong to other pages.',
  examples: [
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nRelated articles\nFerry returns after eleven months\nWhy the harbour master quit',
      drop: [2, 3, 4],
    },
    {
      text: 'Read also: Ferry returns after eleven months\n\nThe bridge over the Lenne will close for repairs on the first of May.',
      drop: [0],
    },
    {
      text: '<body><article><p>The bridge will close for repairs on the first of May.</p><p>Related articles</p><ul><li><a href="/f">Ferry returns after eleven months</a></li></ul><h3>A wall of oyster shells</h3><p>The old piers go into the new school, shell by shell.</p></article></body>',
      drop: [2, 4],
    },
    { text: 'The two cases are related, the prosecutor said on Monday in the regional court.', drop: [] },
    { text: 'Related work\n\nEarlier studies of the valley looked at its floods and left its people out.', drop: [] },
  ],
  check(doc: Document): readonly Finding[] {
    const findings: Finding[] = [];
    const cues = cuesIn(doc);
    if ((cues.all & RELATED) === 0) return findings;
    for (let at = 0; at < doc.lines.count; at++) {
      if (((cues.of[at] as number) & RELATED) === 0 || wordsOn(doc, at) > LONGEST_INLINE) continue;
      const kind = headingKind(doc, cues, at);
      if (kind === undefined) continue;
      const last = kind === 'inline' ? at : lastHeadline(doc, cues, at);
      findings.push({
        rule: 'chrome/related',
        kind: 'related',
        action: 'drop',
        first: at,
        last,
        confidence: 0.93,
        message: last === at ? 'points to another article' : 'a block of headlines of other articles',
      });
      at = last;
    }
    return findings;
  },
};

/** `block` if the cue is the whole line, `inline` if a headline follows it on the line. */
function headingKind(doc: Document, cues: CueTable, at: number): 'block' | 'inline' | undefined {
  const first = doc.lines.word[at] as number;
  const end = doc.lines.word[at + 1] as number;
  const words = end - first;
  if (
    words <= LONGEST_HEADING &&
    cues.covered(first, end, RELATED) * 100 >= words * 75 &&
    doc.lines.terminal[at] !== 1
  ) {
    return lastHeadline(doc, cues, at) > at || doc.outline.last < at || doc.outline.first > at ? 'block' : undefined;
  }
  const opening = Math.min(end, first + 3);
  if (closes(doc, at)) return undefined;
  const opens = cues.covered(first, opening, RELATED) >= 1 && /^.{2,40}?:\s/.test(doc.line(at).slice(0, 60));
  return opens ? 'inline' : undefined;
}

/** Headlines follow until a sentence, a long line or a lone short word ends the block. */
function lastHeadline(doc: Document, cues: CueTable, at: number): number {
  let last = at;
  for (let next = nextLine(doc, at); next < doc.lines.count; next = nextLine(doc, next)) {
    if (!isTeaser(doc, cues, next) || opensSection(doc, next) || next - last > 3) break;
    last = next;
  }
  return last;
}

/** A heading of the markup that leads nowhere is the article's, or the next block's. */
function opensSection(doc: Document, at: number): boolean {
  const block = blockAt(doc, at);
  return block?.kind === 'heading' && (block.links ?? 0) === 0;
}

/** Under such a heading two words are headline enough. */
function isTeaser(doc: Document, cues: CueTable, at: number): boolean {
  if (isHeadline(doc, at)) return true;
  return lengthOf(doc, at) === 2 && !closes(doc, at) && cues.of[at] === 0;
}

/** Three to twenty words without a full stop: how the headline of another story reads. */
function isHeadline(doc: Document, at: number): boolean {
  const length = lengthOf(doc, at);
  const terminal = doc.lines.terminal[at] as number;
  return length >= 3 && length <= 20 && terminal !== 1 && terminal !== COLON && doc.outline.sentence[at] === 0;
}
