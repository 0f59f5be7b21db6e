import { type LineRule, lineRule } from '../line-rule.ts';
import { AFTER, CLOSED, COLON_END, look, WITH_DIGITS } from '../traits.ts';

const LEAST_WORDS = 5;

export const menuLine: LineRule = lineRule({
  id: 'chrome/menu-line',
  kind: 'chrome',
  title: 'Menu on one line',
  why: 'A menu flattened onto one line is a row of capitalised names without a function word or a closing sign.',
  examples: [
    {
      text: 'The bridge over the Lenne will close for repairs on the first of May.\n\nAmericas Africa Europe Middle East South Asia Asia Pacific',
      drop: [2],
    },
    {
      text: 'Harbour Gazette Wins Prize For Series On Floods And Dams\n\nThe bridge over the Lenne will close for repairs on the first of May.',
      drop: [],
    },
  ],
  confidence: 0.85,
  longest: 60,
  look: look(AFTER, CLOSED | COLON_END | WITH_DIGITS),
  test: (line) => {
    const { lines } = line.doc;
    if (line.terminal !== 0 || line.words < LEAST_WORDS || (lines.stops[line.at] as number) > 0) return false;
    return lines.capitals[line.at] === line.words && (lines.marks[line.at] as number) <= line.words;
  },
});
