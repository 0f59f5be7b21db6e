/** One-permutation MinHash and the keys of its bands, as in `src/dedup/sketch.ts`, `print-batch.ts` and `nibbles.ts`. */
import { mix } from './hash';
import { EMPTY_SLOTS, get, put, SKETCH } from './layout';

const NONE: u32 = 0xffffffff;
const SLOT_STEP: u32 = 0x9e3779b1;
const TRY_STEP: u32 = 0x85ebca6b;

/** Puts the sketch of the hashes into `SKETCH`; `slots` is a power of two. */
export function sketchHashes(hashes: u32, count: u32, slots: u32): void {
  const shift = clz<u32>(slots - 1);
  for (let slot: u32 = 0; slot < slots; slot++) put(SKETCH, slot, count == 0 ? NONE : largestOf(slot, shift));
  for (let at: u32 = 0; at < count; at++) {
    const hash = get(hashes, at);
    const place = SKETCH + ((hash >>> shift) << 2);
    store<u32>(place, min<u32>(hash, load<u32>(place)));
  }
  if (count > 0) densify(slots, shift);
}

/** The largest hash that a slot can hold, which stands for none. */
// @ts-ignore: decorator
@inline
function largestOf(slot: u32, shift: u32): u32 {
  return ((((slot + 1) as u64) << shift) - 1) as u32;
}

/** Lets empty slots borrow. All lenders are found before any slot is filled: none lends what it borrowed. */
function densify(slots: u32, shift: u32): void {
  let empty: u32 = 0;
  for (let slot: u32 = 0; slot < slots; slot++) {
    put(EMPTY_SLOTS, empty, slot);
    empty += isEmpty(slot, shift) ? 1 : 0;
  }
  if (empty == slots) {
    for (let slot: u32 = 0; slot < slots; slot++) put(SKETCH, slot, NONE);
    return;
  }
  const borrowed = EMPTY_SLOTS + (slots << 2);
  for (let one: u32 = 0; one < empty; one++) put(borrowed, one, get(SKETCH, lenderOf(get(EMPTY_SLOTS, one), slots, shift)));
  for (let one: u32 = 0; one < empty; one++) put(SKETCH, get(EMPTY_SLOTS, one), get(borrowed, one));
}

// @ts-ignore: decorator
@inline
function isEmpty(slot: u32, shift: u32): bool {
  return get(SKETCH, slot) == largestOf(slot, shift);
}

function lenderOf(slot: u32, slots: u32, shift: u32): u32 {
  let from = slot;
  for (let turn: u32 = 1; isEmpty(from, shift); turn++)
    from = mix(((slot + 1) * SLOT_STEP) ^ (turn * TRY_STEP)) & (slots - 1);
  return from;
}

/** The keys of the bands of `rows` slots each. */
export function putKeys(slots: u32, rows: u32, keys: u32): void {
  const bands = slots / rows;
  for (let band: u32 = 0; band < bands; band++) {
    let key = band + 1;
    for (let row: u32 = 0; row < rows; row++) key = mix(key ^ get(SKETCH, band * rows + row)) + row;
    put(keys, band, key);
  }
}

/** The low four bits of every slot, two slots a byte. */
export function putNibbles(slots: u32, into: u32): void {
  for (let slot: u32 = 0; slot < slots; slot += 2)
    store<u8>(into + (slot >>> 1), (get(SKETCH, slot) & 15) | ((get(SKETCH, slot + 1) & 15) << 4));
}
