/** The verified pairs of a run, found by their two documents: sorted columns, no Map of corpus size. */
import type { PrintTable } from './print-table.ts';
import type { Comparison } from './verify.ts';

export interface Link {
  /** Positions of the one document and the other, `a < b`. */
  readonly a: number;
  readonly b: number;
  readonly found: Comparison;
}

export interface Links {
  /** Ascending by `a`, then by `b`. */
  readonly all: readonly Link[];
  /** The link between two documents, if they were verified and share much. */
  between(one: number, other: number): Link | undefined;
  /** Share of the shorter text found in the longer one: as verified, or estimated from the sketches of a pair that never was a candidate. */
  containment(one: number, other: number): number;
  /** The documents that this one was told apart from as a member of a series. */
  apart(document: number): readonly number[];
}

/** `links` must be ascending by `a`, then by `b`. */
export function indexLinks(links: readonly Link[], prints: PrintTable): Links {
  const apart = new Map<number, number[]>();
  const note = (document: number, other: number): void => {
    const known = apart.get(document);
    if (known === undefined) apart.set(document, [other]);
    else known.push(other);
  };
  for (const { a, b, found } of links) {
    if (found.relation !== 'series') continue;
    note(a, b);
    note(b, a);
  }
  const find = (one: number, other: number): Link | undefined =>
    findLink(links, Math.min(one, other), Math.max(one, other));
  return {
    all: links,
    between: find,
    containment(one, other) {
      const link = find(one, other);
      return link === undefined
        ? estimateContainment(prints, one, other)
        : Math.max(link.found.ofOne, link.found.ofOther);
    },
    apart: (document) => apart.get(document) ?? [],
  };
}

function findLink(links: readonly Link[], a: number, b: number): Link | undefined {
  let low = 0;
  let high = links.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const link = links[middle] as Link;
    const order = link.a - a || link.b - b;
    if (order === 0) return link;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function estimateContainment(prints: PrintTable, one: number, other: number): number {
  const shorter = Math.min(prints.wordsOf(one), prints.wordsOf(other));
  return Math.min(1, prints.sharedWords(one, other) / Math.max(1, shorter));
}
