/** What one line of a later copy holds of the earlier one. */
import { matters } from './change.ts';
import { ALIKE, CHANGED, FRESH, MARKS, NEWS, RESPELLED, SAME } from './marks.ts';
import { isProse, isSheltered, massOf } from './shelter.ts';
import type { Trace } from './trace.ts';
import { judgeOpen, wordAt } from './trace.ts';

/** A line of the copy may hold so many words more than the first one, up to this share of it. */
const MOST_FRESH = 2;
const FRESH_SHARE = 10;
/** Moved words are looked for among so many. */
const MOST_MOVED = 32;
/** At most every fourth word of a line may be changed. */
const CHANGED_SHARE = 4;

/** Row `row` repeats the words `from` to `until`. */
export interface RowJudgement {
  readonly row: number;
  readonly mass: number;
  /** A whole line again, word for word. */
  readonly exact: boolean;
  /** Words that are not the same; of them those that say something else; of them those that matter. */
  readonly changed: number;
  readonly altered: number;
  readonly news: number;
  readonly from: number;
  readonly until: number;
}

/** Undefined if the row says something of its own. */
export function judgeRow(trace: Trace, row: number): RowJudgement | undefined {
  const { strip, mark, source, doc } = trace;
  const start = strip.first[row] as number;
  const end = strip.first[row + 1] as number;
  judgeOpen(trace, start, end);
  const counts = new Array<number>(MARKS).fill(0);
  let from = Number.MAX_SAFE_INTEGER;
  let until = 0;
  for (let word = start; word < end; word++) {
    const kind = mark[word] as number;
    counts[kind] = (counts[kind] as number) + 1;
    if (kind === FRESH) continue;
    from = Math.min(from, source[word] as number);
    until = Math.max(until, source[word] as number);
  }
  const count = end - start;
  if (from > until) return undefined;
  const plain = counts[SAME] === count && until - from + 1 === count;
  const lost = plain ? 0 : moveWithin(trace, start, end, { first: from, last: until }, counts);
  const [fresh = 0, same = 0] = counts;
  const altered = (counts[CHANGED] as number) + (counts[NEWS] as number);
  if (isTooFresh(fresh, count) || altered * CHANGED_SHARE > count) return undefined;
  const sourceRow = trace.rowOf[from] as number;
  const exact = plain && strip.first[sourceRow] === from && strip.first[sourceRow + 1] === until + 1;
  return {
    row,
    mass: massOf(doc, strip.line[row] as number),
    exact,
    changed: count - same,
    altered: altered + fresh + lost,
    news: Math.max(counts[NEWS] ?? 0, lost),
    from,
    until,
  };
}

export function isTooFresh(fresh: number, words: number): boolean {
  return fresh > MOST_FRESH || fresh * FRESH_SHARE > words;
}

/** Running text here or in the first copy. */
export function isProseRow(trace: Trace, judged: RowJudgement): boolean {
  const { doc, rowOf, strip } = trace;
  const line = strip.line[judged.row] as number;
  if (isProse(doc, line)) return true;
  return !isSheltered(doc, line) && isProse(doc, strip.line[rowOf[judged.from] as number] as number);
}

interface Words {
  readonly first: number;
  readonly last: number;
}

/**
 * Words that only changed their place inside the line are no change: corrects the counts.
 * Returns how many words that matter the line has lost.
 */
function moveWithin(trace: Trace, start: number, end: number, where: Words, counts: number[]): number {
  const { mark, strip } = trace;
  const others = (counts[FRESH] as number) + (counts[CHANGED] as number) + (counts[NEWS] as number);
  if (others > MOST_MOVED || where.last - where.first + 1 - (counts[SAME] as number) > MOST_MOVED * 2) return 0;
  const skipped = skippedWords(trace, start, end, where);
  for (let word = start; word < end; word++) {
    const kind = mark[word] as number;
    const at =
      kind === SAME || kind === RESPELLED ? -1 : skipped.findIndex((each) => strip.hash[each] === strip.hash[word]);
    if (at < 0) continue;
    skipped.splice(at, 1);
    counts[kind] = (counts[kind] as number) - 1;
    counts[ALIKE] = (counts[ALIKE] as number) + 1;
  }
  return skipped.filter((word) => matters(trace.doc, wordAt(trace, word))).length;
}

/** Words of the earlier copy that have no equal in the same place of the later one. */
function skippedWords(trace: Trace, start: number, end: number, where: Words): number[] {
  const { mark, source } = trace;
  const skipped: number[] = [];
  let next = where.first;
  let respelled = false;
  for (let word = start; word < end; word++) {
    const at = source[word] as number;
    respelled ||= mark[word] === RESPELLED;
    if (mark[word] !== SAME || at < next) continue;
    if (!respelled) for (; next < at; next++) skipped.push(next);
    next = at + 1;
    respelled = false;
  }
  if (!respelled) for (; next <= where.last; next++) skipped.push(next);
  return skipped;
}
