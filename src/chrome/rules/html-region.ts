import type { Rule } from '../../core/contracts.ts';
import type { Block, Document, Finding, Kind } from '../../core/types.ts';

interface Region {
  readonly kind: Kind;
  readonly confidence: number;
}

/** What the markup calls a region, how sure that makes it no part of the article, and as what it goes; the first that fits counts. */
const REGIONS: readonly (Region & { readonly words: string })[] = [
  { words: 'caption figcaption credit', kind: 'caption', confidence: 0.93 },
  { words: 'related recommended teaser popular trending', kind: 'related', confidence: 0.88 },
  {
    words:
      'nav navigation menu footer breadcrumb breadcrumbs cookie consent share sharing social newsletter subscribe pagination login search hidden',
    kind: 'chrome',
    confidence: 0.85,
  },
  { words: 'aside sidebar promo ad ads advert banner widget', kind: 'chrome', confidence: 0.85 },
];
/** By word, its place in `REGIONS`. */
const RANKS: ReadonlyMap<string, number> = new Map(
  REGIONS.flatMap(({ words }, rank) => words.split(' ').map((word): [string, number] => [word, rank])),
);
const NOWHERE: readonly string[] = [];

export const htmlRegion: Rule = {
  id: 'chrome/html-region',
  kind: 'chrome',
  title: 'Region that the markup names',
  why: 'Elements called nav, footer, aside, share or caption hold what their name says; sentences inside the article are still protected.',
  examples: [
    {
      text: '<body><nav><p>Home</p></nav><article><p>The bridge will close for repairs on the first of May.</p></article></body>',
      drop: [0],
    },
    { text: '<body><article><p>A footer is the foot of a page, said the printer.</p></article></body>', drop: [] },
  ],
  check(doc: Document): readonly Finding[] {
    const findings: Finding[] = [];
    for (const block of doc.blocks) {
      const word = regionOf(block);
      if (word === undefined) continue;
      const { kind, confidence } = REGIONS[RANKS.get(word) ?? 0] as Region;
      findings.push({
        rule: 'chrome/html-region',
        kind,
        action: 'drop',
        first: block.first,
        last: block.last,
        confidence,
        message: `inside an element called "${word}"`,
      });
    }
    return findings;
  },
};

/** The name of the surest region around the block, the block's own kind first. */
function regionOf({ kind, region = NOWHERE }: Block): string | undefined {
  if (kind === 'caption') return 'caption';
  let least = REGIONS.length;
  let found: string | undefined;
  for (const name of region) {
    const rank = RANKS.get(name) ?? REGIONS.length;
    if (rank >= least) continue;
    least = rank;
    found = name;
  }
  return found;
}
