/** What a copy is to the document that was kept. */
import type { MatchKind } from '../core/types.ts';
import type { Runs } from './align.ts';
import { LEAST_RUN } from './changes.ts';
import { contradict } from './numbers.ts';
import type { PreparedText } from './prepare.ts';

/** Both sides covered this far: the same text, but for slips. */
const NEAR_COVER = 0.9;
/** One side covered this far and the other much less: the shorter lies in the longer. */
const PART_COVER = 0.75;
const MUCH_LESS = 0.75;
/** A truncated copy begins within so many words of the beginning: a byline and a dateline may come first. */
const LEAD_WORDS = 40;
/** A part taken whole spans little more of the longer text than its own length; an excerpt is taken from here and there. */
const WHOLE_STRETCH = 1.3;

export function kindOfCopy(kept: PreparedText, copy: PreparedText, runs: Runs): MatchKind {
  const span = { keptFirst: -1, keptEnd: 0, copyFirst: -1, copyEnd: 0, shared: 0 };
  for (let run = 0; run < runs.length; run += 3) {
    const [inKept, inCopy, length] = [runs[run] as number, runs[run + 1] as number, runs[run + 2] as number];
    if (length < LEAST_RUN) continue;
    if (span.keptFirst < 0) [span.keptFirst, span.copyFirst] = [inKept, inCopy];
    [span.keptEnd, span.copyEnd] = [inKept + length, inCopy + length];
    span.shared += length;
  }
  const ofKept = span.shared / kept.words.length;
  const ofCopy = span.shared / copy.words.length;
  if (ofKept >= NEAR_COVER && ofCopy >= NEAR_COVER) return contradict(kept, copy) ? 'revision' : 'near';
  if (Math.max(ofKept, ofCopy) < PART_COVER || Math.min(ofKept, ofCopy) >= MUCH_LESS * Math.max(ofKept, ofCopy))
    return 'revision';
  const copyIsPart = ofCopy >= ofKept;
  const [first, end] = copyIsPart ? [span.keptFirst, span.keptEnd] : [span.copyFirst, span.copyEnd];
  if (end - first > span.shared * WHOLE_STRETCH) return 'excerpt';
  return first <= LEAD_WORDS ? 'truncated' : 'contained';
}
