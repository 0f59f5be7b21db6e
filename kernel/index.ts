/**
 * Reads and signs texts of plain ASCII, for comparing. Written in AssemblyScript and shipped as WebAssembly, because vectors of
 * 16 signs and arithmetic without checks take less than half the time of the same in JavaScript: 37 us for reading and signing
 * 2.5 KB where that took 89. `scripts/kernel.mjs` writes `src/dedup/kernel-code.ts` from it. What it gives, `src/dedup` gives too,
 * by the general way: tests hold both to the same numbers.
 */
export { read, wordCount } from './read';
export { sign } from './sign';
export {
  ANCHORS,
  ENDS,
  EXACT,
  FIGURES,
  FLAGS,
  KEYS,
  KNOWN,
  KNOWN_MASK,
  LINES,
  LINE_WORDS,
  LONGEST,
  MARK_FLAGS,
  MARK_MASK,
  MARKS,
  MOST_WORDS,
  NIBBLES,
  SHORT_LINES,
  SIZES,
  STARTS,
  TEXT,
  TOP,
  WORDS,
} from './layout';
