/** Equal folded words: copies that differ in layout, typography and case only. */

import { forEachRun, sortByKey } from '../core/sort.ts';
import { mix } from '../text/hash.ts';
import type { PrintTable } from './print-table.ts';

/** Bodies of fewer words are the same text or another one: there is nothing to be near to. */
export const LEAST_WORDS = 8;

const LANES: readonly number[] = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
const DIGITS_PER_LANE = 8;
const HEXADECIMAL = 16;

/** 128-bit hash of the words in order, as 32 hex digits; `''` for none. */
export function exactHash(words: Uint32Array): string {
  return exactWords(words)
    .map((hash) => hash.toString(HEXADECIMAL).padStart(DIGITS_PER_LANE, '0'))
    .join('');
}

/** The same as four numbers; none for no words. */
export function exactWords(words: Uint32Array): readonly number[] {
  return words.length === 0 ? [] : [...putExact(words, new Uint32Array(LANES.length))];
}

/**
 * The same in the place of what `hash` holds, which is not for no words at all. Four lanes with multipliers of their own in one
 * loop: words are hashes that were mixed already, so each lane need not mix them again.
 */
export function putExact(words: Uint32Array, hash: Uint32Array, place = 0): Uint32Array {
  const [p = 0, q = 0, r = 0, s = 0] = LANES;
  const { length } = words;
  let [a, b, c, d] = [mix(length ^ p), mix(length ^ q), mix(length ^ r), mix(length ^ s)];
  for (let at = 0; at < length; at++) {
    const word = words[at] as number;
    a = turned(Math.imul(a ^ word, p));
    b = turned(Math.imul(b ^ word, q));
    c = turned(Math.imul(c ^ word, r));
    d = turned(Math.imul(d ^ word, s));
  }
  hash[place] = mix(a);
  hash[place + 1] = mix(b);
  hash[place + 2] = mix(c);
  hash[place + 3] = mix(d);
  return hash;
}

function turned(hash: number): number {
  return (hash << 13) | (hash >>> 19);
}

/** Documents by their texts; those without a text are left out. */
export interface ExactTexts {
  /** The first document of each text, ascending. */
  readonly first: Uint32Array;
  /** All documents of a text that several have, ascending, by the first of them. */
  readonly members: ReadonlyMap<number, readonly number[]>;
}

export function groupExact(prints: PrintTable): ExactTexts {
  const texts = textsIn(prints);
  const rows = sortByKey({ key: texts.map((at) => prints.exactWord(at, 0)), owner: texts.slice() });
  const isCopy = new Uint8Array(prints.count);
  const members = new Map<number, number[]>();
  forEachRun(rows, (first, end) => {
    const starts: number[] = [];
    for (const owner of rows.owner.subarray(first, end)) {
      const start = starts.find((other) => haveSameHash(prints, other, owner));
      if (start === undefined) starts.push(owner);
      else {
        isCopy[owner] = 1;
        const known = members.get(start);
        if (known === undefined) members.set(start, [start, owner]);
        else known.push(owner);
      }
    }
  });
  return { first: texts.filter((at) => isCopy[at] === 0), members };
}

function textsIn(prints: PrintTable): Uint32Array {
  const texts = new Uint32Array(prints.count);
  let size = 0;
  for (let at = 0; at < prints.count; at++) if (!isEmpty(prints, at)) texts[size++] = at;
  return texts.slice(0, size);
}

function isEmpty(prints: PrintTable, at: number): boolean {
  return LANES.every((_prime, word) => prints.exactWord(at, word) === 0);
}

function haveSameHash(prints: PrintTable, one: number, other: number): boolean {
  return LANES.every((_prime, word) => prints.exactWord(one, word) === prints.exactWord(other, word));
}
