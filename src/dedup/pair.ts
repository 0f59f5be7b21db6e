/**
 * Two documents against each other, for people: what a run would decide about them, the figures behind that, what they share
 * and what differs. The decision is that of `verify.ts`; texts that no run would verify (equal, empty, too short) are told too.
 */
import { compareIds } from '../core/ids.ts';
import type { CleanArticle, Document, Fingerprint, MatchKind } from '../core/types.ts';
import { alignWords } from './align.ts';
import { findCandidates } from './candidates.ts';
import { type Changes, changesOf } from './changes.ts';
import { comparedText } from './compared.ts';
import { type Evidence, gatherEvidence, turned } from './evidence.ts';
import { LEAST_WORDS } from './exact.ts';
import { fingerprintArticle } from './fingerprint.ts';
import { LEAST_KEPT } from './loss.ts';
import {
  type Difference,
  differencesOf,
  ownPassages,
  type Passage,
  type SharedPassage,
  sharedPassages,
} from './passages.ts';
import { type PreparedText, prepareText } from './prepare.ts';
import { type Copy, tableOf } from './print-table.ts';
import { type Reason, reasonOf } from './reason.ts';
import { haveSameSkeleton, SERIES_MEMBERS } from './series.ts';
import { inOrderOfSurvival, type Preference, preferenceOf, type SurvivorPolicy } from './survivor.ts';
import { type Comparison, comesAfter, compareTexts, type Relation } from './verify.ts';

export interface Member {
  readonly doc: Document;
  readonly article: CleanArticle;
}

/** What an archive knows beside the two documents. */
export interface Surroundings {
  /** Hashes of lines that many of its documents share. */
  readonly furniture: ReadonlySet<number>;
  /** The smaller of the two documents' counts from `countSeries`. */
  readonly seriesMates: number;
}

export const ALONE: Surroundings = { furniture: new Set(), seriesMates: 0 };

export type Side = 'a' | 'b';

export interface PairComparison {
  readonly relation: Relation;
  readonly reason: Reason;
  /** Copies and parts only. */
  readonly kind: MatchKind | undefined;
  /** The one that stays and why; copies and parts only. */
  readonly kept: Side | undefined;
  readonly preference: Preference | undefined;
  /** The one that a run would not write. */
  readonly setAside: Side | undefined;
  /** False if the fingerprints of the two do not meet: a run would never look at the pair. */
  readonly meets: boolean;
  readonly scores: PairScores;
  readonly changes: Changes;
  /** Words of each, as they are compared. */
  readonly words: { readonly a: number; readonly b: number };
  /** In all of these `one` is A. */
  readonly shared: readonly SharedPassage[];
  readonly differences: readonly Difference[];
  readonly onlyA: readonly Passage[];
  readonly onlyB: readonly Passage[];
}

/** All 0..1. Of three-word runs, and of sentences: the share of the one that the other has. */
export interface PairScores {
  readonly jaccard: number;
  readonly ofA: number;
  readonly ofB: number;
  readonly sentencesOfA: number;
  readonly sentencesOfB: number;
}

type Decision = Pick<PairComparison, 'relation' | 'reason'>;
type Prints = readonly [Fingerprint, Fingerprint];

const EQUAL_TEXTS: PairScores = { jaccard: 1, ofA: 1, ofB: 1, sentencesOfA: 1, sentencesOfB: 1 };

