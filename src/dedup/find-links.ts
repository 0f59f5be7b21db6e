/** Candidates to verified pairs. */

import { rootOf } from '../core/roots.ts';
import { findCandidates } from './candidates.ts';
import { indexLinks, type Link, type Links } from './links.ts';
import type { Pairs } from './pairs.ts';
import type { PrintTable } from './print-table.ts';
import { countSeries, haveSameSkeleton, SERIES_MEMBERS } from './series.ts';
import type { Verifier } from './verifier.ts';
import type { Comparison } from './verify.ts';
import { LEAST_CONTAINMENT } from './verify.ts';

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

/** `documents` holds the places of one document per exact text, ascending. The keys of the table are let go. */
export async function findLinks(prints: PrintTable, documents: Uint32Array, verifier: Verifier): Promise<Links> {
  const candidates = findCandidates(prints, documents);
  const series = countSeries(prints, documents);
  prints.letKeysGo();
  const crowdOf = new Uint32Array(prints.count).map((_none, at) => at);
  const links: Link[] = [];
  const verify = async (pairs: Pairs): Promise<void> => {
    const { open, apart } = partSeries(prints, pairs, series);
    for (const [a, b] of apart) links.push({ a, b, found: APART });
    await verifier.compare(open, (at, comparison) => {
      const [a, b] = [open.low[at] as number, open.high[at] as number];
      if (comparison.relation === 'none' && Math.max(comparison.ofOne, comparison.ofOther) < LEAST_CONTAINMENT) return;
      links.push({ a, b, found: comparison });
      if (comparison.relation === 'copy') crowdOf[rootOf(crowdOf, b)] = rootOf(crowdOf, a);
    });
  };
  await verify(candidates.pairs);
  await verify(untied(candidates.firsts, crowdOf));
  await verify(untied(candidates.neighbours, crowdOf));
  links.sort((x, y) => x.a - y.a || x.b - y.b);
  return indexLinks(links.filter(isFirstOfPair), prints);
}

/** Pairs that may have met in a crowd and beside it. */
function isFirstOfPair(link: Link, at: number, links: readonly Link[]): boolean {
  const before = links[at - 1];
  return before === undefined || before.a !== link.a || before.b !== link.b;
}

/** Documents of a crowd that are tied together by copies need no further comparing. */
function untied({ low, high }: Pairs, crowdOf: Uint32Array): Pairs {
  const open = low
    .map((_a, at) => at)
    .filter((at) => rootOf(crowdOf, low[at] as number) !== rootOf(crowdOf, high[at] as number));
  return { low: open.map((at) => low[at] as number), high: open.map((at) => high[at] as number) };
}

interface Parted {
  readonly open: Pairs & { readonly mates: Uint8Array };
  readonly apart: readonly (readonly [number, number])[];
}

function partSeries(prints: PrintTable, { low, high }: Pairs, series: Uint8Array): Parted {
  const apart: (readonly [number, number])[] = [];
  const open: number[] = [];
  low.forEach((a, at) => {
    const b = high[at] as number;
    const mates = Math.min(series[a] as number, series[b] as number);
    if (mates >= SERIES_MEMBERS && haveSameSkeleton(prints, a, b)) apart.push([a, b]);
    else open.push(at);
  });
  const rows = Uint32Array.from(open);
  const questions = { low: rows.map((at) => low[at] as number), high: rows.map((at) => high[at] as number) };
  const mates = Uint8Array.from(questions.low, (a, at) =>
    Math.min(series[a] as number, series[questions.high[at] as number] as number),
  );
  return { open: { ...questions, mates }, apart };
}
