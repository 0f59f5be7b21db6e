/**
 * Two forests of boosted trees in whole numbers: a small one looks at every line that may be the title, a larger one at
 * the few it finds likeliest. Learned as a choice among the lines of a page, or none (`scripts/train/titles.mjs`).
 */
import { TITLE_TREES } from './title-trees.ts';

/** Scores per nat. */
export const PER_NAT = 200;
/** Lines that are looked at twice; of titles among the candidates 6 % are not among them. */
export const FINALISTS = 16;

interface Forest {
  readonly roots: Uint16Array;
  /** Steps from a root that reach a leaf of any tree. */
  readonly depth: number;
  /** Per node: column, threshold, the node to go on with if the signal is at most that (else the next); a leaf goes on with itself. */
  readonly nodes: Int16Array;
  readonly values: Int16Array;
}

export interface TitleForests {
  readonly coarse: Forest;
  readonly closer: Forest;
}

/** Trees, depth and nodes. */
const HEADER = 3;
const SHIPPED: TitleForests = parseForests(TITLE_TREES);

/** Numbers of 16 bits, as base64: per forest its trees, depth and nodes, the roots, and four numbers per node. */
export function parseForests(packed: string): TitleForests {
  const bytes = atob(packed);
  const numbers = Int16Array.from(
    { length: bytes.length >> 1 },
    (_, at) => bytes.charCodeAt(2 * at) | (bytes.charCodeAt(2 * at + 1) << 8),
  );
  const [coarse, next] = forestAt(numbers, 0);
  return { coarse, closer: forestAt(numbers, next)[0] };
}

function forestAt(numbers: Int16Array, start: number): readonly [Forest, number] {
  const [trees = 0, depth = 0, count = 0] = numbers.subarray(start, start + HEADER);
  const from = start + HEADER + trees;
  const roots = Uint16Array.from(numbers.subarray(start + HEADER, from));
  const nodes = new Int16Array(count * 3);
  const values = new Int16Array(count);
  for (let node = 0; node < count; node++) {
    nodes.set(numbers.subarray(from + node * 4, from + node * 4 + 3), node * 3);
    values[node] = numbers[from + node * 4 + 3] as number;
  }
  return [{ roots, depth, nodes, values }, from + count * 4];
}

export function scoreCoarse(values: Int16Array, base: number, forests: TitleForests = SHIPPED): number {
  return scoreOf(forests.coarse, values, base);
}

export function scoreCloser(values: Int16Array, base: number, forests: TitleForests = SHIPPED): number {
  return scoreOf(forests.closer, values, base);
}

/** The same number of steps for every tree: which way a line goes cannot be foreseen. */
function scoreOf({ roots, nodes, values, depth }: Forest, signals: Int16Array, base: number): number {
  let score = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number;
    for (let step = 0; step < depth; step++) {
      const at = node * 3;
      const above = (nodes[at + 1] as number) - (signals[base + (nodes[at] as number)] as number);
      node = (nodes[at + 2] as number) + (above >>> 31);
    }
    score += values[node] as number;
  }
  return score;
}
