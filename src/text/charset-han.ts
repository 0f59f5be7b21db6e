/** How well the multi-byte encodings explain a text, in the quarter bits of `charset-letters.ts`. */

import { charsetIndex } from './charset-index.ts';
import { type Explanation, switchCost } from './charset-letters.ts';
import { REPLACEMENT } from './code-units.ts';
import { decodeMultiByte } from './multi-byte.ts';
import {
  COMMON_FULLWIDTH,
  COMMON_HANGUL,
  COMMON_HIRAGANA,
  COMMON_KANJI,
  COMMON_KATAKANA,
  COMMON_SIMPLIFIED,
  COMMON_TRADITIONAL,
} from './tables/charset-han.ts';

/** Quarter bits by how common a sign is; Chinese prose takes about ten bits a sign, Japanese and Korean eight. */
const COST = {
  punctuation: 20,
  kana: 22,
  common: 30,
  usual: 36,
  level1: 46,
  symbol: 48,
  level2: 62,
  rare: 74,
} as const;
const FAILED = 96;
const UNKNOWN = 80;

/** A letter of ASCII right before or after such a sign, as in brand names; a blank after it. */
const AFTER_LETTER = 20;
const BEFORE_LETTER = 12;
const BEFORE_BLANK = 4;

interface Candidate {
  readonly encoding: string;
  /** How seldom it is met, quarter bits. */
  readonly seldom: number;
  readonly costs: () => Uint8Array;
}

const CANDIDATES: readonly Candidate[] = [
  { encoding: 'gb18030', seldom: 4, costs: simplifiedCosts },
  { encoding: 'big5', seldom: 6, costs: traditionalCosts },
  { encoding: 'shift_jis', seldom: 6, costs: japaneseCosts },
  { encoding: 'euc-jp', seldom: 8, costs: japaneseCosts },
  { encoding: 'euc-kr', seldom: 6, costs: koreanCosts },
];

export function explainByHan(sample: Uint8Array): Explanation[] {
  return CANDIDATES.map(({ encoding, seldom, costs }) => {
    if (!isPaired(sample, encoding === 'shift_jis')) return { encoding, cost: Number.POSITIVE_INFINITY };
    const { text } = decodeMultiByte(sample, encoding);
    return { encoding, cost: seldom + textCost(text, costs()) };
  });
}

/** No second byte of any of these encodings is lower. */
const LOWEST_TRAIL = 0x30;
/** Damaged text has a few broken pairs in a hundred, words of other scripts one in five. */
const EVERY_TENTH = 10;

/** Cheap, and spares Western documents the large tables: whether the bytes beyond ASCII can be first bytes of pairs. */
function isPaired(bytes: Uint8Array, halfKatakana: boolean): boolean {
  let pairs = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    pairs += 1;
    if (halfKatakana && byte >= 0xa1 && byte <= 0xdf) continue;
    if ((bytes[at + 1] ?? 0) < LOWEST_TRAIL) broken += 1;
    else at += 1;
  }
  return broken * EVERY_TENTH <= pairs;
}

function textCost(text: string, costs: Uint8Array): number {
  let cost = 0;
  let runs = 0;
  let asciiWords = 0;
  let before = 0x20;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const letter = isAsciiLetter(unit);
    const afterLetter = isAsciiLetter(before);
    if (unit >= 0x80) cost += (costs[unit] ?? UNKNOWN) + (afterLetter ? AFTER_LETTER : 0);
    else if (before >= 0x80) cost += letter ? BEFORE_LETTER : unit === 0x20 ? BEFORE_BLANK : 0;
    if (unit >= 0x80 && before < 0x80) runs += 1;
    if (letter && !afterLetter) asciiWords += 1;
    before = unit;
  }
  return cost + switchCost(runs, asciiWords);
}

function isAsciiLetter(unit: number): boolean {
  const upper = unit & ~0x20;
  return upper >= 0x41 && upper <= 0x5a;
}

const tables = new Map<string, Uint8Array>();

