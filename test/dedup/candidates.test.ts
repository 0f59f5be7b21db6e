import { describe, expect, test } from '@jest/globals';
import { sortByKey } from '../../src/core/sort.ts';
import type { Fingerprint } from '../../src/core/types.ts';
import { findCandidates } from '../../src/dedup/candidates.ts';
import { findFurniture } from '../../src/dedup/furniture.ts';
import type { Pairs } from '../../src/dedup/pairs.ts';
import { countSeries, SERIES_MEMBERS } from '../../src/dedup/series.ts';
import { HARBOUR, LIBRARY, ORCHARD, paragraphs, placesOf, printOf, tableOf } from './texts.ts';

function candidatesOf(prints: readonly Fingerprint[]): ReturnType<typeof findCandidates> {
  return findCandidates(tableOf(prints), placesOf(prints));
}

function listed(...all: readonly Pairs[]): readonly (readonly [number, number])[] {
  return all.flatMap(({ low, high }) => Array.from(low, (one, at) => [one, high[at] as number] as const));
}

/** Words of a vocabulary of made-up syllables, a different text for every seed. */
function prose(words: number, seed: number): string {
  let state = seed * 2654435761 + 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const syllables = ['ka', 'lo', 'mi', 'tor', 'ben', 'sa', 'ru', 'eld', 'vin', 'ho', 'pas', 'quen'];
  const word = (): string =>
    Array.from({ length: 2 + Math.floor(next() * 2) }, () => syllables[Math.floor(next() * syllables.length)]).join('');
  return `${Array.from({ length: words }, word).join(' ')}.`;
}

describe('candidates', () => {
  test('are texts alike as wholes, in the beginning, or in a long passage; strangers are none', () => {
    const texts = [
      HARBOUR,
      `${HARBOUR} More follows.`,
      paragraphs(HARBOUR, 0, 2),
      `${LIBRARY}\n\n${paragraphs(HARBOUR, 4)}`,
      ORCHARD,
    ];
    const { pairs } = candidatesOf(texts.map((text, at) => printOf(`d${at}`, { text })));
    expect(listed(pairs)).toEqual(
      expect.arrayContaining([
        [0, 1],
        [0, 2],
        [0, 3],
      ]),
    );
    expect(pairs.high).not.toContain(4);
  });

  test('grow with the number of documents, not with its square, in a crowd of look-alikes', () => {
    const base = prose(60, 1);
    const met = (count: number): number => {
      const prints = Array.from({ length: count }, (_none, at) =>
        printOf(`d${at}`, { text: `${prose(3, at + 5)} ${base}` }),
      );
      const { pairs, firsts, neighbours } = candidatesOf(prints);
      return pairs.low.length + firsts.low.length + neighbours.low.length;
    };
    const many = met(800);
    expect(many).toBeLessThan(met(200) * 6);
    expect(many).toBeLessThan(800 * 24);
  });

  test('find a copy in a crowd of look-alikes', () => {
    const base = prose(60, 1);
    const texts = Array.from({ length: 300 }, (_none, at) => `${prose(12, at + 5)} ${base} ${prose(12, at + 900)}`);
    texts.push(`${texts[137]} Then the meeting closed.`);
    const { pairs, firsts, neighbours } = candidatesOf(texts.map((text, at) => printOf(`d${at}`, { text })));
    expect(listed(pairs, firsts, neighbours)).toContainEqual([137, 300]);
  });
});

describe('a series', () => {
  const notice = (amount: number, rate: number): string =>
    `The central bank added ${amount} million crowns to the market through overnight agreements, dealers said, when the rate stood at ${rate} per cent.`;

  test('is known by other documents with the same words and other figures', () => {
    const prints = [notice(310, 4), notice(270, 5), notice(455, 6), notice(120, 3), HARBOUR].map((text, at) =>
      printOf(`d${at}`, { text }),
    );
    expect([...countSeries(tableOf(prints), placesOf(prints))]).toEqual([
      SERIES_MEMBERS,
      SERIES_MEMBERS,
      SERIES_MEMBERS,
      SERIES_MEMBERS,
      0,
    ]);
  });

  test('is not made by copies of one text in which a figure changed', () => {
    const figures = HARBOUR.replace('fourteen', '14').replace('Two members', '2 members').replace('twenty', '20');
    const texts = [
      figures,
      figures.replace('14', '15'),
      figures.replace('20 years', '21 years'),
      `${figures} More.`,
      figures.replace('12 mi', '13 mi'),
    ];
    const prints = texts.map((text, at) => printOf(`d${at}`, { text }));
    expect([...countSeries(tableOf(prints), placesOf(prints))].every((count) => count < SERIES_MEMBERS)).toBe(true);
  });
});

describe('furniture', () => {
  const chrome =
    'Skip to the contents of this page\nSign in or register here\nReaders are asked to keep their comments civil';

  test('is a line that six unlike documents share', () => {
    const prints = Array.from({ length: 6 }, (_none, at) =>
      printOf(`d${at}`, { text: `${chrome}\n${prose(60, at + 1)}` }),
    );
    expect(findFurniture(tableOf(prints), placesOf(prints))).toHaveLength(3);
    expect(findFurniture(tableOf(prints.slice(1)), placesOf(prints.slice(1)))).toHaveLength(0);
  });

  test('is no line of a text that was copied six times, each time with a paragraph more', () => {
    const prints = Array.from({ length: 6 }, (_none, at) =>
      printOf(`d${at}`, { text: `${HARBOUR}\n\n${prose(20, at + 1)}` }),
    );
    expect(findFurniture(tableOf(prints), placesOf(prints))).toHaveLength(0);
  });

  test('is no line with a figure: it may be all that tells two notices apart', () => {
    const prints = Array.from({ length: 6 }, (_none, at) =>
      printOf(`d${at}`, { text: `Payable on April 30\n${prose(60, at + 1)}` }),
    );
    expect(findFurniture(tableOf(prints), placesOf(prints))).toHaveLength(0);
  });
});

test('sorting by key is stable and orders unsigned numbers', () => {
  const { key, owner } = sortByKey({
    key: Uint32Array.of(5, 0xffffffff, 0, 5, 0x80000000, 5),
    owner: Uint32Array.of(0, 1, 2, 3, 4, 5),
  });
  expect([...key]).toEqual([0, 5, 5, 5, 0x80000000, 0xffffffff]);
  expect([...owner]).toEqual([2, 0, 3, 5, 4, 1]);
});
