import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { type CueTable, cuesIn } from '../cues.ts';
import { cueSet } from '../phrases.ts';
import { isBlank, wordsOn } from '../shape.ts';

const HEADINGS = cueSet('comments', 'counter');
const CONTROLS = cueSet('reply');
const LONGEST_HEADING = 8;
const LEAST_COVERED = 70;
const LONGEST_CONTROL = 8;
/** Share of the prose, in percent, that stands above the heading of a comment section. */
const LEAST_ABOVE = 30;
const LEAST_CONTROLS = 2;
/** A thread shows a control or a time at least once in this many lines. */
const LINES_PER_CONTROL = 14;

export const comments: Rule = {
  id: 'chrome/comments',
  kind: 'chrome',
  title: 'Comments of readers',
  why: 'Behind the article, under a heading of their own, readers reply to it; `--with comments` keeps them.',
  early: true,
  examples: [
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\n2 Comments\n\nanna says:\nIt should have been closed years ago, if you ask me.\nReply\n\ntom says:\nAnd how do I get to work now, by boat?\nReply',
      drop: [2, 4, 5, 6, 8, 9, 10],
    },
    { text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nLeave a comment', drop: [2] },
    { text: 'The county asked for comments on the plan to close the bridge over the Lenne.', drop: [] },
  ],
  check(doc: Document): readonly Finding[] {
    const findings: Finding[] = [];
    const cues = cuesIn(doc);
    if ((cues.all & HEADINGS) === 0) return findings;
    const above = new Above(doc, cues);
    for (let at = 0; at < doc.lines.count; above.pass(at++)) {
      if (!isHeading(doc, cues, at) || above.prose === 0 || above.prose * 100 < doc.outline.mass * LEAST_ABOVE)
        continue;
      findings.push(comment(at, 'heading of a comment section'));
      if (!above.leavesThread(at)) continue;
      for (let line = at + 1; line < doc.lines.count; line++)
        if (!isBlank(doc, line)) findings.push(comment(line, 'a comment under the article'));
      break;
    }
    return findings;
  },
};

function comment(at: number, message: string): Finding {
  return { rule: 'chrome/comments', kind: 'chrome', action: 'drop', first: at, last: at, confidence: 0.94, message };
}

function isHeading(doc: Document, cues: CueTable, at: number): boolean {
  if (((cues.of[at] as number) & HEADINGS) === 0) return false;
  const words = wordsOn(doc, at);
  return (
    words <= LONGEST_HEADING &&
    doc.lines.terminal[at] !== 1 &&
    cues.coveredOn(doc, at, HEADINGS) * 100 >= words * LEAST_COVERED
  );
}

/** What stands above the line that the rule has come to, and of the whole page what is needed to say what stands below. */
class Above {
  /** Words in sentences. */
  prose = 0;
  private readonly doc: Document;
  private readonly cues: CueTable;
  private lines = 0;
  private controls = 0;
  private readonly allLines: number;
  private readonly allControls: number;

  constructor(doc: Document, cues: CueTable) {
    this.doc = doc;
    this.cues = cues;
    let lines = 0;
    let controls = 0;
    for (let at = 0; at < doc.lines.count; at++) {
      if (wordsOn(doc, at) > 0) lines++;
      if (this.isControl(at)) controls++;
    }
    this.allLines = lines;
    this.allControls = controls;
  }

  pass(at: number): void {
    const { lines, outline } = this.doc;
    if (outline.sentence[at] === 1) this.prose += lines.tokens[at] as number;
    if (wordsOn(this.doc, at) > 0) this.lines++;
    if (this.isControl(at)) this.controls++;
  }

  /** Reply buttons, "says", "wrote" and times between the lines that follow, and none above: a page of posts is a thread itself. */
  leavesThread(heading: number): boolean {
    const controls = this.allControls - this.controls - (this.isControl(heading) ? 1 : 0);
    const lines = this.allLines - this.lines - 1;
    if (controls < LEAST_CONTROLS || controls * LINES_PER_CONTROL < lines) return false;
    return this.controls < LEAST_CONTROLS;
  }

  private isControl(at: number): boolean {
    return ((this.cues.of[at] as number) & CONTROLS) !== 0 && wordsOn(this.doc, at) <= LONGEST_CONTROL;
  }
}
