/** A run from folder to folder: list, clean, compare, commit. The report tells what came of it; exit codes are the caller's. */
import { join, relative, resolve } from 'node:path';
import { CleanArchiveError, InputError, UsageError } from '../core/errors.ts';
import type { RunReport } from '../report/run-report.ts';
import { Articles } from './articles.ts';
import { cleanAll, shapeOf } from './clean-pass.ts';
import { clearStages, commit, examinePlacements, type Placement } from './commit.ts';
import { type Compared, compareEntries } from './compare-pass.ts';
import { type Decisions, NO_DECISIONS } from './decisions.ts';
import { type Departed, departedRows, editedRows, obsoleteOutputs, type Staying } from './departed.ts';
import { outputError } from './disk.ts';
import { ENDINGS } from './documents.ts';
import { type Entry, failedEntry, headOf, optional, skippedEntry } from './entries.ts';
import type { Found } from './found.ts';
import { type LateArticle, writeLate } from './late.ts';
import { layoutOf } from './layout.ts';
import { compareRows, type ManifestRow } from './manifest.ts';
import { compareNaming } from './names.ts';
import { identityOf, refuseOverlap } from './overlap.ts';
import { parentAsBefore } from './parent.ts';
import { planTasks } from './plan.ts';
import { aborted } from './pool.ts';
import type { Obsolete } from './present.ts';
import { Remembered } from './previous.ts';
import { writeRecords } from './record-files.ts';
import { NOTHING_MORE, type ReportFacts, reportOf } from './reporting.ts';
import type { Inputs, Observer, RunRequest } from './request.ts';
import { type Result, resultsOf } from './results.ts';
import { settingsOf } from './settings.ts';
import { Spool } from './spool.ts';
import { addResult, newTotals } from './totals.ts';
import { isUnchanged, unchangedResults } from './unchanged.ts';
import { findFiles, namedPlaces } from './walk.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** All that the steps of one run share. */
interface Run {
  readonly request: RunRequest;
  readonly found: Found;
  /** None in a dry run. */
  readonly workspace: Workspace | undefined;
  readonly spool: Spool;
  readonly remembered: Remembered;
  readonly observer: Observer;
}

export async function runArchive(request: RunRequest, observer: Observer = () => {}): Promise<RunReport> {
  const { inputs, self, force } = request;
  const out = request.dryRun || request.out === undefined ? undefined : resolve(inputs.cwd, request.out);
  const shown = request.out ?? '';
  observer({ phase: 'list', done: 0, total: 0 });
  if (out !== undefined) refuseOverlap(out, shown, namedPlaces(inputs));
  const found = findInputs(inputs, out);
  refuseNothing(found, request);
  observer({ phase: 'list', done: found.files.length, total: found.files.length });
  const workspace =
    out === undefined ? undefined : openWorkspace({ out, shown, settings: settingsOf(request), self, force });
  const run: Run = {
    request,
    found,
    workspace,
    observer,
    spool: new Spool(workspace?.stage),
    remembered: new Remembered(workspace?.layout),
  };
  try {
    return await finish(run);
  } catch (error) {
    throw isSystemError(error) ? outputError(out ?? '', error) : error;
  } finally {
    run.spool.close();
    run.remembered.close();
    workspace?.close();
  }
}

/** Input errors were taken care of where they arose: what the system still refuses is the output folder. */
function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && !(error instanceof CleanArchiveError) && 'syscall' in error;
}

/** Paths count from the folder they counted from in the last run, so that a part of its inputs keeps its outputs. */
function findInputs(inputs: Inputs, out: string | undefined): Found {
  if (out === undefined) return findFiles(inputs, ENDINGS);
  let isKept = false;
  const parentOf = (common: string): string => {
    const parent = parentAsBefore(common, layoutOf(out));
    isKept = parent !== common;
    return parent;
  };
  const found = findFiles(inputs, ENDINGS, { ...optional('out', identityOf(out)), parentOf });
  const notice = `paths count from ${relative(resolve(inputs.cwd), found.root) || '.'}, as in the last run`;
  return isKept ? { ...found, notices: [...found.notices, notice] } : found;
}

