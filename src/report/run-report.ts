/** What a run over an archive gives back. Line numbers in here are one-based: these rows are for people and files. */
import type { Kind, MetaKey, Outcome } from '../core/types.ts';

export type OutcomeKind = Outcome['kind'];

export type OutcomeCounts = Readonly<Record<OutcomeKind, number>>;

export interface RunReport {
  /** Absolute common parent of the inputs. */
  readonly root: string;
  /** Inputs read as documents or containers. */
  readonly files: number;
  readonly bytes: number;
  readonly documents: number;
  readonly counts: OutcomeCounts;
  /** Non-blank lines of written and empty documents by fate: `kept`, `moved`, or the kind of what took them. */
  readonly lines: Readonly<Record<string, number>>;
  /** Moved lines per metadata field. */
  readonly fields: Readonly<Record<string, number>>;
  readonly words: number;
  readonly wordsBefore: number;
  /** Every document in order if `complete`, else those most worth a look. */
  readonly rows: readonly ReportRow[];
  readonly complete: boolean;
  /** At most a hundred; `counts.duplicate` is the number. */
  readonly setAside: readonly SetAside[];
  /** At most a hundred; the number is in `counts`. */
  readonly skipped: readonly Listed[];
  readonly failed: readonly Failure[];
  /** Plain sentences about what the run met: a lock taken over, an unfinished run cleared. */
  readonly notices: readonly string[];
  /** Files left out by hidden names, ignore files and patterns. */
  readonly ignored: number;
  /** Documents taken over from the last run. */
  readonly reused: number;
  /** Written documents whose article is as the last run wrote it. */
  readonly asBefore: number;
  /** Nothing new: no byte was written. */
  readonly unchanged: boolean;
  /** Outputs that a person edited, kept unless forced. */
  readonly edited: readonly string[];
  /** Edited outputs that were written anew because it was forced. */
  readonly overwritten: readonly string[];
  /** Edited outputs whose document gives no such article any more, kept unless forced. */
  readonly superseded: readonly string[];
  readonly pruned: readonly string[];
  /** Articles that stay although no input of this run stands behind them: it is gone, was left out, or could not be read. */
  readonly gone: readonly string[];
  readonly leftOut: readonly string[];
  readonly unread: readonly string[];
}

export interface ReportRow {
  readonly path: string;
  readonly outcome: Outcome;
  readonly words: number;
  readonly wordsBefore: number;
  readonly bytes: number;
  /** First and last kept line. */
  readonly body?: readonly [number, number];
  readonly went: readonly Went[];
}

/** What left one document for one reason, or moved into its front matter. */
export interface Went {
  readonly kind: Kind;
  readonly rule: string;
  readonly reason: string;
  readonly lines: number;
  readonly words: number;
  readonly ranges: readonly (readonly [number, number])[];
  readonly fields?: readonly MetaKey[];
}

export interface SetAside {
  readonly path: string;
  readonly of: string;
  readonly match: string;
  readonly similarity: number;
}

export interface Listed {
  readonly path: string;
  readonly reason: string;
}

export interface Failure {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}
