/** The library door: nothing else of the package can be imported. Importing it reads no arguments and touches no file. */
import { InputError } from './core/errors.ts';
import { docId } from './core/ids.ts';
import type { CleanArticle, Level, Metadata, RawDocument } from './core/types.ts';
import { lineModel } from './engine/line-model.ts';
import { readHtmlText, readText } from './formats/index.ts';
import { cleanDocument, DEFAULT_CLEANING, type Extra } from './pipeline/clean.ts';
import { renderMarkdown, renderText } from './report/article.ts';
import { type LineRow, lineRows } from './report/line-rows.ts';
import { type RemovedRow, removedRows } from './report/records.ts';
import { makeDocument } from './text/document.ts';

export { RULES } from './chrome/rules/index.ts';
export type { Example, Rule } from './core/contracts.ts';
export { BusyError, CleanArchiveError, InputError, OutputError, UsageError } from './core/errors.ts';
export type * from './core/types.ts';
export type { Extra } from './pipeline/clean.ts';
export type { LineRow } from './report/line-rows.ts';
export type { RemovedRow } from './report/records.ts';

export interface CleanOptions {
  /** How much article text may be lost at most. Default `standard`. */
  readonly level?: Level;
  /** What is kept although it is not the article. */
  readonly keep?: readonly Extra[];
  /** Trimmed texts of lines that must stay. */
  readonly restored?: readonly string[];
  /** Name of the document in the result and in `source_file`. Default `text` or `page`. */
  readonly id?: string;
}

export interface Cleaned {
  /** The body. The title is in `meta`. */
  readonly text: string;
  /** With front matter. */
  readonly markdown: string;
  readonly meta: Metadata;
  readonly words: number;
  readonly wordsBefore: number;
  /** Every line of the document: what became of it, by which rule and why. Numbers count from one. */
  readonly lines: readonly LineRow[];
  /** Runs of lines that left the article or moved into its metadata. */
  readonly removed: readonly RemovedRow[];
  /** All of the above and the findings, in the product's own nouns. */
  readonly article: CleanArticle;
}

/** Cleans flattened text. A function of its arguments. */
export function cleanText(raw: string, options: CleanOptions = {}): Cleaned {
  const id = options.id ?? 'text';
  return cleanRead(readText(raw, { path: id }), id, options);
}

/** Cleans a page of HTML. A function of its arguments. */
export function cleanHtml(raw: string, options: CleanOptions = {}): Cleaned {
  const id = options.id ?? 'page';
  return cleanRead(readHtmlText(raw, { path: id }), id, options);
}

function cleanRead(read: RawDocument, id: string, options: CleanOptions): Cleaned {
  const doc = makeDocument({ ...read, id: docId(id) });
  const article = cleanDocument(doc, {
    ...DEFAULT_CLEANING,
    level: options.level ?? DEFAULT_CLEANING.level,
    keep: new Set(options.keep ?? []),
    restored: options.restored ?? [],
    model: lineModel(),
  });
  return {
    text: renderText(article, { title: false }),
    markdown: renderMarkdown(article, { frontMatter: true, sourceFile: id }),
    meta: article.meta,
    words: article.words,
    wordsBefore: article.wordsBefore,
    lines: lineRows(doc, article),
    removed: removedRows(doc, article),
    article,
  };
}

/** A document to clean: its name, and its text or its HTML. */
export type ArchiveInput =
  | { readonly id: string; readonly text: string }
  | { readonly id: string; readonly html: string };

export interface ArchiveOptions extends Omit<CleanOptions, 'id'> {
  readonly signal?: AbortSignal;
}

export interface CleanedInput extends Cleaned {
  readonly id: string;
}

/**
 * Cleans documents as they come, in their order, one at a time: nothing is read ahead of what the caller takes.
 * Throws the reason of the signal when it is aborted, also while the source keeps it waiting.
 */
export async function* cleanArchive(
  source: AsyncIterable<ArchiveInput> | Iterable<ArchiveInput>,
  options: ArchiveOptions = {},
): AsyncGenerator<CleanedInput, void, undefined> {
  const { signal, ...cleaning } = options;
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let isDone = false;
  try {
    for (;;) {
      const next = await unlessAborted(() => iterator.next(), signal);
      isDone = next.done === true;
      if (next.done === true) return;
      yield cleanInput(next.value, cleaning);
    }
  } finally {
    if (!isDone) closeQuietly(iterator);
  }
}

function cleanInput(input: ArchiveInput, options: Omit<CleanOptions, 'id'>): CleanedInput {
  const { id } = input;
  if ('html' in input && typeof input.html === 'string') return { id, ...cleanHtml(input.html, { ...options, id }) };
  if ('text' in input && typeof input.text === 'string') return { id, ...cleanText(input.text, { ...options, id }) };
  throw new InputError('no-text', `${id}: neither text nor html is there`);
}

function unlessAborted<Value>(start: () => Value | Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return Promise.resolve(start());
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    Promise.resolve(start())
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Lets the source release what it holds; it may be waiting itself, so nobody waits for it. */
function closeQuietly(iterator: AsyncIterator<ArchiveInput> | Iterator<ArchiveInput>): void {
  Promise.resolve(iterator.return?.()).catch(() => undefined);
}
