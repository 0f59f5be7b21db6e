/** The short lines that belong to a copy: title, byline, date, address. */
import { isEqualLine } from './equal-lines.ts';
import type { Repeats } from './repeats.ts';
import { LINE } from './repeats.ts';
import type { RowJudgement } from './row.ts';
import { massOf } from './shelter.ts';
import type { Trace } from './trace.ts';

/** So many short lines before a copy, looked for so near the place that the copy repeats. */
const HEAD_ROWS = 6;
const MOST_SEARCHED = 32;
const HEAD_MASS = 20;
/** So many short lines between two lines of a copy. */
const MOST_BETWEEN = 3;
const NOWHERE = -1;

interface Rows {
  readonly first: number;
  readonly last: number;
}

/** Removes short lines inside the copy and right before it that stand in the same place of the first copy too. */
export function removeHead(trace: Trace, rows: readonly RowJudgement[], repeats: Repeats): void {
  const [head] = rows;
  if (head === undefined) return;
  rows.forEach((judged, at) => {
    if (at > 0) removeBetween(trace, rows[at - 1] as RowJudgement, judged, repeats);
  });
  const near = around(trace, head.from, head.from);
  for (let row = head.row - 1; row > near.last && row >= head.row - HEAD_ROWS; row--) {
    if (trace.gone[row] === 0 && !removeShort(trace, row, near, repeats)) return;
  }
}

/** The rows around two words of the first copy. */
function around(trace: Trace, from: number, until: number): Rows {
  const first = Math.max(0, (trace.rowOf[from] as number) - HEAD_ROWS);
  return { first, last: Math.min((trace.rowOf[until] as number) + HEAD_ROWS, first + MOST_SEARCHED) };
}

/** The rows between two rows that go: a few short lines, all of them in the first copy too. */
function removeBetween(trace: Trace, before: RowJudgement, after: RowJudgement, repeats: Repeats): void {
  if (after.row - before.row - 1 > MOST_BETWEEN) return;
  const near = around(trace, before.until, after.from);
  for (let row = before.row + 1; row < after.row; row++)
    if (trace.gone[row] === 0 && shortSource(trace, row, near) < 0) return;
  for (let row = before.row + 1; row < after.row; row++) removeShort(trace, row, near, repeats);
}

function removeShort(trace: Trace, row: number, near: Rows, repeats: Repeats): boolean {
  const { strip, gone } = trace;
  const source = gone[row] === 1 ? NOWHERE : shortSource(trace, row, near);
  if (source === NOWHERE) return false;
  const line = strip.line[row] as number;
  gone[row] = 1;
  repeats.how[line] = LINE;
  repeats.from[line] = repeats.until[line] = strip.line[source] as number;
  return true;
}

/** The row near the first copy that a short row repeats. */
function shortSource(trace: Trace, row: number, near: Rows): number {
  const { doc, strip, gone } = trace;
  const line = strip.line[row] as number;
  if (massOf(doc, line) > HEAD_MASS) return NOWHERE;
  for (let source = near.first; source <= near.last && source < row; source++) {
    if (gone[source] === 0 && isEqualLine(doc.lines, strip.line[source] as number, line)) return source;
  }
  return NOWHERE;
}
