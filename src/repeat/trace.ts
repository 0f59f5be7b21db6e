/**
 * Follows a seed to both sides for as long as the text goes on as it did before, over small changes, and writes down
 * for each word where it was before.
 */
import type { Document } from '../core/types.ts';
import { judgeChange } from './change.ts';
import type { Grain } from './grain.ts';
import { FRESH, OPEN, SAME } from './marks.ts';
import type { Strip } from './strip.ts';
import { rowsOfWords, wordCount } from './strip.ts';

/** A copy agrees in so many words for each one changed; as many as a span has may be taken for granted. */
const SAME_PER_CHANGE = 2.5;

export interface Trace {
  readonly doc: Document;
  readonly strip: Strip;
  readonly rowOf: Uint32Array;
  /** 1 for rows that are repeats: they are nobody's source. */
  readonly gone: Uint8Array;
  /** Earlier place of each word; means something only where `mark` is not FRESH. */
  readonly source: Uint32Array;
  readonly mark: Uint8Array;
  readonly grain: Grain;
}

/** Words `[at, end)` were before at `[from, until)`. */
export interface Span {
  readonly at: number;
  readonly end: number;
  readonly from: number;
  readonly until: number;
}

export function startTrace(doc: Document, strip: Strip, grain: Grain): Trace {
  const count = wordCount(strip);
  return {
    doc,
    strip,
    rowOf: rowsOfWords(strip),
    gone: new Uint8Array(strip.rows),
    source: new Uint32Array(count),
    mark: new Uint8Array(count),
    grain,
  };
}

/** The longest span around a seed. It does not begin before word `lowest`; its source ends before its first row and `ceiling`. */
export function followSeed(trace: Trace, at: number, from: number, lowest: number, ceiling: number): Span {
  const { strip, rowOf } = trace;
  const back = walk(trace, at - 1, from - 1, { step: -1, stopAt: lowest - 1, stopFrom: -1 });
  const stopFrom = Math.min(ceiling, strip.first[rowOf[back.at + 1] as number] as number);
  const ahead = walk(trace, at, from, { step: 1, stopAt: wordCount(strip), stopFrom });
  return { at: back.at + 1, end: ahead.at, from: back.from + 1, until: ahead.from };
}

/** Forgets a span that is too short to mean anything. */
export function forgetSpan(trace: Trace, span: Span): void {
  trace.mark.fill(FRESH, span.at, span.end);
}

interface Way {
  readonly step: 1 | -1;
  /** The words at which the later and the earlier copy may not be read any more. */
  readonly stopAt: number;
  readonly stopFrom: number;
}

interface Place {
  readonly at: number;
  readonly from: number;
}

/** Reads both copies from `at` and `from` on and returns the first place where they part for good. */
function walk(trace: Trace, at: number, from: number, way: Way): Place {
  let here = { at, from };
  let left = trace.grain.least;
  for (;;) {
    const words = readSame(trace, here.at, here.from, way);
    left += words;
    here = { at: here.at + words * way.step, from: here.from + words * way.step };
    const changes = Math.floor(left / SAME_PER_CHANGE);
    const next = isOpen(trace, here.at, here.from, way) ? resume(trace, here, changes, way) : undefined;
    if (next === undefined) return here;
    left -= Math.max(Math.abs(next.at - here.at), Math.abs(next.from - here.from)) * SAME_PER_CHANGE;
    leaveOpen(trace, here, next, way.step);
    here = next;
  }
}

/** Marks the words from here on that are the same in both copies, and counts them. */
function readSame(trace: Trace, at: number, from: number, way: Way): number {
  const { gone, mark, rowOf, source } = trace;
  const { first, hash } = trace.strip;
  const { step, stopAt, stopFrom } = way;
  let t = at;
  let s = from;
  while (t !== stopAt && s !== stopFrom && hash[t] === hash[s] && gone[rowOf[s] as number] === 0) {
    if (step < 0 && s >= (first[rowOf[t] as number] as number)) break;
    source[t] = s;
    mark[t] = SAME;
    t += step;
    s += step;
  }
  return Math.abs(t - at);
}

function isOpen(trace: Trace, t: number, s: number, way: Way): boolean {
  if (t === way.stopAt || s === way.stopFrom) return false;
  if (trace.gone[trace.rowOf[s] as number] === 1) return false;
  return way.step === 1 || s < (trace.strip.first[trace.rowOf[t] as number] as number);
}

