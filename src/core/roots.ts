/** Disjoint sets (Tarjan 1975) as a column of parents. */

/** Who stands for the set of `at`. Paths are halved on the way. */
export function rootOf(parents: Uint32Array, at: number): number {
  let here = at;
  while (parents[here] !== here) {
    parents[here] = parents[parents[here] as number] as number;
    here = parents[here] as number;
  }
  return here;
}
