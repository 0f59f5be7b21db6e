import { type LineRule, lineRule } from '../line-rule.ts';
import { cueSet } from '../phrases.ts';

const CALLS = cueSet('subscribe', 'auth', 'app', 'share', 'listen');
/** Of a sentence, the share of words in such phrases above which it is about the site and not about a subject. */
const LEAST_SHARE = 40;

export const callToAction: LineRule = lineRule({
  id: 'chrome/call-to-action',
  kind: 'chrome',
  title: 'Invitation to subscribe or sign in',
  why: 'Boxes inside the article ask in full sentences for an address, an account or a follow.',
  early: true,
  examples: [
    { text: 'Create an account or sign in to continue reading.', drop: [0] },
    { text: 'Sign up to our weekly newsletter to get it in your inbox every Monday.', drop: [0] },
    { text: 'She signed up for the navy at sixteen and followed her brother to the islands.', drop: [] },
    { text: 'The newsletter of the parish told of the flood a week before the papers did.', drop: [] },
  ],
  confidence: 0.92,
  longest: 30,
  cues: CALLS,
  test: (line) => line.words >= 6 && line.share(CALLS) >= LEAST_SHARE,
});