function refuseNothing(found: Found, { allowEmpty, failFast }: RunRequest): void {
  const [failed] = found.failed;
  if (failFast && failed !== undefined) throw new InputError(failed.code, `${failed.path}: ${failed.message}`);
  if (found.files.length > 0 || found.failed.length > 0 || allowEmpty) return;
  const left = found.skipped.length + found.ignored;
  throw new UsageError(
    'no-input',
    left === 0 ? 'no files there' : `no file to clean: ${left} were left out by ending, name or pattern`,
  );
}

async function finish(run: Run): Promise<RunReport> {
  const { request, found, workspace, spool, observer } = run;
  const previous = workspace?.previous;
  const tasks = planTasks({ files: found.files, previous, out: workspace?.layout.out, ending: endingOf(request) });
  const rowsOf = (path: string): readonly ManifestRow[] => previous?.byInput.get(path) ?? [];
  const cleaned = await cleanAll({ tasks, job: request, stage: workspace?.stage, spool, rowsOf }, observer);
  const failed = found.failed.map((file) => failedEntry(file, file.code, file.message));
  const entries = [...cleaned, ...failed, ...found.skipped.map(({ path, reason }) => skippedEntry(path, reason))].sort(
    compareNaming,
  );
  if (workspace === undefined) return report(run, await compared(run, entries));
  const departed = departedRows(request, found, entries, workspace.previous, workspace.layout.out);
  const unchanged =
    departed.leaving.length === 0 && isUnchanged(entries, departed.staying, workspace.previous, workspace.layout);
  if (unchanged) return report(run, unchangedResults(entries), { unchanged, staying: departed.staying });
  const recalled = entries.map((entry) => recall(entry, run.remembered));
  return place(run, workspace, recalled, departed);
}

/** What the last run knew of a document that is taken over. */
function recall(entry: Entry, remembered: Remembered): Entry {
  if (entry.row === undefined) return entry;
  const print = entry.state === 'article' ? remembered.printOf(entry.id) : undefined;
  return { ...entry, ...optional('print', print), ...optional('removed', remembered.removedOf(entry.id)) };
}

async function compared(
  run: Run,
  entries: readonly Entry[],
): Promise<{ readonly results: readonly Result[]; readonly totals: ReportFacts['totals'] }> {
  const results = await resultsIn(run, entries, articlesOf(run));
  const totals = newTotals();
  for (const result of results) addResult(totals, result, headOf(result.entry));
  return { results, totals };
}

async function resultsIn(run: Run, entries: readonly Entry[], articles: Articles): Promise<readonly Result[]> {
  const { request } = run;
  return resultsOf(await compare(run, entries, articles), request.comparing, endingOf(request), decisionsOf(run).own);
}

async function compare({ request, observer }: Run, entries: readonly Entry[], articles: Articles): Promise<Compared> {
  stopIfAborted(request);
  observer({ phase: 'compare', done: 0, total: entries.length });
  const answer = await compareEntries(entries, articles, request.comparing);
  observer({ phase: 'compare', done: entries.length, total: entries.length });
  stopIfAborted(request);
  return answer;
}

function decisionsOf({ workspace }: Run): Decisions {
  return workspace?.previous.decisions ?? NO_DECISIONS;
}

function articlesOf(run: Run): Articles {
  return new Articles(shapeOf(run.request), decisionsOf(run).restored, run.spool);
}

