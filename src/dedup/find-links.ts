/** Candidates to verified pairs. */
import type { Fingerprint } from '../core/types.ts';
import { findCandidates } from './candidates.ts';
import type { Link, Links } from './links.ts';
import { indexLinks } from './links.ts';
import type { Pair } from './pairs.ts';
import { countSeries, haveSameSkeleton, SERIES_MEMBERS } from './series.ts';
import type { TextShelf } from './shelf.ts';
import type { Comparison } from './verify.ts';
import { compareTexts, LEAST_CONTAINMENT } from './verify.ts';

/** Two members of a series, known by their sketches alone. */
const APART: Comparison = {
  relation: 'series',
  cause: 'series',
  jaccard: 0,
  ofOne: 0,
  ofOther: 0,
  lead: 0,
  evidence: undefined,
};

/** `prints` holds one document per exact text, in a fixed order. */
export function findLinks(prints: readonly Fingerprint[], shelf: TextShelf): Links {
  const { pairs, crowds } = findCandidates(prints);
  const series = countSeries(prints);
  const crowdOf = Uint32Array.from(prints, (_print, at) => at);
  const links: Link[] = [];
  const verify = (pair: Pair): void => {
    const [a, b] = pair;
    const comparison = comparePair(
      prints[a] as Fingerprint,
      prints[b] as Fingerprint,
      Math.min(series[a] as number, series[b] as number),
      shelf,
    );
    if (comparison.relation === 'none' && Math.max(comparison.ofOne, comparison.ofOther) < LEAST_CONTAINMENT) return;
    links.push({ a, b, ...comparison });
    if (comparison.relation === 'copy') crowdOf[rootOf(crowdOf, b)] = rootOf(crowdOf, a);
  };
  pairs.forEach(verify);
  for (const pair of crowds) {
    if (rootOf(crowdOf, pair[0]) !== rootOf(crowdOf, pair[1])) verify(pair);
  }
  return indexLinks(
    links.sort((x, y) => x.a - y.a || x.b - y.b),
    prints,
  );
}

function comparePair(a: Fingerprint, b: Fingerprint, mates: number, shelf: TextShelf): Comparison {
  if (mates >= SERIES_MEMBERS && haveSameSkeleton(a, b)) return APART;
  return compareTexts(shelf.text(a.id), shelf.text(b.id), mates);
}

/** Documents of a crowd that are tied together by copies need no further comparing. Paths are halved on the way. */
function rootOf(parents: Uint32Array, at: number): number {
  let here = at;
  while (parents[here] !== here) {
    parents[here] = parents[parents[here] as number] as number;
    here = parents[here] as number;
  }
  return here;
}
