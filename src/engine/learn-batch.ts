/** Reads a batch of files for the lines that pages of one site share; nothing is judged yet. */
import { InputError } from '../core/errors.ts';
import { pageOf } from '../sites/page.ts';
import { scanText } from '../text/scan.ts';
import { chooseFormat, intakeOf, isEntry, recordNumber } from './documents.ts';
import { FileReader } from './open.ts';
import type { Reading } from './request.ts';
import { type FileTask, readUnlessContainer, recordsIn } from './task.ts';

/** One document's lines, in the batch's numbers from `at`. */
export interface LearntPage {
  readonly file: number;
  readonly record?: number;
  readonly at: number;
  readonly length: number;
}

/** Documents without lines to share, and files that cannot be read, are left out: cleaning tells of them. */
export interface LearnResult {
  readonly pages: readonly LearntPage[];
  readonly numbers: Uint32Array;
}

const NUMBERS_AT_FIRST = 1 << 16;

export class BatchLearner {
  readonly #reading: Reading;
  readonly #reader: FileReader = new FileReader();
  #numbers: Uint32Array = new Uint32Array(NUMBERS_AT_FIRST);
  #filled = 0;
  #pages: LearntPage[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  async learn(tasks: readonly FileTask[], tick: (file: number) => void): Promise<LearnResult> {
    this.#filled = 0;
    this.#pages = [];
    for (const [file, task] of tasks.entries()) {
      tick(file);
      try {
        await this.#learnTask(file, task, () => tick(file));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }
    return { pages: this.#pages, numbers: this.#numbers.slice(0, this.#filled) };
  }

  async #learnTask(file: number, task: FileTask, tick: () => void): Promise<void> {
    const bytes = readUnlessContainer(this.#reader, task, this.#reading);
    const isShort = bytes?.length === 0;
    const format = bytes === undefined || isShort ? undefined : chooseFormat(bytes, task.path, this.#reading);
    if (bytes !== undefined && format?.shape !== 'container') {
      if (format !== undefined) this.#add(file, undefined, format.read(bytes, intakeOf(task.path, this.#reading)).text);
      return;
    }
    for await (const record of recordsIn(task, this.#reading)) {
      tick();
      if (isEntry(record)) this.#add(file, recordNumber(record), record.document.text);
    }
  }

  /** A text of one line has nothing to share with other pages but what it says. */
  #add(file: number, record: number | undefined, text: string): void {
    if (!text.includes('\n') && !text.includes('\r')) return;
    const { lines } = pageOf(scanText(text));
    this.#pages.push({ file, ...(record === undefined ? {} : { record }), at: this.#filled, length: lines.length });
    if (this.#filled + lines.length > this.#numbers.length) {
      const larger = new Uint32Array((this.#filled + lines.length) * 2);
      larger.set(this.#numbers.subarray(0, this.#filled));
      this.#numbers = larger;
    }
    this.#numbers.set(lines, this.#filled);
    this.#filled += lines.length;
  }
}
