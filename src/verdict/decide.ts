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
const KEPT: Verdict[] = [];
const MOVED: Verdict[] = [];
const DROPPED: Verdict[] = [];

/** Given up by the time a decision is made; making rows of this size costs 2 us and more. */
const VOTES: Uint32Array = new Uint32Array(0x3000);
const CONFIDENCES: Float64Array = new Float64Array(0x1000);

/** Below every confidence: that of no finding at all. */
const NOBODY = -1;

/** `findings` in the order in which ties are settled. */
export function decide(doc: Document, findings: readonly Finding[], level: Level): readonly Verdict[] {
  const { count, from, end } = doc.lines;
  const least = LEAST_CONFIDENCE[level];
  const confidences = findings.length < CONFIDENCES.length ? CONFIDENCES : new Float64Array(findings.length + 1);
  const votes = collectVotes(count, findings, confidences);
  const verdicts = new Array<Verdict>(count);
  for (let at = 0; at < count; at++) {
    const drop = votes[at] as number;
    const keep = votes[at + count] as number;
    const move = votes[at + 2 * count] as number;
    if (from[at] === end[at]) verdicts[at] = BLANK;
    else if ((drop | keep | move) === 0) verdicts[at] = UNTOUCHED;
    else {
      const sure = confidences[drop] as number;
      const against = confidences[keep] as number;
      const goes = against !== CERTAIN && sure >= least && sure > against;
      const moves = against !== CERTAIN && move !== 0 && !(goes && findings[drop - 1]?.kind === 'repeated');
      verdicts[at] = moves
        ? verdictBy(MOVED, 'moved', move)
        : goes
          ? verdictBy(DROPPED, 'dropped', drop)
          : verdictBy(KEPT, 'kept', keep);
    }
  }
  return verdicts;
}

function verdictBy(shared: Verdict[], fate: Verdict['fate'], vote: number): Verdict {
  if (vote === 0) return UNTOUCHED;
  if (vote > SHARED) return { fate, by: vote - 1 };
  while (shared.length < vote) shared.push({ fate, by: shared.length });
  return shared[vote - 1] as Verdict;
}

/**
 * The strongest finding of each action per line, its number counted from one; 0 where nobody asks for it. Puts the
 * confidences of the findings into `confidences` by that number.
 */
function collectVotes(count: number, findings: readonly Finding[], confidences: Float64Array): Uint32Array {
  const votes = count * 3 <= VOTES.length ? VOTES.fill(0, 0, count * 3) : new Uint32Array(count * 3);
  confidences[0] = NOBODY;
  let vote = 0;
  for (const { action, first, last, confidence } of findings) {
    confidences[++vote] = confidence;
    if (action === 'note') continue;
    const place = action === 'drop' ? 0 : action === 'keep' ? count : 2 * count;
    const end = place + Math.min(last, count - 1);
    for (let row = place + first; row <= end; row++) {
      if (confidence > (confidences[votes[row] as number] as number)) votes[row] = vote;
    }
  }
  return votes;
}
