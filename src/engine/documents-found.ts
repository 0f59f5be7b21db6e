/** Where the documents of an archive lie, by their places in it: columns, as there may be millions. */
import { Growing, growingNumbers } from '../core/growing.ts';
import { docId } from '../core/ids.ts';
import type { DocId } from '../core/types.ts';
import type { FoundFile } from './found.ts';
import type { SignResult } from './sign-batch.ts';

export class DocumentsFound {
  readonly files: readonly FoundFile[];
  readonly #file: Growing<Uint32Array> = growingNumbers();
  readonly #record: Growing<Uint32Array> = growingNumbers();
  readonly #offset: Growing<Float64Array> = new Growing((size) => new Float64Array(size));
  readonly #length: Growing<Uint32Array> = growingNumbers();
  #bytes = 0;

  constructor(files: readonly FoundFile[]) {
    this.files = files;
  }

  get count(): number {
    return this.#file.length;
  }

  /** Of all documents together. */
  get bytes(): number {
    return this.#bytes;
  }

  /** `fileOf` gives the place of a task's file, `linesBefore` the lines of that file before the task's part. */
  add(signed: SignResult, fileOf: (task: number) => number, linesBefore: (task: number) => number): void {
    signed.task.forEach((task, at) => {
      const line = signed.record[at] as number;
      this.#file.push(fileOf(task));
      this.#record.push(line === 0 ? 0 : line + linesBefore(task));
      this.#bytes += signed.length[at] as number;
    });
    this.#offset.add(signed.offset);
    this.#length.add(signed.length);
  }

  /** Place of a document's file in `files`. */
  fileOf(at: number): number {
    return this.#file.at(at);
  }

  idOf(at: number): DocId {
    const record = this.#record.at(at);
    return docId((this.files[this.#file.at(at)] as FoundFile).path, record === 0 ? undefined : record);
  }

  /** The columns of these documents, in their order, their files by places in `files`. */
  columnsOf(documents: Uint32Array): {
    readonly files: readonly FoundFile[];
    readonly file: Uint32Array;
    readonly record: Uint32Array;
    readonly offset: Float64Array;
    readonly length: Uint32Array;
  } {
    const places = new Map<number, number>();
    const file = documents.map((at) => {
      const own = this.#file.at(at);
      const known = places.get(own);
      if (known !== undefined) return known;
      places.set(own, places.size);
      return places.size - 1;
    });
    return {
      files: Array.from(places.keys(), (own) => this.files[own] as FoundFile),
      file,
      record: documents.map((at) => this.#record.at(at)),
      offset: Float64Array.from(documents, (at) => this.#offset.at(at)),
      length: documents.map((at) => this.#length.at(at)),
    };
  }
}
