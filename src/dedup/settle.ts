/** Who stays in a cluster: the best copy, and every other one that says something no kept document says. */
import type { DocId, Fingerprint, Lines, MatchKind } from '../core/types.ts';
import { overlapOf } from '../text/shingles.ts';
import { alignWords } from './align.ts';
import type { Evidence } from './evidence.ts';
import { gatherEvidence, turnedEvidence } from './evidence.ts';
import type { Links } from './links.ts';
import { LEAST_KEPT } from './loss.ts';
import type { TextShelf } from './shelf.ts';
import type { SurvivorPolicy } from './survivor.ts';
import { inOrderOfSurvival } from './survivor.ts';

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

/** What became of one copy. */
export interface Settlement {
  readonly kept: DocId;
  readonly other: DocId;
  readonly kind: MatchKind;
  readonly scores: Scores;
  readonly spans: readonly Span[];
  /** False if setting it aside would lose sentences: it stays, and is reported as related. */
  readonly setAside: boolean;
}

/** A copy is held against so many of the documents kept so far, the best first. */
const MOST_KEPT = 4;
const DECIMALS = 1000;

/** The texts of a run and what is known of their pairs. */
export interface Verified {
  readonly prints: readonly Fingerprint[];
  readonly links: Links;
  readonly shelf: TextShelf;
}

/** One settlement for each member of the cluster but the best one. `members` are positions in `prints`. */
export function settleCluster(
  members: readonly number[],
  policy: SurvivorPolicy,
  verified: Verified,
): readonly Settlement[] {
  const position = new Map(members.map((at) => [verified.prints[at]?.id, at]));
  const copies = members.map((at) => verified.prints[at] as Fingerprint);
  const [best, ...others] = inOrderOfSurvival(copies, policy).map((copy) => position.get(copy.id) as number);
  const kept = [best as number];
  return others.map((other) => {
    const settlement = settleCopy(kept, other, verified);
    if (!settlement.setAside && kept.length < MOST_KEPT) kept.push(other);
    return settlement;
  });
}

/** Held against the best first; if none has all its sentences, it is reported beside the best. */
function settleCopy(kept: readonly number[], other: number, verified: Verified): Settlement {
  let beside: Settlement | undefined;
  for (const candidate of kept) {
    const settlement = settlePair(candidate, other, verified);
    if (settlement.setAside) return settlement;
    beside ??= settlement;
  }
  return beside as Settlement;
}

function settlePair(kept: number, other: number, verified: Verified): Settlement {
  const { prints } = verified;
  const { jaccard, ofKept, ofOther, evidence } = judgePair(kept, other, verified);
  const sentences = evidence.sentencesOfOther;
  return {
    kept: (prints[kept] as Fingerprint).id,
    other: (prints[other] as Fingerprint).id,
    kind: evidence.kind,
    scores: {
      jaccard: rounded(jaccard),
      ofKept: rounded(ofKept),
      ofOther: rounded(ofOther),
      sentences: rounded(sentences),
    },
    spans: evidence.spans.map((span) => ({ kept: span.one, other: span.other })),
    setAside: sentences >= LEAST_KEPT,
  };
}

interface Judgement {
  readonly jaccard: number;
  readonly ofKept: number;
  readonly ofOther: number;
  readonly evidence: Evidence;
}

/** As the pair was verified; members of a cluster that never were are compared now. */
function judgePair(kept: number, other: number, { prints, links, shelf }: Verified): Judgement {
  const link = links.between(kept, other);
  if (link?.evidence !== undefined) {
    if (link.a === kept) return { ...link, ofKept: link.ofOne, evidence: link.evidence };
    return { ...link, ofKept: link.ofOther, ofOther: link.ofOne, evidence: turnedEvidence(link.evidence) };
  }
  const one = shelf.text((prints[kept] as Fingerprint).id);
  const copy = shelf.text((prints[other] as Fingerprint).id);
  const overlap = overlapOf(one.shingles, copy.shingles);
  return {
    jaccard: overlap / (one.shingles.length + copy.shingles.length - overlap),
    ofKept: overlap / one.shingles.length,
    ofOther: overlap / copy.shingles.length,
    evidence: gatherEvidence(one, copy, alignWords(one.words, copy.words)),
  };
}

function rounded(share: number): number {
  return Math.round(share * DECIMALS) / DECIMALS;
}
