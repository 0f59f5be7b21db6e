/**
 * Is an output folder whole, and is it what this raw folder gives? Nothing is written. Outputs are held against the manifest;
 * with raw, every document is cleaned again and must give the same article and the same removed lines.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { type Decisions, NO_DECISIONS, readDecisions } from './decisions.ts';
import { ENDINGS } from './documents.ts';
import { sha256 } from './hashes.ts';
import { type Layout, layoutOf } from './layout.ts';
import { inputOf, type ManifestRow, parseManifest, salvageManifest } from './manifest.ts';
import { nearestName } from './nearest.ts';
import { readPlainIfThere } from './open.ts';
import { sumOf } from './previous.ts';
import { Recleaner } from './reclean.ts';
import { DEFAULT_INPUTS } from './request.ts';
import { readSummary } from './summary.ts';
import { findFiles } from './walk.ts';

export interface VerifyRequest {
  readonly cwd: string;
  readonly out: string;
  readonly raw?: readonly string[];
}

export interface Difference {
  readonly path: string;
  readonly what:
    | 'missing'
    | 'damaged'
    | 'foreign-manifest'
    | 'raw-missing'
    | 'state-missing'
    | 'raw-changed'
    | 'raw-new'
    | 'unaccounted'
    | 'differs'
    | 'record';
  readonly message: string;
}

export interface VerifyReport {
  readonly documents: number;
  readonly outputs: number;
  readonly differences: readonly Difference[];
}

export async function verifyArchive(request: VerifyRequest): Promise<VerifyReport> {
  const layout = layoutOf(resolve(request.cwd, request.out));
  if (!existsSync(layout.manifest)) throw noManifest(request.out, layout);
  const text = readFileSync(layout.manifest, 'utf8');
  const rows = parseManifest(text) ?? salvageManifest(text);
  const differences: Difference[] = [];
  if (parseManifest(text) === undefined)
    differences.push({
      path: shownPath(layout, layout.manifest),
      what: 'foreign-manifest',
      message: 'a line is damaged',
    });
  checkRecords(layout, differences);
  const written = rows.filter((row) => row.output !== undefined);
  for (const row of written) checkOutput(row, layout, differences);
  checkCopies(rows, knowsOthers(layout), differences);
  if (request.raw !== undefined && request.raw.length > 0)
    await checkRaw(request, request.raw, rows, layout, differences);
  return { documents: rows.length, outputs: written.length, differences };
}

function noManifest(out: string, layout: Layout): UsageError {
  if (existsSync(layout.out))
    return new UsageError(
      'no-manifest',
      `${out}: no result of clean-archive; ${shownPath(layout, layout.manifest)} is missing`,
    );
  const near = nearestName(out, layout.out);
  return new UsageError(
    'missing-input',
    `${out}: no such folder${near === undefined ? '' : `; did you mean ${near}?`}`,
  );
}

/** Record files against the hashes of the last run, where the state still is. */
function checkRecords(layout: Layout, differences: Difference[]): void {
  const sums = sumsIn(layout);
  for (const name of ['removed', 'duplicates', 'passages', 'summary', 'manifest'] as const) {
    const path = shownPath(layout, layout[name]);
    if (!existsSync(layout[name])) differences.push({ path, what: 'missing', message: 'the record file is missing' });
    else if (sums[name] !== undefined && sums[name] !== sumOf(layout[name]))
      differences.push({ path, what: 'record', message: 'not as the last run wrote it' });
  }
}

