/** Winnowing (Schleimer, Wilkerson, Aiken 2003): any run of 19 words that two texts share leaves them a fingerprint in common. */
import { Room } from '../core/room.ts';
import { sortByKey } from '../core/sort.ts';
import { countShingles, putShingles, setOf } from '../text/shingles.ts';

/** Words of the run that one fingerprint is made of. */
export const WINDOW_WORDS = 8;
/** The smallest of this many neighbouring hashes stays: about 15 % of them do. */
const NEIGHBOURS = 12;

/** The hash below which this share of all fingerprints lies, as the smallest of so many even hashes: half of them below 1/18 of the range. */
export function quantileOfAnchors(share: number): number {
  return 2 ** 32 * (1 - (1 - share) ** (1 / NEIGHBOURS));
}

const HASHES: Room = new Room();
const CHOSEN: Room = new Room();

/** Winnowed fingerprints of a text, as a set. Empty below eight words. */
export function anchorsOf(words: Uint32Array): Uint32Array {
  return lendAnchors(words).slice();
}

/** The same, good until the next text is looked at. */
export function lendAnchors(words: Uint32Array): Uint32Array {
  const { hashes, chosen, count } = winnow(words);
  for (let one = 0; one < count; one++) chosen[one] = hashes[chosen[one] as number] as number;
  return setOf(chosen.subarray(0, count));
}

/** The same set, and beside each fingerprint the first word of the window where it stands first. */
export function placedAnchors(words: Uint32Array): { readonly anchors: Uint32Array; readonly word: Uint32Array } {
  const { hashes, chosen, count } = winnow(words);
  const places = chosen.slice(0, count);
  const { key, owner } = sortByKey({ key: places.map((at) => hashes[at] as number), owner: places });
  let size = 0;
  for (let at = 0; at < key.length; at++) {
    if (at > 0 && key[at] === key[at - 1]) continue;
    owner[size] = owner[at] as number;
    key[size++] = key[at] as number;
  }
  return { anchors: key.slice(0, size), word: owner.slice(0, size) };
}

interface Winnowed {
  /** A hash per window. */
  readonly hashes: Uint32Array;
  /** Which of the windows stay, ascending, and how many they are. */
  readonly chosen: Uint32Array;
  readonly count: number;
}

function winnow(words: Uint32Array): Winnowed {
  const windows = words.length < WINDOW_WORDS ? 0 : countShingles(words.length, WINDOW_WORDS);
  const [hashes, chosen] = [HASHES.of(windows), CHOSEN.of(windows)];
  if (windows > 0) putShingles(words, WINDOW_WORDS, hashes);
  const reach = Math.min(NEIGHBOURS, windows);
  let count = 0;
  let least = -1;
  for (let end = Math.max(0, reach - 1); end < windows; end++) {
    const start = end - reach + 1;
    if (least < start) least = leastIn(hashes, start, end);
    else if ((hashes[end] as number) <= (hashes[least] as number)) least = end;
    else continue;
    chosen[count++] = least;
  }
  return { hashes, chosen, count };
}

/** The last of the smallest, so that a run of equal windows leaves few fingerprints. */
function leastIn(hashes: Uint32Array, start: number, end: number): number {
  let least = start;
  for (let at = start + 1; at <= end; at++) {
    if ((hashes[at] as number) <= (hashes[least] as number)) least = at;
  }
  return least;
}
