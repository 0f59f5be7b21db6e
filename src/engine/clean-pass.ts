/** Pass 2 over the files of a run: batches to the pool, entries back in the order of the files. */
import { availableParallelism } from 'node:os';
import { InputError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import type { FileTask } from './batch.ts';
import type { Shape } from './documents.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { ManifestRow } from './manifest.ts';
import { chooseJobs, openPool } from './pool.ts';
import type { Job, Observer } from './request.ts';
import type { Spool } from './spool.ts';

export interface CleanRequest {
  readonly tasks: readonly FileTask[];
  readonly job: Job;
  readonly stage: string | undefined;
  readonly spool: Spool;
  readonly rowsOf: (path: string) => readonly ManifestRow[];
}

export async function cleanAll(
  { tasks, job, stage, spool, rowsOf }: CleanRequest,
  observer: Observer,
): Promise<readonly Entry[]> {
  const jobs = chooseJobs(job.jobs, tasks.length, availableParallelism());
  const setup = { shape: shapeOf(job), ...(stage === undefined ? {} : { stage }) };
  const pool = openPool({ setup, jobs, timeoutPerFile: job.timeoutPerFile, signal: job.signal });
  const entries: Entry[] = [];
  let done = 0;
  const phase = tasks.length > 0 && tasks.every(({ known }) => known !== undefined) ? 'check' : 'clean';
  observer({ phase, done, total: tasks.length });
  try {
    await pool.run(batchesOf(tasks, jobs), (batch, result) => {
      const own = entriesOf(batch, result, spool, rowsOf);
      if (job.failFast) stopAtFailure(own);
      for (const entry of own) entries.push(entry);
      done += batch.length;
      observer({ phase, done, total: tasks.length });
    });
  } finally {
    await pool.close();
  }
  return entries;
}

export function shapeOf({ reading, cleaning, writing }: Job): Shape {
  return { reading, cleaning, writing };
}

/** Small runs are cut finer, so that every thread gets some of it. */
function* batchesOf(tasks: readonly FileTask[], jobs: number): Generator<readonly FileTask[]> {
  const size = Math.max(1, Math.min(LIMITS.batchFiles.value, Math.ceil(tasks.length / (jobs * jobs))));
  for (let at = 0; at < tasks.length; at += size) yield tasks.slice(at, at + size);
}

function stopAtFailure(entries: readonly Entry[]): void {
  const failed = entries.find((entry) => entry.state === 'failed');
  if (failed !== undefined) throw new InputError(failed.code ?? 'failed', `${failed.id}: ${failed.reason ?? ''}`);
}
