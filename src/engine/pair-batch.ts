/** Reads pairs of documents again and says what they are to each other. */
import { InputError } from '../core/errors.ts';
import { AnswerColumns, type Answers } from '../dedup/answers.ts';
import type { ComparedText } from '../dedup/compared.ts';
import { TextShelf } from '../dedup/shelf.ts';
import { textIn } from '../dedup/uncleaned.ts';
import { judgeTexts } from '../dedup/verifier.ts';
import { compareTexts } from '../dedup/verify.ts';
import { PartReader } from './parts.ts';
import type { Reading } from './request.ts';

/** Pairs of documents and where they lie. */
export interface PairTask {
  readonly kind: 'compare' | 'judge';
  /** Files, by their places here. */
  readonly files: readonly { readonly path: string; readonly absolute: string }[];
  /** Numbers of the documents in the archive, ascending, and for each its file, line, and place in the file. */
  readonly documents: Uint32Array;
  readonly file: Uint32Array;
  readonly record: Uint32Array;
  readonly offset: Float64Array;
  readonly length: Uint32Array;
  /** Places in `documents`. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly mates: Uint8Array;
  /** Hashes of lines that do not count; memory that threads share. */
  readonly furniture: Uint32Array;
  /** Changes with the furniture, so that a thread knows whether its texts are still good. */
  readonly run: number;
  readonly wantsSpans: boolean;
}

export interface PairResult {
  readonly answers: readonly Answers[];
}

export class BatchComparer {
  readonly #reader: PartReader;
  #shelf: TextShelf | undefined;
  #run = -1;
  #task: PairTask | undefined;

  constructor(reading: Reading) {
    this.#reader = new PartReader(reading);
  }

  async compare(tasks: readonly PairTask[], tick: (task: number) => void): Promise<PairResult> {
    return { answers: tasks.map((task, at) => this.#answer(task, () => tick(at))) };
  }

  #answer(task: PairTask, tick: () => void): Answers {
    const shelf = this.#shelfFor(task);
    this.#task = task;
    const { documents, low, high, mates, kind, wantsSpans } = task;
    const answers = new AnswerColumns(low.length);
    for (let at = 0; at < low.length; at++) {
      tick();
      const one = shelf.text(documents[low[at] as number] as number);
      const other = shelf.text(documents[high[at] as number] as number);
      if (kind === 'compare') answers.addComparison(compareTexts(one, other, mates[at] as number, wantsSpans));
      else answers.addJudgement(judgeTexts(one, other, wantsSpans));
    }
    this.#reader.close();
    return answers.all;
  }

  #shelfFor({ furniture, run }: PairTask): TextShelf {
    if (this.#shelf === undefined || this.#run !== run) {
      this.#shelf = new TextShelf((document) => this.#read(document), furniture);
      this.#run = run;
    }
    return this.#shelf;
  }

  #read(document: number): ComparedText {
    const { documents, files, file, record, offset, length } = this.#task as PairTask;
    const place = placeIn(documents, document);
    const { path, absolute } = files[file[place] as number] as PairTask['files'][number];
    const address = {
      path,
      absolute,
      record: record[place] as number,
      offset: offset[place] as number,
      length: length[place] as number,
    };
    try {
      return textIn(this.#reader.readAt(address));
    } catch (error) {
      if (error instanceof InputError) throw new InputError(error.code, `${path}: ${error.message}`, error);
      throw error;
    }
  }
}

function placeIn(sorted: Uint32Array, number: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
