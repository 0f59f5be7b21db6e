/** One document as the run that wrote an output folder decided it: with its settings, and with what a person restored. */
import { resolve } from 'node:path';
import { type Archive, archiveLayout, findRow, readArchive } from './archived.ts';
import { inputOf, type ManifestRow } from './manifest.ts';
import { settledAt } from './policy.ts';
import { type ReadOne, readOne } from './read-one.ts';

export interface Replayed extends ReadOne {
  /** What the folder calls the document. */
  readonly id: string;
  /** What the run made of the document beside judging its lines, in words. */
  readonly notes: readonly string[];
}

export function openArchive(cwd: string, out: string): Archive {
  return readArchive(archiveLayout(cwd, out), out);
}

/** Throws `UsageError` for a document that the folder does not know. */
export async function replayOne(
  archive: Archive,
  { cwd, path, record }: { readonly cwd: string; readonly path: string; readonly record?: number },
): Promise<Replayed> {
  const number = record === undefined ? '' : `#${record}`;
  const row = findRow(archive, `${path}${number}`, `${resolve(cwd, path)}${number}`);
  const read = await readOne({
    cwd,
    path,
    ...(record === undefined ? {} : { record }),
    reading: archive.shape.reading,
    cleaning: settledAt(archive.shape.cleaning, inputOf(row)),
    context: archive.contextOf(row.path),
  });
  return { ...read, id: row.path, notes: notesOf(row, read) };
}

function notesOf(row: ManifestRow, read: ReadOne): readonly string[] {
  const { outcome, of, match, similarity = 1, sha256 } = row;
  const share = match === 'exact' ? '' : `, ${Math.floor(similarity * 100)} % of its sentences are there`;
  return [
    ...(sha256 === undefined || sha256 === read.sha256 ? [] : ['changed: the file is not the one that was cleaned']),
    ...(outcome === 'duplicate' ? [`set aside: a copy of ${of ?? ''}${share}; restore brings it back`] : []),
  ];
}
