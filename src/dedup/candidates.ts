/**
 * Which documents are worth comparing: those that share a key. Bands of the MinHash find texts alike as wholes, bands of the
 * lead sketch those alike in the beginning, winnowed anchors a shared passage. All pairs meet only where few documents share
 * a key; in a crowd each document meets its neighbours and the first of the crowd. So the cost is linear in the number of
 * documents, whatever the archive.
 */

import { type Buckets, bucketsOf, type KeyRows, sortByKey } from '../core/sort.ts';
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
  const meeting = new Meeting(prints);
  for (const { rows, band } of keysOf(prints, documents)) meeting.meet(bucketsOf(rows), band);
  return meeting.candidates();
}

interface Band {
  readonly name: SketchName;
  readonly band: number;
}

/** All keys under which documents meet; those without a band are anchors. Good until the next. */
function* keysOf(
  prints: PrintTable,
  documents: Uint32Array,
): Generator<{ readonly rows: KeyRows; readonly band: Band | undefined }> {
  for (const name of ['whole', 'lead'] as const) {
    for (let band = 0; band < bandsOf(name); band++)
      yield { rows: rowsOfBand(prints, documents, name, band), band: { name, band } };
  }
  const isWanted = new Uint8Array(prints.count);
  for (const at of documents) isWanted[at] = 1;
  for (const rows of prints.anchorRows(isWanted)) yield { rows, band: undefined };
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
class Meeting {
  readonly #prints: PrintTable;
  readonly #alike: PairSet = new PairSet();
  /** Counts the anchors that two documents share. */
  readonly #passages: PairSet = new PairSet();
  readonly #firsts: PairSet = new PairSet();
  readonly #neighbours: PairSet = new PairSet();
  /** Crowds each document has been in. */
  readonly #visits: Uint8Array;

  constructor(prints: PrintTable) {
    this.#prints = prints;
    this.#visits = new Uint8Array(prints.count);
  }

  /** Buckets come in the order of `keysOf`. */
  meet(buckets: Buckets, band: Band | undefined): void {
    const pairs = band === undefined ? this.#passages : this.#alike;
    const largest = largestMet(buckets);
    const { end, owner } = buckets;
    let first = 0;
    for (const last of end) {
      if (last - first <= largest) {
        for (let at = first; at < last; at++) {
          for (let next = at + 1; next < last; next++) pairs.add(owner[at] as number, owner[next] as number);
        }
      }
      first = last;
    }
    this.#meetInCrowds(this.#openCrowds(buckets, largest), band);
  }

  candidates(): Candidates {
    const [prints, alike, passages] = [this.#prints, this.#alike, this.#passages];
    alike.addAll(passages);
    const likeness = (pairs: Pairs): Float64Array => likenessOf(prints, pairs, passages);
    const best = (met: PairSet, most: number, steps: number): Pairs =>
      bestOf(prints.count, openPairs(prints, met.pairs()), likeness, most, steps);
    return {
      pairs: ascending(best(alike, BEST_OF_PAIRS, STEPS)),
      firsts: ascending(best(this.#firsts, BEST_OF_FIRSTS, FIRSTS_STEPS)),
      neighbours: best(this.#neighbours, BEST_OF_NEIGHBOURS, STEPS),
    };
  }

  /** Larger buckets with members that may still go into a crowd. */
  #openCrowds({ key, end, owner, rows }: Buckets, largest: number): Buckets {
    const open: { readonly key: number; readonly owner: Uint32Array }[] = [];
    let first = 0;
    for (let bucket = 0; bucket < end.length; bucket++) {
      const last = end[bucket] as number;
      if (last - first > largest) {
        const crowd = owner.subarray(first, last);
        if (crowd.some((one) => this.#isOpen(one))) open.push({ key: key[bucket] as number, owner: crowd });
      }
      first = last;
    }
    let size = 0;
    const ends = Uint32Array.from(open, (crowd) => {
      size += crowd.owner.length;
      return size;
    });
    const members = new Uint32Array(size);
    open.forEach((crowd, at) => {
      members.set(crowd.owner, (ends[at] as number) - crowd.owner.length);
    });
    return { key: Uint32Array.from(open, (crowd) => crowd.key), end: ends, owner: members, rows };
  }

  /** Members of the largest crowds of a whole text stand beside those they are likest. */
  #meetInCrowds(crowds: Buckets, band: Band | undefined): void {
    const isOrdered = band?.name === 'whole' && largestIn(crowds) > CROWD;
    const { end, owner } = isOrdered
      ? orderByNextBands(this.#prints, crowds, band.name, band.band, FOLLOWING_BANDS)
      : crowds;
    let first = 0;
    for (const last of end) {
      this.#meetInCrowd(owner.subarray(first, last));
      first = last;
    }
  }

  #meetInCrowd(crowd: Uint32Array): void {
    const visits = this.#visits;
    const first = crowd.reduce((least, one) => Math.min(least, one));
    crowd.forEach((one, at) => {
      if (!this.#isOpen(one)) return;
      visits[one] = (visits[one] as number) + 1;
      if (one !== first) this.#firsts.add(first, one);
      if (at > 0) this.#neighbours.add(crowd[at - 1] as number, one);
    });
  }

  #isOpen(document: number): boolean {
    return (this.#visits[document] as number) < MOST_CROWDS;
  }
}

function largestIn({ end }: Buckets): number {
  return end.reduce((largest, last, bucket) => Math.max(largest, last - (end[bucket - 1] ?? 0)), 0);
}

/** The largest bucket whose documents all meet: never more than a crowd, fewer if there are very many such buckets. */
function largestMet({ end, rows }: Buckets): number {
  const buckets = new Uint32Array(CROWD + 1);
  let first = 0;
  for (const last of end) {
    if (last - first <= CROWD) buckets[last - first] = (buckets[last - first] as number) + 1;
    first = last;
  }
  let cost = 0;
  for (let size = 2; size <= CROWD; size++) {
    cost += ((buckets[size] as number) * size * (size - 1)) / 2;
    if (cost > Math.max(PAIRS_ALWAYS, rows * PAIRS_PER_ROW)) return size - 1;
  }
  return CROWD;
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
