/** Who stays in a cluster: the best copy, and every other one that says something no kept document says. */
import type { Lines, MatchKind } from '../core/types.ts';
import type { Links } from './links.ts';
import { LEAST_KEPT } from './loss.ts';
import type { PrintTable } from './print-table.ts';
import type { SurvivorPolicy } from './survivor.ts';
import { inOrderOfSurvival } from './survivor.ts';
import type { Judgement, Verifier } from './verifier.ts';

/** All 0..1, rounded to three decimals. */
export interface Scores {
  /** Over sets of three-word runs. */
  readonly jaccard: number;
  /** Share of the kept document's runs that the other has, and of the other's that the kept one has. */
  readonly ofKept: number;
  readonly ofOther: number;
  /** Share of the other document's sentences that are in the kept one. */
  readonly sentences: number;
}

/** Lines of the kept document's text that stand in lines of the other's. */
export interface Span {
  readonly kept: Lines;
  readonly other: Lines;
}

/** What became of one copy. Documents are named by their places. */
export interface Settlement {
  readonly kept: number;
  readonly other: number;
  readonly kind: MatchKind;
  readonly scores: Scores;
  readonly spans: readonly Span[];
  /** False if setting it aside would lose sentences: it stays, and is reported as related. */
  readonly setAside: boolean;
}

/** A copy is held against so many of the documents kept so far, the best first. */
const MOST_KEPT = 4;
const DECIMALS = 1000;

/** The documents of a run and what is known of their pairs. */
export interface Verified {
  readonly prints: PrintTable;
  readonly links: Links;
  readonly verifier: Verifier;
}

/** A cluster on its way: whom it keeps, and who is still to be held against them. */
interface Open {
  readonly kept: number[];
  others: readonly number[];
  /** How each other one stands beside the best. */
  readonly beside: Map<number, Settlement>;
  readonly settled: Settlement[];
}

/**
 * One settlement for each member of each cluster but the best one. All clusters are settled together, so that whatever has to
 * be read is asked for at once: first everyone against the best, then who is left against the first of those left.
 */
export async function settleClusters(
  clusters: readonly (readonly number[])[],
  policy: SurvivorPolicy,
  verified: Verified,
): Promise<readonly (readonly Settlement[])[]> {
  const all = clusters.map((members) => openCluster(members, policy, verified.prints));
  for (let round = 0; round < MOST_KEPT; round++) {
    const open = all.filter(({ kept, others }) => kept.length > round && others.length > 0);
    if (open.length === 0) break;
    await settleRound(open, round, verified);
  }
  return all.map(({ settled, others, beside }) => [
    ...settled,
    ...others.map((other) => beside.get(other) as Settlement),
  ]);
}

function openCluster(members: readonly number[], policy: SurvivorPolicy, prints: PrintTable): Open {
  const copies = members.map((at) => prints.copyOf(at));
  const [best, ...others] = inOrderOfSurvival(copies, policy).map(({ at }) => at);
  return { kept: [best as number], others, beside: new Map(), settled: [] };
}

async function settleRound(open: readonly Open[], round: number, verified: Verified): Promise<void> {
  const pairs = open.flatMap(({ kept, others }) => others.map((other) => [kept[round] as number, other] as const));
  const settlements = await settlePairs(pairs, verified);
  let at = 0;
  for (const cluster of open) {
    const left: number[] = [];
    for (const other of cluster.others) {
      const settlement = settlements[at++] as Settlement;
      if (round === 0) cluster.beside.set(other, settlement);
      if (settlement.setAside) cluster.settled.push(settlement);
      else left.push(other);
    }
    const [next, ...others] = left;
    if (next === undefined || cluster.kept.length === MOST_KEPT) cluster.others = left;
    else {
      cluster.kept.push(next);
      cluster.settled.push(cluster.beside.get(next) as Settlement);
      cluster.others = others;
    }
  }
}

/** What is known of a pair: `one` is the lower document. */
type Standing = Judgement;

/** As the pairs were verified; members of a cluster that never were are compared now. */
async function settlePairs(
  pairs: readonly (readonly [kept: number, other: number])[],
  { links, verifier }: Verified,
): Promise<readonly Settlement[]> {
  const known = pairs.map(([kept, other]) => standingOf(links, kept, other));
  const unknown = pairs.filter((_pair, at) => known[at] === undefined);
  const judged = await verifier.judge({
    low: Uint32Array.from(unknown, ([kept, other]) => Math.min(kept, other)),
    high: Uint32Array.from(unknown, ([kept, other]) => Math.max(kept, other)),
  });
  let next = 0;
  return pairs.map(([kept, other], at) => new Settled(kept, other, known[at] ?? (judged[next++] as Judgement)));
}

function standingOf(links: Links, kept: number, other: number): Standing | undefined {
  const found = links.between(kept, other)?.found;
  return found?.evidence === undefined ? undefined : (found as Standing);
}

/** Says of a pair what is asked, when it is asked: there may be hundreds of thousands. */
class Settled implements Settlement {
  readonly kept: number;
  readonly other: number;
  readonly setAside: boolean;
  readonly #standing: Standing;

  constructor(kept: number, other: number, standing: Standing) {
    this.kept = kept;
    this.other = other;
    this.#standing = standing;
    this.setAside = this.#sentences >= LEAST_KEPT;
  }

  get kind(): MatchKind {
    return this.#standing.evidence.kind;
  }

  get scores(): Scores {
    const { jaccard, ofOne, ofOther } = this.#standing;
    const [ofKept, ofTheOther] = this.#isKeptFirst ? [ofOne, ofOther] : [ofOther, ofOne];
    return {
      jaccard: rounded(jaccard),
      ofKept: rounded(ofKept),
      ofOther: rounded(ofTheOther),
      sentences: rounded(this.#sentences),
    };
  }

  get spans(): readonly Span[] {
    return this.#standing.evidence.spans.map(({ one, other }) =>
      this.#isKeptFirst ? { kept: one, other } : { kept: other, other: one },
    );
  }

  get #isKeptFirst(): boolean {
    return this.kept < this.other;
  }

  /** Share of the other document's sentences that are in the kept one. */
  get #sentences(): number {
    const { sentencesOfOne, sentencesOfOther } = this.#standing.evidence;
    return this.#isKeptFirst ? sentencesOfOther : sentencesOfOne;
  }
}

function rounded(share: number): number {
  return Math.round(share * DECIMALS) / DECIMALS;
}
