/**
 * Series: bulletins of one skeleton, told apart by their figures. Two members differ in a figure and are two documents;
 * a story whose death toll rose is one document twice. What separates them is that a series has other members.
 */
import type { Fingerprint } from '../core/types.ts';
import { bandTable, rowsOfBand } from './bands.ts';
import { overlapOf } from '../text/shingles.ts';
import { agreementOf } from './sketch.ts';
import { forEachRun } from './sort.ts';

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
  const mates: (number[] | undefined)[] = prints.map(() => undefined);
  const table = bandTable(prints.map((print) => print.skeleton), ROWS);
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
  return Uint8Array.from(prints, (_print, number) => mates[number]?.length ?? 0);
}

function introduce(prints: readonly Fingerprint[], mates: (number[] | undefined)[], one: number, other: number): void {
  const ofOne = (mates[one] ??= []);
  const ofOther = (mates[other] ??= []);
  if (ofOne.length >= SERIES_MEMBERS && ofOther.length >= SERIES_MEMBERS) return;
  const print = prints[one] as Fingerprint;
  if (!areInSeries(print, prints[other] as Fingerprint)) return;
  if (areDistinct(prints, ofOne, other)) ofOne.push(other);
  if (areDistinct(prints, ofOther, one)) ofOther.push(one);
}

/** Copies of one member count once. */
function areDistinct(prints: readonly Fingerprint[], mates: readonly number[], other: number): boolean {
  if (mates.length >= SERIES_MEMBERS) return false;
  return mates.every((mate) => mate !== other && areInSeries(prints[mate] as Fingerprint, prints[other] as Fingerprint));
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
