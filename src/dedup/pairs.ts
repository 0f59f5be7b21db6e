/**
 * A growing set of pairs of documents and how often each was met, as columns: no Map of corpus size. A pair is a double
 * (first * 2^26 + second), so that sorting sorts by both.
 */

import { rootOf } from '../core/roots.ts';
import { sortByKey } from '../core/sort.ts';

const SECOND = 2 ** 26;
const FIRST_ROOM = 1 << 16;
const MOST_MEETINGS = 0xffff;

/** Pairs side by side, the lower document first. */
export interface Pairs {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** Pairs in another order. */
export interface OrderedPairs extends Pairs {
  /** The place of each among the pairs as they were. */
  readonly place: Uint32Array;
  /** The lowest of the documents that each is tied to by pairs. */
  readonly tie: Uint32Array;
}

/** Pairs tied by their documents side by side, by the lowest of these: who compares them needs each text for a short time. */
export function orderByTies({ low, high }: Pairs): OrderedPairs {
  const last = high.reduce((most, document) => Math.max(most, document), 0);
  const roots = Uint32Array.from({ length: low.length === 0 ? 0 : last + 1 }, (_none, at) => at);
  for (let at = 0; at < low.length; at++) {
    const [one, other] = [rootOf(roots, low[at] as number), rootOf(roots, high[at] as number)];
    roots[Math.max(one, other)] = Math.min(one, other);
  }
  const { key: tie, owner: place } = sortByKey({
    key: low.map((document) => rootOf(roots, document)),
    owner: Uint32Array.from(low, (_document, at) => at),
  });
  return { low: place.map((at) => low[at] as number), high: place.map((at) => high[at] as number), place, tie };
}

export class PairSet {
  /** Every pair once, ascending, and how often it was met. */
  #codes: Float64Array = new Float64Array(0);
  #meetings: Uint16Array = new Uint16Array(0);
  #fresh: Float64Array = new Float64Array(FIRST_ROOM);
  #count = 0;

  /** Adds a pair of different documents, in either order. */
  add(one: number, other: number): void {
    if (this.#count === this.#fresh.length) this.#settle();
    this.#fresh[this.#count++] = one < other ? one * SECOND + other : other * SECOND + one;
  }

  /** Every pair once, ascending by the lower document, then by the higher. */
  pairs(): Pairs {
    this.#settle();
    const low = new Uint32Array(this.#codes.length);
    const high = new Uint32Array(this.#codes.length);
    for (let at = 0; at < low.length; at++) {
      const code = this.#codes[at] as number;
      low[at] = Math.floor(code / SECOND);
      high[at] = code - (low[at] as number) * SECOND;
    }
    return { low, high };
  }

  /** How often each of the pairs was met, in their order; at most 65,535. */
  meetings(): Uint16Array {
    this.#settle();
    return this.#meetings;
  }

  /** How often each of these pairs was met, 0 for one that never was. */
  meetingsOf({ low, high }: Pairs): Uint16Array {
    this.#settle();
    const counts = new Uint16Array(low.length);
    let place = 0;
    for (let at = 0; at < low.length; at++) {
      const code = (low[at] as number) * SECOND + (high[at] as number);
      while ((this.#codes[place] as number) < code) place++;
      if (this.#codes[place] === code) counts[at] = this.#meetings[place] as number;
    }
    return counts;
  }

  /** Takes in all pairs of another set, each met once. */
  addAll(other: PairSet): void {
    const { low, high } = other.pairs();
    for (let at = 0; at < low.length; at++) this.add(low[at] as number, high[at] as number);
  }

  /** Pairs come many times, once per key they share: the fresh ones are sorted and merged into the settled ones. */
  #settle(): void {
    if (this.#count === 0) return;
    const fresh = this.#fresh.subarray(0, this.#count).sort();
    const codes = new Float64Array(this.#codes.length + fresh.length);
    const meetings = new Uint16Array(codes.length);
    let size = 0;
    const put = (code: number, count: number): void => {
      if (size > 0 && codes[size - 1] === code) {
        meetings[size - 1] = Math.min(MOST_MEETINGS, (meetings[size - 1] as number) + count);
        return;
      }
      codes[size] = code;
      meetings[size++] = count;
    };
    let settled = 0;
    for (let at = 0; at < fresh.length; at++) {
      const code = fresh[at] as number;
      while (settled < this.#codes.length && (this.#codes[settled] as number) <= code) {
        put(this.#codes[settled] as number, this.#meetings[settled] as number);
        settled++;
      }
      put(code, 1);
    }
    for (; settled < this.#codes.length; settled++)
      put(this.#codes[settled] as number, this.#meetings[settled] as number);
    this.#codes = codes.slice(0, size);
    this.#meetings = meetings.slice(0, size);
    this.#count = 0;
    if (size > this.#fresh.length) this.#fresh = new Float64Array(size);
  }
}
