/**
 * Series: bulletins of one skeleton, told apart by their figures. Two members differ in a figure and are two documents;
 * a story whose death toll rose is one document twice. What separates them is that a series has other members.
 */

import { forEachRun } from '../core/sort.ts';
import type { Fingerprint } from '../core/types.ts';
import { overlapOf } from '../text/shingles.ts';
import { bandTable, rowsOfBand } from './bands.ts';
import { agreementOf } from './sketch.ts';

/** A document belongs to a series if so many others have its skeleton and other figures, and from each other. */
export const SERIES_MEMBERS = 3;
const ROWS = 2;
const SAME_SKELETON = 0.5;
/** Copies differ in a figure or two, by an error or an update; members of a series in every fourth at least. */
const SAME_FIGURES = 0.75;
/** In a crowded bucket only the next members are looked at: enough to count to three. */
const LOOKED_AT = 12;

/** For each document the number of others of its series that were found, up to `SERIES_MEMBERS`. */
export function countSeries(prints: readonly Fingerprint[]): Uint8Array {
  const mates: Mates = {
    found: new Uint32Array(prints.length * SERIES_MEMBERS),
    count: new Uint8Array(prints.length),
  };
  const sketches = prints.map((print) => print.skeleton);
  const table = bandTable(sketches, ROWS);
  table.forEach((_column, band) => {
    const rows = rowsOfBand(table, band, 0);
    forEachRun(rows, (first, end) => {
      for (let at = first; at < end; at++) {
        for (let next = at + 1; next < end && next <= at + LOOKED_AT; next++) {
          introduce(prints, mates, rows.owner[at] as number, rows.owner[next] as number);
        }
      }
    });
  });
  return mates.count;
}

interface Mates {
  /** `SERIES_MEMBERS` places for each document. */
  readonly found: Uint32Array;
  readonly count: Uint8Array;
}

function introduce(prints: readonly Fingerprint[], mates: Mates, one: number, other: number): void {
  if (isFull(mates, one) && isFull(mates, other)) return;
  if (!areInSeries(prints[one] as Fingerprint, prints[other] as Fingerprint)) return;
  note(prints, mates, one, other);
  note(prints, mates, other, one);
}

/** Copies of one member count once: a mate must be in series with those already found. */
function note(prints: readonly Fingerprint[], { found, count }: Mates, one: number, mate: number): void {
  const first = one * SERIES_MEMBERS;
  const known = count[one] as number;
  if (known >= SERIES_MEMBERS) return;
  for (let at = first; at < first + known; at++) {
    const other = found[at] as number;
    if (other === mate || !areInSeries(prints[other] as Fingerprint, prints[mate] as Fingerprint)) return;
  }
  found[first + known] = mate;
  count[one] = known + 1;
}

function isFull({ count }: Mates, one: number): boolean {
  return (count[one] as number) >= SERIES_MEMBERS;
}

/** True if two documents are the same text but for their figures, and those differ: without reading them again. */
export function haveSameSkeleton(a: Fingerprint, b: Fingerprint): boolean {
  return areInSeries(a, b) && agreementOf(a.skeleton, b.skeleton) === 1;
}

function areInSeries(a: Fingerprint, b: Fingerprint): boolean {
  const fewer = Math.min(a.figures.length, b.figures.length);
  if (fewer === 0 || overlapOf(a.figures, b.figures) > fewer * SAME_FIGURES) return false;
  return agreementOf(a.skeleton, b.skeleton) >= SAME_SKELETON;
}
