/** What there is to say about two texts that are copies: of what kind, what each would lose, which passages they share. */
import type { MatchKind } from '../core/types.ts';
import type { Runs } from './align.ts';
import { kindOfCopy } from './kind.ts';
import { shareKept } from './loss.ts';
import type { PreparedText } from './prepare.ts';
import { numberShingles, type ShinglePair, turnedPair } from './shingle-pair.ts';
import type { SharedSpan } from './spans.ts';
import { sharedSpans } from './spans.ts';

export interface Evidence {
  readonly kind: MatchKind;
  /** Share of the one's sentences that are in the other, and of the other's that are in the one. */
  readonly sentencesOfOne: number;
  readonly sentencesOfOther: number;
  readonly spans: readonly SharedSpan[];
}

export interface EvidenceOptions {
  /** The three-word runs of the one and of the other, where they are numbered already. */
  readonly pair?: ShinglePair;
  /** Without them the passages are not looked for. */
  readonly wantsSpans?: boolean;
}

const NO_SPANS: readonly SharedSpan[] = [];

export function gatherEvidence(
  one: PreparedText,
  other: PreparedText,
  runs: Runs,
  { pair = numberShingles(one.words, other.words), wantsSpans = true }: EvidenceOptions = {},
): Evidence {
  return {
    kind: kindOfCopy(one, other, runs),
    sentencesOfOne: shareKept(one, other, turned(runs), turnedPair(pair)),
    sentencesOfOther: shareKept(other, one, runs, pair),
    spans: wantsSpans ? sharedSpans(one, other, runs) : NO_SPANS,
  };
}

/** The same runs seen from the other text. */
export function turned(runs: Runs): Runs {
  const swapped: number[] = [];
  for (let run = 0; run < runs.length; run += 3)
    swapped.push(runs[run + 1] as number, runs[run] as number, runs[run + 2] as number);
  return swapped;
}
