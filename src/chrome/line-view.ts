import type { Document } from '../core/types.ts';
import { coveredWords, type CueSet } from './cues.ts';

/** Where a line stands beside the prose of its document. */
export type Zone = 'before' | 'inside' | 'after';

/** One line as a rule sees it. The sweep moves a single view from line to line; a rule must not keep it. */
export class LineView {
  readonly doc: Document;
  at = 0;
  /** Rows `[first, end)` of the word table. */
  first = 0;
  end = 0;
  /** Cues whose phrases occur on the line. */
  cues: CueSet = 0;

  constructor(doc: Document) {
    this.doc = doc;
  }

  move(at: number): void {
    this.at = at;
    this.first = this.doc.lines.word[at] as number;
    this.end = this.doc.lines.word[at + 1] as number;
  }

  get text(): string {
    return this.doc.line(this.at);
  }

  get words(): number {
    return this.end - this.first;
  }

  get zone(): Zone {
    const { first, last } = this.doc.outline;
    if (first < 0 || this.at < first) return 'before';
    return this.at > last ? 'after' : 'inside';
  }

  get terminal(): number {
    return this.doc.lines.terminal[this.at] as number;
  }

  /** True if the line reads like running prose. */
  get isSentence(): boolean {
    return this.doc.outline.sentence[this.at] === 1;
  }

  has(cues: CueSet): boolean {
    return (this.cues & cues) !== 0;
  }

  /** Percentage of the line's words that phrases of these cues cover. */
  share(cues: CueSet): number {
    return this.words === 0 ? 0 : (coveredWords(this.doc, this.first, this.end, cues) * 100) / this.words;
  }

  /** Percentage of the last `count` words that phrases of these cues cover. */
  tailShare(cues: CueSet, count: number): number {
    return this.words < count ? 0 : (coveredWords(this.doc, this.end - count, this.end, cues) * 100) / count;
  }

  /** True if a phrase of these cues begins within the first `count` words. */
  opensWith(cues: CueSet, count: number): boolean {
    return coveredWords(this.doc, this.first, Math.min(this.end, this.first + count), cues) > 0;
  }

  /** True if a phrase of these cues lies within the last `count` words. */
  tailHas(cues: CueSet, count: number): boolean {
    return coveredWords(this.doc, Math.max(this.first, this.end - count), this.end, cues) > 0;
  }
}
