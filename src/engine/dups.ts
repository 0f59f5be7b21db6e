/** Copies among documents as they are: nothing is judged, nothing is written. List, sign, compare. */
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { type CleanArchiveError, InputError, UsageError } from '../core/errors.ts';
import { docId } from '../core/ids.ts';
import { LIMITS } from '../core/limits.ts';
import { DuplicateRecords } from '../dedup/duplicate-records.ts';
import { PrintTable } from '../dedup/print-table.ts';
import { compareArchive } from '../pipeline/compare.ts';
import { articlesIn } from './against.ts';
import { collectBetweenPhases } from './collect.ts';
import { ENDINGS } from './documents.ts';
import { DocumentsFound } from './documents-found.ts';
import type { Failure, FoundFile, Listed } from './found.ts';
import { statIfThere } from './kind.ts';
import { threadVerifier } from './pair-verifier.ts';
import type { FilePart } from './parts.ts';
import { chooseJobs, openPool, type Pool } from './pool.ts';
import { type Against, DEFAULT_INPUTS, type Inputs, type Job, type Observer, type Reading } from './request.ts';
import { ScratchStash } from './scratch.ts';
import { isContainer } from './task.ts';
import { findFiles } from './walk.ts';

export interface DupsRequest
  extends Pick<
    Job,
    'inputs' | 'reading' | 'cleaning' | 'writing' | 'comparing' | 'jobs' | 'timeoutPerFile' | 'signal'
  > {
  /** Line ranges of the passages that copies share: they cost memory in large archives. */
  readonly wantsSpans: boolean;
  /** Bytes of tables kept in memory; more lie in a file. */
  readonly memory: number;
  /** Larger files of a record a line are cut into parts of about this size. */
  readonly partBytes?: number;
}

export interface DupsReport {
  /** Absolute path of the inputs' common parent. */
  readonly root: string;
  readonly files: number;
  readonly documents: number;
  readonly bytes: number;
  readonly failed: readonly Failure[];
  readonly skipped: readonly Listed[];
  readonly notices: readonly string[];
  readonly records: DuplicateRecords;
}

const PART_BYTES = 2 << 20;
/** Small files of a batch. */
const BATCH_FILES = 64;

export async function findDuplicates(request: DupsRequest, observer: Observer = () => {}): Promise<DupsReport> {
  const { inputs, comparing, wantsSpans } = request;
  observer({ phase: 'list', done: 0, total: 0 });
  const asked = findFiles(inputs, ENDINGS);
  const references = referenceFiles(request, asked.root);
  const isReference = new Set(references.map(({ absolute }) => absolute));
  const inputFiles = asked.files.filter(({ absolute }) => !isReference.has(absolute));
  const found = { ...asked, files: [...inputFiles, ...references] };
  if (asked.files.length === 0 && asked.failed.length === 0) throw nothingThere(inputs);
  observer({ phase: 'list', done: found.files.length, total: found.files.length });
  const stamps = found.files.map(stampOf);
  const batches = batchesOf(found.files, stamps, request);
  const jobs = chooseJobs(request.jobs, jobsWorth(batches), availableParallelism());
  const { reading, cleaning, writing, timeoutPerFile, signal } = request;
  const youngHeap = LIMITS.comparingYoung.value;
  const setup = { shape: { reading, cleaning, writing } };
  const pool = openPool({ setup, jobs, timeoutPerFile, signal, youngHeap });
  const stash = new ScratchStash(request.memory);
  try {
    const documents = new DocumentsFound(found.files);
    const prints = new PrintTable(stash.put);
    if (references.length > 0) prints.setReferences((at) => documents.fileOf(at) >= inputFiles.length);
    const unread = await signAll(pool, batches, { documents, prints, observer });
    const [failed, skipped] = [unread.filter(isFailure), unread.filter((one) => !isFailure(one))];
    collectBetweenPhases(documents.count);
    const makeVerifier = threadVerifier({
      pool,
      documents,
      wantsSpans,
      onProgress: (done, total) => observer({ phase: 'compare', done, total, unit: 'pairs' }),
    });
    const rows = await compareArchive(prints, makeVerifier, { survivor: comparing.survivor });
    await pool.close();
    collectBetweenPhases(documents.count);
    const records = new DuplicateRecords(rows, documents.count, (at) => documents.idOf(at));
    refuseChanged(found.files, stamps);
    return {
      root: found.root,
      files: asked.files.length,
      documents: documents.count,
      bytes: documents.bytes,
      failed: [...found.failed, ...failed],
      skipped: [...found.skipped, ...skipped.map(({ path, message }) => ({ path, reason: message }))],
      notices: found.notices,
      records,
    };
  } finally {
    stash.close();
    await pool.close();
  }
}

/** What holds no text is no trouble. */
const NO_TEXT: ReadonlySet<string> = new Set(['empty', 'binary']);

function isFailure({ code }: Failure): boolean {
  return !NO_TEXT.has(code);
}

