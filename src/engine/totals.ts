/** Sums over the results of a run. */
import type { Outcome } from '../core/types.ts';
import type { Head } from './batch.ts';
import type { Result } from './results.ts';

export interface Totals {
  readonly counts: Record<Outcome['kind'], number>;
  readonly lines: Record<string, number>;
  readonly fields: Record<string, number>;
  words: number;
  wordsBefore: number;
  bytes: number;
}

export function newTotals(): Totals {
  return {
    counts: { written: 0, duplicate: 0, empty: 0, skipped: 0, failed: 0 },
    lines: { kept: 0 },
    fields: {},
    words: 0,
    wordsBefore: 0,
    bytes: 0,
  };
}

/** Lines and words of copies set aside are those of the copy that stayed, so they are not counted. */
export function addResult(totals: Totals, { entry, outcome }: Result, head: Head | undefined): void {
  totals.counts[outcome.kind] += 1;
  totals.bytes += entry.bytes;
  if (head === undefined || (outcome.kind !== 'written' && outcome.kind !== 'empty')) return;
  totals.words += head.facts.words;
  totals.wordsBefore += head.facts.words_before;
  addAll(totals.lines, head.facts.lines);
  addAll(totals.fields, head.facts.fields ?? {});
}

function addAll(sums: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
}

/** Names in one order, whatever came first. */
export function sortedCounts(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
