/** Documents in, text out: for pipes. Order is that of the inputs; nothing is written but what the caller's sink takes. */
import { InputError, UsageError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import type { CleanArticle, Outcome } from '../core/types.ts';
import { exactOf } from '../dedup/fingerprint.ts';
import type { OutcomeCounts } from '../report/run-report.ts';
import { Articles } from './articles.ts';
import { cleanAll, NOTHING_BEFORE, shapeOf } from './clean-pass.ts';
import { compareEntries } from './compare-pass.ts';
import { contextFrom, NO_CONTEXT } from './context.ts';
import { NO_DECISIONS } from './decisions.ts';
import {
  type Cleaned,
  chooseFormat,
  cleanRaw,
  ENDINGS,
  emptyReason,
  intakeOf,
  isEntry,
  readRecords,
  recordNumber,
  requireFile,
} from './documents.ts';
import { type Entry, failedEntry, skippedEntry } from './entries.ts';
import type { Failure, Found, Listed } from './found.ts';
import { articleLine, OWN_FIELD, recordLine, renderStream } from './lines.ts';
import { compareNaming } from './names.ts';
import { readChunks, readStream } from './open.ts';
import { placed } from './policy.ts';
import { aborted } from './pool.ts';
import type { FilterRequest, Observer } from './request.ts';
import { type Result, resultsOf } from './results.ts';
import { Spool } from './spool.ts';
import { findFiles } from './walk.ts';

export interface FilterReport {
  readonly documents: number;
  readonly counts: OutcomeCounts;
  readonly failed: readonly Failure[];
  readonly skipped: readonly Listed[];
  readonly notices: readonly string[];
  readonly words: number;
  readonly wordsBefore: number;
}

/** Takes a chunk; the next one waits until it is taken. */
export type Sink = (chunk: string) => void | Promise<void>;

export async function filterDocuments(
  request: FilterRequest,
  write: Sink,
  observer: Observer = () => {},
): Promise<FilterReport> {
  const { stdin, inputs } = request;
  const tally = new Tally();
  const isStdin =
    stdin !== undefined && (inputs.paths.length === 0 || (inputs.paths.length === 1 && inputs.paths[0] === '-'));
  if (isStdin) {
    await filterStdin(placed(request, inputs.cwd), stdin, write, tally);
    return tally.report();
  }
  const found = findFiles(inputs, ENDINGS);
  if (found.files.length === 0 && found.failed.length === 0 && !request.allowEmpty)
    throw new UsageError('no-input', 'no file to clean');
  tally.notices.push(...found.notices);
  const job = placed(request, found.root);
  if (found.files.length === 1 && (await filterContainer(found, job, write, tally))) return tally.report();
  await filterFolder(found, job, write, tally, observer);
  return tally.report();
}

async function filterStdin(
  request: FilterRequest,
  stdin: AsyncIterable<Uint8Array>,
  write: Sink,
  tally: Tally,
): Promise<void> {
  const { reading } = request;
  const name = request.stdinPath ?? 'stdin';
  const { head, all } = await peek(stdin);
  const format = head.length === 0 ? undefined : chooseFormat(head, name, reading);
  if (format?.shape === 'container') {
    await filterRecords(readRecords(format, all, name, reading), request, write, tally);
    return;
  }
  const bytes = await readStream(all, reading.maxFileBytes, name);
  if (bytes.length === 0) throw new InputError('empty', `${name}: there is nothing to clean`);
  const raw = requireFile(format, name).read(bytes, intakeOf(name, reading));
  await emit(cleanRaw(raw, request.cleaning, NO_CONTEXT), undefined, request, write, tally);
}

/** The first bytes of a stream, and the stream with them. */
async function peek(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < LIMITS.sniffBytes.value) {
    const next = await iterator.next();
    if (next.done === true) break;
    parts.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(parts);
  async function* all(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { head, all: all() };
}

/** A single container is a stream of its own: its records come out one after the other, and only equal texts are known. */
async function filterContainer(found: Found, request: FilterRequest, write: Sink, tally: Tally): Promise<boolean> {
  const file = found.files[0];
  if (file === undefined || request.writing.to !== 'jsonl') return false;
  const chunks = readChunks(file.absolute, LIMITS.containerBytes.value);
  const { head, all } = await peek(chunks);
  const format = head.length === 0 ? undefined : chooseFormat(head, file.path, request.reading);
  if (format?.shape !== 'container') {
    await chunks.return(undefined);
    return false;
  }
  await filterRecords(readRecords(format, all, file.path, request.reading), request, write, tally);
  return true;
}

async function filterRecords(
  records: ReturnType<typeof readRecords>,
  request: FilterRequest,
  write: Sink,
  tally: Tally,
): Promise<void> {
  for await (const record of records) {
    stopIfAborted(request);
    if (isEntry(record))
      await emit(cleanRaw(record.document, request.cleaning, NO_CONTEXT), record.json, request, write, tally);
    else tally.fail({ path: String(recordNumber(record)), code: record.code, message: record.message }, request);
  }
}

/** The whole archive is cleaned and compared first; then the articles that stay are made again, one at a time. */
async function filterFolder(
  found: Found,
  request: FilterRequest,
  write: Sink,
  tally: Tally,
  observer: Observer,
): Promise<void> {
  const spool = new Spool(undefined);
  const tasks = found.files.map(({ path, absolute }) => ({ path, absolute }));
  const { entries: cleaned, siteOf } = await cleanAll(
    { tasks, job: request, stage: undefined, spool, before: NOTHING_BEFORE },
    observer,
  );
  const troubles = [
    ...found.failed.map((file) => failedEntry(file, file.code, file.message)),
    ...found.skipped.map(({ path, reason }) => skippedEntry(path, reason)),
  ];
  const entries = [...cleaned, ...troubles].sort(compareNaming);
  const articles = new Articles(shapeOf(request), contextFrom(NO_DECISIONS.restored, siteOf), spool);
  observer({ phase: 'compare', done: 0, total: entries.length });
  const compared = await compareEntries(entries, articles, request.comparing);
  await articles.prepare(compared.entries.filter((entry) => entry.state === 'article'));
  for (const result of resultsOf(compared, request.comparing, '', NO_DECISIONS.own)) {
    stopIfAborted(request);
    await emitResult(result, articles, request, write, tally);
  }
}

async function emitResult(
  { entry, outcome, annotated, copyOf }: Result,
  articles: Articles,
  request: FilterRequest,
  write: Sink,
  tally: Tally,
): Promise<void> {
  if (outcome.kind === 'failed') tally.fail({ path: entry.id, code: outcome.code, message: outcome.message }, request);
  else if (outcome.kind === 'skipped') tally.skip({ path: entry.id, reason: outcome.reason });
  else tally.count(outcome.kind, entry);
  if (outcome.kind !== 'written') return;
  try {
    const { article } = articles.remake(entry);
    await write(renderStream(article, request.writing, annotated ? copyOf?.kept : undefined, tally.isFirst()));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    tally.fail({ path: entry.id, code: error.code, message: error.message }, request);
  }
}

/** One document of a stream. A record always comes out, a copy of an earlier one marked; as text it is left out like any. */
async function emit(
  { article, doc }: Cleaned,
  record: string | undefined,
  request: FilterRequest,
  write: Sink,
  tally: Tally,
): Promise<void> {
  const { to } = request.writing;
  const { onDuplicate } = request.comparing;
  const isEmpty = article.body.length === 0;
  const of = isEmpty || onDuplicate === 'keep' ? undefined : tally.earlier(exactOf(doc, article), article.id);
  const isLeftOut = isEmpty || (of !== undefined && onDuplicate === 'skip');
  tally.count(isEmpty ? 'empty' : isLeftOut ? 'duplicate' : 'written', article);
  const mark = of === undefined ? {} : { duplicate_of: of };
  if (to === 'jsonl') await write(lineOf(article, isEmpty ? { empty: emptyReason(doc) } : mark, record, tally));
  else if (!isLeftOut) await write(renderStream(article, request.writing, of, tally.isFirst()));
}

function lineOf(
  article: CleanArticle,
  extra: Readonly<Record<string, string>>,
  record: string | undefined,
  tally: Tally,
): string {
  if (record === undefined) return articleLine(article, extra);
  const { json, moved } = recordLine(article, extra, record);
  if (moved !== undefined) tally.move(moved);
  return json;
}

function stopIfAborted({ signal }: FilterRequest): void {
  if (signal?.aborted === true) throw aborted();
}

function movedInWords([name, count]: readonly [string, number]): string {
  const records = count === 1 ? 'a record came' : `${count} records came`;
  return `${records} with a field ${OWN_FIELD}; it is kept as ${name}`;
}

/** Counts of a run of documents. */
class Tally {
  readonly counts: Record<Outcome['kind'], number> = { written: 0, duplicate: 0, empty: 0, skipped: 0, failed: 0 };
  readonly failed: Failure[] = [];
  readonly skipped: Listed[] = [];
  readonly notices: string[] = [];
  #words = 0;
  #wordsBefore = 0;
  #written = 0;
  readonly #moved: Map<string, number> = new Map();
  readonly #texts: Map<string, string> = new Map();

  count(kind: Outcome['kind'], { words, wordsBefore }: Pick<Entry, 'words' | 'wordsBefore'>): void {
    this.counts[kind] += 1;
    if (kind !== 'written' && kind !== 'empty') return;
    this.#words += words;
    this.#wordsBefore += wordsBefore;
  }

  fail(failure: Failure, { failFast }: FilterRequest): void {
    if (failFast) throw new InputError(failure.code, `${failure.path}: ${failure.message}`);
    this.counts.failed += 1;
    if (this.failed.length < LIMITS.failuresListed.value) this.failed.push(failure);
  }

  skip(listed: Listed): void {
    this.counts.skipped += 1;
    if (this.skipped.length < LIMITS.namesListed.value) this.skipped.push(listed);
  }

  /** The first document with this text, if it is not this one. */
  earlier(exact: string, id: string): string | undefined {
    const first = exact === '' ? undefined : this.#texts.get(exact);
    if (first === undefined && exact !== '' && this.#texts.size < LIMITS.streamTexts.value) this.#texts.set(exact, id);
    return first;
  }

  /** A record's own field gave way to ours. */
  move(name: string): void {
    this.#moved.set(name, (this.#moved.get(name) ?? 0) + 1);
  }

  /** True once. */
  isFirst(): boolean {
    return this.#written++ === 0;
  }

  report(): FilterReport {
    const documents = Object.values(this.counts).reduce((sum, count) => sum + count, 0);
    return {
      documents,
      counts: this.counts,
      failed: this.failed,
      skipped: this.skipped,
      notices: [...this.notices, ...[...this.#moved].map(movedInWords)],
      words: this.#words,
      wordsBefore: this.#wordsBefore,
    };
  }
}
