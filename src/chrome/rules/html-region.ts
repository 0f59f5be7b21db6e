import type { Rule } from '../../core/contracts.ts';
import type { Block, Document, Finding, Kind } from '../../core/types.ts';

/** What the markup calls a region, how sure that makes it no part of the article, and as what it goes. */
const REGIONS: readonly { readonly words: ReadonlySet<string>; readonly kind: Kind; readonly confidence: number }[] = [
  { words: new Set(['caption', 'figcaption', 'credit']), kind: 'caption', confidence: 0.93 },
  { words: new Set(['related', 'recommended', 'teaser', 'popular', 'trending']), kind: 'related', confidence: 0.88 },
  {
    words: new Set([
      'nav',
      'navigation',
      'menu',
      'footer',
      'breadcrumb',
      'breadcrumbs',
      'cookie',
      'consent',
      'share',
      'sharing',
      'social',
      'newsletter',
      'subscribe',
      'pagination',
      'login',
      'search',
      'hidden',
    ]),
    kind: 'chrome',
    confidence: 0.88,
  },
  {
    words: new Set(['aside', 'sidebar', 'promo', 'ad', 'ads', 'advert', 'banner', 'widget']),
    kind: 'chrome',
    confidence: 0.88,
  },
];

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
  *check(doc: Document): Generator<Finding> {
    for (const block of doc.blocks) {
      const region = regionOf(block);
      if (region === undefined) continue;
      const { kind, confidence, word } = region;
      yield {
        rule: 'chrome/html-region',
        kind,
        action: 'drop',
        first: block.first,
        last: block.last,
        confidence,
        message: `inside an element called "${word}"`,
      };
    }
  },
};

function regionOf(
  block: Block,
): { readonly kind: Kind; readonly confidence: number; readonly word: string } | undefined {
  const names = block.kind === 'caption' ? ['caption', ...(block.region ?? [])] : (block.region ?? []);
  for (const { words, kind, confidence } of REGIONS) {
    const word = names.find((name) => words.has(name));
    if (word !== undefined) return { kind, confidence, word };
  }
  return undefined;
}
