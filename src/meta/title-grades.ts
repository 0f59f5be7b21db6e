/** The signs that weigh on a line being the title, and what each value of a sign adds. */
import { TITLE_WEIGHTS } from './title-weights.ts';

/** The graded signs: a value belongs to the first edge that it does not exceed, or to the class after the last. */
const EDGES = {
  linesToBody: [-20, -5, -1, 0, 1, 2, 3, 5, 8, 12, 20, 40, 80, 160],
  linesToSentence: [0, 1, 2, 4, 8, 16, 40],
  words: [1, 2, 3, 4, 5, 7, 14, 18, 24],
  terminal: [0, 1, 2, 3, 4, 5, 6],
  allCapitalWords: [1, 2, 3, 5],
  separators: [0, 1, 2],
  copies: [1, 2, 3],
  linesToDate: [0, 1, 2, 4],
  linesToByline: [0, 1, 2, 4],
  linesFromDate: [0, 1],
  sizeAbove: [0, 1, 2],
  percentInProse: [0, 25, 50, 75, 99],
  percentInLead: [0, 25, 50, 75, 99],
  weightInProse: [0, 0.5, 1, 2, 3, 5],
  keywords: [0, 1, 2, 3],
  wordsInProse: [0, 1, 2, 3, 5],
  rivalsAbove: [0, 1, 3],
  rivalsBelow: [0, 1, 3],
  block: [0, 1, 2, 3, 4, 5, 6],
  /** Of no line: that the page has no title, by the lines above the body. */
  none: [0, 1],
} as const;

/** Signs that hold or do not. */
type Flag =
  | 'sentence'
  | 'capitals'
  | 'functionWords'
  | 'digits'
  | 'smallStart'
  | 'label'
  | 'address'
  | 'code'
  | 'sign'
  | 'innerPause'
  | 'sameAbove'
  | 'sameBelow'
  | 'glued'
  | 'endsInSign'
  | 'partOfLine'
  | 'endOfLine'
  | 'longestAround'
  | 'noContent'
  | 'firstLine';

type GradedSign = keyof typeof EDGES;
export type TitleSign = GradedSign | Flag;

/** What a flag adds where it holds. */
export function weightOfFlag(flag: Flag): number {
  return TITLE_WEIGHTS[flag][0] ?? 0;
}

/** A sign of any value: the weight belongs to the first edge that the value does not exceed. */
export interface Scale {
  readonly edges: readonly number[];
  readonly weights: readonly number[];
}

export function scaleOf(sign: GradedSign): Scale {
  return { edges: EDGES[sign], weights: TITLE_WEIGHTS[sign] };
}

export function weigh({ edges, weights }: Scale, value: number): number {
  let at = 0;
  while (at < edges.length && value > (edges[at] as number)) at++;
  return weights[at] ?? 0;
}

/**
 * The weights of a sign whose values are steps: `least`, `least + step` and so on, a row per step. The last row is the
 * weight of all higher values.
 */
export function weightsByStep(sign: GradedSign, least: number = 0, step: number = 1): Int8Array {
  const scale = scaleOf(sign);
  const rows = Math.ceil(((scale.edges.at(-1) ?? least) - least) / step) + 2;
  return Int8Array.from({ length: rows }, (_, row) => weigh(scale, least + row * step));
}

export function weightAt(weights: Int8Array, row: number): number {
  return weights[row < weights.length ? row : weights.length - 1] as number;
}
