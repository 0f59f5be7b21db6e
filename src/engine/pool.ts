/**
 * Threads that clean batches. A thread that dies or stands still over one file is ended; the files of its batch are then
 * tried one by one in a fresh thread, and the one that fails again is listed.
 */
import { Worker } from 'node:worker_threads';
import { CleanArchiveError, InputError, OutputError, UsageError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import type { Setup } from './batch.ts';
import { type Death, type Results, type Tasks, WORKS, type Work, Workshop } from './workshop.ts';

export interface WorkerData {
  readonly setup: Setup;
  readonly beats: SharedArrayBuffer;
}

export interface WorkerRequest {
  readonly work: Work;
  readonly tasks: readonly Tasks[Work][];
}

export type WorkerReply =
  | { readonly result: Results[Work] }
  | { readonly error: { readonly name: string; readonly code: string; readonly message: string } };

/** Slots of the shared memory: the file of the batch it is at, and a count that moves with every document. */
export const BEAT_FILE = 0;
export const BEAT_COUNT = 1;
const BEAT_SLOTS = 2;
const SLOT_BYTES = 4;
/** How often a thread is looked at, as a share of the time a file may take. */
const LOOKS_PER_LIMIT = 10;
const SHORTEST_LOOK = 20;

export interface Pool {
  /** Results come in the order of the batches. */
  run<Kind extends Work>(
    work: Kind,
    batches: Iterable<readonly Tasks[Kind][]>,
    onResult: (tasks: readonly Tasks[Kind][], result: Results[Kind]) => void,
  ): Promise<void>;
  close(): Promise<void>;
}

export interface PoolRequest {
  readonly setup: Omit<Setup, 'prefix'>;
  readonly jobs: number;
  readonly timeoutPerFile: number;
  readonly signal: AbortSignal | undefined;
  /** MiB for young objects, where a thread needs fewer than usual. */
  readonly youngHeap?: number;
}

export class AbortedError extends CleanArchiveError {}

export function aborted(): AbortedError {
  return new AbortedError('aborted', 'stopped; nothing was changed, the same command starts again');
}

export function openPool(request: PoolRequest): Pool {
  return request.jobs <= 1 ? inlinePool(request) : threadPool(request);
}

/** The reference: the same work on this thread. */
function inlinePool({ setup, signal }: PoolRequest): Pool {
  const workshop = new Workshop({ ...setup, prefix: 'a' });
  return {
    async run(work, batches, onResult) {
      for (const tasks of batches) {
        if (signal?.aborted === true) throw aborted();
        onResult(tasks, await workshop.do(work, tasks, () => {}));
        await breathe();
      }
    },
    async close() {},
  };
}

/** Lets signals and timers in between batches. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function threadPool(request: PoolRequest): Pool {
  const seats = Array.from({ length: request.jobs }, (_, at) => new Seat(request, at));
  return {
    async run(work, batches, onResult) {
      const ordered = inOrder(onResult);
      const queue = batches[Symbol.iterator]();
      let place = 0;
      const serve = async (seat: Seat): Promise<void> => {
        for (let next = queue.next(); next.done !== true; next = queue.next()) {
          if (request.signal?.aborted === true) throw aborted();
          const at = place++;
          ordered(at, next.value, await seat.do(work, next.value));
        }
      };
      const outcomes = await Promise.allSettled(seats.map(serve));
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
    async close() {
      await Promise.all(seats.map((seat) => seat.close()));
    },
  };
}

function inOrder<Task, Result>(
  onResult: (tasks: readonly Task[], result: Result) => void,
): (at: number, tasks: readonly Task[], result: Result) => void {
  const waiting = new Map<number, { readonly tasks: readonly Task[]; readonly result: Result }>();
  let next = 0;
  return (at, tasks, result) => {
    waiting.set(at, { tasks, result });
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next++);
      onResult(ready.tasks, ready.result);
    }
  };
}

type Ending<Result> = { readonly result: Result } | Pick<Death, 'died'>;

/** One thread, made again when it ends before its time. */
class Seat {
  readonly #request: PoolRequest;
  readonly #name: string;
  #generation = 0;
  #worker: Worker | undefined;
  #waiting: Waiting | undefined;
  #beat: Int32Array = new Int32Array(BEAT_SLOTS);

  constructor(request: PoolRequest, at: number) {
    this.#request = request;
    this.#name =
      String.fromCharCode('a'.charCodeAt(0) + (at % LETTERS)) + (at >= LETTERS ? `${Math.floor(at / LETTERS)}-` : '');
  }

  async do<Kind extends Work>(work: Kind, tasks: readonly Tasks[Kind][]): Promise<Results[Kind]> {
    const ending = await this.#attempt(work, tasks);
    if ('result' in ending) return ending.result;
    const { refused, joined } = WORKS[work];
    const results: Results[Kind][] = [];
    for (const task of tasks) {
      const alone = await this.#attempt(work, [task]);
      results.push('result' in alone ? alone.result : refused({ ...alone, limit: this.#request.timeoutPerFile }));
    }
    return joined(results);
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #attempt<Kind extends Work>(work: Kind, tasks: readonly Tasks[Kind][]): Promise<Ending<Results[Kind]>> {
    const worker = this.#worker ?? this.#start();
    return new Promise((resolve, reject) => {
      const end = (died: Death['died']): void => {
        this.#worker = undefined;
        this.#settle(() => void worker.terminate().then(() => resolve({ died })));
      };
      const watch = watchBeat(this.#beat, this.#request.timeoutPerFile, () => end('timeout'));
      this.#waiting = {
        watch,
        reply: (reply) =>
          this.#settle(() =>
            'result' in reply ? resolve({ result: reply.result as Results[Kind] }) : reject(revived(reply.error)),
          ),
        died: () => end('crashed'),
      };
      worker.postMessage({ work, tasks } satisfies WorkerRequest);
    });
  }

  #settle(settle: () => void): void {
    clearInterval(this.#waiting?.watch);
    this.#waiting = undefined;
    settle();
  }

  /** Listeners stay for the thread's life: a worker whose listeners were all taken away gets no more messages. */
  #start(): Worker {
    const beats = new SharedArrayBuffer(BEAT_SLOTS * SLOT_BYTES);
    this.#beat = new Int32Array(beats);
    const { youngHeap } = this.#request;
    const setup: Setup = { ...this.#request.setup, prefix: `${this.#name}${this.#generation++}-` };
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: { setup, beats } satisfies WorkerData,
      resourceLimits: {
        maxOldGenerationSizeMb: LIMITS.threadHeap.value,
        ...(youngHeap === undefined ? {} : { maxYoungGenerationSizeMb: youngHeap }),
      },
    });
    const isOurs = (): boolean => this.#worker === worker;
    worker.on('message', (reply: WorkerReply) => isOurs() && this.#waiting?.reply(reply));
    const died = (): void => {
      if (!isOurs()) return;
      if (this.#waiting === undefined) this.#worker = undefined;
      else this.#waiting.died();
    };
    worker.on('error', died);
    worker.on('exit', died);
    this.#worker = worker;
    return worker;
  }
}

interface Waiting {
  readonly watch: NodeJS.Timeout;
  reply(reply: WorkerReply): void;
  died(): void;
}

const LETTERS = 26;

/** Calls `stop` when the count has not moved for the whole limit. */
function watchBeat(beat: Int32Array, limit: number, stop: () => void): NodeJS.Timeout {
  const pause = Math.max(SHORTEST_LOOK, Math.floor(limit / LOOKS_PER_LIMIT));
  let seen = -1;
  let still = 0;
  const watch = setInterval(() => {
    const count = Atomics.load(beat, BEAT_COUNT);
    still = count === seen ? still + pause : 0;
    seen = count;
    if (count > 0 && still >= limit) stop();
  }, pause);
  return watch;
}

function revived(error: { readonly name: string; readonly code: string; readonly message: string }): Error {
  if (error.name === OutputError.name) return new OutputError(error.code, error.message);
  if (error.name === UsageError.name) return new UsageError(error.code, error.message);
  if (error.name === InputError.name) return new InputError(error.code, error.message);
  return new Error(error.message);
}

/** How many threads a run is worth; who asks for threads gets them. */
export function chooseJobs(asked: number, files: number, cores: number): number {
  if (asked === 0) return files < LIMITS.inlineFiles.value ? 1 : cores;
  return Math.max(1, Math.min(asked, files));
}
