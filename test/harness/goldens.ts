/** Goldens: compared line by line; written only by `scripts/goldens.mjs --update`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LineRow } from '../../src/report/line-rows.ts';
import { renderMargin } from '../../src/report/margin.ts';
import { isKnown } from './known.ts';

/** Set by `scripts/goldens.mjs --update`, which refuses under CI. */
export const UPDATES: boolean = process.env['CLEAN_ARCHIVE_GOLDENS'] === 'update' && process.env['CI'] === undefined;

export interface GoldenLine {
  /** `+` kept, `-` dropped, `>` moved, blank for blank lines. */
  readonly sign: string;
  /** A rule, or a kind where the product does not yet do what is wanted; the fields of a moved line. */
  readonly why: string;
  readonly text: string;
}

const SIGNS: Readonly<Record<LineRow['fate'], string>> = { kept: '+', dropped: '-', moved: '>', blank: '' };
const BAR = '│';

export function readGolden(folder: string, name: string): string {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`${path} is missing; write it with: node scripts/goldens.mjs --update`);
  return readFileSync(path, 'utf8');
}

export function parseMargin(margin: string): readonly GoldenLine[] {
  return margin
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const bar = line.indexOf(BAR);
      return { sign: line.slice(0, 1).trim(), why: line.slice(1, bar).trim(), text: line.slice(bar + 2) };
    });
}

/** Whether a line came out as its golden wants it: a wish names a kind, a settled line the rule. */
export function isMet({ sign, why, text }: GoldenLine, row: LineRow): boolean {
  if (sign !== SIGNS[row.fate] || text !== row.text) return false;
  if (row.fate === 'moved') return why === (row.fields ?? []).join(', ');
  return row.fate === 'dropped' ? why === (why.includes('/') ? row.rule : row.kind) : true;
}

export function writeDocumentGoldens(folder: string, name: string, markdown: string, rows: readonly LineRow[]): void {
  const path = join(folder, 'expected.lines');
  const before = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const wanted = parseMargin(before.join('\n'));
  const lines = rows.map((row, at) => {
    const wish = wanted[at];
    const stays = wish !== undefined && wish.text === row.text && !isMet(wish, row) && isKnown(`${name}:${row.number}`);
    return stays ? `${before[at]}\n` : renderMargin([row]);
  });
  writeFileSync(path, lines.join(''));
  writeFileSync(join(folder, 'expected.md'), markdown);
}
