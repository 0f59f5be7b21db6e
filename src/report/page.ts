/** One page on a terminal: the article, what went dimmed, the reason in the margin. */
import { thousands } from './amounts.ts';
import { escapeTerminal } from './escape.ts';
import type { Explained } from './explain.ts';
import { type LineRow, lineRows } from './line-rows.ts';
import type { Screen } from './paint.ts';
import { padLeft, wrap } from './width.ts';

const MARGIN_SHARE = 4;
const LEAST_MARGIN = 12;
const MOST_MARGIN = 26;
/** Longer than this a line of prose is hard to read. */
const MOST_TEXT = 96;
const BAR = ' │ ';
/** Of a run that left for one reason this many lines are shown. */
const RUN_SHOWN = 3;

export function renderPage({ doc, article }: Explained, screen: Screen): string {
  const margin = Math.min(MOST_MARGIN, Math.max(LEAST_MARGIN, Math.floor(screen.width / MARGIN_SHARE)));
  const blank = screen.paint('faint', `${' '.repeat(margin)}${BAR.trimEnd()}`);
  const lines: string[] = [];
  for (const run of runsOf(lineRows(doc, article))) {
    const [first] = run;
    if (first === undefined) continue;
    if (first.isApart && lines.length > 0) lines.push(blank);
    const shown = first.row.fate === 'dropped' ? run.slice(0, RUN_SHOWN) : run;
    shown.forEach(({ row, isApart }, at) => {
      if (at > 0 && isApart) lines.push(blank);
      lines.push(...showRow(row, at === 0, margin, screen));
    });
    if (run.length > shown.length)
      lines.push(screen.paint('faint', `${' '.repeat(margin)}${BAR}… ${thousands(run.length - shown.length)} more`));
  }
  return `${lines.join('\n')}\n`;
}

interface Spaced {
  readonly row: LineRow;
  /** A blank line stands before it. */
  readonly isApart: boolean;
}

/** Neighbours that left for one reason are one run; every other line is its own. */
function runsOf(rows: readonly LineRow[]): readonly (readonly Spaced[])[] {
  const runs: Spaced[][] = [];
  let isApart = false;
  for (const row of rows) {
    if (row.fate === 'blank') {
      isApart = true;
      continue;
    }
    const before = runs.at(-1)?.at(-1)?.row;
    if (row.fate === 'dropped' && before?.fate === 'dropped' && before.finding === row.finding)
      runs.at(-1)?.push({ row, isApart });
    else runs.push([{ row, isApart }]);
    isApart = false;
  }
  return runs;
}

function showRow(row: LineRow, isFirst: boolean, margin: number, { paint, width }: Screen): readonly string[] {
  const room = Math.min(MOST_TEXT, Math.max(LEAST_MARGIN, width - margin - BAR.length));
  const text = wrap(escapeTerminal(row.text.trim()), room);
  const why = isFirst ? wrap(marginOf(row), margin) : [];
  return Array.from({ length: Math.max(text.length, why.length) }, (_, at) => {
    const side = paint('faint', padLeft(why[at] ?? '', margin) + BAR);
    const piece = text[at] ?? '';
    if (row.fate === 'kept') return side + piece;
    return side + paint(row.fate === 'moved' ? (isTitle(row) ? 'strong' : 'moved') : 'faint', piece);
  });
}

function marginOf(row: LineRow): string {
  if (row.fate === 'moved') return (row.fields ?? []).join(', ');
  return row.fate === 'dropped' ? escapeTerminal(row.reason ?? row.kind ?? '') : '';
}

function isTitle(row: LineRow): boolean {
  return row.fields?.includes('title') === true;
}
