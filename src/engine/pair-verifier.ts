/** Has pairs verified by threads, which read the texts where they lie. */
import type { Answers } from '../dedup/answers.ts';
import { comparisonsIn, judgementsIn } from '../dedup/answers.ts';
import { type OrderedPairs, orderByTies, type Pairs } from '../dedup/pairs.ts';
import type { Judgement, MakeVerifier, Questions } from '../dedup/verifier.ts';
import { collectBetweenPhases } from './collect.ts';
import type { DocumentsFound } from './documents-found.ts';
import type { PairTask } from './pair-batch.ts';
import type { Pool } from './pool.ts';

/** Pairs of one batch: enough to make crossing cheap, few enough that threads end together. */
const BATCH = 1000;
/** More than so many are a phase of the run. */
const MANY_PAIRS = 10_000;
const BYTES = 4;

export interface VerifierRequest {
  readonly pool: Pool;
  readonly documents: DocumentsFound;
  readonly wantsSpans: boolean;
  /** Told after each batch how many pairs are done, of how many. */
  onProgress(done: number, total: number): void;
}

export function threadVerifier({ pool, documents, wantsSpans, onProgress }: VerifierRequest): MakeVerifier {
  let run = 0;
  return (furniture) => {
    run += 1;
    const shared = sharedCopy(furniture);
    const ask = async (
      kind: PairTask['kind'],
      pairs: Pairs,
      mates: Uint8Array,
      take: (places: Uint32Array, answers: Answers) => void,
    ): Promise<void> => {
      let done = 0;
      if (pairs.low.length > MANY_PAIRS) collectBetweenPhases(documents.count);
      const ordered = orderByTies(pairs);
      const matesOf = Uint8Array.from(ordered.place, (at) => mates[at] as number);
      const batches = tasksOf({ kind, furniture: shared, run, wantsSpans }, ordered, matesOf, documents);
      await pool.run('compare', batches, (tasks, { answers }) => {
        if (answers.length < tasks.length) throw new Error('comparing two documents ended its thread, twice');
        tasks.forEach(({ low }, at) => {
          take(ordered.place.subarray(done, done + low.length), answers[at] as Answers);
          done += low.length;
        });
        onProgress(done, pairs.low.length);
      });
      if (pairs.low.length > MANY_PAIRS) collectBetweenPhases(documents.count);
    };
    return {
      async compare(questions: Questions, take) {
        await ask('compare', questions, questions.mates, (places, answers) => {
          comparisonsIn(answers).forEach((answer, at) => {
            take(places[at] as number, answer);
          });
        });
      },
      async judge(pairs: Pairs) {
        const all: Judgement[] = new Array(pairs.low.length);
        await ask('judge', pairs, new Uint8Array(pairs.low.length), (places, answers) => {
          judgementsIn(answers).forEach((answer, at) => {
            all[places[at] as number] = answer;
          });
        });
        return all;
      },
    };
  };
}

function sharedCopy(numbers: Uint32Array): Uint32Array {
  const shared = new Uint32Array(new SharedArrayBuffer(numbers.length * BYTES));
  shared.set(numbers);
  return shared;
}

function* tasksOf(
  head: Pick<PairTask, 'kind' | 'furniture' | 'run' | 'wantsSpans'>,
  { low, high, tie }: OrderedPairs,
  mates: Uint8Array,
  found: DocumentsFound,
): Generator<readonly PairTask[]> {
  for (let from = 0, to = 0; from < low.length; from = to) {
    to = endOfBatch(tie, from);
    const [ones, others] = [low.slice(from, to), high.slice(from, to)];
    const documents = distinct(ones, others);
    const place = new Map(Array.from(documents, (document, at) => [document, at] as const));
    yield [
      {
        ...head,
        documents,
        ...found.columnsOf(documents),
        low: ones.map((one) => place.get(one) as number),
        high: others.map((other) => place.get(other) as number),
        mates: mates.slice(from, to),
      },
    ];
  }
}

/** Pairs that are tied stay together, so that no two threads read their texts, unless there are very many. */
function endOfBatch(tie: Uint32Array, from: number): number {
  const most = from + BATCH;
  if (most >= tie.length) return tie.length;
  let end = most;
  while (end > from + BATCH / 2 && tie[end] === tie[end - 1]) end--;
  return tie[end] === tie[end - 1] ? most : end;
}

function distinct(ones: Uint32Array, others: Uint32Array): Uint32Array {
  return Uint32Array.from(new Set([...ones, ...others])).sort();
}
