import { type LineRule, lineRule } from '../line-rule.ts';
import { cueSet } from '../phrases.ts';

const CONTROLS = cueSet('reply', 'counter');

export const postControls: LineRule = lineRule({
  id: 'chrome/post-controls',
  kind: 'chrome',
  title: 'Controls of a post',
  why: 'Reply, quote and report buttons and member counts stand under every post of a thread.',
  examples: [
    { text: 'Reply\n\nThe bridge over the Lenne will close for repairs on the first of May.', drop: [0] },
    { text: 'Quote\n\nThe bridge over the Lenne will close for repairs on the first of May.', drop: [0] },
    { text: 'His reply came late.', drop: [] },
  ],
  confidence: 0.92,
  longest: 8,
  cues: CONTROLS,
  test: (line) => line.terminal !== 1 && !line.isSentence && line.share(CONTROLS) >= 75,
});
