/** Folded hashes of the words that were read, and the flags that follow from them. */
import { mixFour, WORD_PRIME, WORD_SEED } from './hash';
import {
  ENDS,
  FLAGS,
  FOLDED,
  get,
  HASHES,
  KNOWN,
  KNOWN_MASK,
  LENGTHS,
  MARK_FLAGS,
  MARK_MASK,
  MARKS,
  PLACES,
  put,
  SORTED,
  STARTS,
  WORDS,
} from './layout';

/** Words of so many units and more are hashed one by one. */
const LONG: u32 = 15;
const JOINS: u32 = 1;

/** Of `count` words; in `joined` places an apostrophe stands inside one. */
export function hashWords(count: u32, joined: u32): void {
  sortByLength(count);
  hashSorted(count);
  for (let one: u32 = 0; one < joined; one++) hashWord(wordAround(get(PLACES, one), count));
  for (let word: u32 = 0; word < count; word += 4) {
    const place = WORDS + (word << 2);
    v128.store(place, mixFour(v128.load(place)));
  }
  markKnown(count);
}

/** Puts the words in order of their lengths: a loop over words of one length is never guessed wrongly, which took half of the time. */
function sortByLength(count: u32): void {
  memory.fill(LENGTHS, 0, (LONG + 2) << 2);
  for (let word: u32 = 0; word < count; word++) {
    const place = LENGTHS + ((lengthOf(word) + 1) << 2);
    store<u32>(place, load<u32>(place) + 1);
  }
  for (let length: u32 = 1; length <= LONG + 1; length++) put(LENGTHS, length, get(LENGTHS, length) + get(LENGTHS, length - 1));
  for (let word: u32 = 0; word < count; word++) {
    const place = LENGTHS + (lengthOf(word) << 2);
    const at = load<u32>(place);
    store<u32>(place, at + 1);
    put(SORTED, at, word);
  }
}

// @ts-ignore: decorator
@inline
function lengthOf(word: u32): u32 {
  return min<u32>(get(ENDS, word) - get(STARTS, word), LONG);
}

/** Four words of a length side by side, as each waits for its own last multiplication. */
function hashSorted(count: u32): void {
  let from: u32 = 0;
  for (let length: u32 = 1; length < LONG; length++) {
    const to = get(LENGTHS, length);
    for (; from + 4 <= to; from += 4) hashFour(SORTED + (from << 2), length);
    for (; from < to; from++) hashWord(get(SORTED, from));
  }
  for (; from < count; from++) hashWord(get(SORTED, from));
}

// @ts-ignore: decorator
@inline
function hashFour(words: u32, length: u32): void {
  const a = get(words, 0);
  const b = get(words, 1);
  const c = get(words, 2);
  const d = get(words, 3);
  const startOfA = FOLDED + get(STARTS, a);
  const startOfB = FOLDED + get(STARTS, b);
  const startOfC = FOLDED + get(STARTS, c);
  const startOfD = FOLDED + get(STARTS, d);
  let hashOfA = WORD_SEED;
  let hashOfB = WORD_SEED;
  let hashOfC = WORD_SEED;
  let hashOfD = WORD_SEED;
  for (let at: u32 = 0; at < length; at++) {
    hashOfA = (hashOfA ^ load<u8>(startOfA + at)) * WORD_PRIME;
    hashOfB = (hashOfB ^ load<u8>(startOfB + at)) * WORD_PRIME;
    hashOfC = (hashOfC ^ load<u8>(startOfC + at)) * WORD_PRIME;
    hashOfD = (hashOfD ^ load<u8>(startOfD + at)) * WORD_PRIME;
  }
  put(WORDS, a, hashOfA);
  put(WORDS, b, hashOfB);
  put(WORDS, c, hashOfC);
  put(WORDS, d, hashOfD);
}

/** FNV-1a of its letters and digits. */
function hashWord(word: u32): void {
  const end = FOLDED + get(ENDS, word);
  let hash = WORD_SEED;
  for (let place = FOLDED + get(STARTS, word); place < end; place++) {
    const sign = load<u8>(place) as u32;
    if (sign != JOINS) hash = (hash ^ sign) * WORD_PRIME;
  }
  put(WORDS, word, hash);
}

/** The word that the unit is of. */
function wordAround(unit: u32, count: u32): u32 {
  let low: u32 = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (get(STARTS, middle) <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Marks figures and negations. Those that may be any are picked without a branch, as a processor guesses wrongly at most of them. */
function markKnown(count: u32): void {
  let some: u32 = 0;
  for (let word: u32 = 0; word < count; word++) {
    put(HASHES, some, word);
    some += load<u8>(KNOWN + (get(WORDS, word) & KNOWN_MASK)) as u32;
  }
  for (let one: u32 = 0; one < some; one++) {
    const word = get(HASHES, one);
    const place = FLAGS + word;
    store<u8>(place, load<u8>(place) | markOf(get(WORDS, word)));
  }
}

function markOf(hash: u32): u32 {
  let slot = hash & MARK_MASK;
  while (load<u8>(MARK_FLAGS + slot) != 0) {
    if (get(MARKS, slot) == hash) return load<u8>(MARK_FLAGS + slot);
    slot = (slot + 1) & MARK_MASK;
  }
  return 0;
}
