/** Articles of earlier runs that this run has no use for. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Removal } from './commit.ts';
import { inputOf, type ManifestRow } from './manifest.ts';
import type { Previous } from './previous.ts';

/** Rows whose input is gone and whose article is still there: they stay, unless they are pruned. */
export function goneRows(previous: Previous, inputs: ReadonlySet<string>, out: string): readonly ManifestRow[] {
  return previous.rows.filter((row) => {
    if (row.output === undefined || inputs.has(inputOf(row))) return false;
    return lstatSync(join(out, row.output), { throwIfNoEntry: false }) !== undefined;
  });
}

/** Outputs under our name, from the last manifest or from a run that died, that neither a result nor a row stands behind. */
export function obsoleteOutputs(
  previous: Previous,
  outputs: ReadonlySet<string>,
  kept: readonly ManifestRow[],
): readonly Removal[] {
  const stays = new Set([...outputs, ...kept.flatMap((row) => row.output ?? [])]);
  return [...previous.claims].flatMap(([output, hashes]) => (stays.has(output) ? [] : [{ output, hashes }]));
}
