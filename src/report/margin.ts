/** The plain margin form: every line of the input behind its verdict and rule. Fixtures are written in it. */
import type { LineRow } from './line-rows.ts';

const SIGNS: Readonly<Record<LineRow['fate'], string>> = { kept: '+', dropped: '-', moved: '>', blank: ' ' };
/** Sign and rule; a longer rule id pushes the bar. */
const RULE_WIDTH = 21;

export function renderMargin(rows: readonly LineRow[]): string {
  return rows.map((row) => `${`${SIGNS[row.fate]} ${why(row).padEnd(RULE_WIDTH)} │ ${row.text}`.trimEnd()}\n`).join('');
}

function why(row: LineRow): string {
  if (row.fate === 'dropped') return row.rule ?? '';
  return row.fate === 'moved' ? (row.fields ?? []).join(', ') : '';
}
