import { type LineRule, lineRule } from '../line-rule.ts';
import type { LineView } from '../line-view.ts';
import { cueSet } from '../phrases.ts';
import { firstUnit } from '../shape.ts';

const OPENERS = cueSet('tags', 'contents', 'archive', 'contact', 'updated', 'published', 'byline', 'listen');
const CONTENTS = cueSet('contents');
const WHOLE = cueSet('contents', 'archive', 'listen');
const SURE = cueSet('archive', 'listen');
const LABELLED = cueSet('tags', 'updated', 'published', 'contact', 'listen', 'byline');
const LONGEST = 25;
/** "[edit]" beside the headings of a wiki. */
const BRACKETED = /^\[[^\]]{1,60}\]$/;
const BRACKET = 91;

export const pageLabels: LineRule = lineRule({
  id: 'chrome/page-labels',
  kind: 'chrome',
  title: 'Label of the page',
  why: 'Tags, archives, tables of contents, reading times and stamps describe the page, not its subject.',
  examples: [
    { text: 'Blog Archive\n\nThe bridge over the Lenne will close for repairs on the first of May.', drop: [0] },
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nTags: bridge, river, works',
      drop: [2],
    },
    { text: 'The archive of the town burned in 1871, and with it the plan of the old bridge.', drop: [] },
    { text: 'Published in 1871, the plan of the bridge was lost in the fire of the same year.', drop: [] },
  ],
  confidence: 0.85,
  longest: LONGEST,
  cues: OPENERS,
  test: (line) => {
    if (line.isSentence || line.terminal === 1) return false;
    if (isBracketed(line) && line.share(CONTENTS) >= 50) return true;
    if (line.words <= 5 && line.share(WHOLE) >= 75) return line.zone !== 'inside' || line.share(SURE) === 100;
    return line.opensWith(LABELLED, 3) && (line.zone !== 'inside' || /^[^:]{2,30}:\s/.test(line.text.slice(0, 60)));
  },
});

function isBracketed(line: LineView): boolean {
  return firstUnit(line.doc, line.at) === BRACKET && BRACKETED.test(line.text.slice(0, 80));
}
