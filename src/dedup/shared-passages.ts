/**
 * Passages that documents share although they are no copies of each other: a quoted paragraph, a boilerplate notice in
 * hundreds of articles. Found by their winnowed fingerprints alone; nothing is removed for it.
 */
import { rootOf } from '../core/roots.ts';
import { forEachRun, type KeyRows, sortByKey } from '../core/sort.ts';
import type { Fingerprint } from '../core/types.ts';
import { mix } from '../text/hash.ts';

/** A place in a document: a line, and a word of it. */
export interface Place {
  readonly line: number;
  readonly word: number;
}

export interface PlaceOfPassage {
  /** Number of the document. */
  readonly at: number;
  /** Where its first and its last fingerprint begin. */
  readonly first: Place;
  readonly last: Place;
}

/** Of at least two documents, in order. */
export type SharedPassage = readonly PlaceOfPassage[];

/** For fingerprints that begin in no line of the body. */
export const NO_PLACE = 0xffffffff;
const WORD_BITS = 12;
const LAST_WORD: number = 2 ** WORD_BITS - 1;
/** The last number stands for no place at all. */
const LAST_LINE: number = 2 ** (32 - WORD_BITS) - 2;

/** Fewer fingerprints are a phrase: three stand for 22 words and more. */
const LEAST_ANCHORS = 3;
/** Two fingerprints belong to one passage if they stand side by side in more than so much of the documents that have either. */
const TOGETHER = 0.5;
/** A document has a passage if it has so much of its fingerprints. */
const LEAST_PART = 0.5;
/** Keys are looked at in so many parts, so that memory holds the rows of one only. */
const PARTS = 8;
const PART_BITS = 3;
const NONE = 0xffffffff;
const PAIR_PRIME = 0x9e3779b1;

export function packPlace(line: number, word: number): number {
  return ((Math.min(line, LAST_LINE) << WORD_BITS) | Math.min(word, LAST_WORD)) >>> 0;
}

function placeIn(packed: number): Place {
  return { line: packed >>> WORD_BITS, word: packed & LAST_WORD };
}

/**
 * Passages in order of their first places; `groupOf` tells which documents are copies of each other, whose common text is no
 * news.
 */
export function findSharedPassages(
  prints: readonly Fingerprint[],
  groupOf: (at: number) => number,
): readonly SharedPassage[] {
  const walk = sharedAnchors(prints, groupOf);
  const passageOf = joinNeighbours(walk);
  return passagesIn(walk, passageOf).filter((places) => {
    const [first] = places as [PlaceOfPassage];
    return places.some(({ at }) => groupOf(at) !== groupOf(first.at));
  });
}

/** The fingerprints that unlike documents share, document after document in the order of their text. */
interface Walk {
  readonly count: number;
  readonly document: Uint32Array;
  readonly place: Uint32Array;
  /** Number of the fingerprint among the shared ones, and how many documents have it. */
  readonly anchor: Uint32Array;
  readonly anchors: number;
  readonly holders: Uint32Array;
  /** 1 if the fingerprint before it in the text is the one before it here. */
  readonly follows: Uint8Array;
}

function sharedAnchors(prints: readonly Fingerprint[], groupOf: (at: number) => number): Walk {
  const from = startsOf(prints);
  const total = from.at(-1) as number;
  const isShared = new Uint8Array(total);
  let shared = 0;
  for (let part = 0; part < PARTS; part++) {
    const rows = rowsOfPart(prints, from, part);
    forEachRun(rows, (first, end) => {
      if (!areUnlike(rows.owner, first, end, (slot) => groupOf(documentOf(from, slot)))) return;
      for (let row = first; row < end; row++) isShared[rows.owner[row] as number] = 1;
      shared += end - first;
    });
  }
  return walkOver(prints, from, isShared, shared);
}

/** First slot of each document, and the end of the last: a slot for each fingerprint of each document. */
function startsOf(prints: readonly Fingerprint[]): Uint32Array {
  const from = new Uint32Array(prints.length + 1);
  prints.forEach(({ anchors }, at) => {
    from[at + 1] = (from[at] as number) + anchors.length;
  });
  return from;
}

function rowsOfPart(prints: readonly Fingerprint[], from: Uint32Array, part: number): KeyRows {
  const key: number[] = [];
  const owner: number[] = [];
  prints.forEach(({ anchors, anchorAt }, at) => {
    for (let one = 0; one < anchors.length; one++) {
      if ((anchors[one] as number) >>> (32 - PART_BITS) !== part || anchorAt[one] === NO_PLACE) continue;
      key.push(anchors[one] as number);
      owner.push((from[at] as number) + one);
    }
  });
  return sortByKey({ key: Uint32Array.from(key), owner: Uint32Array.from(owner) });
}

function areUnlike(slots: Uint32Array, first: number, end: number, groupOf: (slot: number) => number): boolean {
  if (end - first < 2) return false;
  const group = groupOf(slots[first] as number);
  for (let row = first + 1; row < end; row++) if (groupOf(slots[row] as number) !== group) return true;
  return false;
}

