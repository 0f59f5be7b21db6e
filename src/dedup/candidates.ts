/**
 * Which documents are worth comparing: those that share a key. Bands of the MinHash find texts alike as wholes, bands of the
 * lead sketch those alike in the beginning, winnowed anchors a shared passage. All pairs meet only where few documents share
 * a key; in a crowd each document meets its neighbours and the first of the crowd. So the cost is linear in the number of
 * documents, whatever the archive.
 */

import type { KeyRows, SharedRows } from '../core/sort.ts';
import { forEachRun, sortByKey } from '../core/sort.ts';
import { orderByNextBands, rowsOfBand } from './bands.ts';
import { PairSet, type Pairs } from './pairs.ts';
import { bandsOf, type SketchName } from './print-batch.ts';
import type { PrintTable } from './print-table.ts';

export interface Candidates {
  /** Documents that share a key with few others, ascending. */
  readonly pairs: Pairs;
  /**
   * Documents that met in crowds only: each with the first of a crowd, ascending, and each with those beside it, likeliest
   * first. Not all pairs that could be made, but enough to tie a crowd of copies together: what the earlier ones tied needs
   * no more comparing.
   */
  readonly firsts: Pairs;
  readonly neighbours: Pairs;
}

/** A key of more documents is evidence of chrome or of a template, not of copying. */
const CROWD = 50;
/** All pairs of a bucket only while one sort of key costs at most this many pairs per row; small archives may cost more. */
const PAIRS_PER_ROW = 4;
const PAIRS_ALWAYS = 20_000;
/** A crowd is sorted by the next bands, so that the likest stand side by side; a document goes into so many crowds at most. */
const FOLLOWING_BANDS = 5;
const MOST_CROWDS = 4;
/** Of the pairs it met each document keeps its best ones. */
const BEST_OF_PAIRS = 16;
const BEST_OF_FIRSTS = 1;
const BEST_OF_NEIGHBOURS = 2;
/** Pairs below all of these were never copies on the measured archives. */
const LEAST_AGREEMENT = 0.1;
const LEAST_ANCHORS = 0.15;
/** Alike as wholes counts for more than sharing a beginning or passages. */
const HALF = 0.5;
/** Pairs of about one likeness stay in the order of their documents, so that few texts are read twice. */
const STEPS = 32;
/** Of firsts about as likely the very first is met: a crowd tied to few texts is read once. */
const FIRSTS_STEPS = 2;

/** `documents` holds the places of one document per exact text, ascending. */
export function findCandidates(prints: PrintTable, documents: Uint32Array): Candidates {
  const meeting: Meeting = {
    alike: new PairSet(),
    passages: new PairSet(),
    firsts: new PairSet(),
    neighbours: new PairSet(),
    visits: new Uint8Array(prints.count),
  };
  meetInBands(prints, documents, 'whole', meeting);
  meetInBands(prints, documents, 'lead', meeting);
  const isWanted = new Uint8Array(prints.count);
  for (const at of documents) isWanted[at] = 1;
  for (const rows of prints.anchorRows(isWanted)) meet(rows, meeting, meeting.passages);
  const { alike, passages } = meeting;
  alike.addAll(passages);
  const likeness = (pairs: Pairs): Float64Array => likenessOf(prints, pairs, passages);
  const best = (met: PairSet, most: number, steps: number): Pairs =>
    bestOf(prints.count, openPairs(prints, met.pairs()), likeness, most, steps);
  return {
    pairs: ascending(best(alike, BEST_OF_PAIRS, STEPS)),
    firsts: ascending(best(meeting.firsts, BEST_OF_FIRSTS, FIRSTS_STEPS)),
    neighbours: best(meeting.neighbours, BEST_OF_NEIGHBOURS, STEPS),
  };
}

/** What two documents of reference are to each other nobody asks. */
function openPairs(prints: PrintTable, pairs: Pairs): Pairs {
  if (!prints.hasReferences) return pairs;
  const rows = Uint32Array.from(pairs.low.keys()).filter(
    (row) => !prints.isReference(pairs.low[row] as number) || !prints.isReference(pairs.high[row] as number),
  );
  return chosen(pairs, rows);
}

/** Who met whom so far. */
interface Meeting {
  readonly alike: PairSet;
  /** Counts the anchors that two documents share. */
  readonly passages: PairSet;
  readonly firsts: PairSet;
  readonly neighbours: PairSet;
  /** Crowds each document has been in. */
  readonly visits: Uint8Array;
}

function meetInBands(prints: PrintTable, documents: Uint32Array, name: SketchName, meeting: Meeting): void {
  for (let band = 0; band < bandsOf(name); band++) {
    const rows = rowsOfBand(prints, documents, name, band);
    const inOrder = (crowds: KeyRows): KeyRows =>
      name === 'whole' && hasCrowd(crowds) ? orderByNextBands(prints, crowds, name, band, FOLLOWING_BANDS) : crowds;
    meet(rows, meeting, meeting.alike, inOrder);
  }
}

function hasCrowd(rows: KeyRows): boolean {
  let largest = 0;
  forEachRun(rows, (first, end) => {
    largest = Math.max(largest, end - first);
  });
  return largest > CROWD;
}

