/** Working space for numbers, kept between uses: small arrays cost more to get than to fill. What lies in it is good until its next use. */

/** Unless a room is to keep more. */
const KEPT = 1 << 18;
/** What comes next is often a little longer. */
const SPARE = 1.25;
const FIRST = 1 << 12;

export class Room {
  readonly #most: number;
  #kept: Uint32Array = new Uint32Array(FIRST);

  /** More than `most` numbers are given back after use. */
  constructor(most: number = KEPT) {
    this.#most = most;
  }

  /** At least so long; it may hold anything. */
  of(length: number): Uint32Array {
    if (length <= this.#kept.length) return this.#kept;
    const larger = new Uint32Array(length > this.#most ? length : Math.min(this.#most, Math.ceil(length * SPARE)));
    if (length <= this.#most) this.#kept = larger;
    return larger;
  }
}

/** Up to here writing numbers one by one is cheaper than asking the engine to fill. */
const FEW = 64;

export function fillColumn(column: Uint32Array, number: number, from: number, to: number): void {
  if (to - from > FEW) column.fill(number, from, to);
  else for (let at = from; at < to; at++) column[at] = number;
}
