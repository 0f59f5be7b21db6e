/** What the rules said of each line, as numbers the model can weigh. */
import type { Finding } from '../core/types.ts';

/** Per line of the text; confidences in percent, 0 where no rule spoke. */
export interface Votes {
  /** The surest drop by what the line says. */
  readonly vocabulary: Uint8Array;
  /** The surest drop by where the line stands. */
  readonly structure: Uint8Array;
  /** What it was dropped as: 0 nothing, 1 chrome, 2 related, 3 caption, 4 repeated, 5 other. */
  readonly judge: Uint8Array;
  readonly kept: Uint8Array;
}

/** At this confidence a drop rests on what the line says. */
const WORDED = 0.85;
const JUDGES: Readonly<Record<string, number>> = { chrome: 1, related: 2, caption: 3, repeated: 4 };
const OTHER = 5;

export function votesOf(count: number, findings: readonly Finding[]): Votes {
  const votes: Votes = {
    vocabulary: new Uint8Array(count),
    structure: new Uint8Array(count),
    judge: new Uint8Array(count),
    kept: new Uint8Array(count),
  };
  for (const finding of findings) {
    if (finding.action !== 'drop' && finding.action !== 'keep') continue;
    const column =
      finding.action === 'keep' ? votes.kept : finding.confidence >= WORDED ? votes.vocabulary : votes.structure;
    const percent = Math.round(finding.confidence * 100);
    for (let at = finding.first; at <= finding.last; at++) {
      if (
        finding.action === 'drop' &&
        percent >= Math.max(votes.vocabulary[at] as number, votes.structure[at] as number)
      )
        votes.judge[at] = JUDGES[finding.kind] ?? OTHER;
      if (percent > (column[at] as number)) column[at] = percent;
    }
  }
  return votes;
}
