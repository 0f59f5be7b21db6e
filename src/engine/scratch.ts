/** Large columns beside the memory that was granted: a nameless file in the folder for temporary files. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError } from '../core/errors.ts';
import { Room } from '../core/room.ts';
import { IN_MEMORY, type Stash, type Stashed } from '../dedup/print-table.ts';
import { systemReason } from './found.ts';

const BYTES = 4;

/** Keeps numbers in memory as long as there is room for them. */
export class ScratchStash {
  readonly #room: number;
  readonly #lent: Room = new Room();
  #used = 0;
  #handle = -1;
  #length = 0;

  /** `room` in bytes. */
  constructor(room: number) {
    this.#room = room;
  }

  readonly put: Stash = (numbers) => {
    const bytes = numbers.length * BYTES;
    if (this.#used + bytes <= this.#room) {
      this.#used += bytes;
      return IN_MEMORY(numbers);
    }
    return this.#putInFile(numbers);
  };

  close(): void {
    if (this.#handle >= 0) closeSync(this.#handle);
    this.#handle = -1;
  }

  #putInFile(numbers: Uint32Array): Stashed {
    try {
      if (this.#handle < 0) this.#handle = openNameless();
      const start = this.#length;
      writeAll(this.#handle, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), start);
      this.#length += numbers.byteLength;
      return {
        read: (from, to) => this.#readBack(start + from * BYTES, new Uint32Array(to - from)),
        lend: (from, to) => this.#readBack(start + from * BYTES, this.#lent.of(to - from).subarray(0, to - from)),
      };
    } catch (error) {
      throw new OutputError(
        'scratch',
        `${tmpdir()}: ${systemReason(error)}; set TMPDIR to a folder with room, or give more --memory`,
      );
    }
  }

  #readBack(position: number, numbers: Uint32Array): Uint32Array {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    for (let filled = 0; filled < bytes.length; ) {
      const read = readSync(this.#handle, bytes, filled, bytes.length - filled, position + filled);
      if (read === 0) throw new OutputError('scratch', `${tmpdir()}: a temporary file was cut short`);
      filled += read;
    }
    return numbers;
  }
}

function writeAll(handle: number, bytes: Uint8Array, position: number): void {
  for (let written = 0; written < bytes.length; )
    written += writeSync(handle, bytes, written, bytes.length - written, position + written);
}

/** Its name is taken away at once, so that nothing is left behind however the run ends. */
function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'clean-archive-'));
  try {
    return openSync(join(folder, 'columns'), 'wx+', 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
