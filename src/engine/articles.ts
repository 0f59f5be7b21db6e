/**
 * Articles made again after their text was let go: for verifying copies and for late writing. A file is cleaned again; the
 * records of a container are read again once, all of them, into the spool.
 */
import { InputError } from '../core/errors.ts';
import type { CleanArticle } from '../core/types.ts';
import { type ComparedText, comparedText } from '../dedup/compared.ts';
import { jsonLine, removedText } from '../report/records.ts';
import type { Wording } from './batch.ts';
import type { ContextOf } from './context.ts';
import { chooseFormat, cleanFile, cleanRaw, isEntry, requireFile, type Shape } from './documents.ts';
import { type Entry, textIn } from './entries.ts';
import { runningSha256, sha256 } from './hashes.ts';
import { FileReader } from './open.ts';
import type { Slice, Spool } from './spool.ts';
import { isContainer, recordsIn } from './task.ts';

/** The input is not what it was when it was cleaned. */
export class ChangedInput extends InputError {
  readonly path: string;

  constructor(path: string) {
    super('changed', 'it changed while it was read');
    this.path = path;
  }
}

export interface Remade {
  /** For records of containers without findings and verdicts. */
  readonly article: CleanArticle;
  /** The document's rows of `removed.jsonl`. */
  removed(): string;
}

interface Spooled {
  readonly article: CleanArticle;
  readonly removed: string;
}

/** A record is wanted whose container was not read again yet: `prepare` first. */
export class UnreadContainer extends Error {}

export class Articles {
  readonly #shape: Shape;
  readonly #contextOf: ContextOf;
  readonly #spool: Spool;
  readonly #reader: FileReader = new FileReader();
  readonly #records: Map<string, Slice> = new Map();
  readonly #containers: Set<string> = new Set();

  constructor(shape: Shape, contextOf: ContextOf, spool: Spool) {
    this.#shape = shape;
    this.#contextOf = contextOf;
    this.#spool = spool;
  }

  /** The words of an article, for comparing. */
  textOf(entry: Entry): ComparedText {
    const { title, body } =
      entry.body === undefined ? this.#wordingOf(entry) : (JSON.parse(textIn(entry.body)) as Wording);
    return comparedText(title, body);
  }

  #wordingOf(entry: Entry): Wording {
    const { meta, body } = this.remake(entry).article;
    return { title: meta.title ?? '', body };
  }

  /** Throws `ChangedInput`, and `UnreadContainer` for records before `prepare`. */
  remake(entry: Entry): Remade {
    if (entry.record !== undefined) return this.#spooled(entry);
    let bytes: Uint8Array;
    try {
      bytes = this.#reader.read(entry.absolute, this.#shape.reading.maxFileBytes);
    } catch {
      throw new ChangedInput(entry.path);
    }
    if (sha256(bytes) !== entry.sha256) throw new ChangedInput(entry.path);
    const format = requireFile(chooseFormat(bytes, entry.path, this.#shape.reading), entry.path);
    const { doc, article } = cleanFile(format, bytes, entry.path, this.#shape, this.#contextOf(entry.id));
    return { article, removed: () => removedText(doc, article) };
  }

  /** Reads the containers of these entries, so that their records can be had. */
  async prepare(entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) {
      if (entry.record === undefined || this.#containers.has(entry.path)) continue;
      this.#containers.add(entry.path);
      await this.#spoolContainer(entry);
    }
  }

  async #spoolContainer(entry: Entry): Promise<void> {
    const { reading, cleaning } = this.#shape;
    const hash = runningSha256();
    if (!isContainer(entry, reading)) throw new ChangedInput(entry.path);
    for await (const record of recordsIn(entry, reading, (chunk) => hash.update(chunk))) {
      if (!isEntry(record)) continue;
      const { id } = record.document;
      const { doc, article } = cleanRaw(record.document, cleaning, this.#contextOf(id));
      const spooled: Spooled = {
        article: { ...article, findings: [], verdicts: [] },
        removed: removedText(doc, article),
      };
      const bytes = Buffer.from(jsonLine(spooled), 'utf8');
      this.#records.set(id, { ...this.#spool.add(bytes), length: bytes.length });
    }
    if (hash.digest() !== entry.sha256) throw new ChangedInput(entry.path);
  }

  #spooled(entry: Entry): Remade {
    const slice = this.#records.get(entry.id);
    if (slice === undefined)
      throw this.#containers.has(entry.path) ? new ChangedInput(entry.path) : new UnreadContainer();
    const { article, removed } = JSON.parse(textIn(slice)) as Spooled;
    return { article, removed: () => removed };
  }
}
