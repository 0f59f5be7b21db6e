import { type LineRule, lineRule } from '../line-rule.ts';
import type { LineView } from '../line-view.ts';
import { cueSet } from '../phrases.ts';
import { COLON } from '../shape.ts';

const CREDIT = cueSet('credit', 'caption');
const LONGEST = 35;
/** "Photo: N. N.", "Image source, Courier": the words before the sign are nothing but the credit word. */
const OPENING = /^[^:,/|\u00a9\uff1a]{2,25}(?:[:,/|\uff1a]\s|\uff1a|\u00a9)/;
/** Longest such line that may read like a sentence. */
const LONGEST_SENTENCE = 20;
/** What follows the caption's own text: a part behind a stop, bracket, dash or bar. */
const PART =
  /(?:[.!?\u3002]["\u201d\u2019\u00bb]?\s|[([|\u2013\u2014\uff08]\s?)(?=[^.!?([|\u2013\u2014]{3,70}(?:\.\s?[^.!?\s]{1,20}){0,2}[)\].\uff09]{0,2}$)/g;
const SIGN = /[:/\u00a9.\uff1a]/;
/** Code and data name images and captions too. */
const NOT_PROSE = /[{}<>;=]|https?:/;

export const captionCredit: LineRule = lineRule({
  id: 'chrome/caption-credit',
  kind: 'caption',
  title: 'Caption with a credit',
  why: 'A photo credit belongs to a picture that flattening left behind.',
  examples: [
    { text: 'The old bridge in March. Photo: Vera Lindt / Lenne Courier', drop: [0] },
    { text: 'Foto: Archiv', drop: [0] },
    { text: 'Die alte Brücke im März (Foto: V. Lindt)', drop: [0] },
    { text: 'Image source, Lenne Courier\nImage caption, The old bridge in March', drop: [0, 1] },
    { text: 'The photo shows nothing that the court had not seen before, the lawyer said.', drop: [] },
    { text: 'Photographs of the flood hang in the hall of the school: forty of them, all in grey.', drop: [] },
    { text: 'Credits to graduate: 48', drop: [] },
    { text: 'image: nginx:stable', drop: [] },
  ],
  confidence: 0.93,
  longest: LONGEST,
  cues: CREDIT,
  test: (line) => {
    const text = line.text.slice(0, 300);
    if (line.doc.blockOf[line.at] !== -1 || line.terminal === COLON || NOT_PROSE.test(text) || isLower(text))
      return false;
    if (opensWithCredit(line, text)) return !line.isSentence || line.words <= LONGEST_SENTENCE;
    if (line.share(CREDIT) === 100) return line.terminal !== 1 && (line.zone !== 'inside' || /[/|,]/.test(text));
    return closesWithCredit(line, text);
  },
});

function opensWithCredit(line: LineView, text: string): boolean {
  const opening = OPENING.exec(text)?.[0];
  return opening !== undefined && line.shareOf(CREDIT, 0, opening.length - 1) === 100;
}

/** A part behind the caption's text opens with a credit word and a sign, or closes with an agency behind a slash. */
function closesWithCredit(line: LineView, text: string): boolean {
  for (const match of text.matchAll(PART)) {
    const from = match.index + match[0].length;
    const part = text.slice(from);
    const sign = part.search(SIGN);
    if (sign > 0 && line.shareOf(CREDIT, from, from + sign) === 100) return true;
    if (part.includes('/') && line.tailShare(CREDIT, 1) === 100) return true;
  }
  return false;
}

/** A caption begins with a capital, a sign or a letter without case; code and file names do not. */
function isLower(text: string): boolean {
  const first = text.charAt(0);
  return first >= 'a' && first <= 'z';
}
