import { type LineRule, lineRule } from '../line-rule.ts';
import { cueSet } from '../phrases.ts';

const LEGAL = cueSet('legal', 'copyright');
const NOT_INSIDE = 25;

export const legalNotice: LineRule = lineRule({
  id: 'chrome/legal-notice',
  kind: 'chrome',
  title: 'Legal notice',
  why: 'Terms, privacy and liability lines belong to the site; outside the article they are 86 to 99 % chrome when short.',
  examples: [
    { text: 'Privacy Policy\n\nThe bridge will close for repairs on the first of May.', drop: [0] },
    {
      text: 'The bridge will close for repairs on the first of May.\n\nThe Courier is not responsible for the content of external internet sites',
      drop: [2],
    },
    { text: 'The minister said the new privacy rules would protect patients.', drop: [] },
    { text: 'The court set out the terms of use of the river in a ruling that runs to ninety pages.', drop: [] },
  ],
  confidence: 0.93,
  longest: NOT_INSIDE,
  cues: LEGAL,
  test: (line) => {
    if (line.zone === 'inside' && (line.isSentence || line.isLone)) return false;
    const share = line.share(LEGAL);
    if (share >= 60) return line.terminal !== 1 || line.zone !== 'inside';
    return line.zone !== 'inside' && line.terminal !== 1 && share >= 30;
  },
});
