/**
 * Counts 32-bit hashes in typed arrays: a few thousand words per page, where a `Map` took half the time of finding the
 * title.
 */
export class HashCounts {
  private readonly mask: number;
  private readonly hashes: Int32Array;
  private readonly counts: Uint16Array;
  private readonly most: number;
  /** Distinct hashes seen. */
  size = 0;

  /** Counts up to `most` distinct hashes; further new ones are left out. */
  constructor(most: number) {
    let slots = 16;
    while (slots < most * 2) slots *= 2;
    this.most = most;
    this.mask = slots - 1;
    this.hashes = new Int32Array(slots);
    this.counts = new Uint16Array(slots);
  }

  /** How many slots there are. */
  get slots(): number {
    return this.mask + 1;
  }

  /** Returns the slot of the hash, which stays the same; of one left out, a slot that is not in use. */
  add(hash: number): number {
    const slot = this.slotOf(hash | 0);
    const count = this.counts[slot] as number;
    if (count === 0) {
      if (this.size >= this.most) return slot;
      this.size++;
      this.hashes[slot] = hash;
    }
    if (count < MOST) this.counts[slot] = count + 1;
    return slot;
  }

  get(hash: number): number {
    return this.counts[this.slotOf(hash | 0)] as number;
  }

  /** The smallest count, at least `least`, that no more than `most` hashes reach. */
  countReachedBy(most: number, least: number): number {
    const ranks = new Uint16Array(MOST_RANKED + 1);
    const { counts } = this;
    for (let slot = 0; slot < counts.length; slot++) {
      const count = counts[slot] as number;
      if (count < least) continue;
      const rank = count < MOST_RANKED ? count : MOST_RANKED;
      ranks[rank] = (ranks[rank] as number) + 1;
    }
    let count = MOST_RANKED;
    let reached = ranks[count] as number;
    while (count > least && reached + (ranks[count - 1] as number) <= most) reached += ranks[--count] as number;
    return count;
  }

  /** `hash` as a signed number, so that calls pass it without making an object of it. */
  private slotOf(hash: number): number {
    const { mask, counts, hashes } = this;
    let slot = hash & mask;
    while ((counts[slot] as number) > 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }
}

const MOST = 0xffff;
/** Counts above this rank alike. */
const MOST_RANKED = 63;
