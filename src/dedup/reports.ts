/**
 * Two reports of one kind: this week's exports and last week's. Few of the words differ, but most sentences say something
 * else, because the figure is what they say. A revision of a short text changes a sentence of four; of two reports a third of
 * the sentences that both have, or more, contradict each other (newswire and made sets: copies up to 0.25, reports from 0.33).
 */
import { hasHash } from '../text/shingles.ts';
import type { Runs } from './align.ts';
import { IS_FIGURE } from './flags.ts';
import { figuresIn } from './numbers.ts';
import type { PreparedText } from './prepare.ts';
import { forEachSentence } from './sentences.ts';

/** Longer texts are no bulletins. */
const LONGEST_REPORT = 150;
/** A sentence is in the other text too if so many of its words are aligned; at 0.6 two weekly reports of reuters passed for one. */
const SAME_SENTENCE = 0.5;
const SHORTEST_SENTENCE = 6;
const CONTRADICTED = 0.3;

/** True if many of the sentences that two short texts share say another figure, seen from either text. `runs` go from `a` to `b`. */
export function areTwoReports(a: PreparedText, b: PreparedText, runs: Runs): boolean {
  if (Math.max(a.words.length, b.words.length) > LONGEST_REPORT) return false;
  return areContradicted(contradictedBy(b, a, runs, 0)) && areContradicted(contradictedBy(a, b, runs, 1));
}

/** Sentences of a text that another one has too, and how many of them say another figure there. */
export interface Contradicted {
  readonly shared: number;
  readonly contradicted: number;
}

function areContradicted({ shared, contradicted }: Contradicted): boolean {
  return shared > 0 && contradicted / shared >= CONTRADICTED;
}

/** Sentences of `text` that `other` has with other figures; `side` is the column of `text` in the runs. */
export function contradictedBy(other: PreparedText, text: PreparedText, runs: Runs, side: 0 | 1): Contradicted {
  const aligned = new Uint8Array(text.words.length);
  for (let run = 0; run < runs.length; run += 3) {
    const from = runs[run + side] as number;
    aligned.fill(1, from, from + (runs[run + 2] as number));
  }
  const figures = figuresIn(other);
  let shared = 0;
  let contradicted = 0;
  forEachSentence(text, (first, end) => {
    let words = 0;
    let hasOwnFigure = false;
    for (let at = first; at < end; at++) {
      if (aligned[at] === 1) words++;
      else if (((text.flags[at] as number) & IS_FIGURE) !== 0 && !hasHash(figures, text.words[at] as number))
        hasOwnFigure = true;
    }
    if (end - first < SHORTEST_SENTENCE || words < SAME_SENTENCE * (end - first)) return;
    shared++;
    if (hasOwnFigure) contradicted++;
  });
  return { shared, contradicted };
}
