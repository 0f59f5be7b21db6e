import { type LineRule, lineRule } from '../line-rule.ts';
import { cueSet } from '../phrases.ts';

const COUNTERS = cueSet('counter');

export const noComments: LineRule = lineRule({
  id: 'chrome/no-comments',
  kind: 'chrome',
  title: 'Comment counter',
  why: 'Blog and news engines print the number of comments, shares or views as a line of its own; it is never a sentence.',
  examples: [
    { text: 'The talks ended on Friday without a result.\n\nNo comments:', drop: [2] },
    { text: '12 Comments\n\nThe talks ended on Friday without a result.', drop: [0] },
    { text: 'Keine Kommentare:', drop: [0] },
    { text: 'No comments were made by the ministry after the meeting.', drop: [] },
    { text: 'There were 12 comments on the draft, and none of them was kind.', drop: [] },
  ],
  confidence: 0.98,
  longest: 6,
  cues: COUNTERS,
  test: (line) => line.share(COUNTERS) >= 75 && line.terminal !== 1,
});
