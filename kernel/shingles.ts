/** Hashes of runs of words, as in `src/text/shingles.ts`, four runs at a time. */
import { mix, mixFour } from './hash';
import { get } from './layout';

const BASE: u32 = 0x9e3779b1;
const SQUARE: u32 = BASE * BASE;
const CUBE: u32 = SQUARE * BASE;
const FOURTH: u32 = SQUARE * SQUARE;
export const WINDOW_WORDS: u32 = 8;

/** Of runs of five words; gives how many they are. */
export function putFives(words: u32, count: u32, into: u32): u32 {
  if (count <= 5) return putOne(words, count, into);
  const runs = count - 4;
  for (let at: u32 = 0; at < runs; at += 4) {
    const place = words + (at << 2);
    const far = i32x4.add(times(place, 0, FOURTH), times(place, 4, CUBE));
    const near = i32x4.add(times(place, 8, SQUARE), times(place, 12, BASE));
    v128.store(into + (at << 2), mixFour(i32x4.add(i32x4.add(far, near), v128.load(place, 16))));
  }
  return runs;
}

/** Of runs of three words. */
export function putThrees(words: u32, count: u32, into: u32): u32 {
  if (count <= 3) return putOne(words, count, into);
  const runs = count - 2;
  for (let at: u32 = 0; at < runs; at += 4) {
    const place = words + (at << 2);
    const sum = i32x4.add(times(place, 0, SQUARE), times(place, 4, BASE));
    v128.store(into + (at << 2), mixFour(i32x4.add(sum, v128.load(place, 8))));
  }
  return runs;
}

/** Of runs of eight words; none below eight. */
export function putWindows(words: u32, count: u32, into: u32): u32 {
  if (count < WINDOW_WORDS) return 0;
  const runs = count - WINDOW_WORDS + 1;
  for (let at: u32 = 0; at < runs; at += 4) {
    const place = words + (at << 2);
    const far = ofFour(place);
    v128.store(into + (at << 2), mixFour(i32x4.add(i32x4.mul(far, i32x4.splat(FOURTH)), ofFour(place + 16))));
  }
  return runs;
}

// @ts-ignore: decorator
@inline
function ofFour(place: u32): v128 {
  const far = i32x4.add(times(place, 0, CUBE), times(place, 4, SQUARE));
  return i32x4.add(far, i32x4.add(times(place, 8, BASE), v128.load(place, 12)));
}

// @ts-ignore: decorator
@inline
function times(place: u32, offset: u32, factor: u32): v128 {
  return i32x4.mul(v128.load(place + offset), i32x4.splat(factor));
}

/** A text that is shorter than a run is one; without words there is none. */
function putOne(words: u32, count: u32, into: u32): u32 {
  if (count == 0) return 0;
  let hash: u32 = 0;
  for (let at: u32 = 0; at < count; at++) hash = hash * BASE + get(words, at);
  store<u32>(into, mix(hash));
  return 1;
}
