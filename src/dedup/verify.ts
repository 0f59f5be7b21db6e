/**
 * Are two texts copies? Sets of three-word runs decide the clear cases; only the unclear ones are aligned word by word. A share alone cannot decide: true copies reach down to a Jaccard index of 0.05 (a first take in
 * the full story), bulletins of one series up to 0.82, so what differs decides (`changes.ts`).
 */

import { overlapOf, setOf } from '../text/shingles.ts';
import { areAlike } from '../text/similarity.ts';
import type { Runs } from './align.ts';
import { alignWords } from './align.ts';
import { changesOf } from './changes.ts';
import type { Evidence } from './evidence.ts';
import { gatherEvidence, turned } from './evidence.ts';
import { contradict } from './numbers.ts';
import type { PreparedText } from './prepare.ts';
import { corrects, isShort, NOTICE } from './prepare.ts';
import { areTwoReports } from './reports.ts';
import { SERIES_MEMBERS } from './series.ts';
import { numberShingles, sharesIn, turnedPair } from './shingle-pair.ts';
import { areSlips } from './slips.ts';

/** `copy`: one text, perhaps changed. `part`: the shorter one lies within the longer. `series`: must never be joined. */
export type Relation = 'copy' | 'part' | 'series' | 'none';

/** What decided, named alone: this runs for every candidate of an archive. `reason.ts` has the figures. */
export type Cause =
  /** Nothing to speak of differs; or letters tell, in texts of a line or two; or enough of both, or of the shorter, is shared. */
  | 'equal'
  | 'same-letters'
  | 'covered'
  | 'within'
  | 'series'
  | 'few-shared'
  | 'notice'
  | 'two-reports'
  | 'other-titles'
  | 'dense-changes'
  | 'dense-figures'
  | 'little-covered'
  | 'scattered';

export const RELATIONS: Readonly<Record<Cause, Relation>> = {
  equal: 'copy',
  'same-letters': 'copy',
  covered: 'copy',
  within: 'part',
  series: 'series',
  'few-shared': 'none',
  notice: 'none',
  'two-reports': 'none',
  'other-titles': 'none',
  'dense-changes': 'none',
  'dense-figures': 'none',
  'little-covered': 'none',
  scattered: 'none',
};
export const CAUSES: readonly Cause[] = Object.keys(RELATIONS) as readonly Cause[];

/** Of one text and another, in the order in which they were given. */
export interface Comparison {
  readonly relation: Relation;
  readonly cause: Cause;
  /** Over sets of three-word runs. */
  readonly jaccard: number;
  /** Share of the one's runs that the other has, and of the other's that the one has. */
  readonly ofOne: number;
  readonly ofOther: number;
  /** Share of the shorter text's beginning found in the longer one's. */
  readonly lead: number;
  /** Copies and parts only. */
  readonly evidence: Evidence | undefined;
}

/** Below this share of the shorter text nothing can make the pair a copy. */
export const LEAST_CONTAINMENT = 0.3;
const EQUAL = 0.985;
/** A copy is covered this far on both sides; a part on its own side. */
export const COPY_COVER = 0.55;
export const PART_COVER = 0.75;
/** Shorter texts lie within others by chance. */
export const LEAST_PART = 18;
/** A revision that shares less of its wording keeps more than half of its sentences (made copies 0.57 and more, false pairs 0.47). */
export const CLEARLY_SHARED = 0.6;
export const FEW_SENTENCES = 0.5;
/** Whatever they share: the copies of the made sets keep a third of their sentences at least. */
export const NO_SENTENCES = 0.2;
/** More changed places than this per 100 shared words are another text on the same skeleton. */
export const DENSE_CHANGES = 7;
/** Figures changed at this rate, at so many places and more often than words, are another report of the same kind. */
export const DENSE_FIGURES = 3;
const MANY_FIGURES = 3;
/** Figures that differ per 100 shared words within a series; a slip in a long report is less. */
const SERIES_FIGURES = 0.7;
/** Headlines of one piece of news share half of their words. */
export const SAME_TITLE = 0.5;
/** Letter pairs are fit for texts up to this length (`text/similarity.ts`). */
const LETTERS_TELL = 200;
const LEAD_OF_SHORTER = 40;
const LEAD_OF_LONGER = 120;

/**
 * `seriesMates`: the smaller of the two texts' counts from `countSeries`. The relation does not depend on which text comes first.
 * Without `wantsSpans` the evidence leaves the shared passages out.
 */
