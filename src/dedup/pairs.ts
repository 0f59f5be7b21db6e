/** A growing set of pairs of document numbers, kept as doubles (first * 2^26 + second) in one typed array: no Map of corpus size. */

/** Positions of two documents, the lower first. */
export type Pair = readonly [number, number];

const SECOND = 2 ** 26;
const FIRST_CAPACITY = 1024;

export class PairSet {
  private codes: Float64Array = new Float64Array(FIRST_CAPACITY);
  private count = 0;

  /** Adds a pair of different documents, in either order. */
  add(one: number, other: number): void {
    if (this.count === this.codes.length) this.makeRoom();
    this.codes[this.count++] = one < other ? one * SECOND + other : other * SECOND + one;
  }

  /** Every pair once, ascending by the lower number, then by the higher: the lower numbers, and beside them the higher. */
  columns(): { readonly low: Uint32Array; readonly high: Uint32Array } {
    this.compact();
    const low = new Uint32Array(this.count);
    const high = new Uint32Array(this.count);
    for (let at = 0; at < this.count; at++) {
      const code = this.codes[at] as number;
      low[at] = Math.floor(code / SECOND);
      high[at] = code - (low[at] as number) * SECOND;
    }
    return { low, high };
  }

  /** Pairs come many times, once per key they share: before growing, the repeats go. */
  private makeRoom(): void {
    this.compact();
    if (this.count * 2 < this.codes.length) return;
    const wider = new Float64Array(this.codes.length * 2);
    wider.set(this.codes);
    this.codes = wider;
  }

  private compact(): void {
    const sorted = this.codes.subarray(0, this.count).sort();
    let size = 0;
    for (let at = 0; at < sorted.length; at++) {
      if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[size++] = sorted[at] as number;
    }
    this.count = size;
  }
}
