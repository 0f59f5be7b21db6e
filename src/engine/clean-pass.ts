/**
 * Passes 1 and 2 over the files of a run: what is as the last run left it is taken over, pages of one site are learned
 * from, and the rest is cleaned.
 */
import { availableParallelism } from 'node:os';
import { InputError } from '../core/errors.ts';
import { docId } from '../core/ids.ts';
import { LIMITS } from '../core/limits.ts';
import type { SiteEvidence } from '../core/types.ts';
import { evidenceOf } from '../sites/evidence.ts';
import type { Page } from '../sites/page.ts';
import type { Setup } from './batch.ts';
import { type DocumentContext, NO_CONTEXT } from './context.ts';
import { holdsMany, type Shape } from './documents.ts';
import { type Entry, entriesOf, reusedEntry } from './entries.ts';
import { digestSite, holdsDocuments, type ManifestRow } from './manifest.ts';
import { chooseJobs, openPool, type Pool } from './pool.ts';
import type { Job, Observer } from './request.ts';
import type { Spool } from './spool.ts';
import type { FileTask } from './task.ts';
import type { Results, Tasks } from './workshop.ts';

export interface CleanRequest {
  readonly tasks: readonly FileTask[];
  readonly job: Job;
  readonly stage: string | undefined;
  readonly spool: Spool;
  readonly before: Before;
}

/** What the last run left. */
export interface Before {
  /** Input files that held documents. */
  readonly inputs: number;
  rowsOf(path: string): readonly ManifestRow[];
  siteOf(id: string): SiteEvidence | undefined;
}

export const NOTHING_BEFORE: Before = { inputs: 0, rowsOf: () => [], siteOf: () => undefined };

/** What the other pages of a document's site say; undefined for a document without siblings. */
export type SiteOf = (id: string) => SiteEvidence | undefined;

export interface CleanPass {
  readonly entries: readonly Entry[];
  readonly siteOf: SiteOf;
}

/** What was learned of the documents of this run. */
export interface Sites {
  readonly of: SiteOf;
  /** Documents of a file that have siblings. */
  idsIn(path: string): readonly string[];
}

export const NO_SITES: Sites = { of: () => undefined, idsIn: () => [] };

export async function cleanAll(request: CleanRequest, observer: Observer): Promise<CleanPass> {
  const { tasks, job, stage } = request;
  const crew = openCrew(job, tasks.length, stage === undefined ? {} : { stage }, observer);
  try {
    const same = await findSame(crew, tasks);
    const sites = await consultSites(crew, request, same);
    const { fresh, entries } = takeOver(request, same, sites);
    await cleanFresh(crew, request, fresh, sites, entries);
    return { entries, siteOf: sites.of };
  } finally {
    await crew.pool.close();
  }
}

/** Threads, or this one alone, that work on files. */
export interface Crew {
  readonly pool: Pool;
  readonly jobs: number;
  readonly observer: Observer;
}

export function openCrew(
  job: Job,
  files: number,
  setup: Pick<Setup, 'stage' | 'wantsFindings'>,
  observer: Observer,
): Crew {
  const jobs = jobsFor(job, files);
  const { timeoutPerFile, signal } = job;
  return { pool: openPool({ setup: { ...setup, shape: shapeOf(job) }, jobs, timeoutPerFile, signal }), jobs, observer };
}

export function jobsFor(job: Job, files: number): number {
  return chooseJobs(job.jobs, files, availableParallelism());
}

export function shapeOf({ reading, cleaning, writing }: Job): Shape {
  return { reading, cleaning, writing };
}

async function findSame(crew: Crew, tasks: readonly FileTask[]): Promise<ReadonlySet<string>> {
  const known = tasks.filter((task) => task.known !== undefined);
  const same = new Set<string>();
  await work(crew, 'check', known, (batch, result) => {
    batch.forEach(({ path }, at) => {
      if (result.same[at] === true) same.add(path);
    });
  });
  return same;
}

/** Where every page is as it was, so is what they say of each other. */
async function consultSites(
  crew: Crew,
  { tasks, job, before }: CleanRequest,
  same: ReadonlySet<string>,
): Promise<Sites> {
  if (!job.siteEvidence || !mayHaveSiblings(tasks)) return NO_SITES;
  const holders = tasks.filter(({ path }) => same.has(path) && holdsDocuments(before.rowsOf(path)));
  if (same.size === tasks.length && holders.length === before.inputs) return { ...NO_SITES, of: before.siteOf };
  return sitesOf(await learnPages(crew, tasks));
}

