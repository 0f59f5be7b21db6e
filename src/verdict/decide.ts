/**
 * The product's judgement, and its only home: findings go in, one verdict per line comes out.
 *
 * A line goes if some finding wants it dropped with at least the confidence the level asks for, and no finding wants it
 * kept with as much. A line that holds metadata moves there unless it is a repeat. A learned score enters as one more
 * finding.
 */
import type { Document, Finding, Level, Verdict } from '../core/types.ts';
import { LEAST_CONFIDENCE } from './levels.ts';

const NOBODY = -1;
/** What a person asked for; no judge may overrule it. */
const CERTAIN = 1;

/** `findings` in the order in which ties are settled. */
export function decide(doc: Document, findings: readonly Finding[], level: Level): readonly Verdict[] {
  const votes = collectVotes(doc.lines.count, findings);
  return Array.from({ length: doc.lines.count }, (_, at): Verdict => {
    if (doc.lines.from[at] === doc.lines.end[at]) return { fate: 'blank', by: NOBODY };
    return settle(
      findings,
      LEAST_CONFIDENCE[level],
      votes.drop[at] ?? NOBODY,
      votes.keep[at] ?? NOBODY,
      votes.move[at] ?? NOBODY,
    );
  });
}

function settle(findings: readonly Finding[], least: number, drop: number, keep: number, move: number): Verdict {
  const kept = findings[keep];
  if (kept?.confidence === CERTAIN) return { fate: 'kept', by: keep };
  const dropped = findings[drop];
  const goes = dropped !== undefined && dropped.confidence >= least && dropped.confidence > (kept?.confidence ?? 0);
  if (goes && dropped.kind === 'repeated') return { fate: 'dropped', by: drop };
  if (move !== NOBODY) return { fate: 'moved', by: move };
  return goes ? { fate: 'dropped', by: drop } : { fate: 'kept', by: keep };
}

interface Votes {
  /** The strongest finding of each action per line, as a number into the findings, or -1. */
  readonly drop: Int32Array;
  readonly keep: Int32Array;
  readonly move: Int32Array;
}

function collectVotes(count: number, findings: readonly Finding[]): Votes {
  const votes: Votes = { drop: noVotes(count), keep: noVotes(count), move: noVotes(count) };
  findings.forEach((finding, number) => {
    if (finding.action === 'note') return;
    const strongest = votes[finding.action];
    for (let at = finding.first; at <= finding.last; at++) {
      const before = findings[strongest[at] as number];
      if (before === undefined || finding.confidence > before.confidence) strongest[at] = number;
    }
  });
  return votes;
}

function noVotes(count: number): Int32Array {
  return new Int32Array(count).fill(NOBODY);
}
