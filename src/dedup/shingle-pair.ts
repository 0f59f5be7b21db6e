/**
 * The three-word runs of two texts, numbered so that equal ones have one number: how much the texts share, where they meet and what
 * stands elsewhere is then looked up by number, and no set is sorted for a text that meets one other.
 */
import { Room } from '../core/room.ts';
import { countShingles } from '../text/shingles.ts';

/** The three-word runs of one of two texts. Columns are good until the next two texts are numbered. */
export interface NumberedShingles {
  /** The number of each run, in order. */
  readonly numbers: Uint32Array;
  /** 1 for each number that the text has, 0 for those that the other text has alone. */
  readonly has: Uint32Array;
  /** How many different ones it has. */
  readonly size: number;
}

export interface ShinglePair {
  readonly one: NumberedShingles;
  readonly other: NumberedShingles;
  /** How many different ones there are. */
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
const BASE = 0x9e3779b1;
const SQUARE = Math.imul(BASE, BASE);
const SPREAD = 0x85ebca6b;
const LEAST_SLOTS = 16;

const NUMBERS_OF_ONE: Room = new Room();
const NUMBERS_OF_OTHER: Room = new Room();
const IN_ONE: Room = new Room();
const IN_OTHER: Room = new Room();
const SLOTS: Room = new Room();
const HASHES: Room = new Room();

export function numberShingles(one: Uint32Array, other: Uint32Array): ShinglePair {
  const [ofOne, ofOther] = [countShingles(one.length, SHINGLE), countShingles(other.length, SHINGLE)];
  const most = ofOne + ofOther;
  const hashes = HASHES.of(most + 1);
  let shift = Math.clz32(LEAST_SLOTS - 1);
  while (2 ** (32 - shift) < most * 2) shift--;
  const slots = SLOTS.of(2 ** (32 - shift)).fill(0, 0, 2 ** (32 - shift));
  const numbers = NUMBERS_OF_ONE.of(ofOne);
  const others = NUMBERS_OF_OTHER.of(ofOther);
  const size = numberText(one, numbers, 0, hashes, slots, shift);
  const count = numberText(other, others, size, hashes, slots, shift);
  const inOne = IN_ONE.of(count).fill(1, 0, size).fill(0, size, count);
  const inOther = IN_OTHER.of(count).fill(0, 0, size).fill(1, size, count);
  for (let at = 0; at < ofOther; at++) inOther[others[at] as number] = 1;
  let shared = 0;
  for (let number = 0; number < size; number++) shared += inOther[number] as number;
  return {
    one: { numbers, has: inOne, size },
    other: { numbers: others, has: inOther, size: count - size + shared },
    count,
    shared,
  };
}

/** The same seen from the other text. */
export function turnedPair(pair: ShinglePair): ShinglePair {
  return { one: pair.other, other: pair.one, count: pair.count, shared: pair.shared };
}

export function sharesIn({ one, other, count, shared }: ShinglePair): Shares {
  return {
    jaccard: shared / Math.max(1, count),
    ofOne: shared / Math.max(1, one.size),
    ofOther: shared / Math.max(1, other.size),
  };
}

/** Writes the number of each run, `first` and the ones after it for those that are new, and tells which one is next. */
function numberText(
  words: Uint32Array,
  numbers: Uint32Array,
  first: number,
  hashes: Uint32Array,
  slots: Uint32Array,
  shift: number,
): number {
  const { length } = words;
  const mask = 2 ** (32 - shift) - 1;
  const places = countShingles(length, SHINGLE);
  let next = first;
  for (let at = 0; at < places; at++) {
    const hash = length < SHINGLE ? hashOfFew(words) : hashAt(words, at);
    let slot = Math.imul(hash, SPREAD) >>> shift;
    let number = slots[slot] as number;
    while (number !== 0 && (hashes[number] as number) !== hash) {
      slot = (slot + 1) & mask;
      number = slots[slot] as number;
    }
    if (number === 0) {
      number = ++next;
      slots[slot] = number;
      hashes[number] = hash;
    }
    numbers[at] = number - 1;
  }
  return next;
}

/** As in `text/shingles.ts` before mixing, which makes no two alike. */
function hashAt(words: Uint32Array, at: number): number {
  const high = Math.imul(words[at] as number, SQUARE) + Math.imul(words[at + 1] as number, BASE);
  return (high + (words[at + 2] as number)) >>> 0;
}

function hashOfFew(words: Uint32Array): number {
  let hash = 0;
  for (let at = 0; at < words.length; at++) hash = (Math.imul(hash, BASE) + (words[at] as number)) | 0;
  return hash >>> 0;
}
