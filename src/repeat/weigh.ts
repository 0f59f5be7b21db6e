/** Whether a chain could hold a repeat at all, told from its marks alone: most are menus and tables, and need no closer look. */
import { FRESH, OPEN, SAME } from './marks.ts';
import { isTooFresh } from './row.ts';
import { isProse, isSheltered, massOf } from './shelter.ts';
import type { Trace } from './trace.ts';

/** What goes has at least this mass: so many rows of running text that are whole rows again, or so much mass otherwise. */
export interface Least {
  readonly rows: number;
  readonly mass: number;
  readonly otherwise: number;
}

/** Mass of the rows that may go; 0 if they are too few. No row that `judgeRow` accepts is left out. */
export function mostMass(trace: Trace, first: number, last: number, least: Least): number {
  let mass = 0;
  let exact = 0;
  for (let row = first; row <= last; row++) {
    const scan = scanRow(trace, row);
    if (scan === undefined) continue;
    mass += massOf(trace.doc, trace.strip.line[row] as number);
    if (scan.exact) exact++;
  }
  return mass >= (exact >= least.rows ? least.mass : least.otherwise) ? mass : 0;
}

/** True if running text may be among the rows, as much of it as goes. */
export function mayHoldProse(trace: Trace, first: number, last: number, least: Least): boolean {
  let mass = 0;
  let exact = 0;
  for (let row = first; row <= last; row++) {
    const scan = scanRow(trace, row);
    if (scan === undefined || !mayBeProse(trace, row, scan)) continue;
    mass += massOf(trace.doc, trace.strip.line[row] as number);
    if (scan.exact) exact++;
    if (mass >= (exact >= least.rows ? least.mass : least.otherwise)) return true;
  }
  return false;
}

interface RowScan {
  exact: boolean;
  /** The first word of the earlier copy, words that are not judged yet taken for any; and without those. */
  lowest: number;
  lowestKnown: number;
}

const NOWHERE = 0x7fffffff;
const scanned: RowScan = { exact: false, lowest: NOWHERE, lowestKnown: NOWHERE };

/** Undefined for a row that says something of its own, or is gone. The next scan overwrites this one. */
function scanRow(trace: Trace, row: number): RowScan | undefined {
  if (trace.gone[row] === 1) return undefined;
  const { mark, source, strip } = trace;
  const start = strip.first[row] as number;
  const end = strip.first[row + 1] as number;
  let fresh = 0;
  let same = 0;
  let lowest = NOWHERE;
  let lowestKnown = NOWHERE;
  for (let word = start; word < end; word++) {
    const kind = mark[word] as number;
    if (kind === FRESH) {
      fresh++;
      continue;
    }
    const from = source[word] as number;
    if (kind === SAME) same++;
    if (from < lowest) lowest = from;
    if (kind !== OPEN && from < lowestKnown) lowestKnown = from;
  }
  if (lowest === NOWHERE || isTooFresh(fresh, end - start)) return undefined;
  scanned.exact = same === end - start && isWholeRow(trace, start, end);
  scanned.lowest = lowest;
  scanned.lowestKnown = lowestKnown;
  return scanned;
}

/** True if words that all occurred before may be one row of the first copy. */
function isWholeRow({ rowOf, source, strip }: Trace, start: number, end: number): boolean {
  const from = source[start] as number;
  const row = rowOf[from] as number;
  return strip.first[row] === from && strip.first[row + 1] === from + end - start;
}

/** A word that is not judged yet may not count, and with it the row it is from: then the next one is meant. */
function mayBeProse(trace: Trace, row: number, { lowest, lowestKnown }: RowScan): boolean {
  const { doc, rowOf, strip } = trace;
  const line = strip.line[row] as number;
  if (isSheltered(doc, line)) return false;
  if (isProse(doc, line)) return true;
  const first = rowOf[lowest] as number;
  if (isProse(doc, strip.line[first] as number)) return true;
  if (lowest === lowestKnown) return false;
  if (lowestKnown === NOWHERE) return true;
  const last = rowOf[lowestKnown] as number;
  return last > first + 1 || (last > first && isProse(doc, strip.line[last] as number));
}