function documentOf(from: Uint32Array, slot: number): number {
  let low = 0;
  let high = from.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((from[middle] as number) <= slot) low = middle;
    else high = middle - 1;
  }
  return low;
}

function walkOver(prints: readonly Fingerprint[], from: Uint32Array, isShared: Uint8Array, count: number): Walk {
  const document = new Uint32Array(count);
  const place = new Uint32Array(count);
  const key = new Uint32Array(count);
  const follows = new Uint8Array(count);
  let size = 0;
  prints.forEach(({ anchors, anchorAt }, at) => {
    const start = from[at] as number;
    const own = isShared.subarray(start, start + anchors.length);
    if (!own.includes(1)) return;
    const inOrder = sortByKey({ key: anchorAt.slice(), owner: Uint32Array.from(anchorAt.keys()) }).owner;
    let isNext = 0;
    for (const one of inOrder) {
      if (own[one] === 1) {
        document[size] = at;
        place[size] = anchorAt[one] as number;
        key[size] = anchors[one] as number;
        follows[size++] = isNext;
      }
      isNext = own[one] as number;
    }
  });
  return { count, document, place, follows, ...numbered(key) };
}

/** Equal keys get one number. */
function numbered(keys: Uint32Array): Pick<Walk, 'anchor' | 'anchors' | 'holders'> {
  const rows = sortByKey({ key: keys.slice(), owner: Uint32Array.from(keys.keys()) });
  const anchor = new Uint32Array(keys.length);
  const holders: number[] = [];
  forEachRun(rows, (first, end) => {
    for (let row = first; row < end; row++) anchor[rows.owner[row] as number] = holders.length;
    holders.push(end - first);
  });
  return { anchor, anchors: holders.length, holders: Uint32Array.from(holders) };
}

/** For each shared fingerprint the passage it belongs to. */
function joinNeighbours({ count, anchor, anchors, holders, follows }: Walk): Uint32Array {
  const rows: { key: number[]; owner: number[] } = { key: [], owner: [] };
  for (let at = 1; at < count; at++) {
    if (follows[at] === 0) continue;
    rows.key.push(mix(Math.imul(anchor[at - 1] as number, PAIR_PRIME) ^ (anchor[at] as number)));
    rows.owner.push(at);
  }
  const sorted = sortByKey({ key: Uint32Array.from(rows.key), owner: Uint32Array.from(rows.owner) });
  const passageOf = Uint32Array.from({ length: anchors }, (_none, at) => at);
  forEachRun(sorted, (first, end) => {
    const at = sorted.owner[first] as number;
    const [one, other] = [anchor[at - 1] as number, anchor[at] as number];
    const either = Math.max(holders[one] as number, holders[other] as number);
    if (end - first > either * TOGETHER) passageOf[rootOf(passageOf, other)] = rootOf(passageOf, one);
  });
  return passageOf.map((_root, at) => rootOf(passageOf, at));
}

function passagesIn(walk: Walk, passageOf: Uint32Array): readonly SharedPassage[] {
  const { count, document, place, anchors } = walk;
  const size = new Uint32Array(anchors);
  for (const root of passageOf) size[root] = (size[root] as number) + 1;
  const passages = new Map<number, PlaceOfPassage[]>();
  const held: Held = {
    in: new Uint32Array(anchors).fill(NONE),
    anchors: new Uint32Array(anchors),
    first: new Uint32Array(anchors),
    last: new Uint32Array(anchors),
  };
  for (let from = 0; from < count; ) {
    let end = from;
    while (end < count && document[end] === document[from]) end++;
    for (const root of rootsIn(walk, from, end, passageOf, held)) {
      const whole = size[root] as number;
      if (whole < LEAST_ANCHORS || (held.anchors[root] as number) < whole * LEAST_PART) continue;
      const here = {
        at: document[from] as number,
        first: placeIn(place[held.first[root] as number] as number),
        last: placeIn(place[held.last[root] as number] as number),
      };
      const known = passages.get(root);
      if (known === undefined) passages.set(root, [here]);
      else known.push(here);
    }
    from = end;
  }
  return [...passages.values()];
}

/** Of each passage, what the document that was looked at last has of it. */
interface Held {
  readonly in: Uint32Array;
  readonly anchors: Uint32Array;
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

/** Passages of a document, whose fingerprints are `[from, end)`, in order of their first places. */
function rootsIn(
  { document, anchor }: Walk,
  from: number,
  end: number,
  passageOf: Uint32Array,
  held: Held,
): readonly number[] {
  const here = document[from] as number;
  const roots: number[] = [];
  for (let at = from; at < end; at++) {
    const root = passageOf[anchor[at] as number] as number;
    if (held.in[root] !== here) {
      roots.push(root);
      held.in[root] = here;
      held.anchors[root] = 0;
      held.first[root] = at;
    }
    held.anchors[root] = (held.anchors[root] as number) + 1;
    held.last[root] = at;
  }
  return roots;
}
