/** Cleans a batch of files, on whatever thread it is called: articles go to stage files, records to one run of bytes. */
import { packRecord } from '../core/codec.ts';
import type { BadRecord, Entry } from '../core/contracts.ts';
import { CleanArchiveError, InputError } from '../core/errors.ts';
import { docId } from '../core/ids.ts';
import type { BodyLine, CleanArticle, Document } from '../core/types.ts';
import { fingerprintArticle } from '../dedup/fingerprint.ts';
import { type DocumentFinding, documentFindings } from '../report/document-findings.ts';
import { type Facts, factsOf, jsonLine, removedText } from '../report/records.ts';
import { type DocumentContext, NO_CONTEXT } from './context.ts';
import { createFile } from './disk.ts';
import {
  type Cleaned,
  chooseFormat,
  cleanFile,
  cleanRaw,
  emptyReason,
  isEntry,
  recordNumber,
  renderArticle,
  type Shape,
} from './documents.ts';
import { runningSha256, sha256 } from './hashes.ts';
import { FileReader } from './open.ts';
import { type FileTask, readUnlessContainer, recordsIn } from './task.ts';

export interface Setup {
  readonly shape: Shape;
  /** Folder for articles; none in a dry run. */
  readonly stage?: string;
  /** `check` wants findings; articles and removed lines are not made then. */
  readonly wantsFindings?: boolean;
  /** Begins the names of stage files, so that threads never meet. */
  readonly prefix: string;
}

/** Text of one document's records: where it begins in the batch's bytes, and how long its parts are. */
export interface Extent {
  readonly at: number;
  readonly head: number;
  readonly removed: number;
  readonly body: number;
  readonly findings: number;
}

/** What comparing needs of an article. Kept for records of containers: a container cannot be read again from the middle. */
export interface Wording {
  readonly title: string;
  readonly body: readonly BodyLine[];
}

/** What the head of a document's records holds. */
export interface Head {
  readonly facts: Facts;
  readonly output_sha256?: string;
  readonly output_bytes?: number;
}

export interface DocResult {
  /** Index of the file in its batch. */
  readonly file: number;
  readonly record?: number;
  readonly member?: string;
  readonly state: 'article' | 'empty' | 'skipped' | 'failed';
  readonly code?: string;
  readonly reason?: string;
  readonly words: number;
  readonly wordsBefore: number;
  readonly bytes: number;
  readonly staged?: string;
  readonly extent?: Extent;
  readonly print?: PrintPart;
}

/** A fingerprint without its numbers, which stand in the batch's array from `at`. */
export interface PrintPart {
  readonly head: Readonly<Record<string, unknown>>;
  readonly arrays: readonly (readonly [string, number])[];
  readonly at: number;
  readonly length: number;
}

export interface BatchResult {
  readonly documents: readonly DocResult[];
  /** Hash of each file that could be read, by index. */
  readonly hashes: readonly (string | undefined)[];
  readonly records: Uint8Array;
  readonly numbers: Uint32Array;
}

const RECORDS_AT_FIRST = 256 * 1024;
const NO_BYTES = { words: 0, wordsBefore: 0, bytes: 0 };

/** Cleans batch after batch; keeps buffers between them. */
export class BatchCleaner {
  readonly #setup: Setup;
  readonly #reader: FileReader = new FileReader();
  #encoded: Buffer = Buffer.allocUnsafeSlow(RECORDS_AT_FIRST);
  #records: Buffer = Buffer.allocUnsafeSlow(RECORDS_AT_FIRST);
  #length = 0;
  #staged = 0;
  #documents: DocResult[] = [];
  #numbers: Uint32Array[] = [];
  #numbersLength = 0;

  constructor(setup: Setup) {
    this.#setup = setup;
  }

