/** Documents that meet under a key of a band. */
import { type Buckets, bucketsOf, type KeyRows, sortByKey } from '../core/sort.ts';
import type { SketchName } from './print-batch.ts';
import type { PrintTable } from './print-table.ts';

/** Those of these documents that share a key of one band, in their order. */
export function bucketsOfBand(prints: PrintTable, documents: Uint32Array, name: SketchName, band: number): Buckets {
  return bucketsOf(rowsOfBand(prints, documents.slice(), name, band));
}

/** The keys of one band of these documents, in their order. */
export function rowsOfBand(prints: PrintTable, owner: Uint32Array, name: SketchName, band: number): KeyRows {
  const column = prints.keyColumn(name, band);
  const key = new Uint32Array(owner.length);
  for (let at = 0; at < key.length; at++) key[at] = column[owner[at] as number] as number;
  return { key, owner };
}

/** The same buckets, the documents of each in order of the keys of the next bands, then of documents. */
export function orderByNextBands(
  prints: PrintTable,
  buckets: Buckets,
  name: SketchName,
  band: number,
  following: number,
): Buckets {
  let { owner } = buckets;
  for (let next = following; next >= 0; next--) ({ owner } = sortByKey(rowsOfBand(prints, owner, name, band + next)));
  return { ...buckets, owner };
}
