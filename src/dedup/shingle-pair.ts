/**
 * The three-word runs of two texts, numbered so that equal ones have one number: how much the texts share, where they meet and what
 * stands elsewhere is then looked up by number, and no set is sorted for a text that meets one other.
 */
import { fillColumn, Room } from '../core/room.ts';
import { countShingles } from '../text/shingles.ts';

/** The three-word runs of one of two texts. Columns are good until the next two texts are numbered. */
export interface NumberedShingles {
  /** The number of each run, in order. */
  readonly numbers: Uint32Array;
  /** How many different ones it has. */
  readonly size: number;
  /** The bit that is set in `owners` of each number that the text has. */
  readonly bit: number;
}

export interface ShinglePair {
  readonly one: NumberedShingles;
  readonly other: NumberedShingles;
  /** Who has each number. */
  readonly owners: Uint32Array;
  /** How many different ones there are, numbered from 1. */
  readonly count: number;
  /** How many different ones both have. */
  readonly shared: number;
}

/** Over sets of three-word runs; all 0..1. */
export interface Shares {
  readonly jaccard: number;
  /** Share of the one's runs that the other has, and of the other's that the one has. */
  readonly ofOne: number;
  readonly ofOther: number;
}

export const SHINGLE = 3;
/** Odd, so that multiplying by it loses no bits. */
const BASE = 0x9e3779b1 | 0;
const SQUARE = Math.imul(BASE, BASE);
const SPREAD = 0x85ebca6b | 0;
const LEAST_SLOTS = 16;
const BITS = 32;

/** Bits of the one and of the other. */
const ONE = 1;
const OTHER = 2;

const NUMBERS_OF_ONE: Room = new Room();
const NUMBERS_OF_OTHER: Room = new Room();
const OWNERS: Room = new Room();
const SLOTS: Room = new Room();
const HASHES: Room = new Room();

export function numberShingles(one: Uint32Array, other: Uint32Array): ShinglePair {
  const [ofOne, ofOther] = [countShingles(one.length, SHINGLE), countShingles(other.length, SHINGLE)];
  const most = ofOne + ofOther;
  const hashes = HASHES.of(most + 1);
  const owners = OWNERS.of(most + 1);
  const shift = Math.clz32(Math.max(LEAST_SLOTS, most * 2) - 1);
  const slots = SLOTS.of(2 ** (BITS - shift));
  fillColumn(slots, 0, 0, 2 ** (BITS - shift));
  const numbers = NUMBERS_OF_ONE.of(ofOne);
  const others = NUMBERS_OF_OTHER.of(ofOther);
  const table = { hashes, slots, shift, owners };
  const size = numberText(one, numbers, ONE, 0, table);
  const count = numberText(other, others, OTHER, size, table);
  let shared = 0;
  for (let number = 1; number <= size; number++) shared += (owners[number] as number) >>> 1;
  return {
    one: { numbers, size, bit: ONE },
    other: { numbers: others, size: count - size + shared, bit: OTHER },
    owners,
    count,
    shared,
  };
}

/** The same seen from the other text. */
export function turnedPair({ one, other, owners, count, shared }: ShinglePair): ShinglePair {
  return { one: other, other: one, owners, count, shared };
}

export function sharesIn({ one, other, count, shared }: ShinglePair): Shares {
  return {
    jaccard: shared / Math.max(1, count),
    ofOne: shared / Math.max(1, one.size),
    ofOther: shared / Math.max(1, other.size),
  };
}

/** Open addressing. */
interface NumberTable {
  readonly hashes: Uint32Array;
  /** The number of a hash, 0 for a slot that is free. */
  readonly slots: Uint32Array;
  /** Leaves of 32 bits those of a slot. */
  readonly shift: number;
  readonly owners: Uint32Array;
}

/** Writes the number of each run, those that are new the ones after `last`, and tells which one came last. */
function numberText(
  words: Uint32Array,
  numbers: Uint32Array,
  bit: number,
  last: number,
  { hashes, slots, shift, owners }: NumberTable,
): number {
  const { length } = words;
  const places = countShingles(length, SHINGLE);
  const mask = (1 << (BITS - shift)) - 1;
  let before = (words[0] as number) | 0;
  let here = (words[1] as number) | 0;
  let newest = last;
  for (let at = 0; at < places; at++) {
    const after = (words[at + 2] as number) | 0;
    // As in `text/shingles.ts` before mixing, which makes no two alike.
    let hash = (Math.imul(before, SQUARE) + Math.imul(here, BASE) + after) | 0;
    if (length < SHINGLE) hash = hashOfFew(words);
    before = here;
    here = after;
    let slot = Math.imul(hash, SPREAD) >>> shift;
    let number = slots[slot] as number;
    while (number !== 0 && ((hashes[number] as number) | 0) !== hash) {
      slot = (slot + 1) & mask;
      number = slots[slot] as number;
    }
    if (number === 0) {
      number = ++newest;
      slots[slot] = number;
      hashes[number] = hash;
      owners[number] = 0;
    }
    owners[number] = (owners[number] as number) | bit;
    numbers[at] = number;
  }
  return newest;
}

function hashOfFew(words: Uint32Array): number {
  let hash = 0;
  for (let at = 0; at < words.length; at++) hash = (Math.imul(hash, BASE) + (words[at] as number)) | 0;
  return hash;
}
