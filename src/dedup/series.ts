/**
 * Series: bulletins of one skeleton, told apart by their figures. Two members differ in a figure and are two documents;
 * a story whose death toll rose is one document twice. What separates them is that a series has other members.
 */

import { bucketsOfBand } from './bands.ts';
import { bandsOf } from './print-batch.ts';
import type { PrintTable } from './print-table.ts';

/** A document belongs to a series if so many others have its skeleton and other figures, and from each other. */
export const SERIES_MEMBERS = 3;
const SAME_SKELETON = 0.5;
/** Copies differ in a figure or two, by an error or an update; members of a series in every fourth at least. */
const SAME_FIGURES = 0.75;
/** In a crowded bucket only the next members are looked at: enough to count to three. */
const LOOKED_AT = 12;

/** For each document of the table the number of others of its series that were found among `documents`, up to `SERIES_MEMBERS`. */
export function countSeries(prints: PrintTable, documents: Uint32Array): Uint8Array {
  const mates: Mates = {
    found: new Uint32Array(prints.count * SERIES_MEMBERS),
    count: new Uint8Array(prints.count),
  };
  const figures = new Uint32Array(prints.count).map((_none, at) => prints.figureDigest(at));
  const told = documents.filter((at) => figures[at] !== 0);
  for (let band = 0; band < bandsOf('skeleton'); band++) {
    const { end, owner } = bucketsOfBand(prints, told, 'skeleton', band);
    let first = 0;
    for (const last of end) {
      for (let at = first; at < last; at++) {
        const one = owner[at] as number;
        for (let next = at + 1; next < last && next <= at + LOOKED_AT; next++) {
          const other = owner[next] as number;
          if (figures[one] !== figures[other]) introduce(prints, mates, one, other);
        }
      }
      first = last;
    }
  }
  return mates.count;
}

interface Mates {
  /** `SERIES_MEMBERS` places for each document. */
  readonly found: Uint32Array;
  readonly count: Uint8Array;
}

function introduce(prints: PrintTable, mates: Mates, one: number, other: number): void {
  if (isFull(mates, one) && isFull(mates, other)) return;
  if (!areInSeries(prints, one, other)) return;
  note(prints, mates, one, other);
  note(prints, mates, other, one);
}

/** Copies of one member count once: a mate must be in series with those already found. */
function note(prints: PrintTable, { found, count }: Mates, one: number, mate: number): void {
  const first = one * SERIES_MEMBERS;
  const known = count[one] as number;
  if (known >= SERIES_MEMBERS) return;
  for (let at = first; at < first + known; at++) {
    const other = found[at] as number;
    if (other === mate || !areInSeries(prints, other, mate)) return;
  }
  found[first + known] = mate;
  count[one] = known + 1;
}

function isFull({ count }: Mates, one: number): boolean {
  return (count[one] as number) >= SERIES_MEMBERS;
}

/** True if two documents are the same text but for their figures, and those differ: without reading them again. */
export function haveSameSkeleton(prints: PrintTable, one: number, other: number): boolean {
  return prints.agreement('skeleton', one, other) === 1 && areInSeries(prints, one, other);
}

function areInSeries(prints: PrintTable, one: number, other: number): boolean {
  const fewer = Math.min(prints.figureCount(one), prints.figureCount(other));
  if (fewer === 0 || prints.sharedFigures(one, other) > fewer * SAME_FIGURES) return false;
  return prints.agreement('skeleton', one, other) >= SAME_SKELETON;
}
