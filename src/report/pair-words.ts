/** What is decided about two documents and why, in a sentence. */
import type { MatchKind } from '../core/types.ts';
import { LEAST_KEPT } from '../dedup/loss.ts';
import type { PairComparison, PairScores, Side } from '../dedup/pair.ts';
import type { Reason } from '../dedup/reason.ts';
import type { Preference } from '../dedup/survivor.ts';
import { count, percent } from './amounts.ts';
import type { Explained } from './explain.ts';

export interface ExplainedPair {
  readonly a: Explained;
  readonly b: Explained;
  readonly compared: PairComparison;
  /** What a run decided, if it was asked. */
  readonly run?: PairInRun;
}

export interface PairInRun {
  /** Its folder as the user wrote it. */
  readonly out: string;
  /** The pair as that run recorded it. */
  readonly record?: PairRecord;
  /** What it recorded about each of the two beside whatever document. */
  readonly a?: CopyOf;
  readonly b?: CopyOf;
  /** How many documents it knew; none if that cannot be read any more. */
  readonly documents?: number;
}

export interface CopyOf {
  readonly kept: string;
  readonly setAside: boolean;
}

export interface PairRecord {
  readonly kept: Side;
  readonly kind: MatchKind;
  /** Share of the other's sentences that are in the kept one. */
  readonly sentences: number;
  /** Of three-word runs: Jaccard index, share of the kept one in the other, and of the other in the kept one. */
  readonly jaccard: number;
  readonly ofKept: number;
  readonly ofOther: number;
  readonly setAside: boolean;
}

/** What holds in the end: what the run recorded, or what comparing says. */
export interface Decided {
  readonly kind: MatchKind | undefined;
  readonly kept: Side | undefined;
  readonly setAside: Side | undefined;
  readonly scores: PairScores;
}

const LETTERS: Readonly<Record<Side, string>> = { a: 'A', b: 'B' };
const KINDS: Readonly<Record<MatchKind, string>> = {
  exact: 'exact',
  near: 'near',
  revision: 'a revision',
  truncated: 'one is cut short',
  excerpt: 'one is an excerpt',
  contained: 'one lies within the other',
};
const PREFERENCES: Readonly<Record<Preference, string>> = {
  reference: 'it is only compared with',
  longest: 'the longer one',
  complete: 'the more complete one',
  cleanest: 'as complete and from the cleaner page',
  earliest: 'the earlier one',
  latest: 'the later one',
  path: 'the first by path',
};

