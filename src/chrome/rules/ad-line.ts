import { type LineRule, lineRule } from '../line-rule.ts';
import { cueSet } from '../phrases.ts';

const AD = cueSet('ad');
const ADS = cueSet('ad', 'shop', 'app');

export const adLine: LineRule = lineRule({
  id: 'chrome/ad-line',
  kind: 'chrome',
  title: 'Advertising label',
  why: 'Slots are marked with a word such as "Advertisement", in the middle of the article too.',
  examples: [
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nAdvertisement\n\nNobody in the village had expected the works to begin so early in the year.',
      drop: [2],
    },
    { text: 'Sponsored content', drop: [0] },
    { text: 'The advertisement showed a horse in a bath.', drop: [] },
    { text: 'A sponsored swim across the bay raised four hundred pounds for the lifeboat.', drop: [] },
  ],
  confidence: 0.94,
  longest: 10,
  cues: ADS,
  test: (line) => line.share(AD) >= 75 || (line.zone !== 'inside' && line.terminal !== 1 && line.share(ADS) >= 60),
});
