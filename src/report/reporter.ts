/** The contract of a reporter: what `check` found, as text. Pure: it prints nothing and asks no clock. */
import type { CheckReport } from './check-report.ts';
import type { Screen } from './paint.ts';

export const REPORTER_NAMES = ['text', 'json', 'sarif', 'junit', 'github'] as const;

export type ReporterName = (typeof REPORTER_NAMES)[number];

export interface Reporter {
  readonly name: ReporterName;
  /** For whom or what it is, for help: a noun phrase. */
  readonly title: string;
  /** Chunks that end with a line end; large reports are never one string. */
  readonly render: (report: CheckReport, facts: ReporterFacts) => Iterable<string>;
  /** Markdown for the page that a service shows of a job, where the reporter knows one. */
  readonly summary?: (report: CheckReport, facts: ReporterFacts) => string;
}

/** What only the caller knows. */
export interface ReporterFacts {
  readonly screen: Screen;
  /** Of this program. */
  readonly version: string;
  readonly verbose: boolean;
  /** Options that `explain` needs to read a file as it was read, as words. */
  readonly explainWith: readonly string[];
  /** Findings alone, without sums. */
  readonly quiet: boolean;
  /** A path of the report (from the working folder) as one from the root of the repository, with forward slashes. */
  readonly fromRoot: (path: string) => string;
}
