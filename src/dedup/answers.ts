/** What a verifier answers, as columns: answers cross from threads by the hundred thousand. */
import type { Lines, MatchKind } from '../core/types.ts';
import type { Evidence } from './evidence.ts';
import type { Judgement } from './verifier.ts';
import { CAUSES, type Cause, type Comparison, RELATIONS, type Relation } from './verify.ts';

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
  return Array.from(answers.cause, (_number, at) => new Answer(answers, at));
}

export function judgementsIn(answers: Answers): readonly Judgement[] {
  return Array.from(answers.cause, (_number, at) => new Answer(answers, at) as Judgement);
}

/** One answer, read out of the columns when it is asked: a fifth of the memory of what it says. */
class Answer implements Comparison {
  readonly #answers: Answers;
  readonly #at: number;

  constructor(answers: Answers, at: number) {
    this.#answers = answers;
    this.#at = at;
  }

  get cause(): Cause {
    return CAUSES[this.#answers.cause[this.#at] as number] as Cause;
  }

  get relation(): Relation {
    return RELATIONS[this.cause];
  }

  get jaccard(): number {
    return this.#answers.shares[this.#at * SHARES] as number;
  }

  get ofOne(): number {
    return this.#answers.shares[this.#at * SHARES + 1] as number;
  }

  get ofOther(): number {
    return this.#answers.shares[this.#at * SHARES + 2] as number;
  }

  get lead(): number {
    return this.#answers.shares[this.#at * SHARES + 3] as number;
  }

  get evidence(): Evidence | undefined {
    return evidenceAt(this.#answers, this.#at);
  }
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
