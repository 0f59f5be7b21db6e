/** Spans that follow each other in both copies are one chain: the later copy of a passage. */
import type { Span } from './trace.ts';

export interface Chain {
  readonly at: number;
  readonly end: number;
  readonly from: number;
  readonly until: number;
}

/** A copy may leave out this many words of the first one (cut paragraphs), and bring in so many of its own. */
const MOST_LEFT_OUT = 400;
export const MOST_BROUGHT_IN = 40;
/** A span may begin a little before the last one ended: both sides of a change are read up to it. */
const SLACK = 8;

export function continues(chain: Chain, span: Span): boolean {
  const { at, from } = span;
  return at - chain.end <= MOST_BROUGHT_IN && from >= chain.until - SLACK && from - chain.until <= MOST_LEFT_OUT;
}

export function extend(chain: Chain, span: Span): Chain {
  return {
    at: Math.min(chain.at, span.at),
    end: Math.max(chain.end, span.end),
    from: Math.min(chain.from, span.from),
    until: Math.max(chain.until, span.until),
  };
}
