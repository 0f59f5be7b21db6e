import type { Document, LineTable } from '../core/types.ts';
import type { Slots } from './slots.ts';
import { claimSlots, slots } from './slots.ts';

const NOWHERE = -1;
/** A look-up gives up after this many slots, so that crafted collisions cost no more than a missed line. */
const LONGEST_PROBE = 32;

export interface EqualLines {
  /** For each line the first line with the same words, -1 where there is none. */
  readonly first: Int32Array;
  /** For a first line: how often it comes after that. */
  readonly again: Uint32Array;
}

/** Lines of at least `least` tokens that have the same words; lines that are `gone` do not count. Undefined if there are none. */
export function findEqualLines(doc: Document, least: number, gone?: Uint8Array): EqualLines | undefined {
  const { count, tokens } = doc.lines;
  const claimed = claimSlots(slots(count * 2), count);
  let found: EqualLines | undefined;
  for (let line = 0; line < count; line++) {
    if ((tokens[line] as number) < least || (gone !== undefined && gone[line] !== 0)) continue;
    const first = look(doc.lines, claimed, line);
    if (first === NOWHERE) continue;
    found ??= { first: new Int32Array(count).fill(NOWHERE), again: new Uint32Array(count) };
    found.first[line] = first;
    found.again[first] = (found.again[first] as number) + 1;
  }
  return found;
}

export function isEqualLine(lines: LineTable, a: number, b: number): boolean {
  return lines.hashLow[a] === lines.hashLow[b] && lines.hashHigh[a] === lines.hashHigh[b];
}

/** The first line with the words of this one; if there is none, it goes into the table. */
function look(lines: LineTable, { table, empty, mask }: Slots, line: number): number {
  let slot = (lines.hashLow[line] as number) & mask;
  for (let probe = 0; probe < LONGEST_PROBE; probe++) {
    const first = (table[slot] as number) - empty - 1;
    if (first < 0) {
      table[slot] = empty + 1 + line;
      return NOWHERE;
    }
    if (isEqualLine(lines, first, line)) return first;
    slot = (slot + 1) & mask;
  }
  return NOWHERE;
}
