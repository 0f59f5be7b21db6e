/** Writes a restoration: article, decisions and records staged together, renamed one by one, the manifest last. */
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError, UsageError } from '../core/errors.ts';
import { type Facts, jsonLine } from '../report/records.ts';
import type { Decision } from './decisions.ts';
import { createFile, outputError, removeTree, syncFolder } from './disk.ts';
import { OutFolders } from './folders.ts';
import { sha256 } from './hashes.ts';
import { writeJournal } from './journal.ts';
import type { Layout } from './layout.ts';
import type { ManifestRow } from './manifest.ts';
import { readPlainIfThere } from './open.ts';
import { previousRemoved } from './previous.ts';

export interface Restoration {
  readonly path: string;
  readonly facts: Partial<Facts>;
  /** The document's rows of `removed.jsonl` from now on. */
  readonly removed: string;
  /** Its article from now on. */
  readonly article?: string;
  /** Where the article goes, if it had none. */
  readonly output?: string;
  readonly decisions: readonly Decision[];
}

export function commitRestored(layout: Layout, rows: readonly ManifestRow[], restoration: Restoration): void {
  const row = rows.find((candidate) => candidate.path === restoration.path) as ManifestRow;
  const article = restoration.article === undefined ? undefined : Buffer.from(restoration.article, 'utf8');
  const output = restoration.output ?? row.output;
  const hash = article === undefined ? row.output_sha256 : sha256(article);
  if (article !== undefined && output !== undefined) refuseEdited(layout, row, output);
  const written =
    article === undefined
      ? {}
      : { outcome: 'written' as const, output, output_sha256: hash, output_bytes: article.length };
  const { reason: _reason, ...kept } = row;
  const changed = {
    ...(restoration.output === undefined ? row : kept),
    ...written,
    ...restoration.facts,
  } as ManifestRow;
  const manifest = rows.map((candidate) => jsonLine(candidate === row ? changed : candidate)).join('');
  const removed = spliceRemoved(layout, restoration);
  const decisions =
    (existsSync(layout.decisions) ? readFileSync(layout.decisions, 'utf8') : '') +
    restoration.decisions.map(jsonLine).join('');
  const stage = join(layout.state, 'run-0');
  try {
    removeTree(stage);
    mkdirSync(stage, { recursive: true });
    if (article !== undefined) createFile(join(stage, 'article'), article);
    createFile(join(stage, 'decisions.jsonl'), Buffer.from(decisions, 'utf8'), true);
    createFile(join(stage, 'removed.jsonl'), removed);
    createFile(join(stage, 'manifest.jsonl'), Buffer.from(manifest, 'utf8'), true);
    createFile(join(stage, 'sums.json'), Buffer.from(sumsWith(layout, manifest, removed), 'utf8'));
    writeJournal(stage, article === undefined || output === undefined ? [] : [{ output, sha256: hash ?? '' }]);
    placeAll(layout, stage, article === undefined ? undefined : output);
  } catch (error) {
    throw outputError(layout.own, error);
  } finally {
    removeTree(stage);
  }
}

function refuseEdited(layout: Layout, row: ManifestRow, output: string): void {
  const path = join(layout.out, output);
  if (row.output === undefined) {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined)
      throw new OutputError('in-the-way', `${output}: not written by clean-archive; move it away`);
    return;
  }
  const present = readPlainIfThere(path);
  if (present === undefined)
    throw new OutputError('missing-article', `${output}: the article is missing; run again first`);
  if (sha256(present) === row.output_sha256) return;
  throw new UsageError('edited', `${output}: it was changed by hand; move it away and run again first`);
}

function spliceRemoved(layout: Layout, { path, removed }: Restoration): Buffer {
  const bytes = readFileSync(layout.removed);
  const { slices, close } = previousRemoved(layout);
  close();
  const slice = slices.get(path);
  if (slice === undefined) return bytes;
  return Buffer.concat([
    bytes.subarray(0, slice.at),
    Buffer.from(removed, 'utf8'),
    bytes.subarray(slice.at + slice.length),
  ]);
}

/** Without the state of a run there is nothing to keep true. */
function sumsWith(layout: Layout, manifest: string, removed: Uint8Array): string {
  const sums = existsSync(layout.sums) ? (JSON.parse(readFileSync(layout.sums, 'utf8')) as Record<string, string>) : {};
  return `${JSON.stringify({ ...sums, manifest: sha256(manifest), removed: sha256(removed) }, undefined, 2)}\n`;
}

function placeAll(layout: Layout, stage: string, output: string | undefined): void {
  const folders = new OutFolders(layout.out);
  try {
    if (output !== undefined) renameSync(join(stage, 'article'), folders.pathOf(output));
    renameSync(join(stage, 'decisions.jsonl'), layout.decisions);
    renameSync(join(stage, 'removed.jsonl'), layout.removed);
    renameSync(join(stage, 'sums.json'), layout.sums);
    renameSync(join(stage, 'manifest.jsonl'), layout.manifest);
    syncFolder(layout.own);
  } finally {
    folders.close();
  }
}