/** The nearest place where both copies agree again for some words or up to the end of a line, the fewest words left out. */
function resume(trace: Trace, { at: t, from: s }: Place, changes: number, way: Way): Place | undefined {
  const { hash } = trace.strip;
  const { step } = way;
  const reach = Math.min(trace.grain.reach, changes);
  const mostAt = Math.min(reach, Math.abs(way.stopAt - t) - 1);
  const mostFrom = Math.min(reach, Math.abs(way.stopFrom - s) - 1);
  for (let skipped = 1; skipped <= mostFrom + mostAt; skipped++) {
    const most = Math.min(skipped, mostAt);
    for (let more = Math.max(0, skipped - mostFrom); more <= most; more++) {
      const at = t + more * step;
      const from = s + (skipped - more) * step;
      if (hash[at] === hash[from] && agrees(trace, at, from, skipped, way)) return { at, from };
    }
  }
  return undefined;
}

function otherWay(step: 1 | -1): 1 | -1 {
  return step === 1 ? -1 : 1;
}

/** True if the word is the first of its row, or the last when reading backwards. */
function isEdge(trace: Trace, word: number, step: 1 | -1): boolean {
  const { rowOf, strip } = trace;
  const row = rowOf[word];
  if (row === undefined) return false;
  return step === 1 ? strip.first[row] === word : strip.first[row + 1] === word + 1;
}

/** The fewer words were left out, the fewer have to agree; at the beginning of two lines one is enough. */
function agrees(trace: Trace, at: number, from: number, skipped: number, way: Way): boolean {
  const { hash } = trace.strip;
  const edges = isEdge(trace, at, way.step) && isEdge(trace, from, way.step);
  const needed = edges ? 1 : Math.min(trace.grain.anchor, skipped + 1);
  for (let each = 0; each < needed; each++) {
    const t = at + each * way.step;
    const s = from + each * way.step;
    const inside = way.step === 1 ? t < way.stopAt && s < way.stopFrom : t > way.stopAt && s > way.stopFrom;
    if (!inside || hash[t] !== hash[s] || !isOpen(trace, t, s, way)) return false;
    if (isEdge(trace, t, otherWay(way.step)) && isEdge(trace, s, otherWay(way.step))) return true;
  }
  return true;
}

/** The words of the later copy between two places are looked at only if the span is judged. */
function leaveOpen(trace: Trace, here: Place, next: Place, step: 1 | -1): void {
  const forward = step === 1;
  const at = forward ? here.at : next.at + 1;
  const end = forward ? next.at : here.at + 1;
  const from = forward ? here.from : next.from + 1;
  const until = forward ? next.from : here.from + 1;
  for (let each = at; each < end; each++) {
    trace.mark[each] = OPEN;
    trace.source[each] = Math.min(from + each - at, Math.max(from, until - 1));
  }
}

/** Judges the open words of `[at, end)`, which may begin or end inside a change. */
export function judgeOpen(trace: Trace, at: number, end: number): void {
  for (let word = at; word < end; word++) {
    if (trace.mark[word] !== OPEN) continue;
    let first = word;
    while (first > 0 && trace.mark[first - 1] === OPEN) first--;
    while (trace.mark[word] === OPEN) word++;
    const marks = judgeChange(trace.doc, wordsAt(trace, first, word), wordsAt(trace, ...between(trace, first, word)));
    trace.mark.set(marks, first);
  }
}

/** The words of the earlier copy in the place of a change. */
function between(trace: Trace, first: number, end: number): readonly [number, number] {
  const from = (trace.source[first - 1] as number) + 1;
  const until = trace.source[end] as number;
  const known = trace.mark[first - 1] === SAME && trace.mark[end] === SAME;
  return known && until > from && until - from <= trace.grain.reach ? [from, until] : [0, 0];
}

/** Numbers in the document's word table. */
function wordsAt(trace: Trace, at: number, end: number): readonly number[] {
  return Array.from({ length: end - at }, (_, each) => wordAt(trace, at + each));
}

/** Number of the word in the document's word table. */
export function wordAt(trace: Trace, word: number): number {
  const { doc, strip, rowOf } = trace;
  const row = rowOf[word] as number;
  return (doc.lines.word[strip.line[row] as number] as number) + word - (strip.first[row] as number);
}
