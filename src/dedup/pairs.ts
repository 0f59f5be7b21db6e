/**
 * A growing set of pairs of documents and how often each was met: no Map of corpus size, and no list of meetings, as copies meet
 * under every key they share. A pair is a double (first * 2^26 + second), so that sorting sorts by both; a hash says where it lies.
 */

import { rootOf } from '../core/roots.ts';
import { sortByKey } from '../core/sort.ts';

const SECOND = 2 ** 26;
const FIRST_BITS = 12;
const MOST_MEETINGS = 0xffff;
/** A place without a pair; a document never meets itself. */
const EMPTY = 0;
/** Fuller than this the way to a pair grows long. */
const FULLEST = 0.6;
const HASH_BITS = 32;
/** Odd, so that multiplying by them loses no bits. */
const PRIME_OF_LOW = 0x9e3779b1;
const PRIME_OF_HIGH = 0x85ebca6b;

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
  #shift = HASH_BITS - FIRST_BITS;
  #codes: Float64Array = new Float64Array(2 ** FIRST_BITS);
  #meetings: Uint16Array = new Uint16Array(2 ** FIRST_BITS);
  #size = 0;

  /** Adds a pair of different documents, in either order. */
  add(one: number, other: number): void {
    const place = one < other ? this.#placeOf(one, other) : this.#placeOf(other, one);
    const known = this.#meetings[place] as number;
    if (known < MOST_MEETINGS) this.#meetings[place] = known + 1;
    if (known > 0) return;
    this.#codes[place] = one < other ? one * SECOND + other : other * SECOND + one;
    if (++this.#size > this.#codes.length * FULLEST) this.#grow();
  }

  /** Every pair once, ascending by the lower document, then by the higher. */
  pairs(): Pairs {
    const codes = this.#codes.filter((code) => code !== EMPTY).sort();
    const low = new Uint32Array(codes.length);
    const high = new Uint32Array(codes.length);
    for (let at = 0; at < low.length; at++) {
      const code = codes[at] as number;
      low[at] = Math.floor(code / SECOND);
      high[at] = code - (low[at] as number) * SECOND;
    }
    return { low, high };
  }

  /** How often each of these pairs was met, 0 for one that never was; at most 65,535. */
  meetingsOf({ low, high }: Pairs): Uint16Array {
    const counts = new Uint16Array(low.length);
    for (let at = 0; at < low.length; at++)
      counts[at] = this.#meetings[this.#placeOf(low[at] as number, high[at] as number)] as number;
    return counts;
  }

  /** Takes in all pairs of another set, each met once. */
  addAll(other: PairSet): void {
    const { low, high } = other.pairs();
    for (let at = 0; at < low.length; at++) this.add(low[at] as number, high[at] as number);
  }

  /** Where the pair lies, or the empty place where it would. */
  #placeOf(low: number, high: number): number {
    const code = low * SECOND + high;
    const last = this.#codes.length - 1;
    let place = (Math.imul(low, PRIME_OF_LOW) ^ Math.imul(high, PRIME_OF_HIGH)) >>> this.#shift;
    for (let found = this.#codes[place]; found !== code && found !== EMPTY; found = this.#codes[place])
      place = (place + 1) & last;
    return place;
  }

  #grow(): void {
    const [codes, meetings] = [this.#codes, this.#meetings];
    this.#shift--;
    this.#codes = new Float64Array(codes.length * 2);
    this.#meetings = new Uint16Array(meetings.length * 2);
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at] as number;
      if (code === EMPTY) continue;
      const low = Math.floor(code / SECOND);
      const place = this.#placeOf(low, code - low * SECOND);
      this.#codes[place] = code;
      this.#meetings[place] = meetings[at] as number;
    }
  }
}