  /** `tick` is called before each document. */
  async clean(tasks: readonly FileTask[], tick: (file: number) => void): Promise<BatchResult> {
    this.#length = 0;
    this.#documents = [];
    this.#numbers = [];
    this.#numbersLength = 0;
    const hashes: (string | undefined)[] = [];
    for (const [file, task] of tasks.entries()) {
      tick(file);
      try {
        hashes.push(await this.#cleanTask(file, task, () => tick(file)));
      } catch (error) {
        this.#documents = this.#documents.filter((document) => document.file !== file);
        this.#documents.push(failureOf(file, error));
        hashes.push(undefined);
      }
    }
    return {
      documents: this.#documents,
      hashes,
      records: Uint8Array.prototype.slice.call(this.#records, 0, this.#length),
      numbers: this.#joinNumbers(),
    };
  }

  /** The file's hash. */
  async #cleanTask(file: number, task: FileTask, tick: () => void): Promise<string> {
    const { shape } = this.#setup;
    const bytes = readUnlessContainer(this.#reader, task, shape.reading);
    if (bytes === undefined) return this.#cleanContainer(file, task, tick);
    const format = bytes.length === 0 ? undefined : chooseFormat(bytes, task.path, shape.reading);
    if (format?.shape === 'container') return this.#cleanContainer(file, task, tick);
    const hash = sha256(bytes);
    if (format === undefined) {
      const reason = bytes.length === 0 ? 'empty file' : 'neither text nor HTML nor Markdown';
      this.#documents.push({ file, state: 'skipped', reason, ...NO_BYTES, bytes: bytes.length });
      return hash;
    }
    this.#keep(file, cleanFile(format, bytes, task.path, shape, contextIn(task, task.path)), {});
    return hash;
  }

  async #cleanContainer(file: number, task: FileTask, tick: () => void): Promise<string> {
    const hash = runningSha256();
    const before = this.#documents.length;
    for await (const record of recordsIn(task, this.#setup.shape.reading, (chunk) => hash.update(chunk))) {
      tick();
      this.#keepRecord(file, task, record);
    }
    if (this.#documents.length === before)
      this.#documents.push({ file, state: 'skipped', reason: 'it holds no records', ...NO_BYTES });
    return hash.digest();
  }

  #keepRecord(file: number, task: FileTask, record: Entry | BadRecord): void {
    const number = recordNumber(record);
    if (!isEntry(record)) {
      this.#documents.push({
        file,
        record: number,
        state: 'failed',
        code: record.code,
        reason: record.message,
        ...NO_BYTES,
      });
      return;
    }
    const { member } = record.document.source;
    const named = member === undefined ? { record: number } : { record: number, member };
    try {
      this.#keep(
        file,
        cleanRaw(record.document, this.#setup.shape.cleaning, contextIn(task, docId(task.path, number))),
        named,
      );
    } catch (error) {
      this.#documents.push({ ...failureOf(file, error), ...named });
    }
  }

  #keep(file: number, { doc, article }: Cleaned, named: { readonly record?: number; readonly member?: string }): void {
    const { stage, shape, prefix, wantsFindings } = this.#setup;
    const isEmpty = article.body.length === 0;
    const staged = isEmpty || stage === undefined ? undefined : `${prefix}${this.#staged++}`;
    const isChecked = wantsFindings === true;
    const head: Head = {
      facts: factsOf(doc, article),
      ...(isEmpty || isChecked ? {} : this.#write(staged, renderArticle(article, shape.writing))),
    };
    const at = this.#length;
    const headBytes = this.#append(jsonLine(head));
    const removed = isChecked ? 0 : this.#append(removedText(doc, article));
    const isRead = named.record !== undefined && staged !== undefined;
    const body = isRead ? this.#append(jsonLine({ title: article.meta.title ?? '', body: article.body })) : 0;
    const findings = isChecked ? this.#append(JSON.stringify(hashedFindings(doc, article))) : 0;
    this.#documents.push({
      file,
      ...named,
      state: isEmpty ? 'empty' : 'article',
      ...(isEmpty ? { reason: emptyReason(doc) } : {}),
      words: article.words,
      wordsBefore: article.wordsBefore,
      bytes: doc.source.bytes,
      ...(staged === undefined ? {} : { staged }),
      extent: { at, head: headBytes, removed, body, findings },
      ...(isEmpty ? {} : { print: this.#packPrint({ doc, article }) }),
    });
  }

  #write(staged: string | undefined, text: string): { readonly output_sha256: string; readonly output_bytes: number } {
    const worst = text.length * 3;
    if (this.#encoded.length < worst) this.#encoded = Buffer.allocUnsafeSlow(worst);
    const bytes = this.#encoded.subarray(0, this.#encoded.write(text, 'utf8'));
    if (staged !== undefined) createFile(`${this.#setup.stage}/${staged}`, bytes);
    return { output_sha256: sha256(bytes), output_bytes: bytes.length };
  }

  #append(text: string): number {
    const worst = this.#length + text.length * 3;
    if (this.#records.length < worst) {
      const larger = Buffer.allocUnsafeSlow(worst * 2);
      this.#records.copy(larger, 0, 0, this.#length);
      this.#records = larger;
    }
    const written = this.#records.write(text, this.#length, 'utf8');
    this.#length += written;
    return written;
  }

  #packPrint({ doc, article }: Cleaned): PrintPart {
    const { head, arrays, numbers } = packRecord(fingerprintArticle(doc, article));
    const at = this.#numbersLength;
    this.#numbers.push(numbers);
    this.#numbersLength += numbers.length;
    return { head, arrays, at, length: numbers.length };
  }

  #joinNumbers(): Uint32Array {
    const all = new Uint32Array(this.#numbersLength);
    let at = 0;
    for (const part of this.#numbers) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

/** A finding of one document, with the hash of what it is about in place of the text. */
export type HashedFinding = Omit<DocumentFinding, 'about'> & { readonly hash: string };

function hashedFindings(doc: Document, article: CleanArticle): readonly HashedFinding[] {
  return documentFindings(doc, article).map(({ about, ...finding }) => ({ ...finding, hash: sha256(about) }));
}

function contextIn({ contexts }: FileTask, id: string): DocumentContext {
  return contexts?.get(id) ?? NO_CONTEXT;
}

function failureOf(file: number, error: unknown): DocResult {
  if (error instanceof InputError)
    return { file, state: 'failed', code: error.code, reason: error.message, ...NO_BYTES };
  if (error instanceof CleanArchiveError) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  return { file, state: 'failed', code: 'fault', reason: `a fault of ours, please report it: ${reason}`, ...NO_BYTES };
}
