import { type LineRule, lineRule } from '../line-rule.ts';
import { cueSet } from '../phrases.ts';

const RIGHTS = cueSet('copyright');
/** A notice inside the article must open with the sign; this many words at most. */
const LONGEST_INSIDE = 20;
const SIGN = /^(?:copyright\s*)?(?:\u00a9|\(c\)\s*(?:19|20)\d\d)/i;

export const copyright: LineRule = lineRule({
  id: 'chrome/copyright',
  kind: 'chrome',
  title: 'Copyright notice',
  why: 'Rights notices close the page; the year in them is the year of the crawl, not of the article.',
  examples: [
    {
      text: 'The bridge will close for repairs on the first of May.\n\nCopyright © 2019 Lenne Courier. All rights reserved. Read more.',
      drop: [2],
    },
    { text: '© 2024 Lenne Courier', drop: [0] },
    { text: 'The copyright of the songs expired in 1994, and since then anybody may print them.', drop: [] },
    { text: 'Copyright law was the subject of the evening.', drop: [] },
  ],
  confidence: 0.95,
  longest: 60,
  cues: RIGHTS,
  // The test reads the year behind the bracketed one.
  signs: ['\u00a9', '(c)', '(C)'],
  early: true,
  test: (line) => {
    const text = line.text.slice(0, 300);
    if (SIGN.test(text) && line.words <= LONGEST_INSIDE) return true;
    if (!line.has(RIGHTS) && !text.includes('\u00a9')) return false;
    if (text.includes('\u00a9')) return line.words <= LONGEST_INSIDE || line.has(RIGHTS);
    return line.share(RIGHTS) >= 50;
  },
});
