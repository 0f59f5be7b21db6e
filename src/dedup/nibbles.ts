/**
 * Sketches at four bits a slot, two slots a byte. Exact verification makes the other 28 bits moot: of a million documents the
 * sketches that are kept at hand take 64 MB instead of 512. Slots agree by chance in one of sixteen, which is taken off
 * (b-bit minwise hashing, Li and König 2010).
 */

const BITS = 4;
const MASK = 15;
const CHANCE = 1 / 16;

/** Bytes that a sketch of so many slots takes. */
export function nibbleBytes(slots: number): number {
  return slots / 2;
}

/** Writes the low four bits of every slot to `into` from byte `at`. */
export function packNibbles(sketch: Uint32Array, into: Uint8Array, at: number): void {
  for (let slot = 0; slot < sketch.length; slot += 2) {
    const low = (sketch[slot] as number) & MASK;
    const high = (sketch[slot + 1] as number) & MASK;
    into[at + slot / 2] = low | (high << BITS);
  }
}

/** Estimate of the Jaccard index from two packed sketches in one column, each `bytes` long; 0..1. */
export function nibbleAgreement(column: Uint8Array, bytes: number, one: number, other: number): number {
  let agreeing = 0;
  let left = one * bytes;
  let right = other * bytes;
  for (const end = left + bytes; left < end; left++, right++) {
    const difference = (column[left] as number) ^ (column[right] as number);
    if ((difference & MASK) === 0) agreeing++;
    if (difference >>> BITS === 0) agreeing++;
  }
  const share = agreeing / (bytes * 2);
  return Math.max(0, (share - CHANCE) / (1 - CHANCE));
}
