/** Why two texts are copies or not, with the figures that decided and what they were held against. */
import type { Runs } from './align.ts';
import type { Changes } from './changes.ts';
import { NOTICE, type PreparedText } from './prepare.ts';
import { contradictedBy } from './reports.ts';
import {
  type Cause,
  CLEARLY_SHARED,
  COPY_COVER,
  type Comparison,
  DENSE_CHANGES,
  DENSE_FIGURES,
  FEW_SENTENCES,
  LEAST_CONTAINMENT,
  LEAST_PART,
  NO_SENTENCES,
  PART_COVER,
  SAME_TITLE,
  sharedTitle,
} from './verify.ts';

/** Shares are 0..1. `least` and `most` are what was asked for. */
export type Reason =
  | { readonly cause: 'exact' | 'equal' | 'same-letters' }
  /** One of them has no article. */
  | { readonly cause: 'empty' }
  /** Words of the shorter body. */
  | { readonly cause: 'brief'; readonly words: number; readonly least: number }
  | { readonly cause: 'few-shared'; readonly share: number; readonly least: number }
  /** Places where figures differ; other documents of the series, if it is known. */
  | { readonly cause: 'series'; readonly figures: number; readonly mates: number }
  | { readonly cause: 'notice'; readonly figures: number; readonly words: number; readonly least: number }
  | { readonly cause: 'two-reports'; readonly contradicted: number; readonly sentences: number }
  | { readonly cause: 'other-titles'; readonly shared: number; readonly words: number; readonly least: number }
  /** Changed places per 100 shared words. */
  | { readonly cause: 'dense-changes'; readonly density: number; readonly most: number }
  | { readonly cause: 'dense-figures'; readonly figures: number; readonly density: number; readonly most: number }
  | { readonly cause: 'short-part'; readonly words: number; readonly least: number }
  | { readonly cause: 'covered'; readonly ofShorter: number; readonly ofLonger: number; readonly least: number }
  | {
      readonly cause: 'little-covered';
      readonly ofShorter: number;
      readonly ofLonger: number;
      /** Of both; or of the shorter one alone, which then lies within the longer. */
      readonly least: number;
      readonly leastOfPart: number;
    }
  | { readonly cause: 'within'; readonly ofShorter: number; readonly least: number }
  | {
      readonly cause: 'scattered';
      readonly share: number;
      readonly least: number;
      readonly sentences: number;
      readonly leastSentences: number;
    };

/** The shorter text, the longer one, and how they align. */
export interface Aligned {
  readonly shorter: PreparedText;
  readonly longer: PreparedText;
  /** From the shorter to the longer. */
  readonly runs: Runs;
  readonly changes: Changes;
  /** The larger share of sentences that one has of the other. */
  readonly sentences: number;
  readonly seriesMates: number;
}

const HUNDRED = 100;

export function reasonOf({ cause, ofOne, ofOther }: Comparison, aligned: Aligned): Reason {
  const share = Math.max(ofOne, ofOther);
  if (cause === 'few-shared') return { cause, share, least: LEAST_CONTAINMENT };
  if (cause === 'scattered') {
    const leastSentences = aligned.sentences <= NO_SENTENCES ? NO_SENTENCES : FEW_SENTENCES;
    return { cause, share, least: CLEARLY_SHARED, sentences: aligned.sentences, leastSentences };
  }
  if (cause === 'covered' || cause === 'little-covered' || cause === 'within') return coverOf(cause, aligned);
  return differenceOf(cause, aligned);
}

function coverOf(cause: 'covered' | 'little-covered' | 'within', { shorter, longer, changes }: Aligned): Reason {
  const ofShorter = changes.shared / shorter.words.length;
  const ofLonger = changes.shared / longer.words.length;
  if (cause === 'within') return { cause, ofShorter, least: PART_COVER };
  if (cause === 'little-covered' && ofShorter >= PART_COVER)
    return { cause: 'short-part', words: shorter.words.length, least: LEAST_PART };
  const least = COPY_COVER;
  if (cause === 'covered') return { cause, ofShorter, ofLonger, least };
  return { cause, ofShorter, ofLonger, least, leastOfPart: PART_COVER };
}

function differenceOf(
  cause: Exclude<Cause, 'few-shared' | 'scattered' | 'covered' | 'little-covered' | 'within'>,
  { shorter, longer, runs, changes, seriesMates }: Aligned,
): Reason {
  const { figures, words, shared } = changes;
  const density = (HUNDRED * (figures + words)) / Math.max(1, shared);
  switch (cause) {
    case 'series':
      return { cause, figures, mates: seriesMates };
    case 'notice':
      return { cause, figures, words: shorter.words.length, least: NOTICE };
    case 'two-reports': {
      const { shared: sentences, contradicted } = contradictedBy(longer, shorter, runs, 0);
      return { cause, contradicted, sentences };
    }
    case 'other-titles': {
      const { shared: inBoth, fewer } = sharedTitle(shorter, longer);
      return { cause, shared: inBoth, words: fewer, least: SAME_TITLE };
    }
    case 'dense-changes':
      return { cause, density, most: DENSE_CHANGES };
    case 'dense-figures':
      return { cause, figures, density, most: DENSE_FIGURES };
    default:
      return { cause };
  }
}