/** The lines of a document that pages of one site may share. */
export interface Learnt extends Page {
  readonly id: string;
  readonly path: string;
}

export async function learnPages(crew: Crew, tasks: readonly FileTask[]): Promise<readonly Learnt[]> {
  const pages: Learnt[] = [];
  await work(crew, 'learn', tasks, (batch, { pages: learnt, numbers }) => {
    for (const { file, record, at, length } of learnt) {
      const { path } = batch[file] as FileTask;
      pages.push({ id: docId(path, record), path, lines: numbers.subarray(at, at + length) });
    }
  });
  return pages;
}

/** A file by itself has none, unless it holds many documents. */
export function mayHaveSiblings(tasks: readonly FileTask[]): boolean {
  const [only] = tasks;
  return tasks.length > 1 || (only !== undefined && holdsMany(only.path));
}

export function sitesOf(pages: readonly Learnt[]): Sites {
  const evidence = evidenceOf(pages);
  const sites = new Map<string, SiteEvidence>();
  const ids = new Map<string, string[]>();
  pages.forEach(({ id, path }, at) => {
    const own = evidence[at];
    if (own === undefined) return;
    sites.set(id, own);
    const known = ids.get(path);
    if (known === undefined) ids.set(path, [id]);
    else known.push(id);
  });
  return { of: (id) => sites.get(id), idsIn: (path) => ids.get(path) ?? [] };
}

/** Files whose results still stand, and those that must be cleaned. */
function takeOver(
  { tasks, before }: CleanRequest,
  same: ReadonlySet<string>,
  sites: Sites,
): { readonly fresh: readonly FileTask[]; readonly entries: Entry[] } {
  const entries: Entry[] = [];
  const fresh: FileTask[] = [];
  for (const task of tasks) {
    const rows = same.has(task.path) ? before.rowsOf(task.path) : [];
    const isAsBefore = holdsDocuments(rows) && rows.every((row) => row.site === digestSite(sites.of(row.path)));
    if (isAsBefore) for (const row of rows) entries.push(reusedEntry(task, row, sites.of(row.path)));
    else fresh.push(task);
  }
  return { fresh, entries };
}

export async function cleanFresh(
  crew: Crew,
  { job, spool }: Pick<CleanRequest, 'job' | 'spool'>,
  fresh: readonly FileTask[],
  sites: Sites,
  entries: Entry[],
): Promise<void> {
  const tasks = fresh.map((task) => ({ ...task, contexts: contextsFor(task, sites) }));
  await work(crew, 'clean', tasks, (batch, result) => {
    const own = entriesOf(batch, result, spool, sites.of);
    if (job.failFast) stopAtFailure(own);
    for (const entry of own) entries.push(entry);
  });
}

function contextsFor({ path, contexts }: FileTask, sites: Sites): ReadonlyMap<string, DocumentContext> {
  const all = new Map(contexts);
  for (const id of sites.idsIn(path)) {
    const site = sites.of(id);
    if (site !== undefined) all.set(id, { ...(all.get(id) ?? NO_CONTEXT), site });
  }
  return all;
}

/** Work whose tasks are files that may have been done before. */
type FileWork = 'check' | 'learn' | 'clean';

/** Has all files worked on in batches; results come in their order. */
async function work<Kind extends FileWork>(
  { pool, jobs, observer }: Crew,
  kind: Kind,
  tasks: readonly Tasks[Kind][],
  onResult: (batch: readonly Tasks[Kind][], result: Results[Kind]) => void,
): Promise<void> {
  if (tasks.length === 0) return;
  let done = 0;
  observer({ phase: kind, done, total: tasks.length });
  await pool.run<Kind>(kind, batchesOf(tasks, jobs), (batch, result) => {
    onResult(batch, result);
    done += batch.length;
    observer({ phase: kind, done, total: tasks.length });
  });
}

/** Small runs are cut finer, so that every thread gets some of it. */
function* batchesOf<Task>(tasks: readonly Task[], jobs: number): Generator<readonly Task[]> {
  const size = Math.max(1, Math.min(LIMITS.batchFiles.value, Math.ceil(tasks.length / (jobs * jobs))));
  for (let at = 0; at < tasks.length; at += size) yield tasks.slice(at, at + size);
}

function stopAtFailure(entries: readonly Entry[]): void {
  const failed = entries.find((entry) => entry.state === 'failed');
  if (failed !== undefined) throw new InputError(failed.code ?? 'failed', `${failed.id}: ${failed.reason ?? ''}`);
}
