/** Articles of earlier runs that no result of this run stands behind. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from './entries.ts';
import type { Found } from './found.ts';
import { inputOf, type ManifestRow } from './manifest.ts';
import { type Obsolete, OutView } from './present.ts';
import type { Previous } from './previous.ts';
import type { RunRequest } from './request.ts';

/** A row of the last manifest whose article stays, and why it does now. */
export interface Staying {
  readonly row: ManifestRow;
  readonly why: NonNullable<ManifestRow['stays']>;
}

export interface Departed {
  readonly staying: readonly Staying[];
  /** Those that are pruned. */
  readonly leaving: readonly ManifestRow[];
}

/** Only what is known to be gone is pruned: what could not be read this once, or was left out, comes back. */
export function departedRows(
  { inputs, prune }: RunRequest,
  found: Found,
  entries: readonly Entry[],
  previous: Previous,
  out: string,
): Departed {
  const unread = entries.filter(({ state }) => state === 'failed').map(({ path }) => path);
  const handled = new Set(entries.filter(({ state }) => state !== 'failed').map(({ path }) => path));
  const staying: Staying[] = [];
  const leaving: ManifestRow[] = [];
  for (const row of previous.rows) {
    const input = inputOf(row);
    if (row.output === undefined || handled.has(input) || !isThere(join(out, row.output))) continue;
    const why = unread.some((path) => isAtOrUnder(input, path))
      ? 'unread'
      : isThere(join(found.root, input))
        ? 'left-out'
        : 'gone';
    if (why === 'gone' && prune && !isPartial(inputs)) leaving.push(row);
    else staying.push({ row, why });
  }
  return { staying, leaving };
}

/** A run over a part of the inputs cannot tell what is gone from what was left out. */
function isPartial({ include, exclude, filesFrom }: RunRequest['inputs']): boolean {
  return include.length > 0 || exclude.length > 0 || filesFrom !== undefined;
}

/** True for the path itself and, if it is a folder that could not be listed, for all below it. */
function isAtOrUnder(path: string, unread: string): boolean {
  return unread === '.' || path === unread || path.startsWith(unread.endsWith('/') ? unread : `${unread}/`);
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Outputs under our name, from the last manifest or from a run that died, that neither a result nor a row stands behind. */
export function obsoleteOutputs(
  previous: Previous,
  outputs: ReadonlySet<string>,
  kept: readonly Staying[],
): readonly Obsolete[] {
  const stays = new Set([...outputs, ...kept.flatMap(({ row }) => row.output ?? [])]);
  return [...previous.claims].flatMap(([output, hashes]) => (stays.has(output) ? [] : [{ output, hashes }]));
}

/** Rows of articles that would be removed, but that a person changed: remembered, so that they stay known as ours. */
export function editedRows(
  obsolete: readonly Obsolete[],
  previous: Previous,
  leaving: readonly ManifestRow[],
  out: string,
): readonly Staying[] {
  const view = new OutView(out);
  const edited = new Set(obsolete.flatMap((one) => (view.lookAtObsolete(one) === 'edited' ? [one.output] : [])));
  return previous.rows.flatMap((row) => {
    if (row.output === undefined || !edited.delete(row.output)) return [];
    return [{ row, why: leaving.includes(row) ? 'gone' : 'edited' } as const];
  });
}
