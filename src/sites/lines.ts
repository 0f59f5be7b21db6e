/** What two pages have in common, from their sorted lines. */

/** Calls `visit` with every line of both. */
export function forEachShared(a: Uint32Array, b: Uint32Array, visit: (line: number) => void): void {
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const one = a[left] as number;
    const other = b[right] as number;
    if (one === other) visit(one);
    if (one <= other) left++;
    if (other <= one) right++;
  }
}

/** Orders pages by their lines, so that no result depends on names or on the order of files; 0 for pages of equal lines. */
export function compareLines(a: Uint32Array, b: Uint32Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number);
  }
  return a.length - b.length;
}
