import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PairComparison } from '../../src/dedup/pair.ts';
import { comparePair } from '../../src/dedup/pair.ts';
import { comparePrints } from '../../src/pipeline/compare.ts';
import { archiveOf, HARBOUR, LIBRARY, memberOf, ORCHARD, paragraphs, type Sample } from './texts.ts';

function compare(one: string | Sample, other: string | Sample, seriesMates = 0): PairComparison {
  return comparePair(memberOf('a', sampleOf(one)), memberOf('b', sampleOf(other)), 'complete', {
    furniture: new Set(),
    seriesMates,
  });
}

function sampleOf(text: string | Sample): Sample {
  return typeof text === 'string' ? { text } : text;
}

/** Of our own wording, shaped like a central bank's daily notice. */
function bulletin(amount: string, rate: string): string {
  return (
    `The central bank of Norland added ${amount} million crowns to the money market this morning through overnight repurchase ` +
    `agreements, dealers said.\n\nThe overnight rate stood at ${rate} per cent when the bank came in. The operation was in line ` +
    'with what most houses had expected for the current reserve period, and the bank made no statement about its discount rate.'
  );
}

const PRICE =
  'Tamber Copper, a unit of Norland Metals, said it is lowering its cathode price by 0.25 crowns to 65.50 crowns a pound.';
const NOTICE =
  'The quarterly dividend will be paid to the holders of record as before, the company said in a statement.';

function obituary(name: string, place: string, mill: string, heirs: string): string {
  return (
    `${name} of ${place} passed away peacefully on Friday, surrounded by family.\n\n${name} worked for many years at the ${mill} mill ` +
    `and sang in the choir of ${place} church, where friends will remember a warm smile.\n\nSurvivors include ${heirs}. ` +
    `Services will be held at ${place} chapel. In lieu of flowers the family asks for gifts to the ${mill} fund.`
  );
}

describe('the reason', () => {
  test.each<[string, string | Sample, string | Sample, object]>([
    ['the same words', HARBOUR, HARBOUR.toUpperCase(), { cause: 'exact' }],
    [
      'one other word',
      [ORCHARD, LIBRARY, HARBOUR].join('\n\n'),
      [ORCHARD, LIBRARY, HARBOUR].join('\n\n').replace('customs house', 'customs houses'),
      { cause: 'equal' },
    ],
    [
      'a line in other letters',
      'Harbor board approves the deeper northern channel at Elmswick',
      'Harbour board approves the deeper northern channel at Elmswick',
      { cause: 'same-letters' },
    ],
    [
      'most of both',
      HARBOUR,
      `${HARBOUR}\n\n${paragraphs(LIBRARY, 0, 1)}`,
      { cause: 'covered', least: 0.55, ofShorter: 1 },
    ],
    ['all of the shorter', paragraphs(HARBOUR, 0, 2), HARBOUR, { cause: 'within', ofShorter: 1, least: 0.75 }],
    ['no article', '', HARBOUR, { cause: 'empty' }],
    ['a body of a few words', 'Nothing new today.', HARBOUR, { cause: 'brief', words: 3, least: 8 }],
    ['little in common', HARBOUR, ORCHARD, { cause: 'few-shared', share: 0, least: 0.3 }],
    ['another figure in a notice', PRICE, PRICE.replace('0.25', '0.50'), { cause: 'notice', figures: 1, least: 60 }],
    [
      'other figures in most sentences',
      `${bulletin('340', '6-3/16')} It was the last.`,
      `${bulletin('280', '6-1/8')} It was the last.`,
      { cause: 'two-reports', contradicted: 2, sentences: 3 },
    ],
    [
      'other headlines',
      { text: NOTICE, title: 'Norland Metals pays dividend' },
      { text: NOTICE, title: 'Tamber Timber keeps payout' },
      { cause: 'other-titles', shared: 0, words: 4, least: 0.5 },
    ],
    [
      'other people',
      obituary('Marta Quell', 'Dunmore', 'Harwick', 'her sister Lena'),
      obituary('Tobias Venn', 'Fairlea', 'Stonebeck', 'a nephew in Calder'),
      { cause: 'dense-changes', most: 7 },
    ],
    [
      'halves in another order',
      HARBOUR,
      `${paragraphs(HARBOUR, 4)}\n\n${paragraphs(HARBOUR, 0, 4)}`,
      { cause: 'little-covered', least: 0.55, leastOfPart: 0.75 },
    ],
    [
      'a scrap',
      'Two members voted against the plan, which the harbour board passed.',
      HARBOUR.replace('. One of them', ', which the harbour board passed. One of them'),
      { cause: 'short-part', least: 18 },
    ],
  ])('of two texts with %s', (_what, one, other, reason) => {
    expect(compare(one, other).reason).toMatchObject(reason);
    expect(compare(other, one).reason).toEqual(compare(one, other).reason);
  });

  test('of a long report with other figures', () => {
    const swaps = {
      Tuesday: 'Monday',
      fourteen: 'sixteen',
      'Two ': 'Three ',
      ' 12 ': ' 14 ',
      twenty: 'thirty',
      November: 'May',
    };
    const other = Object.entries(swaps).reduce((text, [from, to]) => text.replace(from, to), HARBOUR);
    expect(compare(HARBOUR, other).reason).toMatchObject({ cause: 'dense-figures', figures: 6, most: 3 });
  });

  test('of texts that share words rather than sentences', () => {
    const own = ORCHARD.replaceAll('.', '').split(/\s+/);
    const half = HARBOUR.split('\n\n').map((line, at) => {
      const words = line.replaceAll('.', '').split(' ');
      return `${[...words.slice(0, Math.ceil(words.length * 0.56)), ...own.slice(at * 9, at * 9 + 9)].join(' ')}.`;
    });
    const { relation, reason } = compare(HARBOUR, half.join('\n\n'));
    expect(relation).toBe('none');
    expect(reason).toMatchObject({ cause: 'scattered', least: 0.6, leastSentences: 0.2 });
  });

  test('of a known series', () => {
    const compared = compare(bulletin('340', '6-3/16'), bulletin('280', '6-1/8'), 3);
    expect(compared).toMatchObject({
      relation: 'series',
      reason: { cause: 'series', figures: 2, mates: 3 },
      kept: undefined,
    });
  });
});