/** `inOrder` puts the members of crowds beside those they are likest. */
function meet(
  rows: SharedRows,
  meeting: Meeting,
  pairs: PairSet,
  inOrder: (crowds: KeyRows) => KeyRows = (crowds) => crowds,
): void {
  const largest = largestMet(rows);
  forEachRun(rows, (first, end) => {
    if (end - first > largest) return;
    for (let at = first; at < end; at++) {
      for (let next = at + 1; next < end; next++) pairs.add(rows.owner[at] as number, rows.owner[next] as number);
    }
  });
  const crowds = inOrder(openCrowds(rows, largest, meeting));
  forEachRun(crowds, (first, end) => {
    meetInCrowd(crowds.owner.subarray(first, end), meeting);
  });
}

/** The rows of crowds with members that may still go into one. */
function openCrowds(rows: KeyRows, largest: number, { visits }: Meeting): KeyRows {
  const isOpen = new Uint8Array(rows.key.length);
  forEachRun(rows, (first, end) => {
    if (end - first <= largest) return;
    if (rows.owner.subarray(first, end).some((one) => (visits[one] as number) < MOST_CROWDS))
      isOpen.fill(1, first, end);
  });
  return {
    key: rows.key.filter((_key, at) => isOpen[at] === 1),
    owner: rows.owner.filter((_one, at) => isOpen[at] === 1),
  };
}

/** The largest bucket whose documents all meet: never more than a crowd, fewer if there are very many such buckets. */
function largestMet(rows: SharedRows): number {
  const buckets = new Float64Array(CROWD + 1);
  forEachRun(rows, (first, end) => {
    if (end - first <= CROWD) buckets[end - first] = (buckets[end - first] as number) + 1;
  });
  let cost = 0;
  for (let size = 2; size <= CROWD; size++) {
    cost += ((buckets[size] as number) * size * (size - 1)) / 2;
    if (cost > Math.max(PAIRS_ALWAYS, rows.before * PAIRS_PER_ROW)) return size - 1;
  }
  return CROWD;
}

function meetInCrowd(crowd: Uint32Array, { firsts, neighbours, visits }: Meeting): void {
  const first = crowd.reduce((least, one) => Math.min(least, one));
  crowd.forEach((one, at) => {
    if ((visits[one] as number) >= MOST_CROWDS) return;
    visits[one] = (visits[one] as number) + 1;
    if (one !== first) firsts.add(first, one);
    if (at > 0) neighbours.add(crowd[at - 1] as number, one);
  });
}

/** The pairs that are among the `most` likeliest of one of their two documents and not ruled out, likeliest first. */
function bestOf(
  count: number,
  pairs: Pairs,
  likeness: (pairs: Pairs) => Float64Array,
  most: number,
  steps: number,
): Pairs {
  const order = orderOfLikeness(likeness(pairs), steps);
  const taken = new Uint8Array(count);
  const best = new Uint32Array(pairs.low.length);
  let size = 0;
  order.owner.forEach((at, place) => {
    const [a, b] = [pairs.low[at] as number, pairs.high[at] as number];
    if (order.key[place] === steps || ((taken[a] as number) >= most && (taken[b] as number) >= most)) return;
    taken[a] = Math.min(most, (taken[a] as number) + 1);
    taken[b] = Math.min(most, (taken[b] as number) + 1);
    best[size++] = at;
  });
  return chosen(pairs, best.subarray(0, size));
}

function ascending(pairs: Pairs): Pairs {
  const set = new PairSet();
  for (let at = 0; at < pairs.low.length; at++) set.add(pairs.low[at] as number, pairs.high[at] as number);
  return set.pairs();
}

function chosen({ low, high }: Pairs, rows: Uint32Array): Pairs {
  return { low: rows.map((row) => low[row] as number), high: rows.map((row) => high[row] as number) };
}

/** Likeliest first; equally likely pairs in their order. The key counts the steps that a pair lacks: all of them if it is ruled out. */
function orderOfLikeness(likeness: Float64Array, steps: number): KeyRows {
  const key = new Uint32Array(likeness.length);
  const owner = new Uint32Array(likeness.length);
  for (let at = 0; at < key.length; at++) {
    key[at] = steps - Math.ceil(steps * (likeness[at] as number));
    owner[at] = at;
  }
  return sortByKey({ key, owner });
}

/**
 * What the sketches say of each pair: alike as wholes, in the beginning, or in passages that are much of the shorter text.
 * 0 if they rule it out: reading two texts again costs a hundred times as much as this.
 */
function likenessOf(prints: PrintTable, pairs: Pairs, passages: PairSet): Float64Array {
  const shared = passages.meetingsOf(pairs);
  const likeness = new Float64Array(shared.length);
  for (let at = 0; at < likeness.length; at++) {
    const [a, b] = [pairs.low[at] as number, pairs.high[at] as number];
    const whole = prints.agreement('whole', a, b);
    if (whole >= HALF) {
      likeness[at] = whole;
      continue;
    }
    const lead = prints.agreement('lead', a, b);
    const passage = (shared[at] as number) / Math.max(1, Math.min(prints.anchorCount(a), prints.anchorCount(b)));
    if (whole < LEAST_AGREEMENT && lead < LEAST_AGREEMENT && passage < LEAST_ANCHORS) continue;
    likeness[at] = Math.max(whole, lead * HALF, Math.min(1, passage) * HALF);
  }
  return likeness;
}
