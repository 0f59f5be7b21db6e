/** What a verifier answers, as columns: answers cross from threads by the hundred thousand. */
import type { Lines, MatchKind } from '../core/types.ts';
import type { Evidence } from './evidence.ts';
import type { SharedSpan } from './spans.ts';
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

/** Takes in so many answers, one by one. */
export class AnswerColumns {
  readonly #shares: Float64Array;
  readonly #cause: Uint8Array;
  readonly #kind: Uint8Array;
  readonly #spanEnd: Uint32Array;
  readonly #spans: number[] = [];
  #count = 0;

  constructor(most: number) {
    this.#shares = new Float64Array(most * SHARES);
    this.#cause = new Uint8Array(most);
    this.#kind = new Uint8Array(most).fill(NO_KIND);
    this.#spanEnd = new Uint32Array(most);
  }

  addComparison(answer: Comparison): void {
    this.#cause[this.#count] = CAUSES.indexOf(answer.cause);
    this.#add(answer, answer.lead);
  }

  addJudgement(answer: Judgement): void {
    this.#add(answer, 0);
  }

  get all(): Answers {
    const [shares, cause, kind, spanEnd] = [this.#shares, this.#cause, this.#kind, this.#spanEnd];
    return { shares, cause, kind, spans: Uint32Array.from(this.#spans), spanEnd };
  }

  #add({ jaccard, ofOne, ofOther, evidence }: Comparison | Judgement, lead: number): void {
    const at = this.#count++;
    const shares = this.#shares;
    const first = at * SHARES;
    shares[first] = jaccard;
    shares[first + 1] = ofOne;
    shares[first + 2] = ofOther;
    shares[first + 3] = lead;
    if (evidence !== undefined) {
      shares[first + 4] = evidence.sentencesOfOne;
      shares[first + 5] = evidence.sentencesOfOther;
      this.#kind[at] = KINDS.indexOf(evidence.kind);
      for (const { one, other } of evidence.spans) this.#spans.push(one.first, one.last, other.first, other.last);
    }
    this.#spanEnd[at] = this.#spans.length;
  }
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
    return this.#answers.kind[this.#at] === NO_KIND ? undefined : new PackedEvidence(this.#answers, this.#at);
  }
}

/** Read out of the columns when it is asked, as an answer is. */
class PackedEvidence implements Evidence {
  readonly #answers: Answers;
  readonly #at: number;

  constructor(answers: Answers, at: number) {
    this.#answers = answers;
    this.#at = at;
  }

  get kind(): MatchKind {
    return KINDS[this.#answers.kind[this.#at] as number] as MatchKind;
  }

  get sentencesOfOne(): number {
    return this.#answers.shares[this.#at * SHARES + 4] as number;
  }

  get sentencesOfOther(): number {
    return this.#answers.shares[this.#at * SHARES + 5] as number;
  }

  get spans(): readonly SharedSpan[] {
    const { spans, spanEnd } = this.#answers;
    const found: SharedSpan[] = [];
    const first = this.#at === 0 ? 0 : (spanEnd[this.#at - 1] as number);
    for (let at = first; at < (spanEnd[this.#at] as number); at += NUMBERS_PER_SPAN)
      found.push({ one: linesAt(spans, at), other: linesAt(spans, at + 2) });
    return found;
  }
}

function linesAt(spans: Uint32Array, at: number): Lines {
  return { first: spans[at] as number, last: spans[at + 1] as number };
}
