/** Claims that are known to fail. What fails beside them fails the test, and so does one of them that holds. */
import { KNOWN_FAILURES } from '../known-failures.ts';

const KNOWN: ReadonlySet<string> = new Set(KNOWN_FAILURES);

export interface Claim {
  /** `case:line`, `case:meta.key` or `case:name of the claim`. */
  readonly key: string;
  readonly holds: boolean;
  /** What was wanted and what came, for the reader of a failure. */
  readonly message: string;
}

export interface Verdict {
  readonly failing: readonly string[];
  readonly healed: readonly string[];
}

/** What `judge` gives when all is as known. */
export const AS_KNOWN: Verdict = { failing: [], healed: [] };

export function judge(claims: readonly Claim[]): Verdict {
  return {
    failing: claims
      .filter(({ key, holds }) => !holds && !KNOWN.has(key))
      .map(({ key, message }) => `${key} ${message}`),
    healed: claims
      .filter(({ key, holds }) => holds && KNOWN.has(key))
      .map(({ key }) => `${key} holds now: take it out of test/known-failures.ts`),
  };
}

export function isKnown(key: string): boolean {
  return KNOWN.has(key);
}
