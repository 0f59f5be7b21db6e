/** One row of each record file from one result. */

import type { DuplicateRecord } from '../pipeline/compare.ts';
import { lineNumbers } from '../report/place.ts';
import type { Facts } from '../report/records.ts';
import type { Head } from './batch.ts';
import { type Decisions, digestDecisions } from './decisions.ts';
import { optional } from './entries.ts';
import type { ManifestRow } from './manifest.ts';
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
): ManifestRow {
  const { entry, outcome } = result;
  const facts: Partial<Facts> = head?.facts ?? (entry.bytes > 0 ? { bytes: entry.bytes } : {});
  return {
    path: entry.id,
    ...(entry.record === undefined ? {} : { container: entry.path, record: entry.record }),
    ...optional('member', entry.member),
    ...optional('sha256', entry.sha256),
    outcome: outcome.kind,
    ...outcomeFields(result),
    ...(outcome.kind === 'written' ? outputFields(outcome.path, head, late) : {}),
    ...optional('cluster', result.cluster),
    ...facts,
    ...optional('restored', digestDecisions(decisions, entry.id)),
  };
}

function outcomeFields({ outcome, copyOf }: Result): Partial<ManifestRow> {
  if (outcome.kind === 'failed') return { code: outcome.code, reason: outcome.message };
  if (outcome.kind === 'skipped' || outcome.kind === 'empty') return { reason: outcome.reason };
  return copyOf?.setAside === true ? { of: copyOf.kept, match: copyOf.kind, similarity: copyOf.similarity } : {};
}

function outputFields(output: string, head: Head | undefined, late: Written | undefined): Partial<ManifestRow> {
  return {
    output,
    ...optional('output_sha256', late?.sha256 ?? head?.output_sha256),
    ...optional('output_bytes', late?.bytes ?? head?.output_bytes),
  };
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
