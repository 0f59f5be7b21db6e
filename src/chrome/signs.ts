/** Signs in the text, found by the engine's own search: a page that holds none of them costs one look. */
import type { Document, LineTable } from '../core/types.ts';
import { Scratch } from './scratch.ts';

const FOUND = new Scratch();

/** 1 for the code unit of each of the signs. */
export function signTable(signs: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < signs.length; at++) table[signs.charCodeAt(at)] = 1;
  return table;
}

/** 1 for each line that holds one of the signs; undefined if none does. The row is good until the next call. */
export function linesWith({ text, lines }: Document, signs: readonly string[]): Uint32Array | undefined {
  let found: Uint32Array | undefined;
  for (const sign of signs) {
    for (let unit = text.indexOf(sign); unit >= 0; ) {
      found ??= FOUND.zeros(lines.count);
      const at = lineOf(lines, unit);
      found[at] = 1;
      unit = text.indexOf(sign, lines.end[at]);
    }
  }
  return found;
}

/** The line that holds a code unit. */
function lineOf({ start, count }: LineTable, unit: number): number {
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((start[middle] as number) <= unit) low = middle;
    else high = middle;
  }
  return low;
}
