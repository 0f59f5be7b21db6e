import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clusterLinks } from '../../src/dedup/cluster.ts';
import type { Link } from '../../src/dedup/links.ts';
import { indexLinks } from '../../src/dedup/links.ts';
import type { Relation } from '../../src/dedup/verify.ts';
import { printOf, tableOf } from './texts.ts';

/** Documents that share nothing but what the links say. */
const STRANGERS = Array.from({ length: 8 }, (_none, at) =>
  printOf(`d${at}`, { text: Array.from({ length: 60 }, (_word, word) => `w${at}x${word}`).join(' ') }),
);

const TABLE = tableOf(STRANGERS);

function link(a: number, b: number, relation: Relation, ofOne: number, ofOther: number, lead = 0): Link {
  const jaccard = Math.min(ofOne, ofOther) * 0.9;
  return { a, b, found: { relation, cause: 'equal', ofOne, ofOther, lead, jaccard, evidence: undefined } };
}

function clusters(links: readonly Link[]): readonly number[] {
  const sorted = links.toSorted((x, y) => x.a - y.a || x.b - y.b);
  return [...clusterLinks(STRANGERS.length, indexLinks(sorted, TABLE))].slice(0, 5);
}

describe('a cluster', () => {
  test('holds what was verified as a copy, and is named by its first document', () => {
    expect(
      clusters([link(1, 3, 'copy', 0.9, 0.9), link(3, 4, 'copy', 0.9, 0.9), link(1, 4, 'copy', 0.8, 0.8)]),
    ).toEqual([0, 1, 2, 1, 1]);
  });

  test('is no chain: A like B and B like C does not join A and C', () => {
    expect(clusters([link(0, 1, 'copy', 0.9, 0.9), link(1, 2, 'copy', 0.6, 0.6)])).toEqual([0, 0, 2, 3, 4]);
  });

  test('never holds two members of a series, whoever lies between them', () => {
    const between = [link(0, 1, 'copy', 0.95, 0.95), link(1, 2, 'copy', 0.9, 0.9), link(0, 2, 'series', 0.9, 0.9)];
    expect(clusters(between)).toEqual([0, 0, 2, 3, 4]);
  });

  test('takes a part in through one container only', () => {
    const part = [link(0, 1, 'part', 0.98, 0.5, 1), link(0, 2, 'part', 0.98, 0.2, 1)];
    expect(clusters(part)).toEqual([0, 0, 2, 3, 4]);
  });

  test('leaves out a page that holds two unlike documents', () => {
    expect(clusters([link(0, 2, 'copy', 1, 0.6, 1), link(1, 2, 'part', 1, 0.4)])).toEqual([0, 1, 2, 3, 4]);
  });

  test('keeps the full story with its first take, though a second take is unlike the first', () => {
    expect(clusters([link(0, 2, 'part', 1, 0.4, 1), link(1, 2, 'part', 1, 0.05)])).toEqual([0, 1, 0, 3, 4]);
  });
});

test('clusters do not depend on the order in which equal links were found', () => {
  const relation = fc.constantFrom<Relation>('copy', 'part', 'series', 'none');
  const share = fc.integer({ min: 3, max: 10 }).map((tenths) => tenths / 10);
  const anyLink = fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }), relation, share, share, share)
    .map(([a, step, kind, ofOne, ofOther, lead]) => link(a, a + step, kind, ofOne, ofOther, lead));
  const links = fc.uniqueArray(anyLink, { selector: ({ a, b }) => `${a} ${b}`, maxLength: 12 });
  fc.assert(
    fc.property(links, (found) => {
      expect(clusters(found.toReversed())).toEqual(clusters(found));
      const labels = clusters(found);
      for (const { a, b, found: pair } of found) {
        if (pair.relation === 'series' && b < labels.length) expect(labels[a]).not.toBe(labels[b]);
      }
    }),
  );
});
