/**
 * The product's judgement, and its only home: findings go in, one verdict per line comes out.
 *
 * A line goes if some finding wants it dropped with at least the confidence the level asks for, and no finding wants it
 * kept with as much. A line that holds metadata moves there unless it is a repeat. A learned score enters as one more
 * finding.
 */
import type { Document, Finding, Level, Verdict } from '../core/types.ts';
import { LEAST_CONFIDENCE } from './levels.ts';

/** What a person asked for; no judge may overrule it. */
const CERTAIN = 1;
const BLANK: Verdict = { fate: 'blank', by: -1 };
const UNTOUCHED: Verdict = { fate: 'kept', by: -1 };
/** Verdicts are never rewritten, so the lines of all documents share those by the first so many findings. */
const SHARED = 4096;
const VERDICTS: Readonly<Record<'kept' | 'moved' | 'dropped', Verdict[]>> = { kept: [], moved: [], dropped: [] };

/** `findings` in the order in which ties are settled. */
export function decide(doc: Document, findings: readonly Finding[], level: Level): readonly Verdict[] {
  const { count, from, end } = doc.lines;
  const least = LEAST_CONFIDENCE[level];
  const { drop, keep, move } = collectVotes(count, findings);
  const verdicts = new Array<Verdict>(count);
  for (let at = 0; at < count; at++) {
    if (from[at] === end[at]) verdicts[at] = BLANK;
    else if (((drop[at] as number) | (keep[at] as number) | (move[at] as number)) === 0) verdicts[at] = UNTOUCHED;
    else verdicts[at] = settle(findings, least, drop[at] as number, keep[at] as number, move[at] as number);
  }
  return verdicts;
}

function settle(findings: readonly Finding[], least: number, drop: number, keep: number, move: number): Verdict {
  const kept = findings[keep - 1];
  if (kept?.confidence === CERTAIN) return verdictBy('kept', keep);
  const dropped = findings[drop - 1];
  const goes = dropped !== undefined && dropped.confidence >= least && dropped.confidence > (kept?.confidence ?? 0);
  if (goes && dropped.kind === 'repeated') return verdictBy('dropped', drop);
  if (move !== 0) return verdictBy('moved', move);
  return goes ? verdictBy('dropped', drop) : verdictBy('kept', keep);
}

function verdictBy(fate: 'kept' | 'moved' | 'dropped', vote: number): Verdict {
  if (vote === 0) return UNTOUCHED;
  if (vote > SHARED) return { fate, by: vote - 1 };
  const shared = VERDICTS[fate];
  while (shared.length < vote) shared.push({ fate, by: shared.length });
  return shared[vote - 1] as Verdict;
}

interface Votes {
  /** The strongest finding of each action per line, its number counted from one; 0 where nobody asks for it. */
  readonly drop: Uint32Array;
  readonly keep: Uint32Array;
  readonly move: Uint32Array;
}

function collectVotes(count: number, findings: readonly Finding[]): Votes {
  const votes: Votes = { drop: new Uint32Array(count), keep: new Uint32Array(count), move: new Uint32Array(count) };
  let vote = 0;
  for (const finding of findings) {
    vote++;
    if (finding.action === 'note') continue;
    const strongest = votes[finding.action];
    for (let at = finding.first; at <= finding.last; at++) {
      const before = strongest[at] as number;
      if (before === 0 || finding.confidence > (findings[before - 1] as Finding).confidence) strongest[at] = vote;
    }
  }
  return votes;
}
