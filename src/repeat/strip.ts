import type { Document } from '../core/types.ts';

/** The lines of a document that hold words and still stand, one row each; blank lines do not part them. */
export interface Strip {
  readonly rows: number;
  /** Number of the line in the document. */
  readonly line: Uint32Array;
  /** First word of each row; `rows + 1` entries. */
  readonly first: Uint32Array;
  /** Word hashes, row after row. */
  readonly hash: Uint32Array;
}

/** The whole document, or what is left of it without the lines that are `gone`. */
export function stripOf(doc: Document, gone?: Uint8Array): Strip {
  const { lines, words } = doc;
  const line = new Uint32Array(lines.count);
  const first = new Uint32Array(lines.count + 1);
  let rows = 0;
  let count = 0;
  for (let at = 0; at < lines.count; at++) {
    const length = (lines.word[at + 1] as number) - (lines.word[at] as number);
    if (length === 0 || (gone !== undefined && gone[at] !== 0)) continue;
    line[rows] = at;
    first[rows++] = count;
    count += length;
  }
  first[rows] = count;
  const hash = count === words.count ? words.hash : gather(doc, line, first, rows);
  return { rows, line: line.subarray(0, rows), first: first.subarray(0, rows + 1), hash };
}

function gather(doc: Document, line: Uint32Array, first: Uint32Array, rows: number): Uint32Array {
  const { lines, words } = doc;
  const hash = new Uint32Array(first[rows] as number);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    const end = lines.word[(line[row] as number) + 1] as number;
    for (let word = lines.word[line[row] as number] as number; word < end; word++)
      hash[next++] = words.hash[word] as number;
  }
  return hash;
}

export function wordCount(strip: Strip): number {
  return strip.first[strip.rows] as number;
}

/** Row of each word. */
export function rowsOfWords(strip: Strip): Uint32Array {
  const rowOf = new Uint32Array(wordCount(strip));
  let word = 0;
  for (let row = 0; row < strip.rows; row++) {
    const end = strip.first[row + 1] as number;
    while (word < end) rowOf[word++] = row;
  }
  return rowOf;
}
