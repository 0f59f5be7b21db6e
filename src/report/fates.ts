/** What became of lines, in words: one vocabulary for the summary, for explain and for totals. */
import type { Finding, Verdict } from '../core/types.ts';
import { count, thousands } from './amounts.ts';
import { fateOf } from './records.ts';

/** Fates of lines that left the article, in the order they are told. */
const GONE: readonly (readonly [string, (number: number) => string])[] = [
  ['repeated', (number) => count(number, 'repeated line')],
  ['chrome', (number) => `${thousands(number)} of site chrome`],
  ['caption', (number) => count(number, 'caption or pull quote', 'captions and pull quotes')],
  ['related', (number) => count(number, 'related headline')],
];
const TOLD: ReadonlySet<string> = new Set(['kept', 'moved', ...GONE.map(([kind]) => kind)]);

export type Fates = Readonly<Record<string, number>>;

/** `17 repeated lines`, `14 of site chrome`…; kinds with words of their own first, the others by their name. */
export function goneInWords(fates: Fates): readonly string[] {
  const known = GONE.filter(([kind]) => (fates[kind] ?? 0) > 0).map(([kind, say]) => say(fates[kind] ?? 0));
  const others = Object.keys(fates)
    .filter((kind) => !TOLD.has(kind))
    .sort();
  return [...known, ...others.map((kind) => `${thousands(fates[kind] ?? 0)} ${kind}`)];
}

/** All non-blank lines. */
export function allLines(fates: Fates): number {
  return Object.values(fates).reduce((sum, number) => sum + number, 0);
}

export function goneLines(fates: Fates): number {
  return allLines(fates) - (fates['kept'] ?? 0) - (fates['moved'] ?? 0);
}

export function countFates(verdicts: readonly Verdict[], findings: readonly Finding[]): Fates {
  const fates: Record<string, number> = {};
  for (const verdict of verdicts) {
    const fate = fateOf(verdict, findings);
    if (fate !== undefined) fates[fate] = (fates[fate] ?? 0) + 1;
  }
  return fates;
}

export function addFates(sum: Fates, more: Fates): Fates {
  const added: Record<string, number> = { ...sum };
  for (const [fate, number] of Object.entries(more)) added[fate] = (added[fate] ?? 0) + number;
  return added;
}
