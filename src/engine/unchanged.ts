/** Tells whether a run would write what is there already. */
import type { DocId, Outcome } from '../core/types.ts';
import type { Staying } from './departed.ts';
import { type Entry, headOf } from './entries.ts';
import type { Layout } from './layout.ts';
import type { ManifestRow } from './manifest.ts';
import { type Previous, SOUND, SUMMED, sumOf } from './previous.ts';
import type { Result } from './results.ts';
import { addResult, newTotals, type Totals } from './totals.ts';

/** Every document is as the manifest has it, and every record file is as the last run wrote it. */
export function isUnchanged(
  entries: readonly Entry[],
  staying: readonly Staying[],
  previous: Previous,
  layout: Layout,
): boolean {
  if (!previous.reusable || previous.leftovers.length > 0) return false;
  if (entries.length + staying.length !== previous.rows.length || staying.some(({ row, why }) => row.stays !== why))
    return false;
  if (!entries.every((entry) => entry.row !== undefined || isSameTrouble(entry, previous.byInput.get(entry.path))))
    return false;
  return SUMMED.every((name) => SOUND.includes(name) || previous.sums[name] === sumOf(layout[name]));
}

/** A file that was skipped or failed, and is again, for the same reason. */
function isSameTrouble(entry: Entry, rows: readonly ManifestRow[] | undefined): boolean {
  const row = rows?.find((candidate) => candidate.path === entry.id);
  if (row === undefined || (entry.state !== 'skipped' && entry.state !== 'failed')) return false;
  return (
    row.outcome === entry.state && row.reason === entry.reason && row.code === entry.code && row.sha256 === entry.sha256
  );
}

export function unchangedResults(entries: readonly Entry[]): {
  readonly results: readonly Result[];
  readonly totals: Totals;
} {
  const totals = newTotals();
  const results = entries.map((entry) => {
    const result: Result = { entry, outcome: outcomeOf(entry), annotated: false };
    addResult(totals, result, headOf(entry));
    return result;
  });
  return { results, totals };
}

function outcomeOf(entry: Entry): Outcome {
  const reason = entry.reason ?? '';
  const row = entry.row;
  if (entry.state === 'failed') return { kind: 'failed', code: entry.code ?? 'unknown', message: reason };
  if (entry.state === 'skipped') return { kind: 'skipped', reason };
  if (entry.state === 'empty') return { kind: 'empty', reason };
  if (row?.outcome !== 'duplicate') return { kind: 'written', path: row?.output ?? '' };
  return {
    kind: 'duplicate',
    of: (row.of ?? '') as DocId,
    match: (row.match ?? 'exact') as 'exact',
    similarity: row.similarity ?? 1,
  };
}
