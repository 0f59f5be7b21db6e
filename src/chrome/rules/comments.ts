import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { coveredWords, cueSet, cuesOn } from '../cues.ts';
import { isBlank, wordsOn } from '../shape.ts';

const HEADINGS = cueSet('comments', 'counter');
const CONTROLS = cueSet('reply');
const LONGEST_HEADING = 8;
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
  *check(doc: Document): Generator<Finding> {
    for (let at = 0; at < doc.lines.count; at++) {
      if (!isHeading(doc, at) || !standsBelow(doc, at)) continue;
      const thread = hasThread(doc, at);
      const last = thread ? doc.lines.count - 1 : at;
      for (let line = at; line <= last; line++) if (!isBlank(doc, line)) yield comment(line, line === at);
      if (thread) return;
    }
  },
};

function comment(at: number, heading: boolean): Finding {
  const message = heading ? 'heading of a comment section' : 'a comment under the article';
  return { rule: 'chrome/comments', kind: 'chrome', action: 'drop', first: at, last: at, confidence: 0.94, message };
}

function isHeading(doc: Document, at: number): boolean {
  const words = wordsOn(doc, at);
  if (words === 0 || words > LONGEST_HEADING || doc.lines.terminal[at] === 1 || (cuesOn(doc, at) & HEADINGS) === 0)
    return false;
  return (
    coveredWords(doc, doc.lines.word[at] as number, doc.lines.word[at + 1] as number, HEADINGS) * 100 >= words * 70
  );
}

/** True if enough of the prose stands above line `at`. */
function standsBelow(doc: Document, at: number): boolean {
  let above = 0;
  for (let line = 0; line < at; line++) if (doc.outline.sentence[line] === 1) above += doc.lines.tokens[line] as number;
  return above > 0 && above * 100 >= doc.outline.mass * LEAST_ABOVE;
}

/** Reply buttons, "says", "wrote" and times between the lines that follow, and none above: a page of posts is a thread itself. */
function hasThread(doc: Document, heading: number): boolean {
  const below = countControls(doc, heading + 1, doc.lines.count);
  if (below.controls < LEAST_CONTROLS || below.controls * LINES_PER_CONTROL < below.lines) return false;
  return countControls(doc, 0, heading).controls < LEAST_CONTROLS;
}

function countControls(
  doc: Document,
  first: number,
  end: number,
): { readonly controls: number; readonly lines: number } {
  let controls = 0;
  let lines = 0;
  for (let at = first; at < end; at++) {
    const words = wordsOn(doc, at);
    if (words === 0) continue;
    lines++;
    if (words <= LONGEST_CONTROL && (cuesOn(doc, at) & CONTROLS) !== 0) controls++;
  }
  return { controls, lines };
}
