/** The kinds of work that threads do on batches of files, and what comes of a batch whose thread failed. */
import { BatchCleaner, type BatchResult, type Setup } from './batch.ts';
import { BatchChecker, type CheckResult } from './check-batch.ts';
import { BatchLearner, type LearnResult } from './learn-batch.ts';
import type { FileTask } from './task.ts';

export interface Results {
  readonly check: CheckResult;
  readonly learn: LearnResult;
  readonly clean: BatchResult;
}
export type Work = keyof Results;

/** How a thread ended over a file, and after how many milliseconds it was given up. */
export interface Death {
  readonly died: 'crashed' | 'timeout';
  readonly limit: number;
}

/** What a thread holds. Makers are kept between batches: they keep their buffers. */
export class Workshop {
  readonly #cleaner: BatchCleaner;
  readonly #learner: BatchLearner;
  readonly #checker: BatchChecker;

  constructor(setup: Setup) {
    const { reading } = setup.shape;
    this.#cleaner = new BatchCleaner(setup);
    this.#learner = new BatchLearner(reading);
    this.#checker = new BatchChecker(reading);
  }

  /** `tick` is called before each document. */
  async do<Kind extends Work>(
    work: Kind,
    tasks: readonly FileTask[],
    tick: (file: number) => void,
  ): Promise<Results[Kind]>;
  async do(work: Work, tasks: readonly FileTask[], tick: (file: number) => void): Promise<Results[Work]> {
    if (work === 'check') return this.#checker.check(tasks, tick);
    if (work === 'learn') return this.#learner.learn(tasks, tick);
    return this.#cleaner.clean(tasks, tick);
  }
}

/** Memory that may move to another thread with the result instead of being copied. */
export function transferable(result: Results[Work]): readonly ArrayBuffer[] {
  const arrays = [...('records' in result ? [result.records] : []), ...('numbers' in result ? [result.numbers] : [])];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
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
};

function refuseFile({ died, limit }: Death): BatchResult {
  const reason = died === 'timeout' ? `it took more than ${limit / 1000} s` : 'cleaning it ended the thread, twice';
  const code = died === 'timeout' ? 'timeout' : 'crashed';
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
