/**
 * Where words of a text occurred before: winnowed fingerprints of short windows (Schleimer, Wilkerson, Aiken 2003).
 * Of every `SPREAD` neighbouring windows the one with the least hash is looked up, so any run of
 * `window + SPREAD - 1` words that occurred before is certain to be seen, at 40 % of the look-ups.
 */
import { slots, slotTable } from './slots.ts';

/** Word `at[i]` begins a window whose first occurrence begins at word `from[i]`; in the order of `at`. */
export interface Seeds {
  readonly count: number;
  readonly at: Uint32Array;
  readonly from: Uint32Array;
}

const SPREAD = 4;
const RING = SPREAD - 1;
const BASE = 0x01000193;
/** A look-up gives up after this many slots, so that crafted collisions cost no more than a missed seed. */
const LONGEST_PROBE = 32;
const FIRST_SEEDS = 64;
const NOWHERE = -1;

export function findSeeds(hash: Uint32Array, window: number): Seeds {
  const count = hash.length;
  const seeds = new SeedList();
  const table = slotTable(slots(count));
  const ring = [0, 0, 0, 0];
  const oldest = power(window);
  let rolling = 0;
  for (let at = 0; at < window - 1; at++) rolling = (Math.imul(rolling, BASE) + (hash[at] as number)) | 0;
  let least = NOWHERE;
  for (let at = 0; at <= count - window; at++) {
    rolling = (Math.imul(rolling, BASE) + (hash[at + window - 1] as number)) | 0;
    const value = rolling >>> 0;
    rolling = (rolling - Math.imul(hash[at] as number, oldest)) | 0;
    ring[at & RING] = value;
    const chosen = choose(ring, at, least, value);
    if (chosen === least) continue;
    least = chosen;
    const from = look(hash, table, least, ring[least & RING] as number, window);
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

/** The window with the least hash among the last `SPREAD`, the first of equals; `least` is the one before `at` came. */
function choose(ring: readonly number[], at: number, least: number, value: number): number {
  if (least > at - SPREAD && least !== NOWHERE) return value < (ring[least & RING] as number) ? at : least;
  if (at < RING) return NOWHERE;
  let chosen = at - RING;
  for (let each = chosen + 1; each <= at; each++)
    if ((ring[each & RING] as number) < (ring[chosen & RING] as number)) chosen = each;
  return chosen;
}

/** The weight of the word that leaves the window. */
function power(window: number): number {
  let weight = 1;
  for (let each = 1; each < window; each++) weight = Math.imul(weight, BASE);
  return weight;
}

/** Where the window at `at` occurred first; if nowhere, it goes into the table. */
function look(hash: Uint32Array, table: Uint32Array, at: number, value: number, window: number): number {
  const mask = table.length - 1;
  let slot = (value ^ (value >>> 15)) & mask;
  for (let probe = 0; probe < LONGEST_PROBE; probe++) {
    const entry = table[slot] as number;
    if (entry === 0) {
      table[slot] = at + 1;
      return NOWHERE;
    }
    if (isSame(hash, entry - 1, at, window)) return entry - 1;
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
