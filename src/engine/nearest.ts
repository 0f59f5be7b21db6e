/** The existing name most like one that does not exist. */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { lstatIfThere } from './kind.ts';

const MOST_NAMES = 5000;
const LONGEST = 80;
/** Further apart than this share of its length, a name is no help. */
const FARTHEST = 0.5;

/** In the form the user wrote the path; undefined if nothing is near. */
export function nearestName(written: string, absolute: string): string | undefined {
  const parent = dirname(absolute);
  if (parent === absolute) return undefined;
  if (lstatIfThere(parent) === undefined) {
    const nearer = nearestName(dirname(written), parent);
    if (nearer === undefined) return undefined;
    const whole = join(nearer, basename(written));
    return lstatIfThere(join(dirname(parent), basename(nearer), basename(absolute))) === undefined ? nearer : whole;
  }
  const near = nearestOf(basename(absolute), namesIn(parent));
  if (near === undefined) return undefined;
  return dirname(written) === '.' && !written.startsWith('./') ? near : `${dirname(written)}/${near}`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).slice(0, MOST_NAMES);
  } catch {
    return [];
  }
}

/** Undefined if none is near. */
export function nearestOf(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.floor(name.length * FARTHEST) + 1;
  for (const candidate of [...names].sort()) {
    if (candidate.length > LONGEST || name.length > LONGEST) continue;
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Letters left out, put in, changed, or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (before[j - 2] as number) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1, swap));
    }
    before = row;
    row = next;
  }
  return row[b.length] as number;
}
