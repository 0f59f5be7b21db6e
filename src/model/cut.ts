/**
 * Below which chance a line goes. No fixed number serves all pages: where nearly everything is doubtful (listings) a low
 * one does, where the article stands out a higher one. The cut that promises the best words F1 of the page is taken from
 * the chances themselves (Lewis 1995; Nan et al. 2012: the optimal set is always the likeliest lines).
 */

export const CERTAIN = 1000;
const LOWEST = 80;
const HIGHEST = 500;

/** `chances` in thousandths and `tokens`, an entry per row. */
export function bestCut(chances: Uint16Array, tokens: Uint32Array): number {
  const words = new Float64Array(CERTAIN + 1);
  let expected = 0;
  for (let row = 0; row < chances.length; row++) {
    const chance = chances[row] as number;
    words[chance] = (words[chance] as number) + (tokens[row] as number);
    expected += chance * (tokens[row] as number);
  }
  let kept = 0;
  let right = 0;
  let best = 0;
  let cut = HIGHEST;
  for (let chance = CERTAIN; chance >= LOWEST; chance--) {
    const added = words[chance] as number;
    if (added === 0) continue;
    kept += added;
    right += chance * added;
    const score = right / (kept * CERTAIN + expected);
    if (score >= best) {
      best = score;
      cut = chance;
    }
  }
  return Math.min(HIGHEST, cut);
}
