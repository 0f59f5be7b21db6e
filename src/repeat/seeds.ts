/**
 * Where words of a text occurred before: winnowed fingerprints of short windows (Schleimer, Wilkerson, Aiken 2003).
 * Of every `SPREAD` neighbouring windows the one with the least hash is looked up, so any run of
 * `window + SPREAD - 1` words that occurred before is certain to be seen, at 40 % of the look-ups.
 */
import type { Slots } from './slots.ts';
import { claimSlots, slots } from './slots.ts';

/** Word `at[i]` begins a window whose first occurrence begins at word `from[i]`; in the order of `at`. */
export interface Seeds {
  readonly count: number;
  readonly at: Uint32Array;
  readonly from: Uint32Array;
}

const SPREAD = 4;
const BASE = 0x01000193;
/** Values are compared as signed numbers. */
const SIGN = 1 << 31;
const LARGEST = 0x7fffffff;
/** A look-up gives up after this many slots, so that crafted collisions cost no more than a missed seed. */
const LONGEST_PROBE = 32;
const FIRST_SEEDS = 64;
const NOWHERE = -1;

export function findSeeds(hash: Uint32Array, window: number): Seeds {
  const count = hash.length;
  const seeds = new SeedList();
  if (count < window) return seeds;
  const claimed = claimSlots(slots(count), count);
  const oldest = power(window);
  let rolling = 0;
  for (let at = 0; at < window - 1; at++) rolling = (Math.imul(rolling, BASE) + (hash[at] as number)) | 0;
  // The values of the last three windows, the oldest first; the least of the last four; the one looked up last.
  let first = LARGEST;
  let second = LARGEST;
  let third = LARGEST;
  let least = NOWHERE;
  let leastValue = LARGEST;
  let seen = NOWHERE;
  for (let at = 0; at <= count - window; at++) {
    rolling = (Math.imul(rolling, BASE) + (hash[at + window - 1] as number)) | 0;
    const value = rolling ^ SIGN;
    rolling = (rolling - Math.imul(hash[at] as number, oldest)) | 0;
    if (at - least >= SPREAD) {
      leastValue = Math.min(first, second, third);
      least = at - (leastValue === first ? 3 : leastValue === second ? 2 : 1);
    }
    if (value < leastValue) {
      leastValue = value;
      least = at;
    }
    first = second;
    second = third;
    third = value;
    if (least === seen || at < SPREAD - 1) continue;
    seen = least;
    const from = look(hash, claimed, least, leastValue ^ SIGN, window);
    if (from !== NOWHERE) seeds.add(least, from);
  }
  return seeds;
}

/** True if the runs of equal words around the seeds hold `least` words in all; with fewer there is nothing to follow. */
export function holdWords(hash: Uint32Array, seeds: Seeds, least: number): boolean {
  let words = 0;
  let read = 0;
  for (let seed = 0; seed < seeds.count && words < least; seed++) {
    const at = seeds.at[seed] as number;
    if (at < read) continue;
    const shift = at - (seeds.from[seed] as number);
    let start = at;
    while (start > Math.max(read, shift) && hash[start - 1] === hash[start - 1 - shift]) start--;
    read = at;
    while (read < hash.length && hash[read] === hash[read - shift]) read++;
    words += read - start;
  }
  return words >= least;
}

/** The weight of the word that leaves the window. */
function power(window: number): number {
  let weight = 1;
  for (let each = 1; each < window; each++) weight = Math.imul(weight, BASE);
  return weight;
}

/** Where the window at `at` occurred first; if nowhere, it goes into the table. */
function look(hash: Uint32Array, { table, empty, mask }: Slots, at: number, value: number, window: number): number {
  let slot = (value ^ (value >>> 15)) & mask;
  for (let probe = 0; probe < LONGEST_PROBE; probe++) {
    const first = (table[slot] as number) - empty - 1;
    if (first < 0) {
      table[slot] = empty + 1 + at;
      return NOWHERE;
    }
    if (isSame(hash, first, at, window)) return first;
    slot = (slot + 1) & mask;
  }
  return NOWHERE;
}

function isSame(hash: Uint32Array, a: number, b: number, length: number): boolean {
  for (let each = 0; each < length; each++) if (hash[a + each] !== hash[b + each]) return false;
  return true;
}

const NO_SEEDS: Uint32Array = new Uint32Array(0);

class SeedList implements Seeds {
  at: Uint32Array = NO_SEEDS;
  from: Uint32Array = NO_SEEDS;
  count = 0;

  add(at: number, from: number): void {
    if (this.count === this.at.length) {
      this.at = longer(this.at);
      this.from = longer(this.from);
    }
    this.at[this.count] = at;
    this.from[this.count++] = from;
  }
}

function longer(column: Uint32Array): Uint32Array {
  const wider = new Uint32Array(Math.max(FIRST_SEEDS, column.length * 2));
  wider.set(column);
  return wider;
}