export function comparePair(
  a: Member,
  b: Member,
  policy: SurvivorPolicy,
  surroundings: Surroundings = ALONE,
): PairComparison {
  const prints = [fingerprintArticle(a.doc, a.article), fingerprintArticle(b.doc, b.article)] as const;
  const [one, other] = [textOf(a, surroundings), textOf(b, surroundings)];
  const isTurned = comesAfter(one, other);
  const [shorter, longer] = isTurned ? [other, one] : [one, other];
  const runs = alignWords(shorter.words, longer.words);
  const changes = changesOf(shorter, longer, runs);
  const fromA = isTurned ? turned(runs) : runs;
  const evidence = gatherEvidence(one, other, fromA);
  const comparison = verify(prints, one, other, surroundings);
  const sentences = Math.max(evidence.sentencesOfOne, evidence.sentencesOfOther);
  const { seriesMates } = surroundings;
  const decision = unverified(prints) ?? {
    relation: comparison.relation,
    reason: reasonOf(comparison, { shorter, longer, runs, changes, sentences, seriesMates }),
  };
  return {
    ...decision,
    ...outcomeOf(prints, decision, evidence, policy),
    scores: decision.reason.cause === 'exact' ? EQUAL_TEXTS : scoresOf(comparison, evidence),
    changes,
    words: { a: one.words.length, b: other.words.length },
    shared: sharedPassages(one, other, fromA),
    differences: differencesOf(one, other, fromA),
    onlyA: ownPassages(one, other, fromA),
    onlyB: ownPassages(other, one, turned(fromA)),
  };
}

function textOf({ article }: Member, { furniture }: Surroundings): PreparedText {
  return prepareText(comparedText(article.meta.title ?? '', article.body), furniture);
}

/** Members of a series are known by their sketches, as in `find-links.ts`. */
function verify([a, b]: Prints, one: PreparedText, other: PreparedText, { seriesMates }: Surroundings): Comparison {
  const comparison = compareTexts(one, other, seriesMates);
  if (seriesMates < SERIES_MEMBERS || !haveSameSkeleton(tableOf([a, b]), 0, 1)) return comparison;
  return { ...comparison, relation: 'series', cause: 'series' };
}

/** What is decided before two texts are compared; undefined if they must be. */
function unverified([a, b]: Prints): Decision | undefined {
  if (a.exact === '' || b.exact === '') return { relation: 'none', reason: { cause: 'empty' } };
  if (a.exact === b.exact) return { relation: 'copy', reason: { cause: 'exact' } };
  const words = Math.min(a.words, b.words);
  return words < LEAST_WORDS ? { relation: 'none', reason: { cause: 'brief', words, least: LEAST_WORDS } } : undefined;
}

type Outcome = Pick<PairComparison, 'kind' | 'kept' | 'preference' | 'setAside' | 'meets'>;

const NO_COPIES: Outcome = {
  kind: undefined,
  kept: undefined,
  preference: undefined,
  setAside: undefined,
  meets: false,
};

function outcomeOf(
  prints: Prints,
  { relation, reason }: Decision,
  { kind, sentencesOfOne, sentencesOfOther }: Evidence,
  policy: SurvivorPolicy,
): Outcome {
  if (relation === 'none' || relation === 'series') return NO_COPIES;
  const [a, b] = prints;
  const isExact = reason.cause === 'exact';
  const meets = isExact || findCandidates(tableOf(prints), Uint32Array.of(0, 1)).pairs.low.length > 0;
  const [one, two] = copiesOf(a, b);
  const kept: Side = inOrderOfSurvival([one, two], policy)[0] === one ? 'a' : 'b';
  const other: Side = kept === 'a' ? 'b' : 'a';
  const isThere = isExact || (other === 'a' ? sentencesOfOne : sentencesOfOther) >= LEAST_KEPT;
  return {
    kind: isExact ? 'exact' : kind,
    kept,
    preference: preferenceOf(one, two, policy),
    setAside: isThere && meets ? other : undefined,
    meets,
  };
}

/** In the order of their paths. */
function copiesOf(a: Fingerprint, b: Fingerprint): readonly [Copy, Copy] {
  const isFirst = compareIds(a.id, b.id) <= 0;
  return [
    { at: isFirst ? 0 : 1, words: a.words, chrome: a.chrome, date: a.date, isReference: false },
    { at: isFirst ? 1 : 0, words: b.words, chrome: b.chrome, date: b.date, isReference: false },
  ];
}

function scoresOf({ jaccard, ofOne, ofOther }: Comparison, { sentencesOfOne, sentencesOfOther }: Evidence): PairScores {
  return { jaccard, ofA: ofOne, ofB: ofOther, sentencesOfA: sentencesOfOne, sentencesOfB: sentencesOfOther };
}
