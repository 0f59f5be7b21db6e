/** Sorting in linear time: rows of (key, document) by key, so that records that share a key stand side by side, and hashes. */
import { Room } from './room.ts';

/** Rows of two columns. `owner` is the number of the document the key belongs to. */
export interface KeyRows {
  readonly key: Uint32Array;
  readonly owner: Uint32Array;
}

/** Rows that share their keys, two and more a bucket, in order of the keys; rows of a bucket as they were. */
export interface Buckets {
  /** Key of each bucket. */
  readonly key: Uint32Array;
  /** One past the last row of each. */
  readonly end: Uint32Array;
  readonly owner: Uint32Array;
  /** How many rows there were, with those whose key no other row has. */
  readonly rows: number;
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const KEY_BITS = 32;
/** Up to here moving rows one by one is cheaper than counting 2,048 digits three times. */
const FEW_ROWS = 256;

/** Stable least-significant-digit radix sort: rows of equal keys keep their order. The given columns are used as scratch. */
export function sortByKey(rows: KeyRows): KeyRows {
  if (rows.key.length <= FEW_ROWS) return insertSorted(rows);
  return sortBetween(rows, { key: new Uint32Array(rows.key.length), owner: new Uint32Array(rows.owner.length) });
}

/** Back and forth between two pairs of columns; the rows end up in one of them. */
function sortBetween(rows: KeyRows, room: KeyRows): KeyRows {
  let [from, to] = [rows, room];
  for (let shift = 0; shift < KEY_BITS; shift += DIGIT_BITS) {
    scatter(from, to, shift);
    [from, to] = [to, from];
  }
  return from;
}

/** A row falls through the sieve for nothing if its bits are another's by chance: one in so many. */
const SIEVE_BITS = 8;
const MOST_SIEVE_BITS = 2 ** 31;
/** Odd, so that multiplying by it loses no bits; the golden ratio in 32 bits. */
const SPREAD = 0x9e3779b1;
const WORD_BITS = 5;
/** Room for one part of the keys of a million documents is kept from part to part. */
const MOST_KEPT = 1 << 22;
const SIEVE: Room = new Room(MOST_KEPT);
const KEYS: Room = new Room(MOST_KEPT);
const OWNERS: Room = new Room(MOST_KEPT);
const ENDS: Room = new Room(MOST_KEPT);

/**
 * Brings rows of one key together. Most keys occur once, and finding that out takes a tenth of the time of sorting them. The
 * given columns are used as scratch; the buckets are good until the next are asked for.
 */
export function bucketsOf({ key, owner }: KeyRows): Buckets {
  const rows = key.length;
  if (rows <= FEW_ROWS) return { ...withoutSingles(insertSorted({ key, owner })), rows };
  const some = keepShared(key, owner);
  const room = { key: KEYS.of(some).subarray(0, some), owner: OWNERS.of(some).subarray(0, some) };
  const sorted = sortBetween({ key: key.subarray(0, some), owner: owner.subarray(0, some) }, room);
  return { ...withoutSingles(sorted), rows };
}

/** In the place of the rows. */
function withoutSingles({ key, owner }: KeyRows): Omit<Buckets, 'rows'> {
  const end = ENDS.of(key.length >>> 1);
  let count = 0;
  let size = 0;
  for (let first = 0, next = 1; first < key.length; first = next++) {
    const shared = key[first] as number;
    while (next < key.length && key[next] === shared) next++;
    if (next - first === 1) continue;
    for (let at = first; at < next; at++) owner[size++] = owner[at] as number;
    key[count] = shared;
    end[count++] = size;
  }
  return { key: key.subarray(0, count), end: end.subarray(0, count), owner: owner.subarray(0, size) };
}

/** Moves rows that may share a key to the front, in their order, and tells how many they are. A key sets one bit when it comes first and another when it comes again. */
function keepShared(key: Uint32Array, owner: Uint32Array): number {
  const { length } = key;
  const shift = Math.clz32(Math.min(length * SIEVE_BITS, MOST_SIEVE_BITS) - 1);
  /** Word by word: bits of keys that came, and of those that came again. */
  const words = 2 ** (KEY_BITS - shift - WORD_BITS + 1);
  const sieve = SIEVE.of(words).fill(0, 0, words);
  for (let at = 0; at < length; at++) {
    const place = Math.imul(key[at] as number, SPREAD) >>> shift;
    const word = (place >>> WORD_BITS) << 1;
    const bit = 1 << place;
    const came = (sieve[word] as number) | 0;
    sieve[word] = came | bit;
    sieve[word + 1] = (sieve[word + 1] as number) | (came & bit);
  }
  let size = 0;
  for (let at = 0; at < length; at++) {
    const place = Math.imul(key[at] as number, SPREAD) >>> shift;
    key[size] = key[at] as number;
    owner[size] = owner[at] as number;
    size += ((sieve[((place >>> WORD_BITS) << 1) + 1] as number) >>> place) & 1;
  }
  return size;
}

/** Calls `visit` with every half-open range of rows that share a key. */
export function forEachRun(rows: KeyRows, visit: (first: number, end: number) => void): void {
  const { key } = rows;
  let first = 0;
  for (let at = 1; at <= key.length; at++) {
    if (at < key.length && key[at] === key[first]) continue;
    visit(first, at);
    first = at;
  }
}

/** Stable, in place. */
function insertSorted(rows: KeyRows): KeyRows {
  const { key, owner } = rows;
  for (let at = 1; at < key.length; at++) {
    const moved = key[at] as number;
    const document = owner[at] as number;
    let place = at;
    for (; place > 0 && (key[place - 1] as number) > moved; place--) {
      key[place] = key[place - 1] as number;
      owner[place] = owner[place - 1] as number;
    }
    key[place] = moved;
    owner[place] = document;
  }
  return rows;
}

function scatter(from: KeyRows, to: KeyRows, shift: number): void {
  const place = new Uint32Array(DIGITS + 1);
  const { length } = from.key;
  for (let at = 0; at < length; at++) {
    const digit = ((from.key[at] as number) >>> shift) & (DIGITS - 1);
    place[digit + 1] = (place[digit + 1] as number) + 1;
  }
  for (let digit = 1; digit <= DIGITS; digit++) place[digit] = (place[digit] as number) + (place[digit - 1] as number);
  for (let at = 0; at < length; at++) {
    const key = from.key[at] as number;
    const digit = (key >>> shift) & (DIGITS - 1);
    const row = place[digit] as number;
    place[digit] = row + 1;
    to.key[row] = key;
    to.owner[row] = from.owner[at] as number;
  }
}

const FEW_HASHES = 16;
const MOST_BUCKETS = 1 << 12;
const MOST_IN_BUCKET = 24;
const COUNTS: Uint32Array = new Uint32Array(MOST_BUCKETS + 1);
const SORTED: Room = new Room();

/**
 * Ascending, in place. Hashes lie evenly, so that a bucket for each by their top bits leaves little to do: a third of the time of
 * the engine's own sort, which does it where they do not.
 */
export function sortHashes(hashes: Uint32Array): Uint32Array {
  const { length } = hashes;
  if (length <= FEW_HASHES) return insertHashes(hashes, length);
  if (length > MOST_BUCKETS) return hashes.sort();
  const shift = Math.clz32(length - 1);
  if (!countBuckets(hashes, shift)) return hashes.sort();
  const sorted = SORTED.of(length);
  for (let at = 0; at < length; at++) {
    const hash = hashes[at] as number;
    const bucket = hash >>> shift;
    const place = COUNTS[bucket] as number;
    COUNTS[bucket] = place + 1;
    sorted[place] = hash;
  }
  insertHashes(sorted, length);
  for (let at = 0; at < length; at++) hashes[at] = sorted[at] as number;
  return hashes;
}

/** Where each bucket begins; false if one of them is too full. */
function countBuckets(hashes: Uint32Array, shift: number): boolean {
  const buckets = 2 ** (KEY_BITS - shift);
  COUNTS.fill(0, 0, buckets + 1);
  for (let at = 0; at < hashes.length; at++) {
    const bucket = ((hashes[at] as number) >>> shift) + 1;
    COUNTS[bucket] = (COUNTS[bucket] as number) + 1;
  }
  let fullest = 0;
  for (let bucket = 1; bucket <= buckets; bucket++) {
    fullest = Math.max(fullest, COUNTS[bucket] as number);
    COUNTS[bucket] = (COUNTS[bucket] as number) + (COUNTS[bucket - 1] as number);
  }
  return fullest <= MOST_IN_BUCKET;
}

/** The first `length` of them, which are nearly in order. */
function insertHashes(hashes: Uint32Array, length: number): Uint32Array {
  for (let at = 1; at < length; at++) {
    const hash = hashes[at] as number;
    let place = at;
    for (; place > 0 && (hashes[place - 1] as number) > hash; place--) hashes[place] = hashes[place - 1] as number;
    hashes[place] = hash;
  }
  return hashes;
}
