/** One document of an output folder: found by any of its names, and cleaned again as the run did it. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { OutputError, UsageError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { type ContextOf, contextFrom, type DocumentContext } from './context.ts';
import { type Decisions, NO_DECISIONS, readDecisions } from './decisions.ts';
import { type Cleaned, chooseFormat, cleanRaw, intakeOf, isEntry, readRecords, type Shape } from './documents.ts';
import { sha256 } from './hashes.ts';
import { type Layout, layoutOf } from './layout.ts';
import { inputOf, type ManifestRow, parseManifest, salvageManifest } from './manifest.ts';
import { nearestOf } from './nearest.ts';
import { readChunks, readPlainIfThere } from './open.ts';
import { readSites } from './packed-files.ts';
import type { Settings } from './settings.ts';
import { readSummary, shapeIn } from './summary.ts';

export interface Archive {
  readonly layout: Layout;
  /** As the user wrote it. */
  readonly shown: string;
  readonly rows: readonly ManifestRow[];
  readonly settings: Settings;
  readonly shape: Shape;
  readonly decisions: Decisions;
  readonly contextOf: ContextOf;
}

/** Where the results of a run should be; throws `UsageError` if there are none. */
export function archiveLayout(cwd: string, out: string): Layout {
  const layout = layoutOf(resolve(cwd, out));
  if (!existsSync(layout.manifest))
    throw new UsageError('no-manifest', `${out}: no result of clean-archive; name the output folder of a run`);
  return layout;
}

/** Documents and outputs as the manifest names them; none where it cannot be read, which is somebody else's to say. */
export function documentNames(cwd: string, out: string): ReadonlySet<string> {
  const bytes = readPlainIfThere(layoutOf(resolve(cwd, out)).manifest);
  const rows = bytes === undefined ? [] : salvageManifest(Buffer.from(bytes).toString('utf8'));
  return new Set(rows.flatMap(({ path, output }) => (output === undefined ? [path] : [path, output])));
}

export function readArchive(layout: Layout, shown: string): Archive {
  const rows = parseManifest(readFileSync(layout.manifest, 'utf8'));
  if (rows === undefined)
    throw new OutputError(
      'damaged-manifest',
      `${layout.manifest}: damaged; run again with --force to write everything anew`,
    );
  const settings = readSummary(layout.summary)?.settings;
  if (settings === undefined)
    throw new OutputError('damaged-summary', `${layout.summary}: missing or damaged; run again first`);
  const decisions = existsSync(layout.decisions)
    ? readDecisions(readFileSync(layout.decisions, 'utf8'), layout.decisions)
    : NO_DECISIONS;
  const sites = readSites(layout.sites);
  const contextOf = contextFrom(decisions.restored, (id) => sites?.get(id));
  return { layout, shown, rows, settings, shape: shapeIn(settings), decisions, contextOf };
}

/** By its path, its output's path, or by the bytes of the file that is named; `input` is FILE as an absolute path. */
export function findRow({ rows, layout, shown }: Archive, file: string, input: string): ManifestRow {
  const plain = file.replace(/^\.\//, '');
  const exact =
    rows.find((row) => row.path === plain) ??
    rows.find((row) => row.output !== undefined && (row.output === plain || join(layout.out, row.output) === input));
  if (exact !== undefined) return exact;
  const bytes = readPlainIfThere(input);
  const hash = bytes === undefined ? undefined : sha256(bytes);
  const same = rows.filter((row) => row.sha256 === hash && hash !== undefined && row.container === undefined);
  const row =
    same.find((candidate) => isSuffix(candidate.path, input)) ??
    same[0] ??
    rows.find((candidate) => isSuffix(candidate.path, input));
  if (row !== undefined) return row;
  const near = nearestPath(rows, plain);
  const hint = near === undefined ? `${shown}/_clean-archive/manifest.jsonl lists them` : `did you mean ${near}?`;
  throw new UsageError('unknown-document', `${file}: ${shown} knows no document of this name; ${hint}`);
}

/** The document whose file name is most like the one written; of several the one in the most similar folder. */
function nearestPath(rows: readonly ManifestRow[], written: string): string | undefined {
  const byName = new Map<string, string[]>();
  for (const { path } of rows) {
    const paths = byName.get(posix.basename(path));
    if (paths === undefined) byName.set(posix.basename(path), [path]);
    else paths.push(path);
  }
  const name = nearestOf(posix.basename(written), [...byName.keys()]);
  const paths = name === undefined ? [] : (byName.get(name) ?? []);
  return nearestOf(written, paths) ?? paths[0];
}

function isSuffix(path: string, absolute: string): boolean {
  return absolute.endsWith(`/${path}`);
}

/** Where the recorded input lies, if it can be found: in `raw` if that is given, else at `input`. */
export function rawOf(row: ManifestRow, cwd: string, raw: string | undefined, input: string): string | undefined {
  const places = raw === undefined ? [input] : [resolve(cwd, raw, inputOf(row)), resolve(cwd, raw)];
  for (const place of places) {
    const bytes = readPlainIfThere(place);
    if (bytes !== undefined && sha256(bytes) === row.sha256) return place;
  }
  if (raw !== undefined)
    throw new UsageError(
      'raw-changed',
      `${raw}: it does not hold ${inputOf(row)} as it was cleaned; clean it again first, or name the folder that does`,
    );
  return undefined;
}

export async function recleaned(
  place: string,
  row: ManifestRow,
  shape: Shape,
  context: DocumentContext,
): Promise<Cleaned> {
  const path = inputOf(row);
  const bytes = readPlainIfThere(place) ?? new Uint8Array(0);
  const format = chooseFormat(bytes, path, shape.reading);
  if (format?.shape === 'file')
    return cleanRaw(format.read(bytes, intakeOf(path, shape.reading)), shape.cleaning, context);
  if (format !== undefined) {
    const chunks = readChunks(place, LIMITS.containerBytes.value);
    for await (const record of readRecords(format, chunks, path, shape.reading)) {
      if (isEntry(record) && record.document.id === row.path) return cleanRaw(record.document, shape.cleaning, context);
    }
  }
  throw new UsageError('raw-changed', `${place}: it does not hold ${row.path} as it was cleaned; clean it again first`);
}
