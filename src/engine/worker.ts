/** A thread: batches in, results out. A count in shared memory tells the pool which file it is at. */
import { parentPort, workerData } from 'node:worker_threads';
import { CleanArchiveError } from '../core/errors.ts';
import type { Setup } from './batch.ts';
import { BEAT_COUNT, BEAT_FILE, type WorkerData, type WorkerReply, type WorkerRequest } from './pool.ts';
import { transferable, Workshop } from './workshop.ts';

const { setup, beats } = workerData as WorkerData;
serve(setup, new Int32Array(beats));

function serve(own: Setup, beat: Int32Array): void {
  const workshop = new Workshop(own);
  const port = parentPort;
  if (port === null) return;
  port.on('message', ({ work, tasks }: WorkerRequest) => {
    const tick = (file: number): void => {
      Atomics.store(beat, BEAT_FILE, file);
      Atomics.add(beat, BEAT_COUNT, 1);
    };
    workshop.do(work, tasks, tick).then(
      (result) => port.postMessage({ result } satisfies WorkerReply, transferable(result)),
      (error: unknown) => port.postMessage({ error: described(error) } satisfies WorkerReply),
    );
  });
}

/** Errors lose their class on the way between threads. */
function described(error: unknown): { readonly name: string; readonly code: string; readonly message: string } {
  if (error instanceof CleanArchiveError) return { name: error.name, code: error.code, message: error.message };
  return {
    name: 'Error',
    code: 'fault',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
