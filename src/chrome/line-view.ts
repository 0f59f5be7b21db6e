import type { Document } from '../core/types.ts';
import { type CueTable, cuesIn } from './cues.ts';
import type { CueSet } from './phrases.ts';
import { lineBefore, nextLine } from './shape.ts';

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
  private readonly table: CueTable;

  constructor(doc: Document) {
    this.doc = doc;
    this.table = cuesIn(doc);
  }

  move(at: number, cues: CueSet): void {
    this.at = at;
    this.cues = cues;
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

  /** True if the lines before and after it are sentences: the place of a subhead. */
  get isLone(): boolean {
    const { sentence } = this.doc.outline;
    return sentence[lineBefore(this.doc, this.at)] === 1 && sentence[nextLine(this.doc, this.at)] === 1;
  }

  has(cues: CueSet): boolean {
    return (this.cues & cues) !== 0;
  }

  /** Percentage of the line's words that phrases of these cues cover. */
  share(cues: CueSet): number {
    return this.words === 0 ? 0 : (this.table.covered(this.first, this.end, cues) * 100) / this.words;
  }

  /** Percentage of the words in the units `[from, to)` of the line's text that phrases of these cues cover; 0 if there are none. */
  shareOf(cues: CueSet, from: number, to: number): number {
    const { start } = this.doc.words;
    const offset = this.doc.lines.from[this.at] as number;
    let first = this.first;
    while (first < this.end && (start[first] as number) < offset + from) first++;
    let end = first;
    while (end < this.end && (start[end] as number) < offset + to) end++;
    return end === first ? 0 : (this.table.covered(first, end, cues) * 100) / (end - first);
  }

  /** Percentage of the last `count` words that phrases of these cues cover. */
  tailShare(cues: CueSet, count: number): number {
    return this.words < count ? 0 : (this.table.covered(this.end - count, this.end, cues) * 100) / count;
  }

  /** True if a phrase of these cues begins within the first `count` words. */
  opensWith(cues: CueSet, count: number): boolean {
    return this.table.covered(this.first, Math.min(this.end, this.first + count), cues) > 0;
  }
}