function sumsIn(layout: Layout): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(layout.sums, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function checkOutput(row: ManifestRow, layout: Layout, differences: Difference[]): void {
  const path = row.output ?? '';
  const bytes = readPlainIfThere(join(layout.out, path));
  if (bytes === undefined) {
    differences.push({ path, what: 'missing', message: 'the article is missing' });
  } else if (bytes.length !== row.output_bytes || sha256(bytes) !== row.output_sha256) {
    differences.push({
      path,
      what: 'damaged',
      message: `not as it was written (${bytes.length} bytes, ${row.output_bytes ?? 0} expected)`,
    });
  }
}

/** Whether the run compared with documents that are no inputs of its own. */
function knowsOthers(layout: Layout): boolean {
  const settings = readSummary(layout.summary)?.settings;
  return settings?.against !== undefined || settings?.reference !== undefined;
}

/** What was set aside stands in a document that was written, or in one of those that the run was told of. */
function checkCopies(rows: readonly ManifestRow[], hasOthers: boolean, differences: Difference[]): void {
  const inputs = new Set(rows.map(({ path }) => path));
  const written = new Set(rows.flatMap((row) => (row.outcome === 'written' ? [row.path] : [])));
  for (const row of rows) {
    if (row.outcome !== 'duplicate' || written.has(row.of ?? '')) continue;
    if (hasOthers && row.of !== undefined && !inputs.has(row.of)) continue;
    differences.push({
      path: row.path,
      what: 'unaccounted',
      message: `set aside for ${row.of ?? 'nothing'}, which was not written`,
    });
  }
}

async function checkRaw(
  request: VerifyRequest,
  raw: readonly string[],
  rows: readonly ManifestRow[],
  layout: Layout,
  differences: Difference[],
): Promise<void> {
  const settings = readSummary(layout.summary)?.settings;
  if (settings === undefined) {
    differences.push({
      path: shownPath(layout, layout.summary),
      what: 'record',
      message: 'it does not say how the archive was cleaned',
    });
    return;
  }
  const found = findFiles({ ...DEFAULT_INPUTS, cwd: request.cwd, paths: raw, hidden: true }, ENDINGS);
  const byInput = rowsByInput(rows);
  const isSingle = found.files.length === 1 && found.files[0]?.named === true;
  const places = new Map(found.files.map(({ path, absolute }) => [path, absolute]));
  const recleaner = new Recleaner(settings, decisionsIn(layout), layout);
  try {
    for (const [path, group] of byInput) {
      const place = places.get(path) ?? (existsSync(join(found.root, path)) ? join(found.root, path) : undefined);
      if (place !== undefined) differences.push(...(await recleaner.check(path, place, group)));
      else if (!isSingle && group.some(isOfRaw))
        differences.push({ path, what: 'raw-missing', message: missingInWords(group) });
    }
  } finally {
    recleaner.close();
  }
  listNew(
    found.files.map((file) => file.path),
    byInput,
    differences,
  );
}

function isOfRaw(row: ManifestRow): boolean {
  return row.outcome !== 'failed' && row.outcome !== 'skipped';
}

/** An article that stays without its input is not what this raw folder gives. */
function missingInWords(group: readonly ManifestRow[]): string {
  const stays = group.some((row) => row.stays !== undefined);
  return stays ? 'its input is missing; the article stays until a run with --prune' : 'its input is missing';
}

/** Hidden files are inputs only of runs that asked for them, so they are not called new. */
function listNew(paths: readonly string[], byInput: ReadonlyMap<string, unknown>, differences: Difference[]): void {
  for (const path of paths) {
    const isHidden = path.split('/').some((part) => part.startsWith('.'));
    if (!isHidden && !byInput.has(path))
      differences.push({ path, what: 'raw-new', message: 'the archive does not know this input' });
  }
}

/** The rows of each input; those of articles that only stayed where the last run did not see the input. */
function rowsByInput(rows: readonly ManifestRow[]): ReadonlyMap<string, readonly ManifestRow[]> {
  const seen = new Set(rows.flatMap((row) => (row.stays === undefined ? [inputOf(row)] : [])));
  const groups = new Map<string, ManifestRow[]>();
  for (const row of rows) {
    const input = inputOf(row);
    if (row.stays !== undefined && seen.has(input)) continue;
    const group = groups.get(input);
    if (group === undefined) groups.set(input, [row]);
    else group.push(row);
  }
  return groups;
}

function decisionsIn(layout: Layout): Decisions {
  return existsSync(layout.decisions)
    ? readDecisions(readFileSync(layout.decisions, 'utf8'), layout.decisions)
    : NO_DECISIONS;
}

function shownPath(layout: Layout, path: string): string {
  return path.slice(layout.out.length + 1);
}