/** From entries to a new state of the output folder. */
async function place(
  run: Run,
  workspace: Workspace,
  entries: readonly Entry[],
  { staying, leaving }: Departed,
): Promise<RunReport> {
  const { request, observer, remembered } = run;
  const { layout, stage, previous } = workspace;
  const { force } = request;
  const { results, late } = await settle(run, workspace, entries);
  observer({ phase: 'write', done: 0, total: results.length });
  const outputs = new Set(results.flatMap(({ outcome }) => (outcome.kind === 'written' ? [outcome.path] : [])));
  const stays = staying.filter(({ row }) => row.output !== undefined && !outputs.has(row.output));
  const obsolete = obsoleteOutputs(previous, outputs, stays);
  const changed = editedRows(obsolete, previous, leaving, layout.out);
  const held = force ? [] : changed;
  const removals = withoutOutputs(obsolete, held);
  const frontMatter = request.writing.to === 'md' && request.writing.frontMatter;
  const placements = placementsOf(results, late, stage);
  const plan = { layout, stage, previous, placements, frontMatter, force };
  const examined = examinePlacements(plan);
  const settings = settingsOf(request);
  const removedOf = (id: string): ReturnType<Remembered['removedOf']> => remembered.removedOf(id);
  const kept = [...stays, ...held].sort((one, other) => compareRows(one.row, other.row));
  const { files, totals } = writeRecords({ layout, stage, previous, settings, results, late, kept, removedOf });
  stopIfAborted(request);
  const { edited } = commit({ ...plan, removals, records: files }, examined);
  clearStages(stage, previous.leftovers);
  observer({ phase: 'write', done: results.length, total: results.length });
  return report(
    run,
    { results, totals },
    {
      edited: examined.edited,
      overwritten: [...examined.overwritten, ...(force ? outputsOf(changed) : [])],
      superseded: [...outputsOf(held), ...edited],
      pruned: leaving.flatMap(({ output = '' }) => (removals.some((one) => one.output === output) ? [output] : [])),
      staying: stays,
    },
  );
}

function withoutOutputs(removals: readonly Obsolete[], held: readonly Staying[]): readonly Obsolete[] {
  const outputs = new Set(outputsOf(held));
  return removals.filter(({ output }) => !outputs.has(output));
}

/** Outcomes, and the articles that had to be made for them. Inputs that change meanwhile start it anew without them. */
async function settle(
  run: Run,
  { stage }: Workspace,
  entries: readonly Entry[],
): Promise<{ readonly results: readonly Result[]; readonly late: ReadonlyMap<string, LateArticle> }> {
  const articles = articlesOf(run);
  let current = entries;
  for (;;) {
    const results = await resultsIn(run, current, articles);
    const late = await writeLate(results, articles, run.request.writing, stage);
    if ('articles' in late) return { results, late: late.articles };
    current = late.changed;
  }
}

function placementsOf(
  results: readonly Result[],
  late: ReadonlyMap<string, LateArticle>,
  stage: string,
): readonly Placement[] {
  return results.flatMap(({ entry, outcome }) => {
    if (outcome.kind !== 'written') return [];
    const own = late.get(entry.id);
    if (own !== undefined) return [{ output: outcome.path, staged: own.staged, sha256: own.sha256 }];
    if (entry.staged === undefined) return [];
    return [{ output: outcome.path, staged: join(stage, entry.staged), sha256: headOf(entry)?.output_sha256 ?? '' }];
  });
}

function report(
  { found, workspace }: Run,
  { results, totals }: { readonly results: readonly Result[]; readonly totals: ReportFacts['totals'] },
  facts: Partial<ReportFacts> = {},
): RunReport {
  const notices = [...found.notices, ...(workspace?.notices ?? [])];
  return reportOf({ found, results, totals, notices, ...NOTHING_MORE, ...facts });
}

function outputsOf(staying: readonly Staying[]): readonly string[] {
  return staying.flatMap(({ row }) => row.output ?? []);
}

function endingOf({ writing }: RunRequest): string {
  return writing.to === 'txt' ? '.txt' : '.md';
}

function stopIfAborted({ signal }: RunRequest): void {
  if (signal?.aborted === true) throw aborted();
}
