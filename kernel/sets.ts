/** Hashes to sets: ascending, each once, in place. */
import { COUNTS, get, put, SORTED } from './layout';

const FEW: u32 = 16;
const MOST_BUCKETS: u32 = 1 << 12;
const DIGIT_BITS: u32 = 11;
const DIGITS: u32 = 1 << DIGIT_BITS;
const LAST_DIGIT: u32 = 22;

/** Of hashes that lie evenly; gives the size of the set. */
export function setOf(hashes: u32, count: u32): u32 {
  if (count <= FEW) insert(hashes, count);
  else if (count > MOST_BUCKETS) sortByDigits(hashes, count);
  else sortByBuckets(hashes, count, false);
  return withoutRepeats(hashes, count);
}

/** The same of hashes each of which is the smallest of twelve. */
export function setOfMinima(hashes: u32, count: u32): u32 {
  if (count <= FEW) insert(hashes, count);
  else if (count > MOST_BUCKETS) sortByDigits(hashes, count);
  else sortByBuckets(hashes, count, true);
  return withoutRepeats(hashes, count);
}

function withoutRepeats(hashes: u32, count: u32): u32 {
  if (count == 0) return 0;
  let size: u32 = 1;
  let last = get(hashes, 0);
  for (let at: u32 = 1; at < count; at++) {
    const hash = get(hashes, at);
    put(hashes, size, hash);
    size += hash != last ? 1 : 0;
    last = hash;
  }
  return size;
}

/** For hashes that are nearly in order. */
function insert(hashes: u32, count: u32): void {
  for (let at: u32 = 1; at < count; at++) {
    const hash = get(hashes, at);
    let place = at;
    for (; place > 0 && get(hashes, place - 1) > hash; place--) put(hashes, place, get(hashes, place - 1));
    put(hashes, place, hash);
  }
}

/** A bucket for about each of them, so that little is left to do. */
// @ts-ignore: decorator
@inline
function sortByBuckets(hashes: u32, count: u32, areMinima: bool): void {
  const shift = clz<u32>(count - 1);
  const buckets: u32 = 1 << (32 - shift);
  memory.fill(COUNTS, 0, (buckets + 1) << 2);
  for (let at: u32 = 0; at < count; at++) {
    const place = COUNTS + ((bucketOf(get(hashes, at), shift, areMinima) + 1) << 2);
    store<u32>(place, load<u32>(place) + 1);
  }
  sumUp(buckets);
  for (let at: u32 = 0; at < count; at++) {
    const hash = get(hashes, at);
    move(hash, bucketOf(hash, shift, areMinima), SORTED);
  }
  insert(SORTED, count);
  memory.copy(hashes, SORTED, count << 2);
}

// @ts-ignore: decorator
@inline
function bucketOf(hash: u32, shift: u32, isMinimum: bool): u32 {
  return (isMinimum ? shareBelow(hash) : hash) >>> shift;
}

/** How much of all minima of twelve lies below a hash, 32 bits for the whole: so that these too fill their buckets evenly. */
// @ts-ignore: decorator
@inline
function shareBelow(hash: u32): u32 {
  const above = ~hash;
  const byTwo = high(above, above);
  const byFour = high(byTwo, byTwo);
  return ~high(byFour, high(byFour, byFour));
}

// @ts-ignore: decorator
@inline
function high(a: u32, b: u32): u32 {
  return (((a as u64) * (b as u64)) >>> 32) as u32;
}

/** From how many there are to where each begins. */
function sumUp(buckets: u32): void {
  let sum: u32 = 0;
  for (let bucket: u32 = 1; bucket <= buckets; bucket++) {
    sum += get(COUNTS, bucket);
    put(COUNTS, bucket, sum);
  }
}

// @ts-ignore: decorator
@inline
function move(hash: u32, bucket: u32, to: u32): void {
  const place = COUNTS + (bucket << 2);
  const at = load<u32>(place);
  store<u32>(place, at + 1);
  put(to, at, hash);
}

/** Radix sort, lowest digit first: any number of them, however they lie. */
function sortByDigits(hashes: u32, count: u32): void {
  let from = hashes;
  let to = SORTED;
  for (let shift: u32 = 0; shift <= LAST_DIGIT; shift += DIGIT_BITS) {
    memory.fill(COUNTS, 0, (DIGITS + 1) << 2);
    for (let at: u32 = 0; at < count; at++) {
      const place = COUNTS + ((digitOf(get(from, at), shift) + 1) << 2);
      store<u32>(place, load<u32>(place) + 1);
    }
    sumUp(DIGITS);
    for (let at: u32 = 0; at < count; at++) {
      const hash = get(from, at);
      move(hash, digitOf(hash, shift), to);
    }
    const free = from;
    from = to;
    to = free;
  }
  memory.copy(hashes, SORTED, count << 2);
}

// @ts-ignore: decorator
@inline
function digitOf(hash: u32, shift: u32): u32 {
  return (hash >>> shift) & (DIGITS - 1);
}
