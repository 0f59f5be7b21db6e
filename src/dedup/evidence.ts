/** What there is to say about two texts that are copies: of what kind, what each would lose, which passages they share. */
import type { MatchKind } from '../core/types.ts';
import type { Runs } from './align.ts';
import { kindOfCopy } from './kind.ts';
import { shareKept } from './loss.ts';
import type { PreparedText } from './prepare.ts';
import type { SharedSpan } from './spans.ts';
import { sharedSpans } from './spans.ts';

export interface Evidence {
  readonly kind: MatchKind;
  /** Share of the one's sentences that are in the other, and of the other's that are in the one. */
  readonly sentencesOfOne: number;
  readonly sentencesOfOther: number;
  readonly spans: readonly SharedSpan[];
}

export function gatherEvidence(one: PreparedText, other: PreparedText, runs: Runs): Evidence {
  return {
    kind: kindOfCopy(one, other, runs),
    sentencesOfOne: shareKept(one, other, turned(runs)),
    sentencesOfOther: shareKept(other, one, runs),
    spans: sharedSpans(one, other, runs),
  };
}

/** The same runs seen from the other text. */
export function turned(runs: Runs): Runs {
  const swapped: number[] = [];
  for (let run = 0; run < runs.length; run += 3)
    swapped.push(runs[run + 1] as number, runs[run] as number, runs[run + 2] as number);
  return swapped;
}
