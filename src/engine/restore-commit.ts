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
import type { Slice } from './spool.ts';

export interface Restoration {
  readonly path: string;
  readonly facts?: Partial<Facts>;
  /** The document's rows of `removed.jsonl` from now on; none where they stay as they are. */
  readonly removed?: string;
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
  const changed = {
    ...(restoration.output === undefined ? row : withoutOutcome(row)),
    ...written,
    ...restoration.facts,
  } as ManifestRow;
  const manifest = rows.map((candidate) => jsonLine(candidate === row ? changed : candidate)).join('');
  const removed = spliceRemoved(layout, rows, restoration);
  const duplicates = duplicatesWithout(layout, article === undefined ? undefined : row);
  const decisions = decisionsWith(layout, restoration.decisions);
  const stage = join(layout.state, 'run-0');
  try {
    removeTree(stage);
    mkdirSync(stage, { recursive: true });
    if (article !== undefined) createFile(join(stage, 'article'), article);
    createFile(join(stage, 'decisions.jsonl'), Buffer.from(decisions, 'utf8'), true);
    createFile(join(stage, 'removed.jsonl'), removed);
    createFile(join(stage, 'duplicates.jsonl'), duplicates);
    createFile(join(stage, 'manifest.jsonl'), Buffer.from(manifest, 'utf8'), true);
    createFile(join(stage, 'sums.json'), Buffer.from(sumsWith(layout, { manifest, removed, duplicates }), 'utf8'));
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

/** People write in this file too, and may leave its last line open. */
function decisionsWith(layout: Layout, more: readonly Decision[]): string {
  const text = existsSync(layout.decisions) ? readFileSync(layout.decisions, 'utf8') : '';
  return (text === '' || text.endsWith('\n') ? text : `${text}\n`) + more.map(jsonLine).join('');
}

function readRecord(path: string): Buffer {
  if (existsSync(path)) return readFileSync(path);
  throw new OutputError('missing-record', `${path}: the record file is missing; run again first`);
}

/** The row of a document that had no article, ready to say that it has one. */
function withoutOutcome(row: ManifestRow): Partial<ManifestRow> {
  const { reason: _reason, of: _of, match: _match, similarity: _similarity, ...kept } = row;
  return kept;
}

/** `duplicates.jsonl` where this document, if it is one, is set aside no more. */
function duplicatesWithout(layout: Layout, row: ManifestRow | undefined): Buffer {
  const bytes = readRecord(layout.duplicates);
  if (row?.outcome !== 'duplicate') return bytes;
  const lines = bytes.toString('utf8').split('\n');
  const told = lines.map((line) => {
    if (line === '') return line;
    const pair = JSON.parse(line) as { readonly other?: unknown };
    return pair.other === row.path ? jsonLine({ ...pair, set_aside: false }).trimEnd() : line;
  });
  return Buffer.from(told.join('\n'), 'utf8');
}

function spliceRemoved(layout: Layout, rows: readonly ManifestRow[], { path, removed }: Restoration): Buffer {
  const bytes = readRecord(layout.removed);
  if (removed === undefined) return bytes;
  const { slices, close } = previousRemoved(layout);
  close();
  const slice = slices.get(path) ?? { at: placeOf(path, rows, slices) ?? bytes.length, length: 0 };
  return Buffer.concat([
    bytes.subarray(0, slice.at),
    Buffer.from(removed, 'utf8'),
    bytes.subarray(slice.at + slice.length),
  ]);
}

/** Where the rows of a document without any would begin: the documents stand in the order of the manifest. */
function placeOf(path: string, rows: readonly ManifestRow[], slices: ReadonlyMap<string, Slice>): number | undefined {
  const own = rows.findIndex((row) => row.path === path);
  return rows.slice(own).flatMap((row) => slices.get(row.path)?.at ?? [])[0];
}

/** Without the state of a run there is nothing to keep true. */
function sumsWith(layout: Layout, files: Readonly<Record<string, string | Uint8Array>>): string {
  const sums = existsSync(layout.sums) ? (JSON.parse(readFileSync(layout.sums, 'utf8')) as Record<string, string>) : {};
  const own = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, sha256(content)]));
  return `${JSON.stringify({ ...sums, ...own }, undefined, 2)}\n`;
}

function placeAll(layout: Layout, stage: string, output: string | undefined): void {
  const folders = new OutFolders(layout.out);
  try {
    if (output !== undefined) renameSync(join(stage, 'article'), folders.pathOf(output));
    renameSync(join(stage, 'decisions.jsonl'), layout.decisions);
    renameSync(join(stage, 'removed.jsonl'), layout.removed);
    renameSync(join(stage, 'duplicates.jsonl'), layout.duplicates);
    renameSync(join(stage, 'sums.json'), layout.sums);
    renameSync(join(stage, 'manifest.jsonl'), layout.manifest);
    syncFolder(layout.own);
  } finally {
    folders.close();
  }
}
