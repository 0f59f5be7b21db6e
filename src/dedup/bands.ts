/** Rows of documents sorted by the keys under which they meet: one band at a time. */
import type { KeyRows, SharedRows } from '../core/sort.ts';
import { sortByKey, sortShared } from '../core/sort.ts';
import type { SketchName } from './print-batch.ts';
import type { PrintTable } from './print-table.ts';

/** One band's rows of these documents in order of its keys, those that share a key in their order. */
export function rowsOfBand(prints: PrintTable, documents: Uint32Array, name: SketchName, band: number): SharedRows {
  return sortShared(rowsOf(prints, documents.slice(), name, band));
}

/** The same rows, but rows of equal keys in order of the keys of the next bands, then of documents. */
export function orderByNextBands(
  prints: PrintTable,
  { owner }: KeyRows,
  name: SketchName,
  band: number,
  following: number,
): KeyRows {
  let rows: KeyRows = { key: owner, owner };
  for (let next = following; next >= 0; next--) rows = sortByKey(rowsOf(prints, rows.owner, name, band + next));
  return rows;
}

function rowsOf(prints: PrintTable, owner: Uint32Array, name: SketchName, band: number): KeyRows {
  const column = prints.keyColumn(name, band);
  const key = new Uint32Array(owner.length);
  for (let at = 0; at < key.length; at++) key[at] = column[owner[at] as number] as number;
  return { key, owner };
}
