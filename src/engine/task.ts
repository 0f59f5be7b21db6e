/** Where a file lies, and what is known of it: addresses, not contents, cross to workers. */
import type { BadRecord, ContainerFormat, Entry } from '../core/contracts.ts';
import { InputError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import type { DocumentContext } from './context.ts';
import { chooseFormat, readRecords } from './documents.ts';
import { runningSha256 } from './hashes.ts';
import { type FileReader, readChunks, readHead } from './open.ts';
import type { Reading } from './request.ts';

export interface FileTask {
  readonly path: string;
  readonly absolute: string;
  /** By document, for those that have one; a map, as a file may be called `constructor`. */
  readonly contexts?: ReadonlyMap<string, DocumentContext>;
  /** What the last run made of it; still good if bytes and outputs are what they were. */
  readonly known?: KnownResult;
}

export interface KnownResult {
  /** None for a file that could not be read. */
  readonly sha256: string | undefined;
  readonly outputs: readonly KnownOutput[];
}

export interface KnownOutput {
  readonly absolute: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Undefined for a container that is larger than any document; whether it is one shows in its first bytes. */
export function readUnlessContainer(reader: FileReader, task: FileTask, reading: Reading): Uint8Array | undefined {
  try {
    return reader.read(task.absolute, reading.maxFileBytes);
  } catch (error) {
    const isLarge = error instanceof InputError && error.code === 'oversized';
    if (isLarge && isContainer(task, reading)) return undefined;
    throw error;
  }
}

export function isContainer(task: FileTask, reading: Reading): boolean {
  return formatOfHead(task, reading)?.shape === 'container';
}

function formatOfHead({ absolute, path }: FileTask, reading: Reading): ReturnType<typeof chooseFormat> {
  return chooseFormat(readHead(absolute, LIMITS.sniffBytes.value), path, reading);
}

/** Throws `InputError` for a file that is no container any more. */
function containerFormat(task: FileTask, reading: Reading): ContainerFormat {
  const format = formatOfHead(task, reading);
  if (format?.shape !== 'container') throw new InputError('changed', 'it changed while it was read');
  return format;
}

/** The records of a container; `look` is shown its bytes. */
export function recordsIn(
  task: FileTask,
  reading: Reading,
  look: (chunk: Uint8Array) => void = () => {},
): AsyncIterable<Entry | BadRecord> {
  const chunks = watched(readChunks(task.absolute, containerLimit(reading)), look);
  return readRecords(containerFormat(task, reading), chunks, task.path, reading);
}

export async function hashContainer({ absolute }: FileTask, reading: Reading): Promise<string> {
  const hash = runningSha256();
  for await (const chunk of readChunks(absolute, containerLimit(reading))) hash.update(chunk);
  return hash.digest();
}

function containerLimit({ maxFileBytes }: Reading): number {
  return Math.max(LIMITS.containerBytes.value, maxFileBytes);
}

async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  look: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    look(chunk);
    yield chunk;
  }
}
