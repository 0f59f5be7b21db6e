/** Winnowing (Schleimer, Wilkerson, Aiken 2003): any run of 19 words that two texts share leaves them a fingerprint in common. */
import { setOf, shinglesOf } from '../text/shingles.ts';

const WINDOW_WORDS = 8;
/** The smallest of this many neighbouring hashes stays: about 15 % of them do. */
const NEIGHBOURS = 12;

/** Winnowed fingerprints of a text, as a set. Empty below eight words. `room` is for what is needed on the way. */
export function anchorsOf(words: Uint32Array, room?: Uint32Array): Uint32Array {
  if (words.length < WINDOW_WORDS) return new Uint32Array(0);
  const hashes = shinglesOf(words, WINDOW_WORDS, room);
  const reach = Math.min(NEIGHBOURS, hashes.length);
  const chosen: number[] = [];
  let least = -1;
  for (let end = reach - 1; end < hashes.length; end++) {
    const start = end - reach + 1;
    if (least < start) least = leastIn(hashes, start, end);
    else if ((hashes[end] as number) <= (hashes[least] as number)) least = end;
    else continue;
    chosen.push(hashes[least] as number);
  }
  return setOf(Uint32Array.from(chosen));
}

/** The last of the smallest, so that a run of equal windows leaves few fingerprints. */
function leastIn(hashes: Uint32Array, start: number, end: number): number {
  let least = start;
  for (let at = start + 1; at <= end; at++) {
    if ((hashes[at] as number) <= (hashes[least] as number)) least = at;
  }
  return least;
}
