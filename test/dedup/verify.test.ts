import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Comparison } from '../../src/dedup/verify.ts';
import { compareTexts } from '../../src/dedup/verify.ts';
import { HARBOUR, LIBRARY, ORCHARD, paragraphs, prepared } from './texts.ts';

function compare(one: string, other: string, seriesMates = 0): Comparison {
  return compareTexts(prepared(one), prepared(other), seriesMates);
}

/** Of our own wording, shaped like a central bank's daily notice. */
function bulletin(amount: string, rate: string): string {
  return (
    `The central bank of Norland added ${amount} million crowns to the money market this morning through overnight repurchase ` +
    `agreements, dealers said.\n\nThe overnight rate stood at ${rate} per cent when the bank came in. The operation was in line ` +
    'with what most houses had expected for the current reserve period, and the bank made no statement about its discount rate.'
  );
}

describe('a copy is', () => {
  test.each([
    [
      'the same text scanned badly',
      HARBOUR.replaceAll('rm', 'nn').replaceAll('board', 'hoard').replaceAll('pla', 'p1a').replaceAll('will ', 'wi11 '),
    ],
    ['the same text with a paragraph more', `${HARBOUR}\n\n${paragraphs(LIBRARY, 0, 1)}`],
    ['the same text with its death toll, age or price corrected', HARBOUR.replace('12 million', '14 million')],
    ['the same text under another agency line', `ELMSWICK (Northern Wire) - ${HARBOUR}\n\nCopyright Northern Wire`],
    ['the same text with a paragraph less', `${paragraphs(HARBOUR, 0, 2)}\n\n${paragraphs(HARBOUR, 3)}`],
  ])('%s', (_what, other) => {
    expect(compare(HARBOUR, other).relation).toBe('copy');
  });

  test('a notice in which the typist lost a digit, and no other figure', () => {
    const results = (profit: string): string =>
      `Norland Marine third quarter results\nShare 30 cents vs 30 cents\nProfit ${profit} vs 1,800,000\nNine months\nShare 89 cents ` +
      'vs 79 cents\nProfit 5,334,000 vs 4,496,000';
    const note = 'Figures reflect the first public offering of 534,750 shares in March and two splits since.';
    expect(compare(results('1,804,000'), `${results('1,804,00')}\n${note}`).relation).toBe('copy');
    for (const other of ['1,805,000', '180,400', '1,814,00', '18,040,000'])
      expect(compare(results('1,804,000'), `${results(other)}\n${note}`).relation).toBe('none');
  });

  test('a first take within the full story, at a Jaccard index of 0.2', () => {
    const { relation, jaccard, evidence } = compare(HARBOUR, paragraphs(HARBOUR, 0, 2));
    expect(relation).toBe('part');
    expect(jaccard).toBeLessThan(0.35);
    expect(evidence?.kind).toBe('truncated');
  });

  test('a notice of one line in other letters', () => {
    expect(
      compare('Harbor board approves deeper channel at Elmswick', 'Harbour board approves deeper channel at Elmswick')
        .relation,
    ).toBe('copy');
  });
});

