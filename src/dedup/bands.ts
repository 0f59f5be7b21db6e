/** Rows of documents sorted by the keys under which they meet: one band at a time. */
import type { KeyRows } from '../core/sort.ts';
import { sortByKey } from '../core/sort.ts';
import type { SketchName } from './print-batch.ts';
import type { PrintTable } from './print-table.ts';

/** One band's rows of these documents in order of its keys; rows of equal keys in order of the keys of the next bands, then of documents. */
export function rowsOfBand(
  prints: PrintTable,
  documents: Uint32Array,
  name: SketchName,
  band: number,
  following: number,
): KeyRows {
  let owner: Uint32Array = documents.slice();
  let rows: KeyRows = { key: owner, owner };
  for (let next = following; next >= 0; next--) {
    const column = prints.keyColumn(name, band + next);
    const key = new Uint32Array(owner.length);
    for (let at = 0; at < key.length; at++) key[at] = column[owner[at] as number] as number;
    rows = sortByKey({ key, owner });
    owner = rows.owner;
  }
  return rows;
}
