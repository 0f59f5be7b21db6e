/** Signs documents as they are: nothing is judged, nothing written. What comes back is columns, not objects. */

import { InputError } from '../core/errors.ts';
import { Growing, growingNumbers } from '../core/growing.ts';
import type { PrintBatch } from '../dedup/print-batch.ts';
import { PrintWriter } from '../dedup/print-writer.ts';
import { lentTextIn } from '../dedup/uncleaned.ts';
import { type FilePart, PartReader } from './parts.ts';
import type { Reading } from './request.ts';

/** A document that could not be read, or a whole file: `record` is 0 for that. */
export interface SignFailure {
  readonly task: number;
  readonly record: number;
  readonly code: string;
  readonly message: string;
}

export interface SignResult {
  readonly prints: PrintBatch;
  /** For each document: its task in the batch, its line there (0 for a whole file), and where it lies in the file. */
  readonly task: Uint32Array;
  readonly record: Uint32Array;
  readonly offset: Float64Array;
  readonly length: Uint32Array;
  /** For each task the lines it read. */
  readonly lines: Uint32Array;
  readonly failures: readonly SignFailure[];
}

export class BatchSigner {
  readonly #reader: PartReader;
  readonly #writer: PrintWriter = new PrintWriter();

  constructor(reading: Reading) {
    this.#reader = new PartReader(reading);
  }

  async sign(tasks: readonly FilePart[], tick: (task: number) => void): Promise<SignResult> {
    const [task, record, length] = [growingNumbers(), growingNumbers(), growingNumbers()];
    const offset = new Growing((size) => new Float64Array(size));
    const lines = new Uint32Array(tasks.length);
    const failures: SignFailure[] = [];
    for (const [at, part] of tasks.entries()) {
      tick(at);
      try {
        const read = this.#reader.read(part, (document, address) => {
          tick(at);
          this.#writer.add(lentTextIn(document), document.hints?.date ?? '');
          task.push(at);
          record.push(address.record);
          offset.push(address.offset);
          length.push(address.length);
        });
        lines[at] = read.lines;
        for (const failure of read.failures) failures.push({ task: at, ...failure });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        failures.push({ task: at, record: 0, code: error.code, message: error.message });
      }
    }
    return {
      prints: this.#writer.take(),
      task: task.all.slice(),
      record: record.all.slice(),
      offset: offset.all.slice(),
      length: length.all.slice(),
      lines,
      failures,
    };
  }
}
