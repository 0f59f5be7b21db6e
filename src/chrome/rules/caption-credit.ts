import { cueSet } from '../cues.ts';
import { lineRule, type LineRule } from '../line-rule.ts';

const CREDIT = cueSet('credit', 'caption');
const LONGEST = 35;
/** The credit word, then a colon, comma or slash: "Photo by N. N.:", "Image source, Courier". */
const OPENING = /^[^:,/|]{2,25}[:,/|]/;
const SEPARATOR = /[:/|\u00a9(\[]/;
/** "Photo: …" at the start, or the credit between the end of the caption and the end of the line. */
const OPENING_WORDS = 3;
const CLOSING_WORDS = 8;

export const captionCredit: LineRule = lineRule({
  id: 'chrome/caption-credit',
  kind: 'caption',
  title: 'Caption with a credit',
  why: 'A photo credit belongs to a picture that flattening left behind.',
  examples: [
    { text: 'The old bridge in March. Photo: Vera Lindt / Lenne Courier', drop: [0] },
    { text: 'Foto: Archiv', drop: [0] },
    { text: 'Image source, Lenne Courier\nImage caption, The old bridge in March', drop: [0, 1] },
    { text: 'The photo shows nothing that the court had not seen before, the lawyer said.', drop: [] },
    { text: 'Photographs of the flood hang in the hall of the school: forty of them, all in grey.', drop: [] },
  ],
  confidence: 0.93,
  longest: LONGEST,
  cues: CREDIT,
  test: (line) => {
    const { words } = line;
    const text = line.text.slice(0, 300);
    if (line.share(CREDIT) >= 60) return line.terminal !== 1;
    if (line.opensWith(CREDIT, OPENING_WORDS) && OPENING.test(text)) return !line.isSentence || words <= 20;
    if (!SEPARATOR.test(text)) return false;
    return words > 3 && hasClosingCredit(text) && line.tailHas(CREDIT, CLOSING_WORDS);
  },
});

/** The last part of the line, behind a stop, dash or bracket, opens with a word and a colon, slash or stop: "(Foto: N. N.)". */
function hasClosingCredit(text: string): boolean {
  return /[.!?)"\u201d\u2019\u00bb(\[|\u2013\u2014\u3002-]\s?\(?\[?[^.:/|\s][^.:/|]{1,24}[:/.\u00a9][^.]{1,60}(?:\.\s?[^.\s]{1,3}){0,2}[)\].]{0,2}$/.test(text);
}
