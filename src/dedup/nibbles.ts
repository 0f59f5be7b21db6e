/**
 * Sketches at four bits a slot, two slots a byte. Exact verification makes the other 28 bits moot: of a million documents the
 * sketches that are kept at hand take 64 MB instead of 512. Slots agree by chance in one of sixteen, which is taken off
 * (b-bit minwise hashing, Li and König 2010).
 */

const BITS = 4;
const MASK = 15;
const CHANCE = 1 / 16;
const BYTES = 4;
export const SLOTS_PER_NUMBER = 8;
/** The low bit of every slot of a number; multiplying by it sums them up in the top slot. */
const LOW_BITS = 0x11111111;
const TOP_NIBBLE = 28;

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

/** The same bytes as numbers, eight slots each: a copy where they do not lie at a multiple of four. */
export function numbersOfNibbles(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % BYTES === 0 ? bytes : bytes.slice();
  return new Uint32Array(buffer, byteOffset, byteLength / BYTES);
}

/** Estimate of the Jaccard index from two packed sketches in one column, each of so many numbers; 0..1. Eight slots are compared at once. */
export function nibbleAgreement(column: Uint32Array, numbers: number, one: number, other: number): number {
  let differing = 0;
  let left = one * numbers;
  let right = other * numbers;
  for (const end = left + numbers; left < end; left++, right++) {
    let difference = (column[left] as number) ^ (column[right] as number);
    difference |= difference >>> 2;
    difference |= difference >>> 1;
    differing += Math.imul(difference & LOW_BITS, LOW_BITS) >>> TOP_NIBBLE;
  }
  const share = 1 - differing / (numbers * SLOTS_PER_NUMBER);
  return Math.max(0, (share - CHANCE) / (1 - CHANCE));
}
