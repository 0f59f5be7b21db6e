import { type LineRule, lineRule } from '../line-rule.ts';
import { cueSet } from '../phrases.ts';

const NAVIGATION = cueSet('nav', 'auth', 'search', 'contact', 'archive', 'shop', 'app');
/** Labels that say what to do with the site and are no subhead anywhere. */
const ACCOUNT = cueSet('auth');

export const navLabels: LineRule = lineRule({
  id: 'chrome/nav-labels',
  kind: 'chrome',
  title: 'Navigation label',
  why: 'Menu entries such as "Home", "About us" or "Log in" stand alone; outside the article they are never part of it.',
  examples: [
    { text: 'Home\nAbout us\n\nThe bridge over the Lenne will close for repairs on the first of May.', drop: [0, 1] },
    { text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nBack to top', drop: [2] },
    { text: 'Log in\n\nThe bridge over the Lenne will close for repairs on the first of May.', drop: [0] },
    { text: 'He went home.\n\nThe bridge over the Lenne will close for repairs on the first of May.', drop: [] },
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nHome\n\nNobody in the village had expected the works to begin so early in the year.',
      drop: [],
    },
  ],
  confidence: 0.92,
  longest: 8,
  cues: NAVIGATION,
  test: (line) => {
    if (line.terminal === 1 || line.isSentence) return false;
    if (line.zone !== 'inside') return line.share(NAVIGATION) >= 75;
    return line.share(ACCOUNT) === 100;
  },
});