describe('no copy is', () => {
  test('another article, or one that quotes a paragraph', () => {
    expect(compare(HARBOUR, ORCHARD).relation).toBe('none');
    expect(
      compare(HARBOUR, `${paragraphs(ORCHARD, 0, 4)}\n\n${paragraphs(HARBOUR, 1, 2)}\n\n${paragraphs(ORCHARD, 4)}`)
        .relation,
    ).toBe('none');
  });

  test('another number of a series, however alike, if the series is known', () => {
    const [monday, tuesday] = [bulletin('340', '6-3/16'), bulletin('280', '6-1/8')];
    expect(compare(monday, tuesday).jaccard).toBeGreaterThan(0.7);
    expect(compare(monday, tuesday, 3).relation).toBe('series');
    expect(compare(bulletin('three', 'six'), bulletin('four', 'six'), 3).relation).toBe('series');
  });

  test('a weekly report with other figures in one sentence of three, which is worded otherwise too', () => {
    const report = (opening: string): string =>
      `${opening}\n\nThe quota for the year was set at 1,100,000 tonnes against 1,850,000 a year ago, which was extended by three ` +
      'months.\n\nThe office said that figures are given by weight on arrival and will be adjusted when they are final.';
    const first =
      'Imports under the quota for raw cane in the week that ended on January 9, the opening week of the quota year, totalled ' +
      '5,988 metric tonnes against 46,254 tonnes the week before, the Harvest Office said.';
    const later =
      'Imports under the quota for raw cane in the week that ended on March 6 totalled 25,192 metric tonnes against 29,043 tonnes the week ' +
      'before, the Harvest Office said. Together they come to 130,804 tonnes, it added.';
    expect(compare(report(first), report(later)).relation).toBe('none');
  });

  test('a headline said twice and the same with words more in its middle', () => {
    const flash = (what: string): string =>
      Array(2).fill(`NORLAND BANK LEAVES ${what} RATE UNCHANGED AT 7-3/4 PER CENT, OFFICIAL`).join('\n\n');
    expect(compare(flash('LENDING'), flash('MONEY MARKET LENDING')).relation).toBe('none');
    expect(compare(flash('LENDING'), flash('LENDING').replace('BANK', 'BANKS')).relation).toBe('copy');
    expect(compare(HARBOUR, HARBOUR.replaceAll('. ', ', it was said on the day. ')).relation).toBe('copy');
  });

  test('a short notice with another figure', () => {
    const price =
      'Tamber Copper, a unit of Norland Metals, said it is lowering its cathode price by 0.25 crowns to 65.50 crowns a pound.';
    expect(compare(price, price.replace('0.25', '0.50')).relation).toBe('none');
    expect(compare(price, price.replace('said it is', 'said today it is')).relation).toBe('copy');
  });

  test('a notice of the same form about other people', () => {
    const obituary = (name: string, place: string, mill: string, heirs: string): string =>
      `${name} of ${place} passed away peacefully on Friday, surrounded by family.\n\n${name} worked for many years at the ${mill} mill ` +
      `and sang in the choir of ${place} church, where friends will remember a warm smile.\n\nSurvivors include ${heirs}. ` +
      `Services will be held at ${place} chapel. In lieu of flowers the family asks for gifts to the ${mill} fund.`;
    const one = obituary('Marta Quell', 'Dunmore', 'Harwick', 'her sister Lena');
    const other = obituary('Tobias Venn', 'Fairlea', 'Stonebeck', 'a nephew in Calder');
    expect(compare(one, other).relation).toBe('none');
  });
});

test('a correction belongs to what it corrects, even in a series', () => {
  expect(compare(bulletin('340', '6-3/16'), `CORRECTED\n\n${bulletin('320', '6-3/16')}`, 3).relation).toBe('copy');
});

test('figures that stand elsewhere, or on one side only, contradict nothing', () => {
  const notice = bulletin('340', '6-3/16');
  expect(compare(notice, `March 31\n\n${notice}`, 3).relation).toBe('copy');
});

test('the decision does not depend on which text comes first', () => {
  const parts = [
    ...HARBOUR.split('\n\n'),
    ...ORCHARD.split('\n\n'),
    bulletin('340', '6-3/16'),
    bulletin('280', '6-1/8'),
  ];
  const text = fc.subarray(parts, { minLength: 1 }).map((chosen) => chosen.join('\n\n'));
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 3 }), (one, other, mates) => {
      const [there, back] = [compare(one, other, mates), compare(other, one, mates)];
      expect(back.relation).toBe(there.relation);
      expect(back.lead).toBe(there.lead);
      expect([back.ofOne, back.ofOther]).toEqual([there.ofOther, there.ofOne]);
      expect(back.evidence?.sentencesOfOne).toBe(there.evidence?.sentencesOfOther);
    }),
  );
});
