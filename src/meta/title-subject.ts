/** How a line stands to the subject of the page, and whether others around it stand as near to it. */
import type { SubjectShare } from './subject.ts';
import { shareOf, subjectOf } from './subject.ts';
import type { Candidates } from './title-candidates.ts';
import { addWeight } from './title-candidates.ts';
import { scaleOf, weigh, weightAt, weightOfFlag, weightsByStep } from './title-grades.ts';

const NO_CONTENT = weightOfFlag('noContent');
const PERCENT_IN_PROSE = scaleOf('percentInProse');
const PERCENT_IN_LEAD = scaleOf('percentInLead');
const WEIGHT_IN_PROSE = scaleOf('weightInProse');
const KEYWORDS = weightsByStep('keywords');
const WORDS_IN_PROSE = weightsByStep('wordsInProse');
/** Of lines without content words, and of those that may be no title. */
const NOT_ABOUT = -1;

/** Nothing is known of the subject of a page without prose. */
export function addSubjectWeights({ zone, places, hashes }: Candidates, scores: Int32Array): void {
  const { doc, lines, body } = zone;
  const subject = subjectOf(doc, lines[body] ?? doc.lines.count);
  if (subject === undefined) return;
  const aboutness = new Float64Array(lines.length).fill(NOT_ABOUT);
  for (const place of places) {
    const share = shareOf(subject, doc, lines[place] as number);
    if (share.words > 0) aboutness[place] = share.keywords + share.weight / 3;
    addWeight(scores, place, shareWeight(share));
  }
  for (const place of places) addWeight(scores, place, rivalsWeight(hashes, aboutness, place));
}

function shareWeight({ words, inProse, inLead, keywords, weight }: SubjectShare): number {
  if (words === 0) return NO_CONTENT;
  return (
    weigh(PERCENT_IN_PROSE, (inProse * 100) / words) +
    weigh(PERCENT_IN_LEAD, (inLead * 100) / words) +
    weigh(WEIGHT_IN_PROSE, weight) +
    weightAt(KEYWORDS, keywords) +
    weightAt(WORDS_IN_PROSE, inProse)
  );
}

/** How far rivals are looked for. */
const RIVAL_REACH = 15;
const RIVALS_ABOVE = weightsByStep('rivalsAbove');
const RIVALS_BELOW = weightsByStep('rivalsBelow');
/** More rivals weigh no more than these. */
const MOST_RIVALS = RIVALS_ABOVE.length - 1;

/**
 * Lines around that are as much about the subject: the uppermost of them is the title, the others are subheads and
 * teasers.
 */
function rivalsWeight(hashes: Int32Array, aboutness: Float64Array, place: number): number {
  const own = aboutness[place] as number;
  const hash = hashes[place];
  const first = Math.max(0, place - RIVAL_REACH);
  const last = Math.min(hashes.length - 1, place + RIVAL_REACH);
  let above = 0;
  let below = 0;
  for (let other = place - 1; other >= first && above < MOST_RIVALS; other--)
    if ((aboutness[other] as number) >= own && hashes[other] !== hash) above++;
  for (let other = place + 1; other <= last && below < MOST_RIVALS; other++)
    if ((aboutness[other] as number) > own && hashes[other] !== hash) below++;
  return weightAt(RIVALS_ABOVE, above) + weightAt(RIVALS_BELOW, below);
}
