/** UTF-16 without a byte order mark: which order, if any, makes the units of a file the signs of some script. */
import {
  COMMON_FULLWIDTH,
  COMMON_HANGUL,
  COMMON_KANJI,
  COMMON_SIMPLIFIED,
  COMMON_TRADITIONAL,
} from './tables/charset-han.ts';

/** Bits a unit; from one place up to the next of the list. Blocks of no living script cost most. */
const BLOCKS: readonly (readonly [number, number])[] = [
  [0x0000, 30],
  [0x0009, 7],
  [0x000b, 26],
  [0x000d, 6],
  [0x000e, 26],
  [0x0020, 4],
  [0x0021, 8],
  [0x0061, 5],
  [0x007b, 9],
  [0x007f, 26],
  [0x00a0, 9],
  [0x0100, 11],
  [0x0250, 16],
  [0x0300, 11],
  [0x0370, 9],
  [0x0530, 11],
  [0x0590, 9],
  [0x0700, 15],
  [0x0900, 10],
  [0x0e80, 12],
  [0x1100, 13],
  [0x1200, 15],
  [0x1e00, 11],
  [0x2000, 14],
  [0x2010, 9],
  [0x2027, 14],
  [0x20a0, 11],
  [0x20d0, 14],
  [0x2600, 16],
  [0x3000, 8],
  [0x3003, 11],
  [0x3041, 8],
  [0x3100, 14],
  [0x3400, 18],
  [0x4e00, 13],
  [0xa000, 18],
  [0xac00, 12],
  [0xd7a4, 24],
  [0xd800, 16],
  [0xe000, 24],
  [0xf900, 18],
  [0xff01, 11],
  [0xfff0, 26],
];

const COMMON = 10;

/** Bits a unit that text of every script stays under and random bytes (17) never reach. */
const MOST_BITS = 13;
/** The other byte order makes nonsense of UTF-16; of anything else both orders make the same. */
const LEAST_BITS_APART = 1;
/** So much of the head settles it. */
const LOOKED_AT = 8192;
const FEWEST_UNITS = 2;

let unitBits: Uint8Array | undefined;

export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, Math.min(bytes.length, LOOKED_AT) & ~1);
  const count = head.length / 2;
  if (count < FEWEST_UNITS) return undefined;
  const little = textBits(head, 0);
  const big = textBits(head, 1);
  if (Math.min(little, big) > count * MOST_BITS || Math.abs(little - big) < count * LEAST_BITS_APART) return undefined;
  return little <= big ? 'utf-16le' : 'utf-16be';
}

function textBits(head: Uint8Array, low: 0 | 1): number {
  unitBits ??= bitsPerUnit();
  let bits = 0;
  for (let at = 0; at < head.length; at += 2) {
    bits += unitBits[(head[at + low] ?? 0) | ((head[at + 1 - low] ?? 0) << 8)] ?? 0;
  }
  return bits;
}

function bitsPerUnit(): Uint8Array {
  const bits = new Uint8Array(65_536);
  for (const [from, cost] of BLOCKS) bits.fill(cost, from);
  for (const signs of [COMMON_SIMPLIFIED, COMMON_TRADITIONAL, COMMON_KANJI, COMMON_HANGUL, COMMON_FULLWIDTH]) {
    for (let at = 0; at < signs.length; at++) bits[signs.charCodeAt(at)] = COMMON;
  }
  return bits;
}
