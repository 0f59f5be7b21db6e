/**
 * Counts 32-bit hashes in typed arrays: a few thousand words per page, where a `Map` took half the time of finding the
 * title.
 */
export class HashCounts {
  private readonly mask: number;
  private readonly hashes: Uint32Array;
  private readonly counts: Uint16Array;
  private readonly most: number;
  /** Distinct hashes seen. */
  size = 0;

  /** Counts up to `most` distinct hashes; further new ones are left out. */
  constructor(most: number) {
    let slots = 64;
    while (slots < most * 2) slots *= 2;
    this.most = most;
    this.mask = slots - 1;
    this.hashes = new Uint32Array(slots);
    this.counts = new Uint16Array(slots);
  }

  add(hash: number): void {
    const slot = this.slotOf(hash);
    const count = this.counts[slot] as number;
    if (count === 0) {
      if (this.size >= this.most) return;
      this.size++;
      this.hashes[slot] = hash;
    }
    if (count < MOST) this.counts[slot] = count + 1;
  }

  get(hash: number): number {
    return this.counts[this.slotOf(hash)] as number;
  }

  /** The smallest count, at least `least`, that no more than `most` hashes reach. */
  countReachedBy(most: number, least: number): number {
    const ranks = new Uint16Array(MOST_RANKED + 1);
    for (let slot = 0; slot <= this.mask; slot++) {
      const at = Math.min(this.counts[slot] as number, MOST_RANKED);
      ranks[at] = (ranks[at] as number) + 1;
    }
    let count = MOST_RANKED;
    let reached = ranks[count] as number;
    while (count > least && reached + (ranks[count - 1] as number) <= most) reached += ranks[--count] as number;
    return count;
  }

  private slotOf(hash: number): number {
    let slot = hash & this.mask;
    while ((this.counts[slot] as number) > 0 && this.hashes[slot] !== hash) slot = (slot + 1) & this.mask;
    return slot;
  }
}

const MOST = 0xffff;
/** Counts above this rank alike. */
const MOST_RANKED = 63;
