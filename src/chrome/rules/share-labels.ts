import { type LineRule, lineRule } from '../line-rule.ts';
import { cueSet } from '../phrases.ts';

const SHARING = cueSet('share', 'print', 'subscribe', 'app', 'listen');
const LONGEST_HEADING = 3;
/** A label row at the end of a site's tagline: most of its last words. */
const TAIL = 4;
const TAIL_SHARE = 75;

export const shareLabels: LineRule = lineRule({
  id: 'chrome/share-labels',
  kind: 'chrome',
  title: 'Share and subscribe labels',
  why: 'Rows of share, print and subscribe buttons come out of flattening as a few words without a sentence around them.',
  examples: [
    { text: 'Share Tweet Print', drop: [0] },
    {
      text: 'A voice for the valley since 1974. Share/Save/Bookmark Subscribe\n\nThe bridge will close for repairs on the first of May.',
      drop: [0],
    },
    { text: 'Teilen\n\nDie Brücke bleibt bis Mai gesperrt, teilte der Kreis am Montag mit.', drop: [0] },
    { text: 'They share a kitchen and a garden with four other families in the old mill.', drop: [] },
    { text: 'Print is dead, said the printer.', drop: [] },
  ],
  confidence: 0.92,
  longest: 15,
  cues: SHARING,
  test: (line) => {
    // A section about a network is headed by its name.
    if (line.isSentence || (line.isLone && line.words <= LONGEST_HEADING)) return false;
    if (line.share(SHARING) >= (line.terminal === 1 ? 80 : 60)) return true;
    return line.zone !== 'inside' && line.terminal !== 1 && line.tailShare(SHARING, TAIL) >= TAIL_SHARE;
  },
});
