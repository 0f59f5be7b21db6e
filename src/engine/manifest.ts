/** Rows of `manifest.jsonl`: one line per document, keys in the order written here. */
import { compareText } from '../core/ids.ts';
import type { Metadata, SiteEvidence } from '../core/types.ts';
import type { Facts } from '../report/records.ts';
import { sha256 } from './hashes.ts';

export interface ManifestRow extends Partial<Facts> {
  /** The document: path of its file, with `#n` for a record of a container. */
  readonly path: string;
  /** Records only: the container's path, number and own name of the record. */
  readonly container?: string;
  readonly record?: number;
  readonly member?: string;
  /** Of the input file's bytes; of the whole container for a record. */
  readonly sha256?: string;
  readonly outcome: 'written' | 'duplicate' | 'empty' | 'skipped' | 'failed';
  readonly reason?: string;
  readonly code?: string;
  /** Duplicates: the document that stayed. */
  readonly of?: string;
  readonly match?: string;
  readonly similarity?: number;
  readonly cluster?: string;
  /** Documents that were set aside for this one, and what they state that it does not. */
  readonly copies?: number;
  readonly also?: Readonly<Record<string, readonly string[]>>;
  /** Path of the article in the output folder. */
  readonly output?: string;
  readonly output_sha256?: string;
  readonly output_bytes?: number;
  /** Digest of what the other pages of its site said. */
  readonly site?: string;
  /** Digest of the decisions that were honoured. */
  readonly restored?: string;
  /**
   * No result of the last run stands behind the article, and why it is still there: its input is gone, was left out of that
   * run or could not be read, or it gives no such article any more but a person edited this one.
   */
  readonly stays?: 'gone' | 'left-out' | 'unread' | 'edited';
}

const REQUIRED: readonly (keyof ManifestRow)[] = ['path', 'outcome'];

/** The order of the manifest: by input, then by record. */
export function compareRows(a: ManifestRow, b: ManifestRow): number {
  return compareText(inputOf(a), inputOf(b)) || (a.record ?? 0) - (b.record ?? 0);
}

/** Undefined if a line is damaged. */
export function parseManifest(text: string): readonly ManifestRow[] | undefined {
  if (text !== '' && !text.endsWith('\n')) return undefined;
  const rows: ManifestRow[] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    const row = parseRow(line);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  return rows;
}

/** Rows that can be read; damaged ones are left out. */
export function salvageManifest(text: string): readonly ManifestRow[] {
  return text.split('\n').flatMap((line) => parseRow(line) ?? []);
}

/** The file that a row's document came from. */
export function inputOf(row: ManifestRow): string {
  return row.container ?? row.path;
}

export function holdsDocuments(rows: readonly ManifestRow[]): boolean {
  return rows.some(({ words }) => words !== undefined);
}

const DIGITS = 16;

/** Tells whether a result was made under this evidence; undefined for none. */
export function digestSite(site: SiteEvidence | undefined): string | undefined {
  return site === undefined ? undefined : sha256(`${site.pages} ${site.lines.join(' ')}`).slice(0, DIGITS);
}

export function factsIn(row: ManifestRow): Facts | undefined {
  const { encoding, format, bytes, words, words_before, lines, kept, fields, meta, doubtful } = row;
  if (encoding === undefined || format === undefined || bytes === undefined || words === undefined) return undefined;
  if (words_before === undefined || lines === undefined || kept === undefined) return undefined;
  return {
    encoding,
    format,
    bytes,
    words,
    words_before,
    lines,
    kept,
    ...(fields === undefined ? {} : { fields }),
    meta: meta ?? ({} as Metadata),
    ...(doubtful === true ? { doubtful } : {}),
  };
}

function parseRow(line: string): ManifestRow | undefined {
  try {
    const row = JSON.parse(line) as unknown;
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return undefined;
    const fields = row as Record<string, unknown>;
    if (!REQUIRED.every((key) => typeof fields[key] === 'string')) return undefined;
    const { output } = fields;
    if (output !== undefined && (typeof output !== 'string' || !isInside(output))) return undefined;
    return row as ManifestRow;
  } catch {
    return undefined;
  }
}

/** A manifest is data from a folder others may write: its paths never lead out of it. */
export function isInside(path: string): boolean {
  return (
    path !== '' &&
    !path.startsWith('/') &&
    !path.includes('\0') &&
    !path.split('/').some((part) => part === '' || part === '.' || part === '..')
  );
}