describe('what differs', () => {
  const revised = [
    paragraphs(HARBOUR, 0, 1),
    paragraphs(HARBOUR, 1, 5)
      .replace('fourteen', 'sixteen')
      .replace('Fishing', 'Fisching')
      .replace('retired pilot', 'former mayor'),
    paragraphs(HARBOUR, 6),
    'The mayor told reporters that nobody had asked him (again) about the price of "stone".',
  ].join('\n\n');
  const compared = compare(HARBOUR, revised);

  test('is told by place and kind, as it is written', () => {
    expect(compared.differences.map(({ kind, one, other }) => [kind, one.lines?.first, one.text, other.text])).toEqual([
      ['figures', 2, 'fourteen', 'sixteen'],
      ['spellings', 4, 'Fishing', 'Fisching'],
      ['words', 8, 'retired pilot', 'former mayor'],
    ]);
    expect(compared.changes).toMatchObject({ figures: 1, words: 1, spellings: 1 });
  });

  test('beside passages that only one has, and those that both have', () => {
    expect(compared.onlyA).toMatchObject([{ lines: { first: 10, last: 10 }, words: 16 }]);
    expect(compared.onlyB).toMatchObject([
      { lines: { first: 14, last: 14 }, text: expect.stringMatching(/^The mayor told .*"stone"\.$/) },
    ]);
    expect(compared.shared.map(({ one, other }) => [one.first, one.last, other.first, other.last])).toEqual([
      [0, 8, 0, 8],
      [12, 14, 10, 12],
    ]);
  });

  test('says numbers as wholes', () => {
    const { differences } = compare(bulletin('340', '6-3/16'), bulletin('340', '6-1/8'));
    expect(differences.map(({ one, other }) => [one.text, other.text])).toEqual([['6-3/16', '6-1/8']]);
  });

  test('what stands elsewhere is shared, out of order', () => {
    const { shared, onlyA, onlyB } = compare(HARBOUR, `${paragraphs(HARBOUR, 5)}\n\n${paragraphs(HARBOUR, 0, 5)}`);
    expect(shared.map(({ one, moved }) => [one.first, one.last, moved])).toEqual([
      [0, 8, false],
      [10, 14, true],
    ]);
    expect([onlyA, onlyB]).toEqual([[], []]);
  });
});

test('a text from its end to its beginning is shared paragraph by paragraph', () => {
  const { shared, onlyA, onlyB } = compare(HARBOUR, HARBOUR.split('\n\n').reverse().join('\n\n'));
  expect(shared.map(({ one }) => one.first).sort((x, y) => x - y)).toEqual([0, 2, 4, 6, 8, 10, 12, 14]);
  expect(shared.filter(({ one, other }) => one.last < one.first || other.last < other.first)).toEqual([]);
  expect([onlyA, onlyB]).toEqual([[], []]);
});

describe('the one that stays', () => {
  test.each<[string, Sample, Sample, string, string]>([
    ['more complete', { text: paragraphs(HARBOUR, 0, 5) }, { text: HARBOUR }, 'b', 'complete'],
    ['cleaner', { text: HARBOUR, chrome: 9 }, { text: HARBOUR, chrome: 3 }, 'b', 'cleanest'],
    ['earlier', { text: HARBOUR }, { text: HARBOUR, date: '2013-03-12' }, 'b', 'earliest'],
    ['first by path', { text: HARBOUR }, { text: HARBOUR }, 'a', 'path'],
  ])('is the %s', (_what, one, other, kept, preference) => {
    expect(compare(one, other)).toMatchObject({ kept, preference, setAside: kept === 'a' ? 'b' : 'a' });
  });
});

test('what is said is what a run of the two does', async () => {
  const parts = [
    ...HARBOUR.split('\n\n'),
    ...ORCHARD.split('\n\n').slice(0, 3),
    PRICE,
    bulletin('340', '6-3/16'),
    bulletin('280', '6-1/8'),
  ];
  const text = fc.subarray(parts, { minLength: 1 }).map((chosen) => chosen.join('\n\n'));
  await fc.assert(
    fc.asyncProperty(text, text, async (one, other) => {
      const { prints, read } = archiveOf({ a: one, b: other });
      const [record] = await comparePrints(prints, ({ id }) => read(id), { survivor: 'complete' });
      const { kind, kept, setAside, meets, scores } = compare(one, other);
      if (record === undefined) {
        expect([kind === undefined || !meets, setAside]).toEqual([true, undefined]);
        return;
      }
      expect([kind, kept, setAside !== undefined]).toEqual([record.kind, record.kept, record.setAside]);
      expect(record.kept === 'a' ? scores.sentencesOfB : scores.sentencesOfA).toBeCloseTo(record.scores.sentences, 3);
    }),
  );
});
