/** Counts of neighbouring bytes: all that the single-byte statistics need to know of a text, however long it is. */

export interface PairCounts {
  /** `first * 256 + second`, each pair once, where at least one of the two is beyond ASCII. */
  readonly pairs: Uint16Array;
  readonly counts: Uint32Array;
  /** Pairs of ASCII letters without case, 27 x 27; 0 is a word's edge, 1 is a. */
  readonly ascii: Uint32Array;
}

export const ASCII_PLACES = 27;
const LOWER_A = 97;

export function countPairs(bytes: Uint8Array): PairCounts {
  const all = new Uint32Array(65_536);
  const seen: number[] = [];
  let before = BLANK;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? BLANK;
    const pair = before * 256 + byte;
    if (all[pair] === 0) seen.push(pair);
    all[pair] = (all[pair] ?? 0) + 1;
    before = byte;
  }
  const ascii = new Uint32Array(ASCII_PLACES * ASCII_PLACES);
  for (const pair of seen) {
    if ((pair & HIGH) !== 0) continue;
    const place = asciiPlace(pair >>> 8) * ASCII_PLACES + asciiPlace(pair & 255);
    ascii[place] = (ascii[place] ?? 0) + (all[pair] ?? 0);
  }
  const pairs = seen.filter((pair) => (pair & HIGH) !== 0);
  return { pairs: Uint16Array.from(pairs), counts: Uint32Array.from(pairs, (pair) => all[pair] ?? 0), ascii };
}

/** Either byte of a pair is beyond ASCII. */
const HIGH = 0x8080;
const BLANK = 0x20;

function asciiPlace(byte: number): number {
  const place = (byte | 0x20) - LOWER_A + 1;
  return place >= 1 && place < ASCII_PLACES && byte >= 0x41 ? place : 0;
}
