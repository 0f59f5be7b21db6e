/** Working space for numbers, kept between uses: small arrays cost more to get than to fill. What lies in it is good until its next use. */

/** More than this is given back after use. */
const KEPT = 1 << 18;
const FIRST = 1 << 12;

export class Room {
  #kept: Uint32Array = new Uint32Array(FIRST);

  /** At least so long; it may hold anything. */
  of(length: number): Uint32Array {
    if (length <= this.#kept.length) return this.#kept;
    const larger = new Uint32Array(length > KEPT ? length : Math.min(KEPT, length * 2));
    if (length <= KEPT) this.#kept = larger;
    return larger;
  }
}

/** Up to here writing numbers one by one is cheaper than asking the engine to fill. */
const FEW = 64;

export function fillColumn(column: Uint32Array, number: number, from: number, to: number): void {
  if (to - from > FEW) column.fill(number, from, to);
  else for (let at = from; at < to; at++) column[at] = number;
}
