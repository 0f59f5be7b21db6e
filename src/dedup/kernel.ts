/**
 * The kernel: reading and signing of plain ASCII in WebAssembly (`kernel/`). It holds one text at a time; what it gives is good
 * until the next.
 */
import { Buffer } from 'node:buffer';
import { MARKED, MARKS_FIGURE, MARKS_NEGATION } from './figures.ts';
import { IS_FIGURE, IS_NEGATION } from './flags.ts';
import { KERNEL_CODE } from './kernel-code.ts';

/** Numbers of words that `sign` is given, whoever read them. */
export interface SignedWords {
  /** Folded hashes: those of the title, then those of the body. */
  readonly words: Uint32Array;
  /** As in `flags.ts`. */
  readonly flags: Uint8Array;
  /** How many of the words are the title's. */
  readonly titleWords: number;
  /** First word of each body line, and the end of the last. */
  readonly lineWord: Uint32Array;
}

/** All keys of bands side by side in the order of `SKETCHES`, and so the low bits of all slots. */
export const ALL_KEYS = 64;
export const ALL_NIBBLES = 96;
const EXACT_WORDS = 4;
/** Bytes of a sign of UTF-8: with so much room behind the longest text none that takes more bytes than units is cut to just its units. */
const WIDEST_SIGN = 4;
const SETS = 3;

/** What `kernel/index.ts` exports, as far as it is called from here. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  read(length: number): number;
  wordCount(): number;
  sign(words: number, titleWords: number, lines: number): void;
  readonly [place: Uppercase<string>]: { readonly value: number };
}

/** Node has it, its types have not. */
interface Assembly {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Exports };
}

export class Kernel {
  readonly #exports: Exports;
  /** Units of the longest text. */
  readonly longest: number;
  readonly #mostWords: number;
  /** Room for a text and the line feed behind it. */
  readonly text: Buffer;
  readonly words: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly flags: Uint8Array;
  readonly lineWords: Uint32Array;
  readonly lines: Uint32Array;
  /** Of the text signed last: the exact hash and all keys, all nibbles, and sets with their sizes. */
  readonly exactAndKeys: Uint32Array;
  readonly nibbles: Uint8Array;
  readonly #sizes: Uint32Array;
  readonly #anchors: Uint32Array;
  readonly #shortLines: Uint32Array;
  readonly #figures: Uint32Array;

  constructor({ Module, Instance }: Assembly) {
    this.#exports = new Instance(new Module(Buffer.from(KERNEL_CODE, 'base64'))).exports;
    const { buffer } = this.#exports.memory;
    const at = (name: Uppercase<string>): number => (this.#exports[name] as { readonly value: number }).value;
    const numbers = (name: Uppercase<string>, length: number) => new Uint32Array(buffer, at(name), length);
    const bytes = (name: Uppercase<string>, length: number) => new Uint8Array(buffer, at(name), length);
    const longest = at('LONGEST');
    const most = at('MOST_WORDS');
    this.longest = longest;
    this.#mostWords = most;
    this.text = Buffer.from(buffer, at('TEXT'), longest + WIDEST_SIGN);
    this.words = numbers('WORDS', most);
    this.starts = numbers('STARTS', most);
    this.ends = numbers('ENDS', most);
    this.flags = bytes('FLAGS', most);
    this.lineWords = numbers('LINE_WORDS', longest + 1);
    this.lines = numbers('LINES', longest + 1);
    this.exactAndKeys = numbers('EXACT', EXACT_WORDS + ALL_KEYS);
    this.nibbles = bytes('NIBBLES', ALL_NIBBLES);
    this.#sizes = numbers('SIZES', SETS);
    this.#anchors = numbers('ANCHORS', most);
    this.#shortLines = numbers('SHORT_LINES', longest + 1);
    this.#figures = numbers('FIGURES', most);
    this.#fillMarks(at('KNOWN_MASK'), at('MARK_MASK'), {
      known: bytes('KNOWN', at('KNOWN_MASK') + 1),
      marks: numbers('MARKS', at('MARK_MASK') + 1),
      flags: bytes('MARK_FLAGS', at('MARK_MASK') + 1),
    });
  }

  get anchors(): Uint32Array {
    return this.#anchors.subarray(0, this.#sizes[0]);
  }

  get shortLines(): Uint32Array {
    return this.#shortLines.subarray(0, this.#sizes[1]);
  }

  get figures(): Uint32Array {
    return this.#figures.subarray(0, this.#sizes[2]);
  }

  /** Reads the first units of `text`; gives how many words they hold, and how many lines below the first show anything. */
  read(units: number): { readonly words: number; readonly lines: number } {
    const lines = this.#exports.read(units);
    return { lines, words: this.#exports.wordCount() };
  }

  /** False for more words than it has room for. Words that it read itself lie where they belong. */
  sign({ words, flags, titleWords, lineWord }: SignedWords): boolean {
    if (words.length > this.#mostWords || lineWord.length > this.lineWords.length) return false;
    if (words.buffer !== this.words.buffer) {
      this.words.set(words);
      this.flags.set(flags);
      this.lineWords.set(lineWord);
    }
    this.#exports.sign(words.length, titleWords, lineWord.length - 1);
    return true;
  }

  #fillMarks(
    knownMask: number,
    markMask: number,
    { known, marks, flags }: { readonly known: Uint8Array; readonly marks: Uint32Array; readonly flags: Uint8Array },
  ): void {
    MARKED.forEach((hash, mark) => {
      let slot = hash & markMask;
      while (flags[slot] !== 0) slot = (slot + 1) & markMask;
      known[hash & knownMask] = 1;
      marks[slot] = hash;
      flags[slot] = (MARKS_FIGURE[mark] === 1 ? IS_FIGURE : 0) | (MARKS_NEGATION[mark] === 1 ? IS_NEGATION : 0);
    });
  }
}

let kernel: Kernel | undefined;
let isTried = false;

/** Undefined where the processor has no vectors: all that it does can be done without it. */
export function openKernel(): Kernel | undefined {
  if (!isTried) {
    isTried = true;
    try {
      kernel = new Kernel((globalThis as unknown as { readonly WebAssembly: Assembly }).WebAssembly);
    } catch {
      kernel = undefined;
    }
  }
  return kernel;
}
