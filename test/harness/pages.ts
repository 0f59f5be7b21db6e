/** Pages made by chance for the properties: paragraphs of an article, and lines that are known chrome. */
import fc from 'fast-check';

const PEOPLE = [
  'The ferryman',
  'A retired baker',
  'The parish clerk',
  'Her neighbour',
  'The younger sister',
  'An old surveyor',
  'The lock keeper',
  'Their teacher',
];
const DEEDS = ['repaired', 'described', 'photographed', 'measured', 'remembered', 'inherited', 'painted', 'returned'];
const THINGS = [
  'the wooden bridge',
  'a crate of apples',
  'the tide tables',
  'every lamp on the quay',
  'the chapel clock',
  'an unpaid bill',
  'the narrow lane',
  'a box of letters',
];
const TIMES = [
  'before the winter came',
  'while the others were asleep',
  'after the meeting had ended',
  'because nobody else would',
  'although it was raining hard',
  'when the harbour was still open',
];

const sentence: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...PEOPLE),
    fc.constantFrom(...DEEDS),
    fc.constantFrom(...THINGS),
    fc.constantFrom(...TIMES),
    fc.integer({ min: 2, max: 998 }),
  )
  .map(
    ([who, did, what, when, days]) =>
      `${who} ${did} ${what} ${when}, and it was ${days} days until anybody spoke of it.`,
  );

/** One to three sentences. */
export const paragraph: fc.Arbitrary<string> = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((sentences) => sentences.join(' '));

export const paragraphs: fc.Arbitrary<readonly string[]> = fc.uniqueArray(paragraph, { minLength: 4, maxLength: 9 });

export const CHROME_BEFORE: readonly string[] = [
  'Home | News | Sport | Contact',
  'Search this site',
  'Share on Facebook',
  'Print this page',
  'Skip to content',
];
export const CHROME_AFTER: readonly string[] = [
  'No comments:',
  '3 comments',
  'Share on Facebook',
  'Copyright © 2013 Harbour Lights Weekly. All rights reserved.',
  'Blog Archive',
  'Print this page',
];

export interface Page {
  readonly before: readonly string[];
  readonly body: readonly string[];
  readonly after: readonly string[];
}

export const page: fc.Arbitrary<Page> = fc.record({
  before: fc.subarray([...CHROME_BEFORE]),
  body: paragraphs,
  after: fc.subarray([...CHROME_AFTER]),
});

export function textOf({ before, body, after }: Page): string {
  return [...before, ...body, ...after].join('\n\n').concat('\n');
}

/** Anything a string can be: letters, controls, halves of surrogate pairs, line ends, and the words that rules look for. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        '\n\n',
        '\t',
        ' ',
        '\u00a0',
        '\u2028',
        '|',
        '> ',
        '- ',
        '1. ',
        '© 2009',
        'No comments:',
        'By Ada Prowse',
        '12 March 2013',
        '---\n',
        '第一章',
        '。',
      ),
      sentence,
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** Markup with and without sense. */
export const anyHtml: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div class="nav">',
        '</div>',
        '<ul><li>',
        '<table><tr><td>',
        '<h2>',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '<br>',
        '<a href="#">',
        '</a>',
        '&amp;',
        '&#x1F;',
        '<',
        '>',
        '<meta property="og:title" content="x">',
        '<script type="application/ld+json">{',
        '}</script>',
        '<pre>',
        '<title>',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
      sentence,
    ),
    { maxLength: 50 },
  )
  .map((parts) => parts.join(''));
