/** A run from folder to folder: list, clean, compare, commit. The report tells what came of it; exit codes are the caller's. */
import { relative, resolve } from 'node:path';
import { CleanArchiveError, InputError, UsageError } from '../core/errors.ts';
import type { RunReport } from '../report/run-report.ts';
import { type Before, cleanAll } from './clean-pass.ts';
import { departedRows } from './departed.ts';
import { outputError } from './disk.ts';
import { ENDINGS } from './documents.ts';
import { type Entry, failedEntry, headOf, optional, skippedEntry } from './entries.ts';
import type { Found } from './found.ts';
import { layoutOf } from './layout.ts';
import { holdsDocuments, type ManifestRow } from './manifest.ts';
import { compareNaming } from './names.ts';
import { identityOf, refuseOverlap } from './overlap.ts';
import { parentAsBefore } from './parent.ts';
import { place } from './place.ts';
import { planTasks } from './plan.ts';
import { placed } from './policy.ts';
import { Remembered } from './previous.ts';
import { openReferences, type References, withDigest } from './references.ts';
import type { Inputs, Observer, RunRequest } from './request.ts';
import { articlesOf, type CleanedRun, endingOf, type Run, reportOfRun, resultsIn } from './run-steps.ts';
import { settingsOf } from './settings.ts';
import { Spool } from './spool.ts';
import { addResult, newTotals } from './totals.ts';
import { isUnchanged, unchangedResults } from './unchanged.ts';
import { findFiles, namedPlaces } from './walk.ts';
import { lookAtWorkspace, openWorkspace } from './workspace.ts';

export async function runArchive(asked: RunRequest, observer: Observer = () => {}): Promise<RunReport> {
  const { inputs, self, force, dryRun } = asked;
  const out = asked.out === undefined ? undefined : resolve(inputs.cwd, asked.out);
  const shown = asked.out ?? '';
  observer({ phase: 'list', done: 0, total: 0 });
  if (out !== undefined) refuseOverlap(out, shown, namedPlaces(inputs));
  refuseOwnOutput(asked, out);
  const found = findInputs(inputs, out);
  refuseNothing(found, asked);
  const request = placed(await withDigest(asked), found.root);
  observer({ phase: 'list', done: found.files.length, total: found.files.length });
  const settings = settingsOf(request);
  const workspace =
    out === undefined
      ? undefined
      : dryRun
        ? lookAtWorkspace({ out, settings, force })
        : openWorkspace({ out, shown, settings, self, force });
  const notices: string[] = [];
  let references: Promise<References> | undefined;
  const run: Run = {
    request,
    found,
    workspace,
    observer,
    spool: new Spool(workspace?.stage),
    remembered: new Remembered(workspace?.layout),
    notices,
    references: () => (references ??= referencesOf(asked, found, { observer, notices })),
  };
  try {
    return await finish(run);
  } catch (error) {
    throw isSystemError(error) ? outputError(out ?? '', error) : error;
  } finally {
    (await references?.catch(() => undefined))?.close();
    run.spool.close();
    run.remembered.close();
    workspace?.close();
  }
}

async function referencesOf(
  request: RunRequest,
  { files }: Found,
  { observer, notices }: { readonly observer: Observer; readonly notices: string[] },
): Promise<References> {
  const references = await openReferences(request, new Set(files.map(({ absolute }) => absolute)), observer);
  notices.push(...references.notices);
  return references;
}

/** Every article would be a copy of itself. */
function refuseOwnOutput({ comparing: { against, reference } }: RunRequest, out: string | undefined): void {
  const own = (other: { readonly absolute: string } | undefined): boolean =>
    other !== undefined && out !== undefined && identityOf(other.absolute) === identityOf(out);
  if (own(against))
    throw new UsageError(
      'usage',
      `--against ${against?.shown}: it is the output folder, which knows its own articles; name another run's`,
    );
  if (own(reference))
    throw new UsageError(
      'usage',
      `--reference ${reference?.shown}: it is the output folder; name documents of your own`,
    );
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
  const before = beforeOf(run);
  const { entries: cleaned, siteOf } = await cleanAll(
    { tasks, job: request, stage: workspace?.stage, spool, before },
    observer,
  );
  const cleanedRun: CleanedRun = { ...run, siteOf };
  const failed = found.failed.map((file) => failedEntry(file, file.code, file.message));
  const entries = [...cleaned, ...failed, ...found.skipped.map(({ path, reason }) => skippedEntry(path, reason))].sort(
    compareNaming,
  );
  if (workspace === undefined) return judged(cleanedRun, entries);
  const departed = departedRows(request, found, entries, workspace.previous, workspace.layout.out);
  const unchanged =
    departed.leaving.length === 0 && isUnchanged(entries, departed.staying, workspace.previous, workspace.layout);
  if (unchanged) {
    const { results, totals } = unchangedResults(entries);
    const { staying } = departed;
    return reportOfRun(run, { results, totals, unchanged, staying, asBefore: totals.counts.written });
  }
  const recalled = entries.map((entry) => recall(entry, run.remembered));
  return place(cleanedRun, workspace, recalled, departed);
}

function beforeOf({ workspace, remembered }: Run): Before {
  const byInput = workspace?.previous.byInput ?? new Map<string, readonly ManifestRow[]>();
  let inputs = 0;
  for (const rows of byInput.values()) if (holdsDocuments(rows)) inputs += 1;
  return { inputs, rowsOf: (path) => byInput.get(path) ?? [], siteOf: (id) => remembered.siteOf(id) };
}

/** What the last run knew of a document that is taken over. */
function recall(entry: Entry, remembered: Remembered): Entry {
  if (entry.row === undefined) return entry;
  const print = entry.state === 'article' ? remembered.printOf(entry.id) : undefined;
  return { ...entry, ...optional('print', print), ...optional('removed', remembered.removedOf(entry.id)) };
}

/** What would come of it, where no folder is named. */
async function judged(run: CleanedRun, entries: readonly Entry[]): Promise<RunReport> {
  const results = await resultsIn(run, entries, articlesOf(run));
  const totals = newTotals();
  for (const result of results) addResult(totals, result, headOf(result.entry));
  return reportOfRun(run, { results, totals });
}
