/** Keys under which documents meet: bands of their sketches, and winnowed anchors. As rows sorted by key, one band at a time. */

import type { KeyRows } from '../core/sort.ts';
import { sortByKey } from '../core/sort.ts';
import type { Fingerprint } from '../core/types.ts';
import { mix } from '../text/hash.ts';

/** Keys of all documents, band by band: `table[band][document]`. */
export type BandTable = readonly Uint32Array[];

/** The band keys of a sketch, one for every `rows` slots; sketches that share one may be alike. */
function bandKeys(sketch: Uint32Array, rows: number): Uint32Array {
  const keys = new Uint32Array(sketch.length / rows);
  for (let band = 0; band < keys.length; band++) {
    let key = band + 1;
    for (let row = 0; row < rows; row++) key = mix(key ^ (sketch[band * rows + row] as number)) + row;
    keys[band] = key;
  }
  return keys;
}

export function bandTable(sketches: readonly Uint32Array[], rows: number): BandTable {
  const bands = (sketches[0]?.length ?? 0) / rows;
  const table = Array.from({ length: bands }, () => new Uint32Array(sketches.length));
  sketches.forEach((sketch, number) => {
    const keys = bandKeys(sketch, rows);
    for (let band = 0; band < bands; band++) (table[band] as Uint32Array)[number] = keys[band] as number;
  });
  return table;
}

/** One band's rows in order of its keys; rows of equal keys in order of the keys of the next bands, then of documents. */
export function rowsOfBand(table: BandTable, band: number, following: number): KeyRows {
  let owner: Uint32Array = new Uint32Array(table[band]?.length ?? 0);
  for (let number = 0; number < owner.length; number++) owner[number] = number;
  let rows: KeyRows = { key: owner, owner };
  for (let next = following; next >= 0; next--) {
    const column = table[(band + next) % table.length] as Uint32Array;
    rows = sortByKey({ key: owner.map((number) => column[number] as number), owner });
    owner = rows.owner;
  }
  return rows;
}

/** A row for every anchor of every document. */
export function rowsOfAnchors(prints: readonly Fingerprint[]): KeyRows {
  const count = prints.reduce((sum, print) => sum + print.anchors.length, 0);
  const key = new Uint32Array(count);
  const owner = new Uint32Array(count);
  let row = 0;
  prints.forEach((print, number) => {
    key.set(print.anchors, row);
    owner.fill(number, row, row + print.anchors.length);
    row += print.anchors.length;
  });
  return sortByKey({ key, owner });
}
