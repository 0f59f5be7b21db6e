/** Winnowing (Schleimer, Wilkerson, Aiken 2003): any run of 19 words that two texts share leaves them a fingerprint in common. */
import { sortByKey } from '../core/sort.ts';
import { setOf, shinglesOf } from '../text/shingles.ts';

/** Words of the run that one fingerprint is made of. */
export const WINDOW_WORDS = 8;
/** The smallest of this many neighbouring hashes stays: about 15 % of them do. */
const NEIGHBOURS = 12;

/** Winnowed fingerprints of a text, as a set. Empty below eight words. `room` is for what is needed on the way. */
export function anchorsOf(words: Uint32Array, room?: Uint32Array): Uint32Array {
  if (words.length < WINDOW_WORDS) return new Uint32Array(0);
  const hashes = shinglesOf(words, WINDOW_WORDS, room);
  return setOf(chosenIn(hashes).map((at) => hashes[at] as number));
}

/** The same set, and beside each fingerprint the first word of the window where it stands first. */
export function placedAnchors(words: Uint32Array): { readonly anchors: Uint32Array; readonly word: Uint32Array } {
  if (words.length < WINDOW_WORDS) return { anchors: new Uint32Array(0), word: new Uint32Array(0) };
  const hashes = shinglesOf(words, WINDOW_WORDS);
  const chosen = chosenIn(hashes);
  const { key, owner } = sortByKey({ key: chosen.map((at) => hashes[at] as number), owner: chosen });
  let size = 0;
  for (let at = 0; at < key.length; at++) {
    if (at > 0 && key[at] === key[at - 1]) continue;
    owner[size] = owner[at] as number;
    key[size++] = key[at] as number;
  }
  return { anchors: key.slice(0, size), word: owner.slice(0, size) };
}

/** Which of the windows stay, ascending. */
function chosenIn(hashes: Uint32Array): Uint32Array {
  const reach = Math.min(NEIGHBOURS, hashes.length);
  const chosen: number[] = [];
  let least = -1;
  for (let end = reach - 1; end < hashes.length; end++) {
    const start = end - reach + 1;
    if (least < start) least = leastIn(hashes, start, end);
    else if ((hashes[end] as number) <= (hashes[least] as number)) least = end;
    else continue;
    chosen.push(least);
  }
  return Uint32Array.from(chosen);
}

/** The last of the smallest, so that a run of equal windows leaves few fingerprints. */
function leastIn(hashes: Uint32Array, start: number, end: number): number {
  let least = start;
  for (let at = start + 1; at <= end; at++) {
    if ((hashes[at] as number) <= (hashes[least] as number)) least = at;
  }
  return least;
}
