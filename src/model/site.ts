/** The signals that a line has from the other pages of its site; all 0 where the page has no siblings. */
import type { SiteLines } from '../core/types.ts';
import { columnOf, PAD, type SignalTable, WIDTH } from './signals.ts';

const ON = columnOf('site');
const NEAR = columnOf('site5');
const AROUND = columnOf('site15');
const PAGES = columnOf('sitePages');
const NEAR_ROWS = 5;
const AROUND_ROWS = 15;

/** Fills the columns: on how many pages a line stands, and how many of the lines within 5 and 15 rows stand on any. */
export function fillSite({ rows, lineOf, values }: SignalTable, { pages, on }: SiteLines): void {
  const before = new Uint32Array(rows + 1);
  for (let row = 0; row < rows; row++)
    before[row + 1] = (before[row] as number) + (on[lineOf[row] as number] === 0 ? 0 : 1);
  const within = (row: number, reach: number): number =>
    (before[Math.min(rows, row + reach + 1)] as number) - (before[Math.max(0, row - reach)] as number);
  for (let row = 0; row < rows; row++) {
    const base = (row + PAD) * WIDTH;
    values[base + ON] = on[lineOf[row] as number] as number;
    values[base + NEAR] = within(row, NEAR_ROWS);
    values[base + AROUND] = within(row, AROUND_ROWS);
    values[base + PAGES] = pages;
  }
}
