/** What comparing found, a record a copy: columns, and records when they are asked for, as there may be hundreds of thousands. */
import { comparerOf } from '../core/ids.ts';
import type { DocId, MatchKind } from '../core/types.ts';
import type { Scores, Settlement, Span } from './settle.ts';

/** One copy and the document that was kept for it. */
export interface DuplicateRecord {
  readonly kept: DocId;
  readonly other: DocId;
  /** The first document of the cluster by path. */
  readonly cluster: DocId;
  readonly kind: MatchKind;
  /** Share of the other document's sentences that are in the kept one: 0..1, three decimals. What setting aside rests on. */
  readonly similarity: number;
  readonly scores: Scores;
  /** Shared passages as line ranges of the two texts; none for exact copies, which share everything. */
  readonly spans: readonly Span[];
  /** False if the copy says something that the kept document does not: it is written, and reported as related. */
  readonly setAside: boolean;
}

const SAME: Scores = { jaccard: 1, ofOther: 1, ofKept: 1, sentences: 1 };

/** A record by the places of its documents. Without a settlement the copy has the same words as what is kept. */
export interface Row {
  readonly cluster: number;
  readonly kept: number;
  readonly other: number;
  readonly settlement: Settlement | undefined;
}

/** The name of a document by its place. */
export type IdOf = (at: number) => DocId;

/** Ordered by the names of cluster, kept document, other document, as soon as they are read: what they were made from may be gone by then. */
export class DuplicateRecords implements Iterable<DuplicateRecord> {
  readonly #idOf: IdOf;
  readonly #count: number;
  #rows: readonly Row[];
  #isOrdered = false;

  /** `count` of documents: of all, those without records among them. */
  constructor(rows: readonly Row[], count: number, idOf: IdOf) {
    this.#rows = rows;
    this.#count = count;
    this.#idOf = idOf;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** How many are about copies that are set aside. */
  get aside(): number {
    return this.#rows.reduce((sum, { settlement }) => sum + (settlement?.setAside === false ? 0 : 1), 0);
  }

  *[Symbol.iterator](): Generator<DuplicateRecord> {
    if (!this.#isOrdered) this.#rows = inOrder(this.#rows, ranksOf(this.#rows, this.#count, this.#idOf));
    this.#isOrdered = true;
    for (const row of this.#rows) yield recordOf(this.#idOf, row);
  }
}

function inOrder(rows: readonly Row[], rank: Uint32Array): readonly Row[] {
  const order = (a: number, b: number): number => (rank[a] as number) - (rank[b] as number);
  return rows.toSorted((x, y) => order(x.cluster, y.cluster) || order(x.kept, y.kept) || order(x.other, y.other));
}

function recordOf(idOf: IdOf, { cluster, kept, other, settlement }: Row): DuplicateRecord {
  const scores = settlement?.scores ?? SAME;
  return {
    kept: idOf(kept),
    other: idOf(other),
    cluster: idOf(cluster),
    kind: settlement?.kind ?? 'exact',
    similarity: scores.sentences,
    scores,
    spans: settlement?.spans ?? [],
    setAside: settlement?.setAside ?? true,
  };
}

/** The place of each document's name among the names of all that have records. */
function ranksOf(rows: readonly Row[], count: number, idOf: IdOf): Uint32Array {
  const isNamed = new Uint8Array(count);
  for (const { cluster, kept, other } of rows) isNamed[cluster] = isNamed[kept] = isNamed[other] = 1;
  const places = new Uint32Array(count);
  let size = 0;
  for (let at = 0; at < count; at++) if (isNamed[at] === 1) places[size++] = at;
  const names = Array.from(places.subarray(0, size), (at) => idOf(at));
  const compare = comparerOf(names);
  const order = names.map((_name, at) => at).sort((a, b) => compare(names[a] as DocId, names[b] as DocId));
  const rank = new Uint32Array(count);
  order.forEach((named, at) => {
    rank[places[named] as number] = at;
  });
  return rank;
}
