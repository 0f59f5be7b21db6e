/**
 * Word hashes with accents and ligatures folded away: copies are re-typed in ASCII, decomposed, or set with ligatures.
 * Words of plain ASCII keep the hash of the word table.
 */
import { hashWord } from '../text/hash.ts';
import { APOSTROPHE, CLASSES, FOLDED, JOINER } from '../text/tables/letters.ts';

/** What a table of words has to offer to be folded. */
export interface WordSource {
  readonly hash: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly flags: Uint8Array;
}

/** Most texts have few of them, and a pattern finds the next one faster than a look at every letter of every word. */
const NOT_PLAIN = /[^\x00-\x7f]+/g;
/**
 * Latin, Greek, Cyrillic and extended Latin letters. Their decompositions are older than any supported Node
 * and frozen by Unicode's stability policy, so that every ICU gives the same ones.
 */
const ACCENTED: readonly (readonly [number, number])[] = [
  [0xc0, 0x24f],
  [0x370, 0x45f],
  [0x1e00, 0x1fff],
];
/** Letters without a decomposition, and ligatures. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ĳ: 'ij',
  ŉ: 'n',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

const PLAIN: ReadonlyMap<number, string> = plainLetters();

/** The folded hashes of all words of a text. */
export function foldWords(text: string, words: WordSource, count: number): Uint32Array {
  const folded = words.hash.slice(0, count);
  let word = 0;
  NOT_PLAIN.lastIndex = 0;
  for (let found = NOT_PLAIN.exec(text); found !== null; found = NOT_PLAIN.exec(text)) {
    const from = found.index;
    const to = NOT_PLAIN.lastIndex;
    while (word < count && (words.end[word] as number) <= from) word++;
    for (; word < count && (words.start[word] as number) < to; word++)
      folded[word] = hashWord(plainWord(text, words.start[word] as number, words.end[word] as number));
  }
  return folded;
}

/** The word without case, accents, ligatures, apostrophes and joiners. */
export function plainWord(text: string, start: number, end: number): string {
  let plain = '';
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const kind = CLASSES[unit];
    if (kind === JOINER || kind === APOSTROPHE) continue;
    const folded = FOLDED[unit] as number;
    plain += PLAIN.get(folded) ?? String.fromCharCode(folded);
  }
  return plain;
}

function plainLetters(): ReadonlyMap<number, string> {
  const plain = new Map<number, string>();
  for (const [first, last] of ACCENTED) {
    for (let unit = first; unit <= last; unit++) {
      const folded = String.fromCharCode(FOLDED[unit] as number);
      const base = folded.normalize('NFD').charAt(0);
      if (base !== folded) plain.set(folded.charCodeAt(0), base);
    }
  }
  for (const [letter, spelled] of Object.entries(SPELLED_OUT)) plain.set(letter.charCodeAt(0), spelled);
  return plain;
}
