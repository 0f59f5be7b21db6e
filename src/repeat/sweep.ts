/** One reading of a document from the first word to the last: later copies are found, judged and marked as they come. */
import type { Document } from '../core/types.ts';
import type { Chain } from './chain.ts';
import { continues, extend, MOST_BROUGHT_IN } from './chain.ts';
import type { EqualLines } from './equal-lines.ts';
import type { Grain } from './grain.ts';
import { judgeChain } from './judge.ts';
import { settleLines } from './lone.ts';
import { SAME } from './marks.ts';
import type { Repeats } from './repeats.ts';
import type { Seeds } from './seeds.ts';
import { massOf } from './shelter.ts';
import type { Strip } from './strip.ts';
import { wordCount } from './strip.ts';
import type { Span, Trace } from './trace.ts';
import { followSeed, forgetSpan, startTrace } from './trace.ts';

/** True if anything goes. */
export function sweep(
  doc: Document,
  strip: Strip,
  seeds: Seeds,
  equal: EqualLines | undefined,
  grain: Grain,
  repeats: Repeats,
): boolean {
  return new Sweep(startTrace(doc, strip, grain), equal, repeats).run(seeds);
}

const NOTHING_READ: Span = { at: 0, end: 0, from: 0, until: 0 };

class Sweep {
  private readonly trace: Trace;
  private readonly equal: EqualLines | undefined;
  private readonly repeats: Repeats;
  private chain: Chain | undefined;
  private read: Span = NOTHING_READ;
  /** Rows before this one are decided. */
  private settled = 0;
  /** Mass of the rows before `weighed` that still stand. */
  private mass = 0;
  private weighed = 0;

  constructor(trace: Trace, equal: EqualLines | undefined, repeats: Repeats) {
    this.trace = trace;
    this.equal = equal;
    this.repeats = repeats;
  }

  run(seeds: Seeds): boolean {
    for (let seed = 0; seed < seeds.count; seed++) this.take(seeds.at[seed] as number, seeds.from[seed] as number);
    this.close();
    this.settle(this.trace.strip.rows);
    return this.trace.gone.includes(1);
  }

  private take(at: number, from: number): void {
    const { trace } = this;
    const { grain } = trace;
    const inside = at < this.read.end;
    if (inside && !isBetter(trace, at, from)) return;
    if (!isSource(trace, at, from, grain.window)) return;
    if (this.chain !== undefined && at - this.chain.end > MOST_BROUGHT_IN) this.close();
    const ceiling = this.ceiling();
    if (from + grain.window > ceiling) return;
    if (!this.goesOn(at, from) && !isLong(trace, at, from)) return;
    const lowest = inside || isShort(this.read, grain) ? this.read.at : this.read.end;
    const span = followSeed(trace, at, from, lowest, ceiling);
    if (inside) this.cut(span.at);
    const { chain } = this;
    if (span.end - span.at < this.leastSpan(span)) forgetSpan(trace, span);
    else if (chain !== undefined && continues(chain, span)) this.add(extend(chain, span), span);
    else this.begin(chain === undefined ? span : this.followAgain(at, from, lowest));
  }

  private goesOn(at: number, from: number): boolean {
    return this.chain !== undefined && continues(this.chain, { at, end: at, from, until: from });
  }

  /** What the chain held from this word on, another span holds better. */
  private cut(end: number): void {
    const { chain, trace } = this;
    if (chain === undefined || chain.end <= end) return;
    const until = end > chain.at ? (trace.source[end - 1] as number) + 1 : chain.from;
    this.chain = end - chain.at < trace.grain.least ? undefined : { ...chain, end, until };
  }

  /** Inside a chain a short span from elsewhere is a turn of phrase. */
  private leastSpan(span: Span): number {
    const { chain } = this;
    const { grain } = this.trace;
    return chain === undefined || isShort(chain, grain) || continues(chain, span) ? grain.least : grain.least * 2;
  }

  /** With the chain closed, its rows may be read as a source. */
  private followAgain(at: number, from: number, lowest: number): Span {
    this.close();
    return followSeed(this.trace, at, from, lowest, this.ceiling());
  }

  private begin(span: Span): void {
    this.settle(this.trace.rowOf[span.at] as number);
    this.add(span, span);
  }

  private add(chain: Chain, span: Span): void {
    this.chain = chain;
    this.read = span;
  }

  /** The rows of the open chain are not decided: nothing may be read from there on as a source. */
  private ceiling(): number {
    const { strip, rowOf } = this.trace;
    return this.chain === undefined ? wordCount(strip) : (strip.first[rowOf[this.chain.at] as number] as number);
  }

  private close(): void {
    const { chain, trace } = this;
    if (chain === undefined) return;
    this.chain = undefined;
    judgeChain(trace, chain, (row) => this.massBefore(row), this.repeats);
    this.settle(trace.rowOf[chain.end - 1] as number);
  }

  private settle(end: number): void {
    if (this.equal !== undefined) settleLines(this.trace, this.equal, this.settled, end, this.repeats);
    this.settled = Math.max(this.settled, end);
  }

  /** Asked for rows in their order. */
  private massBefore(row: number): number {
    const { doc, gone, strip } = this.trace;
    for (; this.weighed < row; this.weighed++) {
      if (gone[this.weighed] === 0) this.mass += massOf(doc, strip.line[this.weighed] as number);
    }
    return this.mass;
  }
}

/** True if the seed is part of more equal words than a turn of phrase. */
function isLong(trace: Trace, at: number, from: number): boolean {
  const { hash } = trace.strip;
  const { least } = trace.grain;
  let words = 0;
  while (words < least && hash[at + words] === hash[from + words]) words++;
  for (let back = 1; words < least && back <= from && hash[at - back] === hash[from - back]; back++) words++;
  return words >= least;
}

/** True if the words at the seed are the same as before where the span they are in has changes. */
function isBetter(trace: Trace, at: number, from: number): boolean {
  const { mark, source, strip } = trace;
  if (mark[at] === SAME && source[at] === from) return false;
  let changes = 0;
  for (let each = 0; each < trace.grain.least * 2; each++) {
    if (strip.hash[at + each] !== strip.hash[from + each] || from + each >= at) return false;
    if (mark[at + each] !== SAME) changes++;
  }
  return changes > 0;
}

/** True if the window occurred whole in rows before its own that still stand. */
function isSource(trace: Trace, at: number, from: number, window: number): boolean {
  const { gone, rowOf, strip } = trace;
  if (from + window > (strip.first[rowOf[at] as number] as number)) return false;
  return gone[rowOf[from] as number] === 0 && gone[rowOf[from + window - 1] as number] === 0;
}

function isShort(chain: Chain, grain: Grain): boolean {
  return chain.end - chain.at < grain.least * 2;
}
