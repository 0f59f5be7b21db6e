/** Which files are to be cleaned, and what the last run knew of each. */
import { join } from 'node:path';
import type { FoundFile } from './found.ts';
import { holdsDocuments, type ManifestRow } from './manifest.ts';
import { type Naming, nameOutputs } from './names.ts';
import { isSameDecision, type Previous } from './previous.ts';
import type { FileTask, KnownOutput } from './task.ts';

export interface PlanRequest {
  readonly files: readonly FoundFile[];
  readonly previous: Previous | undefined;
  readonly out: string | undefined;
  readonly ending: string;
}

export function planTasks(request: PlanRequest): readonly FileTask[] {
  const { files, previous } = request;
  if (previous === undefined) return files.map(({ path, absolute }) => ({ path, absolute }));
  const names = plannedNames(request, previous);
  const isDecided = Object.keys(previous.decisions.restored).length > 0;
  return files.map(({ path, absolute }) => {
    const rows = previous.byInput.get(path) ?? [];
    const restored = isDecided ? restoredIn(path, rows, previous) : undefined;
    const known =
      previous.reusable && request.out !== undefined ? knownOf(rows, request.out, names, previous) : undefined;
    return {
      path,
      absolute,
      ...(restored === undefined ? {} : { contexts: restored }),
      ...(known === undefined ? {} : { known }),
    };
  });
}

/** Names as they will be if every container still has the records it had. */
function plannedNames({ files, ending }: PlanRequest, previous: Previous): ReadonlyMap<string, string> {
  const namings: (Naming & { readonly id: string })[] = files.flatMap(({ path }) => {
    const records = (previous.byInput.get(path) ?? []).filter((row) => row.record !== undefined);
    if (records.length === 0) return [{ id: path, path }];
    return records.map((row) => ({
      id: row.path,
      path,
      ...(row.record === undefined ? {} : { record: row.record }),
      ...(row.member === undefined ? {} : { member: row.member }),
    }));
  });
  const names = nameOutputs(namings, ending);
  return new Map(namings.map(({ id }, at) => [id, names[at] as string]));
}

/** Undefined if any of the rows must be made again. Files that cannot be read, or hold no text, are known by their rows too. */
function knownOf(
  rows: readonly ManifestRow[],
  out: string,
  names: ReadonlyMap<string, string>,
  previous: Previous,
): FileTask['known'] {
  const [first] = rows;
  if (first === undefined) return undefined;
  const hash = first.sha256;
  const isTrouble = first.outcome === 'skipped' || (first.outcome === 'failed' && hash === undefined);
  if (rows.length === 1 && isTrouble) return { sha256: hash, outputs: [] };
  if (hash === undefined || !holdsDocuments(rows)) return undefined;
  const isGood = rows.every((row) => row.sha256 === hash && isSameDecision(row, previous.decisions));
  if (!isGood) return undefined;
  const outputs: KnownOutput[] = [];
  for (const row of rows) {
    if (row.output === undefined) continue;
    if (row.output !== names.get(row.path) || row.output_sha256 === undefined || row.output_bytes === undefined)
      return undefined;
    outputs.push({ absolute: join(out, row.output), sha256: row.output_sha256, bytes: row.output_bytes });
  }
  return { sha256: hash, outputs };
}

/** Decisions about this file, by document. */
function restoredIn(path: string, rows: readonly ManifestRow[], previous: Previous): FileTask['contexts'] {
  const wanted = [path, ...rows.map((row) => row.path)];
  const found = wanted.flatMap((id) => {
    const texts = previous.decisions.restored[id];
    return texts === undefined ? [] : [[id, { restored: texts }] as const];
  });
  return found.length === 0 ? undefined : new Map(found);
}
