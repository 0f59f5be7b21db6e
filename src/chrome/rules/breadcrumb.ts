import { blockAt } from '../../text/blocks.ts';
import { type LineRule, lineRule } from '../line-rule.ts';
import type { LineView } from '../line-view.ts';
import { signTable } from '../signs.ts';
import { INSIDE, look, MARKED, STOPPED } from '../traits.ts';

/** Newswire puts the symbols of companies between angle brackets: `CONRAC <CAX> SOARS`. */
const BRACKETED = /<[^<>]{1,40}>/;
const SEPARATORS = /\s*(?:[>\u00bb\u203a|\u2192\u25b8\u25ba\u2022\u00b7]|\s[/\\]\s)\s*/;
/** Every separator holds one of these. */
const SIGNS: Uint8Array = signTable('>\u00bb\u203a|\u2192\u25b8\u25ba\u2022\u00b7/\\');
const LONGEST_UNITS = 300;
const LONGEST_PART = 5;
const LEAST_PARTS = 3;

export const breadcrumb: LineRule = lineRule({
  id: 'chrome/breadcrumb',
  kind: 'chrome',
  title: 'Breadcrumb or row of links',
  why: 'Paths and link rows are short names between separators; prose does not part its words so.',
  examples: [
    {
      text: 'Home > News > Valley > Bridges\n\nThe bridge over the Lenne will close for repairs on the first of May.',
      drop: [0],
    },
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nContact | Imprint | Privacy',
      drop: [2],
    },
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nred / green / blue are the colours of the flag that hangs there.',
      drop: [],
    },
    {
      text: 'BRANDT <BRD> TO SELL LENNE MILLS <LNM> UNIT\nBrandt Mills said it will sell the mills at the weir before the end of the year.',
      drop: [],
    },
    {
      text: 'A | B | C\n1 | 2 | 3\n4 | 5 | 6\n\nThe table shows the rows of the second test in the order of their arrival.',
      drop: [],
    },
  ],
  confidence: 0.93,
  longest: 30,
  look: look(MARKED, INSIDE | STOPPED),
  test: (line) => {
    if (!hasSeparators(line) || blockAt(line.doc, line.at)?.kind === 'table') return false;
    if (BRACKETED.test(line.text.slice(0, LONGEST_UNITS))) return false;
    const parts = line.text
      .slice(0, LONGEST_UNITS)
      .split(SEPARATORS)
      .filter((part) => part !== '');
    return (
      parts.length >= LEAST_PARTS &&
      parts.every((part) => part.split(' ').length <= LONGEST_PART && /[^\d\s]{2}/.test(part))
    );
  },
});

/** True if enough signs stand on the line to part it; asked before the line is made a string. */
function hasSeparators({ doc, at }: LineView): boolean {
  const from = doc.lines.from[at] as number;
  const end = Math.min(doc.lines.end[at] as number, from + LONGEST_UNITS);
  if ((doc.lines.marks[at] as number) < LEAST_PARTS - 1) return false;
  let signs = 0;
  for (let unit = from; unit < end; unit++) signs += SIGNS[doc.text.charCodeAt(unit)] as number;
  return signs >= LEAST_PARTS - 1;
}
