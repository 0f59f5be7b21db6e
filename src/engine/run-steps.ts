/** What the steps of one run share. */
import type { RunReport } from '../report/run-report.ts';
import { Articles } from './articles.ts';
import { type SiteOf, shapeOf } from './clean-pass.ts';
import { type Compared, compareEntries } from './compare-pass.ts';
import { contextFrom } from './context.ts';
import { type Decisions, NO_DECISIONS } from './decisions.ts';
import type { Entry } from './entries.ts';
import type { Found } from './found.ts';
import { aborted } from './pool.ts';
import type { Remembered } from './previous.ts';
import type { References } from './references.ts';
import { NOTHING_MORE, type ReportFacts, reportOf } from './reporting.ts';
import type { Observer, RunRequest } from './request.ts';
import { type Result, resultsOf } from './results.ts';
import type { Spool } from './spool.ts';
import type { Workspace } from './workspace.ts';

export interface Run {
  readonly request: RunRequest;
  readonly found: Found;
  /** None where no output folder is named. */
  readonly workspace: Workspace | undefined;
  readonly spool: Spool;
  readonly remembered: Remembered;
  readonly observer: Observer;
  /** Plain sentences about what came up on the way. */
  readonly notices: readonly string[];
  /** What is compared with and left alone; read when first asked for. */
  readonly references: () => Promise<References>;
}

/** A run whose documents were cleaned. */
export interface CleanedRun extends Run {
  readonly siteOf: SiteOf;
}

export async function resultsIn(run: Run, entries: readonly Entry[], articles: Articles): Promise<readonly Result[]> {
  const { request } = run;
  return resultsOf(await compare(run, entries, articles), request.comparing, endingOf(request), decisionsOf(run).own);
}

async function compare(
  { request, observer, references }: Run,
  entries: readonly Entry[],
  articles: Articles,
): Promise<Compared> {
  stopIfAborted(request);
  const known = await references();
  observer({ phase: 'compare', done: 0, total: entries.length });
  const answer = await compareEntries(entries, articles, request.comparing, known);
  observer({ phase: 'compare', done: entries.length, total: entries.length });
  stopIfAborted(request);
  return answer;
}

function decisionsOf({ workspace }: Run): Decisions {
  return workspace?.previous.decisions ?? NO_DECISIONS;
}

export function articlesOf(run: CleanedRun): Articles {
  return new Articles(shapeOf(run.request), contextFrom(decisionsOf(run).restored, run.siteOf), run.spool);
}

export function reportOfRun(
  { found, workspace, notices }: Run,
  facts: Pick<ReportFacts, 'results' | 'totals'> & Partial<ReportFacts>,
): RunReport {
  return reportOf({
    found,
    notices: [...found.notices, ...(workspace?.notices ?? []), ...notices],
    ...NOTHING_MORE,
    ...facts,
  });
}

export function endingOf({ writing }: RunRequest): string {
  return writing.to === 'txt' ? '.txt' : '.md';
}

export function stopIfAborted({ signal }: RunRequest): void {
  if (signal?.aborted === true) throw aborted();
}
