import { type LineRule, lineRule } from '../line-rule.ts';
import { cueSet } from '../phrases.ts';

const BROWSER = cueSet('browser');

export const browserNotice: LineRule = lineRule({
  id: 'chrome/browser-notice',
  kind: 'chrome',
  title: 'Browser notice',
  why: 'Pages ask for scripts, style sheets or another browser in full sentences; no article speaks to the reader so.',
  examples: [
    { text: 'Please enable JavaScript to view this page.', drop: [0] },
    {
      text: 'This page is best viewed in an up-to-date web browser with style sheets (CSS) enabled. Please consider upgrading your browser software.',
      drop: [0],
    },
    { text: 'The browser wars of the nineties ended with one winner and a trial.', drop: [] },
    { text: 'JavaScript was written in ten days in May 1995, or so the story goes.', drop: [] },
  ],
  confidence: 0.96,
  longest: 80,
  cues: BROWSER,
  early: true,
  test: (line) => line.share(BROWSER) >= (line.words <= 15 ? 40 : 15),
});
