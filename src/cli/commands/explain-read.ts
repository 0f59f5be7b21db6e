/** The documents that `explain` is asked about, read and judged: alone, or as a run did. */
import { join, relative } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import type { Archive } from '../../engine/archived.ts';
import { ENDINGS } from '../../engine/documents.ts';
import { kindOfPath } from '../../engine/kind.ts';
import { readStream } from '../../engine/open.ts';
import { readOne } from '../../engine/read-one.ts';
import { replayOne } from '../../engine/replay.ts';
import { DEFAULT_INPUTS } from '../../engine/request.ts';
import { findFiles } from '../../engine/walk.ts';
import type { Explained } from '../../report/explain.ts';
import type { Address } from '../address.ts';
import { type Session, textOption } from '../session.ts';
import { cleaningOf, readingOf } from '../settings.ts';

export const STDIN = '-';

export interface ReadDocument extends Explained {
  /** What the output folder calls it, if one was asked. */
  readonly id?: string;
}

/** A folder stands for the files in it that a run would read. */
export function filesOf({ cwd }: Session, address: Address): readonly Address[] {
  const { path } = address;
  if (path === STDIN || kindOfPath(cwd, path) !== 'folder') return [address];
  const { root, files } = findFiles({ ...DEFAULT_INPUTS, cwd, paths: [path] }, ENDINGS);
  if (files.length === 0) throw new UsageError('no-input', `${path}: no file in it can be cleaned`);
  return files.map((file) => ({ path: join(path, relative(root, file.absolute)) }));
}

export async function readDocument(
  session: Session,
  archive: Archive | undefined,
  address: Address,
): Promise<ReadDocument> {
  const { path, record } = address;
  const { cwd } = session;
  const number = record === undefined ? {} : { record };
  const name =
    (path === STDIN ? (textOption(session, 'stdinPath') ?? 'stdin') : path) +
    (record === undefined ? '' : `#${record}`);
  if (archive !== undefined)
    return { name, judgedBy: archive.shown, ...(await replayOne(archive, { cwd, path, ...number })) };
  const reading = readingOf(session);
  const source =
    path === STDIN
      ? { name, bytes: await readStream(session.world.stdin as AsyncIterable<Uint8Array>, reading.maxFileBytes, name) }
      : { path };
  return { name, ...(await readOne({ cwd, ...source, ...number, reading, cleaning: cleaningOf(session) })) };
}
