/** Whole lines and hard-wrapped paragraphs that occur again by themselves. */
import type { Document } from '../core/types.ts';
import { blockAt } from '../text/blocks.ts';
import { closes } from './edges.ts';
import type { EqualLines } from './equal-lines.ts';
import { isEqualLine } from './equal-lines.ts';
import type { Repeats } from './repeats.ts';
import { LINE, RUN, STAYS } from './repeats.ts';
import { isSeam } from './seams.ts';
import { isSheltered, isStatement, massOf } from './shelter.ts';
import type { Trace } from './trace.ts';

/** Shorter lines repeat for many good reasons. */
export const LONE_TOKENS = 6;
/** A line that comes again so often between other lines belongs to each of its places: a note under every entry of a list. */
const FORMULA_TIMES = 3;

/** Decides the rows `[first, end)`, which no run of repeats took. */
export function settleLines(trace: Trace, equal: EqualLines, first: number, end: number, repeats: Repeats): void {
  const { strip, gone } = trace;
  for (let row = first; row < end; row++) {
    const line = strip.line[row] as number;
    const source = equal.first[line] as number;
    if (source < 0 || gone[row] === 1 || repeats.how[source] !== STAYS) continue;
    const slip = followsItself(trace, equal, row, source);
    if (!slip && isInParagraph(trace.doc, line)) settleParagraph(trace, row, source, repeats);
    else if ((slip || (equal.again[source] as number) < FORMULA_TIMES) && isLoneRepeat(trace, row)) {
      remove(trace, row, source, LINE, repeats);
    }
  }
}

/** A line right after its equal is neither a formula nor a line of a paragraph. */
function followsItself(trace: Trace, equal: EqualLines, row: number, source: number): boolean {
  const before = trace.strip.line[row - 1] as number;
  return before === source || equal.first[before] === source;
}

function isInParagraph(doc: Document, line: number): boolean {
  const block = blockAt(doc, line);
  return block?.kind === 'wrapped' && block.last > block.first;
}

function isLoneRepeat(trace: Trace, row: number): boolean {
  const { doc, strip } = trace;
  const line = strip.line[row] as number;
  const mass = massOf(doc, line);
  if (mass < LONE_TOKENS || isSheltered(doc, line) || !isStatement(doc, line, mass)) return false;
  return isSeam(doc, strip, row) && isSeam(doc, strip, row + 1);
}

/** A hard-wrapped paragraph goes only as a whole. */
function settleParagraph(trace: Trace, row: number, source: number, repeats: Repeats): void {
  const { doc, gone, strip } = trace;
  const line = strip.line[row] as number;
  const block = blockAt(doc, line);
  if (block?.first !== line || !closes(doc, block.last)) return;
  const lines = block.last - line + 1;
  if (source + lines > line) return;
  for (let each = 0; each < lines; each++) {
    if (strip.line[row + each] !== line + each || gone[row + each] === 1) return;
    if (repeats.how[source + each] !== STAYS || !isEqualLine(doc.lines, source + each, line + each)) return;
  }
  for (let each = 0; each < lines; each++) remove(trace, row + each, source + each, RUN, repeats);
}

function remove(trace: Trace, row: number, source: number, how: number, repeats: Repeats): void {
  const line = trace.strip.line[row] as number;
  trace.gone[row] = 1;
  repeats.how[line] = how;
  repeats.from[line] = repeats.until[line] = source;
}
