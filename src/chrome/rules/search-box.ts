import { type LineRule, lineRule } from '../line-rule.ts';
import { cueSet } from '../phrases.ts';

const SEARCH = cueSet('search');

export const searchBox: LineRule = lineRule({
  id: 'chrome/search-box',
  kind: 'chrome',
  title: 'Search widget',
  why: 'The label or placeholder of a search field.',
  examples: [
    { text: 'Search This Blog\n\nThe bridge will close for repairs on the first of May.', drop: [0] },
    { text: 'Search', drop: [0] },
    { text: 'Search teams found the boat on Sunday.', drop: [] },
    { text: 'The search for the missing climbers goes on in the northern valley.', drop: [] },
  ],
  confidence: 0.95,
  longest: 8,
  cues: SEARCH,
  test: (line) => line.share(SEARCH) >= 70 && line.terminal !== 1,
});
