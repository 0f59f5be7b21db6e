/** The documents of a run as the main thread holds them: small, with an address where their records lie. */
import { unpackRecord } from '../core/codec.ts';
import { docId } from '../core/ids.ts';
import type { DocId, Fingerprint, SiteEvidence } from '../core/types.ts';
import type { PrintRow } from '../dedup/print-rows.ts';
import type { BatchResult, DocResult, Extent, Head } from './batch.ts';
import type { FoundFile } from './found.ts';
import { factsIn, type ManifestRow } from './manifest.ts';
import type { Slice, Spool } from './spool.ts';
import type { FileTask } from './task.ts';

export interface Entry {
  readonly id: DocId;
  readonly path: string;
  readonly absolute: string;
  readonly record?: number;
  readonly member?: string;
  readonly state: 'article' | 'empty' | 'skipped' | 'failed';
  readonly code?: string;
  readonly reason?: string;
  readonly sha256?: string;
  readonly words: number;
  readonly wordsBefore: number;
  readonly bytes: number;
  /** Name of the stage file that holds the article. */
  readonly staged?: string;
  readonly head?: Slice;
  readonly removed?: Slice;
  /** The article's wording, of records of containers. */
  readonly body?: Slice;
  /** What `check` says of it, as JSON. */
  readonly findings?: Slice;
  readonly print?: Fingerprint;
  /** The same of a document that `check` remembers. */
  readonly printRow?: PrintRow;
  /** What the other pages of its site said. */
  readonly site?: SiteEvidence;
  /** Taken over from the last run. */
  readonly row?: ManifestRow;
}

/** Entries of a batch that was cleaned. */
export function entriesOf(
  tasks: readonly FileTask[],
  result: BatchResult,
  spool: Spool,
  siteOf: (id: string) => SiteEvidence | undefined,
): readonly Entry[] {
  const records = spool.add(result.records);
  return result.documents.map((document) => {
    const entry = freshEntry(tasks[document.file] as FileTask, document, result, records);
    return { ...entry, ...optional('site', siteOf(entry.id)) };
  });
}

function freshEntry(
  task: FileTask,
  document: DocResult,
  result: BatchResult,
  records: ReturnType<Spool['add']>,
): Entry {
  const { extent, print } = document;
  const sha256 = result.hashes[document.file];
  const entry: Draft = {
    id: docId(task.path, document.record),
    path: task.path,
    absolute: task.absolute,
    state: document.state,
    words: document.words,
    wordsBefore: document.wordsBefore,
    bytes: document.bytes,
  };
  if (document.record !== undefined) entry.record = document.record;
  if (document.member !== undefined) entry.member = document.member;
  if (document.code !== undefined) entry.code = document.code;
  if (document.reason !== undefined) entry.reason = document.reason;
  if (sha256 !== undefined) entry.sha256 = sha256;
  if (document.staged !== undefined) entry.staged = document.staged;
  if (extent !== undefined) addSlices(entry, extent, records);
  if (print !== undefined) entry.print = printOf(print, result.numbers);
  return entry;
}

/** Filled field by field: there may be millions of them, and spreading costs more than all else here. */
type Draft = { -readonly [Key in keyof Entry]: Entry[Key] };

function addSlices(entry: Draft, extent: Extent, { source, at }: ReturnType<Spool['add']>): void {
  const { head, removed, body, findings } = extent;
  const from = at + extent.at;
  entry.head = { source, at: from, length: head };
  entry.removed = { source, at: from + head, length: removed };
  if (body > 0) entry.body = { source, at: from + head + removed, length: body };
  if (findings > 0) entry.findings = { source, at: from + head + removed + body, length: findings };
}

function printOf(part: NonNullable<DocResult['print']>, numbers: Uint32Array): Fingerprint {
  const own = numbers.subarray(part.at, part.at + part.length);
  return unpackRecord({ head: part.head, arrays: part.arrays, numbers: own }) as unknown as Fingerprint;
}

/** The last run's result stands. */
export function reusedEntry(
  task: Pick<FileTask, 'path' | 'absolute'>,
  row: ManifestRow,
  site: SiteEvidence | undefined,
): Entry {
  const facts = factsIn(row);
  const state = row.outcome === 'written' || row.outcome === 'duplicate' ? 'article' : row.outcome;
  return {
    id: row.path as DocId,
    path: task.path,
    absolute: task.absolute,
    state,
    words: facts?.words ?? 0,
    wordsBefore: facts?.words_before ?? 0,
    bytes: facts?.bytes ?? 0,
    row,
    ...optional('record', row.record),
    ...optional('member', row.member),
    ...optional('code', row.code),
    ...optional('reason', row.reason),
    ...optional('sha256', row.sha256),
    ...optional('site', site),
  };
}

/** A failure of listing as a document. */
export function failedEntry(file: Pick<FoundFile, 'path'>, code: string, reason: string): Entry {
  return {
    id: docId(file.path),
    path: file.path,
    absolute: '',
    state: 'failed',
    code,
    reason,
    words: 0,
    wordsBefore: 0,
    bytes: 0,
  };
}

export function skippedEntry(path: string, reason: string): Entry {
  return { id: docId(path), path, absolute: '', state: 'skipped', reason, words: 0, wordsBefore: 0, bytes: 0 };
}

/** What cleaning found out, read back from where it lies. */
export function headOf(entry: Entry): Head | undefined {
  if (entry.head !== undefined) return JSON.parse(textIn(entry.head)) as Head;
  const facts = entry.row === undefined ? undefined : factsIn(entry.row);
  if (facts === undefined) return undefined;
  return {
    facts,
    ...optional('output_sha256', entry.row?.output_sha256),
    ...optional('output_bytes', entry.row?.output_bytes),
  };
}

export function textIn(slice: Slice): string {
  return Buffer.from(slice.source.read(slice.at, slice.length)).toString('utf8');
}

/** A copy, good whatever is read next. */
export function bytesIn(slice: Slice): Uint8Array {
  return slice.source.read(slice.at, slice.length).slice();
}

/** The field, or nothing where the value is unknown: absent and undefined are not the same under exact optional types. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
