/** What an alignment says about two texts: how much is shared, and what stands in the place of what. */

import type { Runs } from './align.ts';
import * as flags from './flags.ts';
import { likenessOfWords } from './letters.ts';
import type { PreparedText } from './prepare.ts';

/** Constants of this module: an imported binding is loaded anew at every use. */
const { IS_FIGURE } = flags;
const ENDS: number = flags.ENDS_SENTENCE | flags.ENDS_LINE;

/** What a place of change is about. */
export type ChangeKind = 'figures' | 'words' | 'spellings';

export interface Changes {
  /** Words in runs of three or more that both have. */
  readonly shared: number;
  /** Places where figures stand against other figures. */
  readonly figures: number;
  /** Places where words stand against unlike words. */
  readonly words: number;
  /** Places where words stand against words of nearly the same letters: spelling, typing and scanning errors. */
  readonly spellings: number;
}

/** Fewer equal words in a row are chance. */
export const LEAST_RUN = 3;
/** Longer replacements are rewritten passages, not changed words. */
const LONGEST_CHANGE = 8;
const SAME_SPELLING = 0.5;
/** A text of so few words is a headline or two: words put into it make it another one, as they would not in a story (two of 26 and 30 words in reuters). */
const FLASH = 32;
const LEAST_ADDED = 2;

export function changesOf(a: PreparedText, b: PreparedText, runs: Runs): Changes {
  const changes = { shared: 0, figures: 0, words: 0, spellings: 0 };
  for (let run = 2; run < runs.length; run += 3) {
    if ((runs[run] as number) >= LEAST_RUN) changes.shared += runs[run] as number;
  }
  forEachChange(a, b, runs, (kind) => {
    changes[kind]++;
  });
  if (Math.max(a.words.length, b.words.length) < FLASH) changes.words += countAdded(a, b, runs);
  return changes;
}

/** Places where one of two texts has words more in the middle of a sentence, between words that both have. */
function countAdded(a: PreparedText, b: PreparedText, runs: Runs): number {
  let added = 0;
  for (let run = 0; run + 3 < runs.length; run += 3) {
    const [endA, endB] = [endOfRun(runs, run, 0), endOfRun(runs, run, 1)];
    const [inA, inB] = [(runs[run + 3] as number) - endA, (runs[run + 4] as number) - endB];
    if (Math.min(inA, inB) > 0 || Math.max(inA, inB) < LEAST_ADDED) continue;
    if (!endsSentence(a, endA - 1) && !endsSentence(b, endB - 1)) added++;
  }
  return added;
}

function endOfRun(runs: Runs, run: number, side: 0 | 1): number {
  return (runs[run + side] as number) + (runs[run + 2] as number);
}

function endsSentence({ flags: marks }: PreparedText, word: number): boolean {
  return ((marks[word] as number) & ENDS) !== 0;
}

/** Calls `visit` with every place between equal runs where something stands for something else. */
export function forEachChange(
  a: PreparedText,
  b: PreparedText,
  runs: Runs,
  visit: (kind: ChangeKind, fromA: number, toA: number, fromB: number, toB: number) => void,
): void {
  let endA = 0;
  let endB = 0;
  for (let run = 0; run <= runs.length; run += 3) {
    const startA = runs[run] ?? a.words.length;
    const startB = runs[run + 1] ?? b.words.length;
    const length = runs[run + 2] ?? 0;
    const kind = kindOfChange(a, b, endA, startA, endB, startB);
    if (kind !== undefined) visit(kind, endA, startA, endB, startB);
    endA = startA + length;
    endB = startB + length;
  }
}

function kindOfChange(
  a: PreparedText,
  b: PreparedText,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
): ChangeKind | undefined {
  const inA = toA - fromA;
  const inB = toB - fromB;
  if (inA + inB === 0 || inA > LONGEST_CHANGE || inB > LONGEST_CHANGE) return undefined;
  const figuresA = countFigures(a, fromA, toA);
  const figuresB = countFigures(b, fromB, toB);
  if (inA === 0 || inB === 0) return figuresA + figuresB === inA + inB ? 'figures' : undefined;
  if (figuresA > 0 && figuresB > 0 && !haveSameFigures(a, fromA, toA, b, fromB, toB)) return 'figures';
  return likenessOfWords(a, fromA, toA, b, fromB, toB) < SAME_SPELLING ? 'words' : 'spellings';
}

function countFigures({ flags: marks }: PreparedText, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) count += (marks[at] as number) & IS_FIGURE;
  return count;
}

/** The same ones in the same order. */
function haveSameFigures(
  a: PreparedText,
  fromA: number,
  toA: number,
  b: PreparedText,
  fromB: number,
  toB: number,
): boolean {
  let inA = nextFigure(a, fromA, toA);
  let inB = nextFigure(b, fromB, toB);
  while (inA < toA && inB < toB) {
    if (a.words[inA] !== b.words[inB]) return false;
    inA = nextFigure(a, inA + 1, toA);
    inB = nextFigure(b, inB + 1, toB);
  }
  return inA === toA && inB === toB;
}

function nextFigure({ flags: marks }: PreparedText, from: number, to: number): number {
  let at = from;
  while (at < to && ((marks[at] as number) & IS_FIGURE) === 0) at++;
  return at;
}
