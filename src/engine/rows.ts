/** One row of each record file from one result. */

import type { DuplicateRecord } from '../dedup/duplicate-records.ts';
import { lineNumbers } from '../report/place.ts';
import type { Head } from './batch.ts';
import type { CopiesOf } from './copies.ts';
import { type Decisions, digestDecisions } from './decisions.ts';
import { digestSite, type ManifestRow } from './manifest.ts';
import type { Result } from './results.ts';

/** Written late, so that its hash is not in the head. */
export interface Written {
  readonly sha256: string;
  readonly bytes: number;
  /** Its rows of `removed.jsonl`: those of a former copy were not recorded. */
  readonly removed: string;
}

export function manifestRow(
  result: Result,
  head: Head | undefined,
  late: Written | undefined,
  decisions: Decisions,
  copies?: CopiesOf,
): ManifestRow {
  const { entry, outcome, cluster } = result;
  const row: Draft = { path: entry.id };
  if (entry.record !== undefined) {
    row.container = entry.path;
    row.record = entry.record;
  }
  if (entry.member !== undefined) row.member = entry.member;
  if (entry.sha256 !== undefined) row.sha256 = entry.sha256;
  row.outcome = outcome.kind;
  addOutcome(row, result);
  if (outcome.kind === 'written') addOutput(row, outcome.path, head, late);
  if (cluster !== undefined) row.cluster = cluster;
  if (copies !== undefined) row.copies = copies.copies;
  if (copies?.also !== undefined) row.also = copies.also;
  if (head !== undefined) Object.assign(row, head.facts);
  else if (entry.bytes > 0) row.bytes = entry.bytes;
  const site = digestSite(entry.site);
  if (site !== undefined) row.site = site;
  const digest = digestDecisions(decisions, entry.id);
  if (digest !== undefined) row.restored = digest;
  return row as ManifestRow;
}

/** Filled key by key in the order of the file: spreading costs more than all else here. */
type Draft = { -readonly [Key in keyof ManifestRow]?: ManifestRow[Key] };

function addOutcome(row: Draft, { outcome, copyOf }: Result): void {
  if (outcome.kind === 'failed') {
    row.code = outcome.code;
    row.reason = outcome.message;
  } else if (outcome.kind === 'skipped' || outcome.kind === 'empty') {
    row.reason = outcome.reason;
  } else if (copyOf?.setAside === true) {
    row.of = copyOf.kept;
    row.match = copyOf.kind;
    row.similarity = copyOf.similarity;
  }
}

function addOutput(row: Draft, output: string, head: Head | undefined, late: Written | undefined): void {
  const [hash, bytes] = [late?.sha256 ?? head?.output_sha256, late?.bytes ?? head?.output_bytes];
  row.output = output;
  if (hash !== undefined) row.output_sha256 = hash;
  if (bytes !== undefined) row.output_bytes = bytes;
}

/** `set_aside` is true where no article of the copy is written. */
export function duplicateRow(record: DuplicateRecord, isSetAside: boolean): Readonly<Record<string, unknown>> {
  const { kept, other, cluster, kind, similarity, scores, spans } = record;
  return {
    kept,
    other,
    cluster,
    kind,
    set_aside: isSetAside,
    similarity,
    scores: { jaccard: scores.jaccard, of_other: scores.ofOther, of_kept: scores.ofKept, sentences: scores.sentences },
    spans: spans.map((span) => ({ kept: lineNumbers(span.kept), other: lineNumbers(span.other) })),
  };
}