function costTable(name: string, fill: (costs: Uint8Array) => void): Uint8Array {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const costs = new Uint8Array(65_536).fill(UNKNOWN);
  costs[REPLACEMENT] = FAILED;
  fill(costs);
  for (const [from, to] of OTHER_SCRIPTS) costs.fill(COST.level2, from, to);
  setAll(costs, COMMON_FULLWIDTH, COST.punctuation);
  tables.set(name, costs);
  return costs;
}

/** Greek, Cyrillic and box drawing, which the East Asian sets hold too. */
const OTHER_SCRIPTS: readonly (readonly [number, number])[] = [
  [0x0370, 0x0500],
  [0x2500, 0x2580],
];

function setAll(costs: Uint8Array, signs: string, cost: number): void {
  for (let at = 0; at < signs.length; at++) costs[signs.charCodeAt(at)] = cost;
}

/** The first third of a list is common, the rest usual. */
function setByRank(costs: Uint8Array, signs: string): void {
  const common = Math.floor(signs.length / 3);
  setAll(costs, signs.slice(common), COST.usual);
  setAll(costs, signs.slice(0, common), COST.common);
}

/** Signs of the index from one pointer up to another. */
function setRange(costs: Uint8Array, index: string, from: number, to: number, cost: number): void {
  const codes = charsetIndex(index);
  for (let at = from; at < to && at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if (code > 0 && code < 65_536) costs[code] = cost;
  }
}

/** Rows A1-A9 are symbols, B0-D7 the hanzi of the first level in order of sound, D8-F7 the second level; the rest is GBK. */
function simplifiedCosts(): Uint8Array {
  return costTable('simplified', (costs) => {
    setRange(costs, 'gb18030', 0, 23_940, COST.rare);
    for (let row = 0xa1; row <= 0xf7; row++) {
      const from = (row - 0x81) * 190 + 96;
      setRange(costs, 'gb18030', from, from + 94, row < 0xaa ? COST.symbol : row < 0xd8 ? COST.level1 : COST.level2);
    }
    setByRank(costs, COMMON_SIMPLIFIED);
  });
}

/** A1-A3 are symbols, A4-C6 the hanzi of the first level, C9-F9 the second; what stands before A1 is Hong Kong's. */
function traditionalCosts(): Uint8Array {
  return costTable('traditional', (costs) => {
    setRange(costs, 'big5', 0, 32 * 157, COST.rare);
    setRange(costs, 'big5', 32 * 157, 35 * 157, COST.symbol);
    setRange(costs, 'big5', 35 * 157, 70 * 157, COST.level1);
    setRange(costs, 'big5', 70 * 157, 121 * 157, COST.level2);
    setByRank(costs, COMMON_TRADITIONAL);
  });
}

/** Rows 1-8 are symbols and kana, 16-47 the kanji of the first level, 48-84 the second, later ones of makers. */
function japaneseCosts(): Uint8Array {
  return costTable('japanese', (costs) => {
    setRange(costs, 'jis0208', 84 * 94, 11_280, COST.rare);
    setRange(costs, 'jis0208', 47 * 94, 84 * 94, COST.level2);
    setRange(costs, 'jis0208', 15 * 94, 47 * 94, COST.level1);
    setRange(costs, 'jis0208', 0, 15 * 94, COST.symbol);
    setByRank(costs, COMMON_KANJI);
    costs.fill(COST.usual, 0x3041, 0x30f7);
    setAll(costs, COMMON_KATAKANA, COST.common);
    setAll(costs, COMMON_HIRAGANA, COST.kana);
    costs.fill(COST.level1, 0xff61, 0xffa0);
  });
}

/** Rows A1-AF are symbols, B0-C8 the syllables, CA-FD hanja; what stands outside them is the later full set. */
function koreanCosts(): Uint8Array {
  return costTable('korean', (costs) => {
    setRange(costs, 'euc-kr', 0, 23_940, COST.rare);
    for (let row = 0xa1; row <= 0xfd; row++) {
      const from = (row - 0x81) * 190 + 96;
      setRange(costs, 'euc-kr', from, from + 94, row < 0xb0 ? COST.symbol : row < 0xc9 ? COST.level1 : COST.level2);
    }
    setByRank(costs, COMMON_HANGUL);
  });
}
