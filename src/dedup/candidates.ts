/**
 * Which documents are worth comparing: those that share a key. Bands of the MinHash find texts alike as wholes, bands of the
 * lead sketch those alike in the beginning, winnowed anchors a shared passage. All pairs meet only where few documents share
 * a key; in a crowd each document meets its neighbours and the first of the crowd. So the cost is linear in the number of
 * documents, whatever the archive.
 */

import type { KeyRows } from '../core/sort.ts';
import { forEachRun, sortByKey } from '../core/sort.ts';
import type { Fingerprint } from '../core/types.ts';
import { overlapOf } from '../text/shingles.ts';
import { bandTable, rowsOfAnchors, rowsOfBand } from './bands.ts';
import type { Pair } from './pairs.ts';
import { PairSet } from './pairs.ts';
import { agreementOf } from './sketch.ts';

/** Pairs of positions, the lower first. */
export interface Candidates {
  /** Documents that share a key with few others, ascending. */
  readonly pairs: readonly Pair[];
  /**
   * Documents that met in crowds only: each with the first of a crowd, then each with those beside it. Not all pairs that could
   * be made, but enough to tie a crowd of copies together: what the earlier ones tied needs no more comparing.
   */
  readonly crowds: readonly Pair[];
}

/** Bands of 4 slots: 32 of them find 0.99 of the pairs at a Jaccard index of 0.6, 0.87 at 0.5, 0.05 at 0.2. */
const BAND_ROWS = 4;
/** The lead is short and often changed (byline, dateline), so two slots suffice: 16 bands find 0.78 at 0.3. */
const LEAD_ROWS = 2;
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

/** `prints` holds one document per exact text, in a fixed order. */
export function findCandidates(prints: readonly Fingerprint[]): Candidates {
  const meeting: Meeting = {
    pairs: new PairSet(),
    firsts: new PairSet(),
    neighbours: new PairSet(),
    visits: new Uint8Array(prints.length),
  };
  const wholes = bandTable(
    prints.map((print) => print.minhash),
    BAND_ROWS,
  );
  for (let band = 0; band < wholes.length; band++) {
    const rows = rowsOfBand(wholes, band, 0);
    meet(hasCrowd(rows) ? rowsOfBand(wholes, band, FOLLOWING_BANDS) : rows, meeting);
  }
  const leads = bandTable(
    prints.map((print) => print.lead),
    LEAD_ROWS,
  );
  for (let band = 0; band < leads.length; band++) meet(rowsOfBand(leads, band, 0), meeting);
  meet(rowsOfAnchors(prints), meeting);
  const firsts = bestOf(prints, meeting.firsts, BEST_OF_FIRSTS, FIRSTS_STEPS);
  return {
    pairs: bestOf(prints, meeting.pairs, BEST_OF_PAIRS, STEPS).sort(byPosition),
    crowds: [...firsts.sort(byPosition), ...bestOf(prints, meeting.neighbours, BEST_OF_NEIGHBOURS, STEPS)],
  };
}

/** Who met whom so far. */
interface Meeting {
  readonly pairs: PairSet;
  readonly firsts: PairSet;
  readonly neighbours: PairSet;
  /** Crowds each document has been in. */
  readonly visits: Uint8Array;
}

function byPosition(x: Pair, y: Pair): number {
  return x[0] - y[0] || x[1] - y[1];
}

function hasCrowd({ key }: KeyRows): boolean {
  for (let at = CROWD; at < key.length; at++) {
    if (key[at] === key[at - CROWD]) return true;
  }
  return false;
}

function meet(rows: KeyRows, meeting: Meeting): void {
  const largest = largestMet(rows);
  forEachRun(rows, (first, end) => {
    if (end - first > largest) meetInCrowd(rows.owner.subarray(first, end), meeting);
    else {
      for (let at = first; at < end; at++) {
        for (let next = at + 1; next < end; next++)
          meeting.pairs.add(rows.owner[at] as number, rows.owner[next] as number);
      }
    }
  });
}

/** The largest bucket whose documents all meet: never more than a crowd, fewer if there are very many such buckets. */
function largestMet(rows: KeyRows): number {
  const buckets = new Float64Array(CROWD + 1);
  forEachRun(rows, (first, end) => {
    if (end - first <= CROWD) buckets[end - first] = (buckets[end - first] as number) + 1;
  });
  let cost = 0;
  for (let size = 2; size <= CROWD; size++) {
    cost += ((buckets[size] as number) * size * (size - 1)) / 2;
    if (cost > Math.max(PAIRS_ALWAYS, rows.key.length * PAIRS_PER_ROW)) return size - 1;
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
function bestOf(prints: readonly Fingerprint[], pairs: PairSet, most: number, steps: number): Pair[] {
  const { low, high } = pairs.columns();
  const order = orderOfLikeness(prints, low, high, steps);
  const taken = new Uint8Array(prints.length);
  const best: Pair[] = [];
  order.owner.forEach((at, place) => {
    const [a, b] = [low[at] as number, high[at] as number];
    if (order.key[place] === steps || ((taken[a] as number) >= most && (taken[b] as number) >= most)) return;
    taken[a] = Math.min(most, (taken[a] as number) + 1);
    taken[b] = Math.min(most, (taken[b] as number) + 1);
    best.push([a, b]);
  });
  return best;
}

/** Likeliest first; equally likely pairs in their order. The key counts the steps that a pair lacks: all of them if it is ruled out. */
function orderOfLikeness(prints: readonly Fingerprint[], low: Uint32Array, high: Uint32Array, steps: number): KeyRows {
  const key = new Uint32Array(low.length);
  const owner = new Uint32Array(low.length);
  for (let at = 0; at < low.length; at++) {
    const likeness = likenessOf(prints[low[at] as number] as Fingerprint, prints[high[at] as number] as Fingerprint);
    key[at] = steps - Math.ceil(steps * likeness);
    owner[at] = at;
  }
  return sortByKey({ key, owner });
}

/**
 * What the sketches say of a pair: alike as wholes, in the beginning, or in passages that are much of the shorter text.
 * 0 if they rule it out: reading two texts again costs a hundred times as much as this.
 */
function likenessOf(a: Fingerprint, b: Fingerprint): number {
  const whole = agreementOf(a.minhash, b.minhash);
  if (whole >= HALF) return whole;
  const lead = agreementOf(a.lead, b.lead);
  const passages = overlapOf(a.anchors, b.anchors) / Math.max(1, Math.min(a.anchors.length, b.anchors.length));
  if (whole < LEAST_AGREEMENT && lead < LEAST_AGREEMENT && passages < LEAST_ANCHORS) return 0;
  return Math.max(whole, lead * HALF, passages * HALF);
}
