/** The record files of a run, written to its stage in the order of the results. */
import { join } from 'node:path';
import { compareText } from '../core/ids.ts';
import { jsonLine } from '../report/records.ts';
import type { Head } from './batch.ts';
import type { RecordFile } from './commit.ts';
import { type CopiesOf, gatherCopies } from './copies.ts';
import type { Staying } from './departed.ts';
import { createFile } from './disk.ts';
import { headOf } from './entries.ts';
import { sha256 } from './hashes.ts';
import type { Layout } from './layout.ts';
import { inputOf } from './manifest.ts';
import { writePacked } from './packed-files.ts';
import type { Passages } from './passages.ts';
import { type Previous, settingsKey } from './previous.ts';
import type { Result } from './results.ts';
import { duplicateRow, manifestRow, type Written } from './rows.ts';
import { type Settings, VERSIONS } from './settings.ts';
import { FileSink, type Slice } from './spool.ts';
import { addResult, newTotals, sortedCounts, type Totals } from './totals.ts';

export const SCHEMA = 1;

export interface RecordRequest {
  readonly layout: Layout;
  readonly stage: string;
  readonly previous: Previous;
  readonly settings: Settings;
  readonly results: readonly Result[];
  readonly late: ReadonlyMap<string, Written>;
  /** Articles that stay although no result stands behind them, in order; and the removed lines of their documents. */
  readonly kept: readonly Staying[];
  readonly removedOf: (id: string) => Slice | undefined;
  readonly passages: Passages;
}

export interface Recorded {
  readonly files: readonly RecordFile[];
  readonly totals: Totals;
}

export function writeRecords(request: RecordRequest): Recorded {
  const { layout, stage, results, passages } = request;
  const manifest = new FileSink(join(stage, 'manifest.jsonl'));
  const removed = new FileSink(join(stage, 'removed.jsonl'));
  const duplicates = new FileSink(join(stage, 'duplicates.jsonl'));
  const prints = new FileSink(join(stage, 'fingerprints'));
  const sites = new FileSink(join(stage, 'sites'));
  const totals = newTotals();
  const copies = gatherCopies(results);
  let next = 0;
  const writeKeptBefore = (result: Result | undefined): void => {
    for (let one = request.kept[next]; one !== undefined && isBefore(one, result); one = request.kept[++next])
      writeKept(one, request, manifest, removed);
  };
  for (const result of results) {
    writeKeptBefore(result);
    const head = headOf(result.entry);
    addResult(totals, result, head);
    writeResult(result, head, request, copies.get(result.entry.id), {
      manifest,
      removed,
      duplicates,
      prints,
      sites,
    });
  }
  writeKeptBefore(undefined);
  const summary = Buffer.from(summaryText(request.settings, results.length, totals, passages), 'utf8');
  createFile(join(stage, 'summary.json'), summary);
  createFile(join(stage, 'passages.jsonl'), Buffer.from(passages.rows, 'utf8'), true);
  const sums = {
    settings: settingsKey(request.settings),
    manifest: manifest.end(),
    removed: removed.end(),
    duplicates: duplicates.end(),
    passages: sha256(passages.rows),
    summary: sha256(summary),
    prints: prints.end(),
    sites: sites.end(),
  };
  createFile(join(stage, 'sums.json'), Buffer.from(`${JSON.stringify(sums, undefined, 2)}\n`, 'utf8'));
  const files = [
    { staged: join(stage, 'removed.jsonl'), target: layout.removed },
    { staged: join(stage, 'duplicates.jsonl'), target: layout.duplicates },
    { staged: join(stage, 'passages.jsonl'), target: layout.passages },
    { staged: join(stage, 'summary.json'), target: layout.summary },
    { staged: join(stage, 'fingerprints'), target: layout.prints },
    { staged: join(stage, 'sites'), target: layout.sites },
    { staged: join(stage, 'sums.json'), target: layout.sums },
    { staged: join(stage, 'manifest.jsonl'), target: layout.manifest },
  ];
  return { files, totals };
}

interface Sinks {
  readonly manifest: FileSink;
  readonly removed: FileSink;
  readonly duplicates: FileSink;
  readonly prints: FileSink;
  readonly sites: FileSink;
}

function writeResult(
  result: Result,
  head: Head | undefined,
  request: RecordRequest,
  copies: CopiesOf | undefined,
  sinks: Sinks,
): void {
  const { entry, outcome, copyOf } = result;
  const late = request.late.get(entry.id);
  sinks.manifest.text(jsonLine(manifestRow(result, head, late, request.previous.decisions, copies)));
  if (late !== undefined) sinks.removed.text(late.removed);
  else if (outcome.kind === 'written' || outcome.kind === 'empty') writeSlice(entry.removed, sinks.removed);
  if (copyOf !== undefined) sinks.duplicates.text(jsonLine(duplicateRow(copyOf, outcome.kind === 'duplicate')));
  if (entry.print !== undefined) writePacked(sinks.prints, entry.print);
  if (entry.site !== undefined) writePacked(sinks.sites, { id: entry.id, ...entry.site });
}

/** Lines that left an article which its document has grown out of are no lines of the document any more. */
function writeKept({ row, why }: Staying, { removedOf }: RecordRequest, manifest: FileSink, removed: FileSink): void {
  manifest.text(jsonLine({ ...row, stays: why }));
  if (why !== 'edited') writeSlice(removedOf(row.path), removed);
}

function writeSlice(slice: Slice | undefined, sink: FileSink): void {
  if (slice !== undefined && slice.length > 0) sink.bytes(slice.source.read(slice.at, slice.length));
}

function isBefore({ row }: Staying, result: Result | undefined): boolean {
  if (result === undefined) return true;
  const { entry } = result;
  return (compareText(inputOf(row), entry.path) || (row.record ?? 0) - (entry.record ?? 0)) < 0;
}

/** The summary's numbers; nothing of clock, place or machine. */
export function summaryText(
  settings: Settings,
  documents: number,
  totals: Totals,
  { listed, found }: Passages,
): string {
  const summary = {
    schema: SCHEMA,
    settings,
    versions: VERSIONS,
    documents,
    ...totals.counts,
    bytes: totals.bytes,
    words: totals.words,
    words_before: totals.wordsBefore,
    lines: sortedCounts(totals.lines),
    fields: sortedCounts(totals.fields),
    passages: { listed, found },
  };
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}