export function compareTexts(
  one: PreparedText,
  other: PreparedText,
  seriesMates: number,
  wantsSpans: boolean = true,
): Comparison {
  const pair = numberShingles(one.words, other.words);
  const { jaccard, ofOne, ofOther } = sharesIn(pair);
  const apart = (relation: Relation, cause: Cause): Comparison => ({
    relation,
    cause,
    jaccard,
    ofOne,
    ofOther,
    lead: 0,
    evidence: undefined,
  });
  if (Math.max(ofOne, ofOther) < LEAST_CONTAINMENT) return apart('none', 'few-shared');
  const swapped = comesAfter(one, other);
  const [shorter, longer] = swapped ? [other, one] : [one, other];
  const runs = alignWords(shorter.words, longer.words, swapped ? turnedPair(pair) : pair);
  const isEqual = jaccard >= EQUAL && !contradict(one, other);
  const cause = isEqual ? 'equal' : causeOf(shorter, longer, runs, seriesMates);
  const relation = RELATIONS[cause];
  if (relation === 'none' || relation === 'series') return apart(relation, cause);
  const evidence = gatherEvidence(one, other, swapped ? turned(runs) : runs, { pair, wantsSpans });
  if (isScattered(relation, { ofOne, ofOther }, evidence)) return apart('none', 'scattered');
  return { relation, cause, jaccard, ofOne, ofOther, lead: sharedLead(shorter.words.length, runs), evidence };
}

/** True if two texts share words rather than sentences: police reports of one town, tables of one company. */
function isScattered(
  relation: Relation,
  { ofOne, ofOther }: Pick<Comparison, 'ofOne' | 'ofOther'>,
  { sentencesOfOne, sentencesOfOther }: Evidence,
): boolean {
  const sentences = Math.max(sentencesOfOne, sentencesOfOther);
  if (sentences <= NO_SENTENCES) return true;
  return relation === 'copy' && Math.max(ofOne, ofOther) < CLEARLY_SHARED && sentences <= FEW_SENTENCES;
}

/** The shorter text first; of equally long ones the one with the smaller word where they first differ. */
export function comesAfter(one: PreparedText, other: PreparedText): boolean {
  if (one.words.length !== other.words.length) return one.words.length > other.words.length;
  let at = 0;
  while (at < one.words.length && one.words[at] === other.words[at]) at++;
  return at < one.words.length && (one.words[at] as number) > (other.words[at] as number);
}

function causeOf(a: PreparedText, b: PreparedText, runs: Runs, seriesMates: number): Cause {
  const { shared, figures, words, spellings } = changesOf(a, b, runs);
  if (figures > 0 && contradict(a, b) && !corrects(a) && !corrects(b) && !areSlips(a, b, runs)) {
    if (seriesMates >= SERIES_MEMBERS && (100 * figures) / Math.max(1, shared) >= SERIES_FIGURES) return 'series';
    if (a.words.length < NOTICE) return 'notice';
    if (areTwoReports(a, b, runs)) return 'two-reports';
  }
  if (haveSameLetters(a, b)) return 'same-letters';
  if (isShort(a) && isShort(b) && haveOtherTitles(a, b)) return 'other-titles';
  const density = (100 * (figures + words)) / Math.max(1, shared);
  if (density > DENSE_CHANGES) return 'dense-changes';
  if (figures >= MANY_FIGURES && figures >= words + spellings && density > DENSE_FIGURES) return 'dense-figures';
  const ofShorter = shared / a.words.length;
  const ofLonger = shared / b.words.length;
  if (ofShorter >= COPY_COVER && ofLonger >= COPY_COVER) return 'covered';
  return ofShorter >= PART_COVER && a.words.length >= LEAST_PART ? 'within' : 'little-covered';
}

/** Texts of a line or two are too short for shares of words: there letters may tell. */
function haveSameLetters(a: PreparedText, b: PreparedText): boolean {
  const [one, other] = [a.whole.text, b.whole.text];
  return Math.max(one.length, other.length) < LETTERS_TELL && areAlike(one, other);
}

/** Short notices of one wording are told apart by their headlines. */
function haveOtherTitles(a: PreparedText, b: PreparedText): boolean {
  const { shared, fewer } = sharedTitle(a, b);
  return fewer > 0 && shared < fewer * SAME_TITLE;
}

/** Words that two headlines share, and how many the one with fewer has. */
export function sharedTitle(a: PreparedText, b: PreparedText): { readonly shared: number; readonly fewer: number } {
  const [one, other] = [titleOf(a), titleOf(b)];
  return { shared: overlapOf(one, other), fewer: Math.min(one.length, other.length) };
}

function titleOf({ whole }: PreparedText): Uint32Array {
  return setOf(whole.words.slice(0, whole.titleWords));
}

/** Share of the shorter text's beginning that is aligned with the longer one's. */
function sharedLead(shorter: number, runs: Runs): number {
  const lead = Math.min(LEAD_OF_SHORTER, shorter);
  let shared = 0;
  for (let run = 0; run < runs.length; run += 3) {
    const inShorter = lead - (runs[run] as number);
    const inLonger = LEAD_OF_LONGER - (runs[run + 1] as number);
    shared += Math.max(0, Math.min(runs[run + 2] as number, inShorter, inLonger));
  }
  return shared / Math.max(1, lead);
}
