/** One document, read and judged alone: for `explain` and the single-file view. */
import type { Stats } from 'node:fs';
import { basename, resolve } from 'node:path';
import { InputError, UsageError } from '../core/errors.ts';
import type { RawDocument } from '../core/types.ts';
import { type DocumentContext, NO_CONTEXT } from './context.ts';
import {
  type Cleaned,
  chooseFormat,
  cleanRaw,
  intakeOf,
  isEntry,
  oneChunk,
  readRecords,
  recordNumber,
  requireFile,
} from './documents.ts';
import { sha256 } from './hashes.ts';
import { fileAbove, statIfThere } from './kind.ts';
import { nearestName } from './nearest.ts';
import { FileReader, unreadable } from './open.ts';
import { settledFor } from './policy.ts';
import type { Cleaning, Reading } from './request.ts';

export interface ReadOneRequest {
  readonly cwd: string;
  /** Where it lies; or `bytes` with a `name`. */
  readonly path?: string;
  readonly bytes?: Uint8Array;
  readonly name?: string;
  /** Containers: the record's number, from 1. */
  readonly record?: number;
  readonly reading: Reading;
  readonly cleaning: Cleaning;
  readonly context?: DocumentContext;
}

export interface ReadOne extends Cleaned {
  readonly sha256: string;
}

/** Throws `UsageError` for what is not there, `InputError` for what cannot be read. */
export async function readOne(request: ReadOneRequest): Promise<ReadOne> {
  const { path, reading, record } = request;
  const name = request.name ?? path ?? 'stdin';
  const bytes = request.bytes ?? readNamed(request.cwd, path ?? '', reading.maxFileBytes);
  if (bytes.length === 0) throw new InputError('empty', `${name}: the file is empty`);
  const format = chooseFormat(bytes, name, reading);
  const raw =
    format?.shape === 'container' && record !== undefined
      ? await findRecord(readRecords(format, oneChunk(bytes), name, reading), record, name)
      : named(name, () => requireFile(format, name).read(bytes, intakeOf(name, reading)));
  const cleaning = settledFor(request.cleaning, resolve(request.cwd, name), name);
  return { ...cleanRaw(raw, cleaning, request.context ?? NO_CONTEXT), sha256: sha256(bytes) };
}

function readNamed(cwd: string, path: string, limit: number): Uint8Array {
  const absolute = resolve(cwd, path);
  const stat = named(path, () => statOf(absolute));
  if (stat === undefined) throw missingFile(path, absolute);
  if (stat.isDirectory()) throw new UsageError('folder', `${path}: it is a folder; name a file in it`);
  return named(path, () => new FileReader().read(absolute, limit));
}

function statOf(absolute: string): Stats | undefined {
  try {
    return statIfThere(absolute);
  } catch (error) {
    throw unreadable(error);
  }
}

function missingFile(path: string, absolute: string): UsageError {
  const file = fileAbove(absolute);
  const near = nearestName(path, absolute);
  const hint =
    file !== undefined ? `; ${basename(file)} is a file` : near === undefined ? '' : `; did you mean ${near}?`;
  return new UsageError('missing-input', `${path}: no such file${hint}`);
}

async function findRecord(records: ReturnType<typeof readRecords>, wanted: number, name: string): Promise<RawDocument> {
  for await (const record of records) {
    if (recordNumber(record) !== wanted) continue;
    if (isEntry(record)) return record.document;
    throw new InputError(record.code, `${name}#${wanted}: ${record.message}`);
  }
  throw new UsageError('missing-record', `${name}#${wanted}: there is no such record`);
}

/** Input errors that name the file. */
function named<Value>(name: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(error.code, `${name}: ${error.message}`, error);
    throw error;
  }
}
