/** What a verifier answers, as columns: answers cross from threads by the hundred thousand. */
import type { Lines, MatchKind } from '../core/types.ts';
import type { Evidence } from './evidence.ts';
import type { Judgement } from './verifier.ts';
import { CAUSES, type Cause, type Comparison, RELATIONS } from './verify.ts';

/** Shares of one answer, in this order: jaccard, of one, of other, lead, sentences of one, sentences of other. */
const SHARES = 6;
const KINDS: readonly MatchKind[] = ['exact', 'near', 'revision', 'truncated', 'excerpt', 'contained'];
const NO_KIND = 255;
/** First and last line in either text. */
const NUMBERS_PER_SPAN = 4;

export interface Answers {
  readonly shares: Float64Array;
  readonly cause: Uint8Array;
  readonly kind: Uint8Array;
  readonly spans: Uint32Array;
  readonly spanEnd: Uint32Array;
}

export function packAnswers(answers: readonly (Comparison | Judgement)[]): Answers {
  const shares = new Float64Array(answers.length * SHARES);
  const cause = new Uint8Array(answers.length);
  const kind = new Uint8Array(answers.length).fill(NO_KIND);
  const spanEnd = new Uint32Array(answers.length);
  const spans: number[] = [];
  answers.forEach((answer, at) => {
    const { jaccard, ofOne, ofOther, evidence } = answer;
    const lead = 'lead' in answer ? answer.lead : 0;
    const sentences = [evidence?.sentencesOfOne ?? 0, evidence?.sentencesOfOther ?? 0];
    shares.set([jaccard, ofOne, ofOther, lead, ...sentences], at * SHARES);
    if ('cause' in answer) cause[at] = CAUSES.indexOf(answer.cause);
    if (evidence !== undefined) kind[at] = KINDS.indexOf(evidence.kind);
    for (const { one, other } of evidence?.spans ?? []) spans.push(one.first, one.last, other.first, other.last);
    spanEnd[at] = spans.length;
  });
  return { shares, cause, kind, spans: Uint32Array.from(spans), spanEnd };
}

export function comparisonsIn(answers: Answers): readonly Comparison[] {
  return Array.from(answers.cause, (number, at) => {
    const cause = CAUSES[number] as Cause;
    return { ...sharesAt(answers, at), cause, relation: RELATIONS[cause], evidence: evidenceAt(answers, at) };
  });
}

export function judgementsIn(answers: Answers): readonly Judgement[] {
  return Array.from(answers.cause, (_cause, at) => ({
    ...sharesAt(answers, at),
    evidence: evidenceAt(answers, at) as Evidence,
  }));
}

function sharesAt({ shares }: Answers, at: number): Pick<Comparison, 'jaccard' | 'ofOne' | 'ofOther' | 'lead'> {
  const [jaccard = 0, ofOne = 0, ofOther = 0, lead = 0] = shares.subarray(at * SHARES, (at + 1) * SHARES);
  return { jaccard, ofOne, ofOther, lead };
}

function evidenceAt({ shares, kind, spans, spanEnd }: Answers, at: number): Evidence | undefined {
  if (kind[at] === NO_KIND) return undefined;
  const numbers = spans.subarray(at === 0 ? 0 : (spanEnd[at - 1] as number), spanEnd[at]);
  const lines = (place: number): Lines => ({ first: numbers[place] as number, last: numbers[place + 1] as number });
  return {
    kind: KINDS[kind[at] as number] as MatchKind,
    sentencesOfOne: shares[at * SHARES + 4] as number,
    sentencesOfOther: shares[at * SHARES + 5] as number,
    spans: Array.from({ length: numbers.length / NUMBERS_PER_SPAN }, (_none, span) => ({
      one: lines(span * NUMBERS_PER_SPAN),
      other: lines(span * NUMBERS_PER_SPAN + 2),
    })),
  };
}
