/** Tells of a batch of files which are as the last run left them: input and outputs, byte by byte. */

import { sha256 } from './hashes.ts';
import { FileReader } from './open.ts';
import type { Reading } from './request.ts';
import { type FileTask, hashContainer, readUnlessContainer } from './task.ts';

/** An entry per file of the batch. */
export interface CheckResult {
  readonly same: readonly boolean[];
}

export class BatchChecker {
  readonly #reading: Reading;
  readonly #reader: FileReader = new FileReader();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  async check(tasks: readonly FileTask[], tick: (file: number) => void): Promise<CheckResult> {
    const same: boolean[] = [];
    for (const [file, task] of tasks.entries()) {
      tick(file);
      same.push(task.known !== undefined && (await this.#isSame(task, task.known)));
    }
    return { same };
  }

  async #isSame(task: FileTask, known: NonNullable<FileTask['known']>): Promise<boolean> {
    let hash: string | undefined;
    try {
      const bytes = readUnlessContainer(this.#reader, task, this.#reading);
      hash = bytes === undefined ? await hashContainer(task, this.#reading) : sha256(bytes);
    } catch {
      // What cannot be read is what it was if it could not be read then.
    }
    return hash === known.sha256 && known.outputs.every((output) => this.#isWhole(output));
  }

  #isWhole(output: NonNullable<FileTask['known']>['outputs'][number]): boolean {
    try {
      const bytes = this.#reader.readIfThere(output.absolute);
      return bytes !== undefined && bytes.length === output.bytes && sha256(bytes) === output.sha256;
    } catch {
      return false;
    }
  }
}
