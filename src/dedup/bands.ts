/** Documents that meet under a key of a band. */
import { Room } from '../core/room.ts';
import { type Buckets, bucketsOf, type KeyRows, sortByKey } from '../core/sort.ts';
import type { SketchName } from './print-batch.ts';
import type { PrintTable } from './print-table.ts';

/** Kept from band to band: new columns for each lay about by the hundred megabyte before they were collected. */
const MOST_KEPT = 1 << 22;
const KEYS: Room = new Room(MOST_KEPT);
const OWNERS: Room = new Room(MOST_KEPT);

/** Those of these documents that share a key of one band, in their order. */
export function bucketsOfBand(prints: PrintTable, documents: Uint32Array, name: SketchName, band: number): Buckets {
  return bucketsOf(rowsOfBand(prints, documents, name, band));
}

/** The keys of one band of these documents, in their order; good until the next are asked for. */
export function rowsOfBand(prints: PrintTable, documents: Uint32Array, name: SketchName, band: number): KeyRows {
  const { length } = documents;
  const column = prints.keyColumn(name, band);
  const [key, owner] = [KEYS.of(length).subarray(0, length), OWNERS.of(length).subarray(0, length)];
  owner.set(documents);
  for (let at = 0; at < length; at++) key[at] = column[owner[at] as number] as number;
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
  return { ...buckets, owner: owner.slice() };
}