/** Their paths lead out of the common parent, so that no two documents have one name. */
function referenceFiles({ inputs, comparing }: DupsRequest, root: string): readonly FoundFile[] {
  const { cwd } = inputs;
  const articles = comparing.against === undefined ? [] : articlesIn(comparing.against);
  const against = articles.map((output) => join((comparing.against as Against).absolute, output));
  const { reference } = comparing;
  const other =
    reference === undefined ? [] : findFiles({ ...DEFAULT_INPUTS, cwd, paths: [reference.absolute] }, ENDINGS).files;
  return [...against, ...other.map(({ absolute }) => absolute)].map((absolute) => ({
    path: relative(root, absolute),
    absolute,
    named: true,
  }));
}

function nothingThere({ paths }: Inputs): CleanArchiveError {
  return new UsageError('no-input', `${paths.join(', ') || '.'}: no file there can be read as text`);
}

/** A part of a file and the place of that file. */
interface Part extends FilePart {
  readonly file: number;
  readonly bytes: number;
}

/** Threads are worth their start where there is something for each of them. */
function jobsWorth(batches: readonly (readonly Part[])[]): number {
  const parts = batches.reduce((sum, batch) => sum + batch.length, 0);
  return batches.length > 1 ? Math.max(parts, batches.length * LIMITS.inlineFiles.value) : parts;
}

/** What tells whether a file changed under our hands. */
interface Stamp {
  readonly bytes: number;
  readonly age: string;
}

function stampOf({ absolute }: FoundFile): Stamp {
  try {
    const { size = 0, mtimeMs = 0, ino = 0 } = statIfThere(absolute) ?? {};
    return { bytes: size, age: `${mtimeMs} ${ino}` };
  } catch {
    return { bytes: 0, age: '' };
  }
}

function batchesOf(
  files: readonly FoundFile[],
  stamps: readonly Stamp[],
  { reading, partBytes = PART_BYTES }: DupsRequest,
): readonly (readonly Part[])[] {
  const batches: Part[][] = [];
  let open: Part[] = [];
  files.forEach((found, file) => {
    const { path, absolute } = found;
    const { bytes } = stamps[file] as Stamp;
    if (bytes > partBytes && holdsRecords(found, reading)) {
      if (open.length > 0) batches.push(open);
      open = [];
      for (let from = 0; from < bytes; from += partBytes) {
        const to = Math.min(bytes, from + partBytes);
        batches.push([{ file, path, absolute, bytes: to - from, part: { from, to } }]);
      }
      return;
    }
    open.push({ file, path, absolute, bytes });
    if (open.length === BATCH_FILES) {
      batches.push(open);
      open = [];
    }
  });
  return open.length > 0 ? [...batches, open] : batches;
}

/** A file that cannot be read is told of where it is read. */
function holdsRecords(file: FoundFile, reading: Reading): boolean {
  try {
    return isContainer(file, reading);
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

interface Signing {
  readonly documents: DocumentsFound;
  readonly prints: PrintTable;
  readonly observer: Observer;
}

async function signAll(
  pool: Pool,
  batches: readonly (readonly Part[])[],
  { documents, prints, observer }: Signing,
): Promise<readonly Failure[]> {
  const failed: Failure[] = [];
  const total = batches.reduce((sum, batch) => sum + batch.reduce((part, { bytes }) => part + bytes, 0), 0);
  let done = 0;
  /** Lines of the file at hand that earlier parts held. */
  let lines = { file: -1, count: 0 };
  await pool.run('sign', batches, (tasks, { parts }) => {
    for (const { firstTask, signed } of parts) {
      const before = new Uint32Array(signed.lines.length);
      signed.lines.forEach((count, task) => {
        const { file } = tasks[firstTask + task] as Part;
        if (lines.file !== file) lines = { file, count: 0 };
        before[task] = lines.count;
        lines.count += count;
      });
      const fileOf = (task: number): number => (tasks[firstTask + task] as Part).file;
      documents.add(signed, fileOf, (task) => before[task] as number);
      prints.add(signed.prints);
      for (const { task, record, code, message } of signed.failures) {
        const { path } = tasks[firstTask + task] as Part;
        failed.push({
          path: docId(path, record === 0 ? undefined : record + (before[task] as number)),
          code,
          message,
        });
      }
    }
    for (const task of tasks) done += (task as Part).bytes;
    observer({ phase: 'sign', done, total, unit: 'bytes' });
  });
  return failed;
}

/** Texts are read twice; who changes between is not what was signed. */
function refuseChanged(files: readonly FoundFile[], stamps: readonly Stamp[]): void {
  const changed = files.find((file, at) => {
    const [now, then] = [stampOf(file), stamps[at] as Stamp];
    return now.bytes !== then.bytes || now.age !== then.age;
  });
  if (changed !== undefined)
    throw new InputError('changed', `${changed.path}: it changed while it was read; run again when it is still`);
}
