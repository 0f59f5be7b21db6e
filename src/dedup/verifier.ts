/** Verified pairs, wherever their texts are read: on this thread, on others, or on another machine. */

import { alignWords } from './align.ts';
import type { ComparedText } from './compared.ts';
import type { Evidence } from './evidence.ts';
import { gatherEvidence } from './evidence.ts';
import type { Pairs } from './pairs.ts';
import type { PreparedText } from './prepare.ts';
import { TextShelf } from './shelf.ts';
import { numberShingles, sharesIn } from './shingle-pair.ts';
import type { Comparison } from './verify.ts';
import { compareTexts } from './verify.ts';

/** Pairs of documents to be compared; the lower one is `one`. */
export interface Questions extends Pairs {
  /** The smaller of the two documents' counts from `countSeries`. */
  readonly mates: Uint8Array;
}

/** What two texts of one cluster have in common, whatever the decision on them by themselves. */
export interface Judgement {
  readonly jaccard: number;
  readonly ofOne: number;
  readonly ofOther: number;
  readonly evidence: Evidence;
}

/** Answers of comparisons come one by one, as there may be millions, in any order; judgements in the order of the pairs. */
export interface Verifier {
  compare(questions: Questions, take: (question: number, answer: Comparison) => void): Promise<void>;
  judge(pairs: Pairs): Promise<readonly Judgement[]>;
}

/** Makes a verifier that leaves these lines out of account: hashes of `furniture.ts`. */
export type MakeVerifier = (furniture: Uint32Array) => Verifier;

/** Reads and compares on this thread. */
export function verifierOf(read: (document: number) => ComparedText): MakeVerifier {
  return (furniture) => {
    const shelf = new TextShelf(read, furniture);
    const textOf = (document: number): PreparedText => shelf.text(document);
    return {
      async compare({ low, high, mates }, take) {
        low.forEach((one, at) => {
          take(at, compareTexts(textOf(one), textOf(high[at] as number), mates[at] as number));
        });
      },
      async judge({ low, high }) {
        return Array.from(low, (one, at) => judgeTexts(textOf(one), textOf(high[at] as number)));
      },
    };
  };
}

/** Without `wantsSpans` the evidence leaves the shared passages out. */
export function judgeTexts(one: PreparedText, other: PreparedText, wantsSpans: boolean = true): Judgement {
  const pair = numberShingles(one.words, other.words);
  const runs = alignWords(one.words, other.words, pair);
  return { ...sharesIn(pair), evidence: gatherEvidence(one, other, runs, { pair, wantsSpans }) };
}
