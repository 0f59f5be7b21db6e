/** `FILE`, `FILE#RECORD`, `FILE:LINE` and `FILE:FIRST-LAST`, as people type places. A file of that very name wins. */
import { UsageError } from '../core/errors.ts';
import { kindOfPath } from '../engine/kind.ts';

export interface Address {
  readonly path: string;
  /** From 1, in a file of many documents. */
  readonly record?: number;
  /** One-based, inclusive. */
  readonly lines?: { readonly first: number; readonly last: number };
}

const LINES = /:(\d{1,9})(?:-(\d{1,9}))?$/;
const RECORD = /#(\d{1,9})$/;

export function addressOf(written: string, isThere: (path: string) => boolean): Address {
  if (isThere(written)) return { path: written };
  const place = LINES.exec(written);
  const rest = place === null ? written : written.slice(0, place.index);
  const lines = place === null ? {} : { lines: rangeOf(written, place) };
  const record = RECORD.exec(rest);
  if (record === null || isThere(rest)) return { path: rest, ...lines };
  return { path: rest.slice(0, record.index), record: Number(record[1]), ...lines };
}

export function existsIn(cwd: string): (path: string) => boolean {
  return (path) => kindOfPath(cwd, path) !== 'missing';
}

function rangeOf(
  written: string,
  [, from = '', to = from]: RegExpExecArray,
): { readonly first: number; readonly last: number } {
  const first = Number(from);
  const last = Number(to);
  if (first >= 1 && last >= first) return { first, last };
  throw new UsageError('usage', `${written}: lines are counted from 1, the smaller number first`);
}
