/** Largest row that is kept for the next document. */
const MOST_KEPT = 0x10000;

/**
 * A row of numbers that a rule fills and gives up before it returns. Making a typed array of more than 64 bytes costs
 * 2 us, as much as judging ten lines, so the next document gets the same one.
 */
export class Scratch {
  private rows: Uint32Array = new Uint32Array(0x400);

  /** At least `count` rows; the first `count` are zero. */
  zeros(count: number): Uint32Array {
    return count > this.rows.length ? this.grow(count) : this.rows.fill(0, 0, count);
  }

  private grow(count: number): Uint32Array {
    const rows = new Uint32Array(count);
    if (count <= MOST_KEPT) this.rows = rows;
    return rows;
  }
}