export function otherSide(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

export function decidedOf({ compared, run }: ExplainedPair): Decided {
  const record = run?.record;
  if (record === undefined) {
    const { kind, kept, setAside, scores } = compared;
    return { kind, kept, setAside: run === undefined ? setAside : undefined, scores };
  }
  const { kept, kind, jaccard, sentences } = record;
  const { sentencesOfA, sentencesOfB } = compared.scores;
  const scores =
    kept === 'a'
      ? { jaccard, ofA: record.ofKept, ofB: record.ofOther, sentencesOfA, sentencesOfB: sentences }
      : { jaccard, ofA: record.ofOther, ofB: record.ofKept, sentencesOfA: sentences, sentencesOfB };
  return { kind, kept, setAside: record.setAside ? otherSide(kept) : undefined, scores };
}

/** The first word or two say it, the rest says why. */
export function pairMessage(pair: ExplainedPair): string {
  const { compared, run } = pair;
  const { kind, kept, setAside, scores } = decidedOf(pair);
  if (kind === undefined || kept === undefined) return `not copies: ${reasonInWords(compared.reason)}`;
  const other = otherSide(kept);
  const sentences = other === 'a' ? scores.sentencesOfA : scores.sentencesOfB;
  const there = `${percent(sentences)} of ${LETTERS[other]}'s sentences are in ${LETTERS[kept]}`;
  if (run !== undefined && run.record === undefined)
    return `${sentences >= LEAST_KEPT ? 'copies' : 'related'}: ${KINDS[kind]}; ${there}, but ${elsewhere(run)}`;
  if (setAside !== undefined) {
    const why = kind === 'exact' ? 'both have the same words' : there;
    return `copies: ${KINDS[kind]}; ${why}, so ${would(run, `set ${LETTERS[setAside]} aside`)}`;
  }
  if (sentences >= LEAST_KEPT) {
    const why = run === undefined ? 'their fingerprints do not meet, so a run would not see it' : 'the run wrote both';
    return `copies: ${KINDS[kind]}; ${there}, but ${why}`;
  }
  return `related: ${KINDS[kind]}; only ${there} (${percent(LEAST_KEPT)} are asked for), so ${would(run, 'write both')}`;
}

/** Why the one stays, if one does. */
export function keptInWords(pair: ExplainedPair): string | undefined {
  const { compared, run } = pair;
  const { kept, setAside } = decidedOf(pair);
  if (kept === undefined || compared.kept !== kept || compared.preference === undefined) return undefined;
  if (setAside === undefined || (run !== undefined && run.record === undefined)) return undefined;
  return `${LETTERS[kept]} stays: it is ${PREFERENCES[compared.preference]}`;
}

function would(run: PairInRun | undefined, what: string): string {
  if (run === undefined) return `a run would ${what}`;
  return `the run ${what === 'write both' ? 'wrote both' : what}`;
}

/** What a run did that did not put these two side by side. */
function elsewhere({ out, a, b }: PairInRun): string {
  if (a === undefined && b === undefined) return `${out} does not have them as copies`;
  if (a?.setAside === true && b?.setAside === true && a.kept === b.kept) return `the run set both aside for ${a.kept}`;
  const parts = [a, b].flatMap((copy, at) => (copy === undefined ? [] : [placeOf(at === 0 ? 'A' : 'B', copy)]));
  return `the run ${parts.join(' and ')}`;
}

function placeOf(letter: string, { kept, setAside }: CopyOf): string {
  return setAside ? `set ${letter} aside for ${kept}` : `wrote ${letter} (related to ${kept})`;
}

/** Thresholds stand in brackets. */
export function reasonInWords(reason: Reason): string {
  switch (reason.cause) {
    case 'exact':
      return 'both have the same words';
    case 'equal':
      return 'the wording is the same but for slips';
    case 'same-letters':
      return 'a line or two of the same letters';
    case 'empty':
      return 'no article is left of one of them';
    case 'covered':
      return `they share ${percent(reason.ofShorter)} of the shorter text and ${percent(reason.ofLonger)} of the longer (${percent(reason.least)} is the least)`;
    case 'within':
      return `${percent(reason.ofShorter)} of the shorter text lies within the longer (${percent(reason.least)} is the least)`;
    default:
      return refusalInWords(reason);
  }
}

type Refusal = Exclude<Reason, { readonly cause: 'exact' | 'equal' | 'same-letters' | 'empty' | 'covered' | 'within' }>;

function refusalInWords(reason: Refusal): string {
  switch (reason.cause) {
    case 'brief':
      return `a body of ${count(reason.words, 'word')} is the same text or another one (${reason.least} words are the least that can be near)`;
    case 'few-shared':
      return `they share ${percent(reason.share)} of the shorter text (${percent(reason.least)} is the least)`;
    case 'series':
      return `two of a series: ${count(reason.figures, 'figure')} differ${reason.figures === 1 ? 's' : ''}, and other documents have the same skeleton`;
    case 'notice':
      return `two notices: ${figuresDiffer(reason.figures)} in a text of ${count(reason.words, 'word')} (under ${reason.least} a figure is what it says)`;
    case 'two-reports':
      return `two reports of one kind, ${reason.contradicted} of ${count(reason.sentences, 'shared sentence')} ${reason.contradicted === 1 ? 'says' : 'say'} other figures`;
    case 'other-titles':
      return `headlines differ: ${reason.shared} of ${count(reason.words, 'word')} shared (${percent(reason.least)} is the least for short texts)`;
    case 'dense-changes':
      return `too many changed places: ${reason.density.toFixed(1)} per 100 shared words (at most ${reason.most})`;
    case 'dense-figures':
      return `too many changed figures: ${reason.density.toFixed(1)} changed places per 100 shared words, ${reason.figures} of them figures (at most ${reason.most})`;
    case 'short-part':
      return `the shorter text has ${count(reason.words, 'word')}; under ${reason.least} a text lies within others by chance`;
    case 'little-covered':
      return `in the same order they share ${percent(reason.ofShorter)} of the shorter text and ${percent(reason.ofLonger)} of the longer (${percent(reason.least)} of both, or ${percent(reason.leastOfPart)} of the shorter, is the least)`;
    case 'scattered':
      return `they share words rather than sentences: ${percent(reason.share)} of the wording, ${percent(reason.sentences)} of the sentences (more than ${percent(reason.leastSentences)} is asked for)`;
  }
}

function figuresDiffer(figures: number): string {
  return figures === 1 ? 'a figure differs' : `${figures} figures differ`;
}
