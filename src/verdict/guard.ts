/**
 * The page guard: a result that throws most of a page away is distrusted, and the gentle version is written instead
 * (RefinedWeb drops a page when its line rules take more than 5 % of the words; here nothing is dropped but the doubt).
 */
import type { Document, Verdict } from '../core/types.ts';

/** Percentages of the page's words that must stay, and of its running words that may go, repeats left out. */
const LEAST_KEPT = 15;
const MOST_SENTENCES_GONE = 50;

export function isDoubtful(
  doc: Document,
  verdicts: readonly Verdict[],
  isRepeat: (verdict: Verdict) => boolean,
): boolean {
  const { lines, outline } = doc;
  let all = 0;
  let kept = 0;
  let running = 0;
  let gone = 0;
  for (let at = 0; at < lines.count; at++) {
    const verdict = verdicts[at] as Verdict;
    if (verdict.fate === 'blank' || (verdict.fate === 'dropped' && isRepeat(verdict))) continue;
    const tokens = lines.tokens[at] as number;
    all += tokens;
    if (verdict.fate === 'kept') kept += tokens;
    if (outline.sentence[at] !== 1) continue;
    running += tokens;
    if (verdict.fate === 'dropped') gone += tokens;
  }
  if (outline.mass === 0 || kept === 0) return true;
  return kept * 100 < all * LEAST_KEPT || gone * 100 > running * MOST_SENTENCES_GONE;
}
