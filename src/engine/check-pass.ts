/** Pass 2 for `check`: what every document has to be told of, and its fingerprint; of files that did not change from the cache. */
import { docId } from '../core/ids.ts';
import type { PrintRow } from '../dedup/print-rows.ts';
import type { CheckCache } from './check-cache.ts';
import type { CachedDocument } from './check-segments.ts';
import type { Crew, Learnt, SiteOf, Sites } from './clean-pass.ts';
import { cleanFresh, jobsFor, learnPages, mayHaveSiblings, NO_SITES, openCrew, sitesOf } from './clean-pass.ts';
import { bytesIn, type Entry, optional } from './entries.ts';
import { digestSite } from './manifest.ts';
import type { Job, Observer } from './request.ts';
import { memorySource, type Spool } from './spool.ts';
import type { FileTask } from './task.ts';

export interface CheckTask extends FileTask {
  /** Hash of the file's bytes, where they may be remembered. */
  readonly content?: string;
}

export interface CheckPass {
  readonly entries: readonly Entry[];
  readonly siteOf: SiteOf;
}

export interface CheckPassRequest {
  readonly tasks: readonly CheckTask[];
  readonly job: Job;
  readonly spool: Spool;
  readonly cache: CheckCache | undefined;
}

type Remembered = CachedDocument<PrintRow>;

const SETUP = { wantsFindings: true } as const;
const NO_FINDINGS: Uint8Array = Buffer.from('[]', 'utf8');

export async function checkAll(request: CheckPassRequest, observer: Observer): Promise<CheckPass> {
  const { tasks, job, spool } = request;
  const known = rememberedIn(request);
  const unknown = tasks.filter(({ path }) => !known.has(path));
  let crew = openCrew(job, unknown.length, SETUP, observer);
  try {
    const pages = await pagesOf(crew, request, known, unknown);
    const sites = pages === undefined ? NO_SITES : sitesOf(pages);
    const isAsBefore = ({ path }: CheckTask): boolean => known.get(path)?.site === digestSite(sites.of(path));
    const stale = tasks.filter((task) => known.has(task.path) && !isAsBefore(task));
    const fresh = tasks.filter((task) => !known.has(task.path) || !isAsBefore(task));
    const entries = tasks.flatMap((task) => {
      const document = known.get(task.path);
      return document === undefined || !isAsBefore(task) ? [] : [rememberedEntry(task, document, sites)];
    });
    if (jobsFor(job, fresh.length) > crew.jobs) crew = await larger(crew, job, fresh.length, observer);
    await cleanFresh(crew, { job, spool }, fresh, sites, entries);
    remember(request, [...unknown, ...stale], entries, pages);
    return { entries, siteOf: sites.of };
  } finally {
    await crew.pool.close();
  }
}

async function larger(crew: Crew, job: Job, files: number, observer: Observer): Promise<Crew> {
  await crew.pool.close();
  return openCrew(job, files, SETUP, observer);
}

/** What was looked at alone has not told what it shares with other pages: among others it is looked at again. */
function rememberedIn(request: CheckPassRequest): ReadonlyMap<string, Remembered> {
  const { tasks, cache } = request;
  const known = new Map<string, Remembered>();
  for (const { path, content } of tasks) {
    const document = content === undefined ? undefined : cache?.get(path, content);
    if (document !== undefined && (document.isLearnt || !hearsSites(request))) known.set(path, document);
  }
  return known;
}

function hearsSites({ tasks, job }: CheckPassRequest): boolean {
  return job.siteEvidence && mayHaveSiblings(tasks);
}

/** Undefined where no page has siblings. */
async function pagesOf(
  crew: Crew,
  request: CheckPassRequest,
  known: ReadonlyMap<string, Remembered>,
  unknown: readonly CheckTask[],
): Promise<readonly Learnt[] | undefined> {
  if (!hearsSites(request)) return undefined;
  const remembered = [...known].flatMap(([path, { page }]) =>
    page === undefined ? [] : [{ id: docId(path), path, lines: page }],
  );
  return [...remembered, ...(await learnPages(crew, unknown))];
}

function rememberedEntry({ path, absolute }: CheckTask, document: Remembered, sites: Sites): Entry {
  const { findings, reason, print } = document;
  const site = sites.of(path);
  const entry: Draft = {
    id: docId(path),
    path,
    absolute,
    state: document.state,
    sha256: document.sha256,
    words: document.words,
    wordsBefore: document.wordsBefore,
    bytes: document.bytes,
    findings: { source: memorySource(findings), at: 0, length: findings.length },
  };
  if (reason !== undefined) entry.reason = reason;
  if (print !== undefined) entry.printRow = print;
  if (site !== undefined) entry.site = site;
  return entry;
}

/** Filled field by field: spreading costs more than all else here. */
type Draft = { -readonly [Key in keyof Entry]: Entry[Key] };

function remember(
  { cache }: CheckPassRequest,
  tasks: readonly CheckTask[],
  entries: readonly Entry[],
  pages: readonly Learnt[] | undefined,
): void {
  if (cache === undefined) return;
  const contents = new Map(tasks.flatMap(({ path, content }) => (content === undefined ? [] : [[path, content]])));
  const linesOf = new Map(pages?.map(({ id, lines }) => [id, lines]));
  for (const entry of entries) {
    const content = contents.get(entry.path);
    const { state, sha256, record } = entry;
    if (content === undefined || state === 'failed' || sha256 === undefined || record !== undefined) continue;
    cache.put(entry.path, content, {
      sha256,
      state,
      words: entry.words,
      wordsBefore: entry.wordsBefore,
      bytes: entry.bytes,
      isLearnt: pages !== undefined,
      findings: entry.findings === undefined ? NO_FINDINGS : bytesIn(entry.findings),
      ...optional('reason', entry.reason),
      ...optional('site', digestSite(entry.site)),
      ...optional('print', entry.print),
      ...optional('page', linesOf.get(entry.id)),
    });
  }
}
