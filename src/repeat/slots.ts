/** Empty tables for open addressing. */

/** Tables up to this size are used again: making them would cost more than reading a short document. */
const KEPT_SLOTS = 1 << 16;
const FEWEST_SLOTS = 64;
const kept: Map<number, Uint32Array> = new Map();

/** A power of two above the number of entries, so that at 40 % of look-ups entered the table stays under half full. */
export function slots(entries: number): number {
  let size = FEWEST_SLOTS;
  while (size < entries) size *= 2;
  return size;
}

/** An empty table. The next table of the same size may be this one again. */
export function slotTable(size: number): Uint32Array {
  if (size > KEPT_SLOTS) return new Uint32Array(size);
  const known = kept.get(size);
  if (known !== undefined) return known.fill(0);
  const table = new Uint32Array(size);
  kept.set(size, table);
  return table;
}
