import { type LineRule, lineRule } from '../line-rule.ts';
import { lastUnit, NINE, ZERO } from '../shape.ts';
import { BLOCKED, look, WITH_DIGITS } from '../traits.ts';

/** "3 of 7", "3/7", "Page 3 of 7", "#3": numbers of slides, pages and posts. */
const PAGER = /^(?:#\s?\d{1,5}|(?:[^\d\s]{1,10}\s)?\d{1,4}\s?(?:\/|of|de|von|sur|di|van|z|\u0438\u0437)\s?\d{1,4})$/i;
const LONGEST_UNITS = 24;

export const pager: LineRule = lineRule({
  id: 'chrome/pager',
  kind: 'chrome',
  title: 'Number of a page, slide or post',
  why: 'Galleries, long articles and threads count their parts on lines of their own.',
  examples: [
    { text: '3 of 7\n\nThe bridge over the Lenne will close for repairs on the first of May.', drop: [0] },
    { text: '#2\n\nThe bridge over the Lenne will close for repairs on the first of May.', drop: [0] },
    { text: '3 of 7 boats came home before the storm reached the bay on Friday.', drop: [] },
    { text: '1958\n\nThe bridge over the Lenne opened in the spring of that year.', drop: [] },
  ],
  confidence: 0.91,
  longest: 5,
  look: look(WITH_DIGITS, BLOCKED),
  test: (line) => {
    const { lines } = line.doc;
    const units = (lines.end[line.at] as number) - (lines.from[line.at] as number);
    const last = lastUnit(line.doc, line.at);
    return units <= LONGEST_UNITS && last >= ZERO && last <= NINE && PAGER.test(line.text);
  },
});
