/** Tables for open addressing. */

/** A table of so many slots is used again: making and emptying one would cost more than reading a short document. */
const KEPT_SLOTS = 1 << 16;
const FEWEST_SLOTS = 64;
/** Entries stay small integers. */
const LARGEST_ENTRY = 1 << 30;

export interface Slots {
  readonly table: Uint32Array;
  /** A slot that holds this or less is empty: what an earlier claim left in it. */
  readonly empty: number;
  readonly mask: number;
}

let kept: Uint32Array | undefined;
let used = 0;

/** A power of two above the number of entries, so that at 40 % of look-ups entered the table stays under half full. */
export function slots(entries: number): number {
  let size = FEWEST_SLOTS;
  while (size < entries) size *= 2;
  return size;
}

/** Room for the entries `empty + 1` to `empty + entries`. The next claim ends this one. */
export function claimSlots(size: number, entries: number): Slots {
  const mask = size - 1;
  if (size > KEPT_SLOTS) return { table: new Uint32Array(size), empty: 0, mask };
  kept ??= new Uint32Array(KEPT_SLOTS);
  if (used + entries > LARGEST_ENTRY) {
    kept.fill(0);
    used = 0;
  }
  const empty = used;
  used += entries;
  return { table: kept, empty, mask };
}
