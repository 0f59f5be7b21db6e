/** What a run tells its caller; the CLI makes sentences of it. */
import type { Kind, MetaKey, Outcome } from '../core/types.ts';
import type { Failure, Listed } from './found.ts';

export interface Went {
  readonly kind: Kind;
  readonly rule: string;
  readonly reason: string;
  /** Lines that are not blank, and their words. */
  readonly lines: number;
  readonly words: number;
  /** One-based. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly fields?: readonly MetaKey[];
}

export interface ReportRow {
  readonly path: string;
  readonly outcome: Outcome;
  readonly words: number;
  readonly wordsBefore: number;
  readonly bytes: number;
  readonly went: readonly Went[];
}

export interface SetAside {
  readonly path: string;
  readonly of: string;
  readonly match: string;
  readonly similarity: number;
}

export type OutcomeCounts = Readonly<Record<Outcome['kind'], number>>;

export interface RunReport {
  readonly root: string;
  readonly files: number;
  readonly bytes: number;
  readonly documents: number;
  readonly counts: OutcomeCounts;
  /** Non-blank lines of written and empty documents by fate. */
  readonly lines: Readonly<Record<string, number>>;
  /** Moved lines by metadata field. */
  readonly fields: Readonly<Record<string, number>>;
  readonly words: number;
  readonly wordsBefore: number;
  /** Every document in order if there are few, else those most worth a look. */
  readonly rows: readonly ReportRow[];
  readonly complete: boolean;
  readonly setAside: readonly SetAside[];
  readonly skipped: readonly Listed[];
  readonly failed: readonly Failure[];
  readonly notices: readonly string[];
  readonly ignored: number;
  readonly reused: number;
  /** Nothing was new: no byte was written. */
  readonly unchanged: boolean;
  /** Outputs a person edited, kept as they are. */
  readonly edited: readonly string[];
  readonly pruned: readonly string[];
  /** Articles whose input is gone, left where they are. */
  readonly gone: readonly string[];
}
