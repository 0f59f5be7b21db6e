/** The kinds of work that threads do on batches of files, and what comes of a batch whose thread failed. */
import { batchOf } from '../dedup/print-batch.ts';
import { BatchCleaner, type BatchResult, type Setup } from './batch.ts';
import { BatchChecker, type CheckResult } from './check-batch.ts';
import { BatchLearner, type LearnResult } from './learn-batch.ts';
import { BatchComparer, type PairResult, type PairTask } from './pair-batch.ts';
import type { FilePart } from './parts.ts';
import { BatchSigner, type SignResult } from './sign-batch.ts';
import type { FileTask } from './task.ts';

export interface Results {
  readonly check: CheckResult;
  readonly learn: LearnResult;
  readonly clean: BatchResult;
  readonly sign: SignResults;
  readonly compare: PairResult;
}
export type Work = keyof Results;

/** What a batch of each kind of work is made of. */
export interface Tasks {
  readonly check: FileTask;
  readonly learn: FileTask;
  readonly clean: FileTask;
  readonly sign: FilePart;
  readonly compare: PairTask;
}

/** One result for each run of tasks that was signed together. */
export interface SignResults {
  readonly parts: readonly { readonly firstTask: number; readonly signed: SignResult }[];
}

/** How a thread ended over a file, and after how many milliseconds it was given up. */
export interface Death {
  readonly died: 'crashed' | 'timeout';
  readonly limit: number;
}

/** What a thread holds. Makers are made when they are first needed and kept between batches: they keep their buffers. */
export class Workshop {
  readonly #setup: Setup;
  #cleaner: BatchCleaner | undefined;
  #learner: BatchLearner | undefined;
  #checker: BatchChecker | undefined;
  #signer: BatchSigner | undefined;
  #comparer: BatchComparer | undefined;

  constructor(setup: Setup) {
    this.#setup = setup;
  }

  /** `tick` is called before each document. */
  async do<Kind extends Work>(
    work: Kind,
    tasks: readonly Tasks[Kind][],
    tick: (task: number) => void,
  ): Promise<Results[Kind]>;
  async do(work: Work, tasks: readonly Tasks[Work][], tick: (task: number) => void): Promise<Results[Work]> {
    const { reading } = this.#setup.shape;
    if (work === 'compare') {
      this.#comparer ??= new BatchComparer(reading);
      return this.#comparer.compare(tasks as readonly PairTask[], tick);
    }
    if (work === 'sign') {
      this.#signer ??= new BatchSigner(reading);
      return { parts: [{ firstTask: 0, signed: await this.#signer.sign(tasks as readonly FilePart[], tick) }] };
    }
    const files = tasks as readonly FileTask[];
    if (work === 'check') {
      this.#checker ??= new BatchChecker(reading);
      return this.#checker.check(files, tick);
    }
    if (work === 'learn') {
      this.#learner ??= new BatchLearner(reading);
      return this.#learner.learn(files, tick);
    }
    this.#cleaner ??= new BatchCleaner(this.#setup);
    return this.#cleaner.clean(files, tick);
  }
}

/** Memory that may move to another thread with the result instead of being copied. */
export function transferable(result: Results[Work]): readonly ArrayBuffer[] {
  const arrays: ArrayBufferView[] = [
    ...('records' in result ? [result.records] : []),
    ...('numbers' in result ? [result.numbers] : []),
    ...('parts' in result ? result.parts.flatMap(({ signed }) => columnsIn(signed)) : []),
    ...('answers' in result ? result.answers.flatMap(columnsIn) : []),
  ];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}

/** The typed arrays of a record and of the records in it. */
function columnsIn(record: object): readonly ArrayBufferView[] {
  return Object.values(record).flatMap((value: unknown) => {
    if (ArrayBuffer.isView(value)) return [value];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? columnsIn(value) : [];
  });
}

type PerWork = { readonly [Kind in Work]: WorkTraits<Results[Kind]> };

interface WorkTraits<Result> {
  /** The result of a batch of one file that ended its thread, twice. */
  refused(death: Death): Result;
  /** Results of single files as the result of their batch. */
  joined(results: readonly Result[]): Result;
}

export const WORKS: PerWork = {
  check: { refused: () => ({ same: [false] }), joined: (results) => ({ same: results.flatMap(({ same }) => same) }) },
  learn: { refused: () => ({ pages: [], numbers: new Uint32Array(0) }), joined: joinLearnt },
  clean: { refused: refuseFile, joined: joinCleaned },
  sign: { refused: refusePart, joined: joinSigned },
  // A pair that ends its thread twice leaves its answers out: who asked sees that they are missing.
  compare: {
    refused: () => ({ answers: [] }),
    joined: (results) => ({ answers: results.flatMap(({ answers }) => answers) }),
  },
};

function refusePart({ died, limit }: Death): SignResults {
  const { code, reason } = whyRefused({ died, limit }, 'reading');
  const none = new Uint32Array(0);
  const signed: SignResult = {
    prints: batchOf([]),
    task: none,
    record: none,
    offset: new Float64Array(0),
    length: none,
    lines: new Uint32Array(1),
    failures: [{ task: 0, record: 0, code, message: reason }],
  };
  return { parts: [{ firstTask: 0, signed }] };
}

function joinSigned(results: readonly SignResults[]): SignResults {
  return {
    parts: results.flatMap(({ parts }, task) =>
      parts.map(({ firstTask, signed }) => ({ firstTask: firstTask + task, signed })),
    ),
  };
}

function whyRefused({ died, limit }: Death, doing: string): { readonly code: string; readonly reason: string } {
  if (died === 'timeout') return { code: 'timeout', reason: `it took more than ${limit / 1000} s` };
  return { code: 'crashed', reason: `${doing} it ended the thread, twice` };
}

function refuseFile(death: Death): BatchResult {
  const { code, reason } = whyRefused(death, 'cleaning');
  return {
    documents: [{ file: 0, state: 'failed', code, reason, words: 0, wordsBefore: 0, bytes: 0 }],
    hashes: [undefined],
    records: new Uint8Array(0),
    numbers: new Uint32Array(0),
  };
}

function joinCleaned(results: readonly BatchResult[]): BatchResult {
  const documents: BatchResult['documents'][number][] = [];
  let bytes = 0;
  let length = 0;
  results.forEach((result, file) => {
    for (const document of result.documents) {
      const { extent, print } = document;
      documents.push({
        ...document,
        file,
        ...(extent === undefined ? {} : { extent: { ...extent, at: extent.at + bytes } }),
        ...(print === undefined ? {} : { print: { ...print, at: print.at + length } }),
      });
    }
    bytes += result.records.length;
    length += result.numbers.length;
  });
  const records = Buffer.concat(results.map((result) => result.records));
  return { documents, hashes: results.map((result) => result.hashes[0]), records, numbers: joinNumbers(results) };
}

function joinLearnt(results: readonly LearnResult[]): LearnResult {
  let length = 0;
  const pages = results.flatMap((result, file) => {
    const own = result.pages.map((page) => ({ ...page, file, at: page.at + length }));
    length += result.numbers.length;
    return own;
  });
  return { pages, numbers: joinNumbers(results) };
}

function joinNumbers(results: readonly { readonly numbers: Uint32Array }[]): Uint32Array {
  const joined = new Uint32Array(results.reduce((sum, { numbers }) => sum + numbers.length, 0));
  let at = 0;
  for (const { numbers } of results) {
    joined.set(numbers, at);
    at += numbers.length;
  }
  return joined;
}
