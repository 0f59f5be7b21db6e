/** Equal folded words: copies that differ in layout, typography and case only. */

import { forEachRun, sortByKey } from '../core/sort.ts';
import type { Fingerprint } from '../core/types.ts';
import { mix } from '../text/hash.ts';

/** Bodies of fewer words are the same text or another one: there is nothing to be near to. */
export const LEAST_WORDS = 8;

const LANES: readonly number[] = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
const DIGITS_PER_LANE = 8;
const HEXADECIMAL = 16;

/** 128-bit hash of the words in order, as 32 hex digits; `''` for none. */
export function exactHash(words: Uint32Array): string {
  if (words.length === 0) return '';
  return LANES.map((prime, lane) => laneHash(words, prime, lane)).join('');
}

function laneHash(words: Uint32Array, prime: number, lane: number): string {
  let hash = mix(words.length ^ prime);
  for (let at = 0; at < words.length; at++) {
    hash = Math.imul(hash ^ mix((words[at] as number) + lane), prime);
    hash = (hash << 13) | (hash >>> 19);
  }
  return mix(hash).toString(HEXADECIMAL).padStart(DIGITS_PER_LANE, '0');
}

/** Groups of documents with the same text, in the order of their first members; members keep their order. Empty texts are left out. */
export function groupExact(prints: readonly Fingerprint[]): readonly (readonly Fingerprint[])[] {
  const texts = prints.filter((print) => print.exact !== '');
  const key = Uint32Array.from(texts, (print) => Number.parseInt(print.exact.slice(0, DIGITS_PER_LANE), HEXADECIMAL));
  const rows = sortByKey({ key, owner: Uint32Array.from(texts, (_print, at) => at) });
  const groups: (Fingerprint[] | undefined)[] = texts.map(() => undefined);
  forEachRun(rows, (first, end) => {
    const starts: number[] = [];
    for (const owner of rows.owner.subarray(first, end)) {
      const print = texts[owner] as Fingerprint;
      const start = starts.find((other) => texts[other]?.exact === print.exact);
      if (start === undefined) {
        starts.push(owner);
        groups[owner] = [print];
      } else groups[start]?.push(print);
    }
  });
  return groups.filter((group) => group !== undefined);
}
