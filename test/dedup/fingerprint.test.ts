import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exactHash } from '../../src/dedup/exact.ts';
import {
  nibbleAgreement,
  nibbleBytes,
  numbersOfNibbles,
  packNibbles,
  SLOTS_PER_NUMBER,
} from '../../src/dedup/nibbles.ts';
import { sketchOf } from '../../src/dedup/sketch.ts';
import { anchorsOf } from '../../src/dedup/winnow.ts';
import { overlapOf, setOf, shinglesOf } from '../../src/text/shingles.ts';
import { HARBOUR, LIBRARY, ORCHARD, paragraphs, printOf } from './texts.ts';

const EMPTY = 0xffffffff;
const SLOTS = 128;

function agreementOf(one: Uint32Array, other: Uint32Array): number {
  const packed = new Uint8Array(2 * nibbleBytes(SLOTS));
  [one, other].forEach((set, at) => {
    packNibbles(sketchOf(set, SLOTS), packed, at * nibbleBytes(SLOTS));
  });
  return nibbleAgreement(numbersOfNibbles(packed), SLOTS / SLOTS_PER_NUMBER, 0, 1);
}

describe('the fingerprint of a text', () => {
  test('is the same for every layout, case, quote, accent and ligature', () => {
    const plain = printOf('a', {
      text: 'The "cafe" near Gare du Nord won\'t open.\n\nIts first owner, Rene Oeuvrard, never found the files it needed.',
    });
    const typeset = printOf('b', {
      text: 'THE “CAFÉ” NEAR GARE DU NORD WON’T OPEN. ITS\nFIRST OWNER, René Œuvrard, never found the ﬁles it needed',
    });
    const decomposed = printOf('c', {
      text: 'The «café» near Gare du Nord wont open.  Its first owner, René Œuvrard, never found the files it needed'.normalize(
        'NFD',
      ),
    });
    expect(typeset.exact).toBe(plain.exact);
    expect(decomposed.exact).toBe(plain.exact);
    expect(plain.exact).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is another one as soon as a word or the order of words is', () => {
    const hashes = [
      HARBOUR,
      HARBOUR.replace('northern', 'southern'),
      HARBOUR.replace('spring and take', 'take and spring'),
      ORCHARD,
    ].map((text) => printOf('a', { text }).exact);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('of a short body takes in the headline, of a long one it does not', () => {
    const notice = 'Quarterly dividend 11 cents a share. Payable June 15 to holders of record May 15.';
    expect(printOf('a', { text: notice, title: 'Alder Mills' }).exact).not.toBe(
      printOf('b', { text: notice, title: 'Borrow Docks' }).exact,
    );
    expect(printOf('a', { text: HARBOUR, title: 'Board votes' }).exact).toBe(
      printOf('b', { text: HARBOUR, title: 'Town to dig' }).exact,
    );
  });

  test('of a body without words is empty', () => {
    const { exact, words, anchors } = printOf('a', { text: '* * *\n\n---' });
    expect({ exact, words, anchors: anchors.length }).toEqual({ exact: '', words: 0, anchors: 0 });
    expect(exactHash(new Uint32Array(0))).toBe('');
  });
});

describe('sketches', () => {
  const words = fc.uint32Array({ minLength: 40, maxLength: 400 });

  test('estimate the share that two sets have in common', () => {
    const setA = Uint32Array.from({ length: 3000 }, (_none, at) => Math.imul(at + 1, 0x9e3779b1) >>> 0);
    for (const shared of [0.1, 0.5, 0.9]) {
      const setB = setA.map((hash, at) => (at < setA.length * shared ? hash : Math.imul(hash, 0x85ebca6b) >>> 0));
      const jaccard = shared / (2 - shared);
      expect(Math.abs(agreementOf(setA, setB) - jaccard)).toBeLessThan(0.15);
    }
  });

  test('leave no slot empty, however short the text', () => {
    fc.assert(
      fc.property(
        fc.uint32Array({ minLength: 1, maxLength: 12, max: EMPTY - 1 }),
        (set) => !sketchOf(set, 128).includes(EMPTY),
      ),
    );
  });

  test('do not depend on the order of shingles', () => {
    fc.assert(
      fc.property(words, (shingles) => {
        expect(sketchOf(shingles.toReversed(), 128)).toEqual(sketchOf(shingles, 128));
      }),
    );
  });

  test('find any run of 19 words that two texts share', () => {
    fc.assert(
      fc.property(words, words, fc.uint32Array({ minLength: 19, maxLength: 19 }), fc.nat(), (a, b, run, seed) => {
        const within = (text: Uint32Array): Uint32Array => {
          const at = seed % text.length;
          return Uint32Array.from([...text.subarray(0, at), ...run, ...text.subarray(at)]);
        };
        return overlapOf(anchorsOf(within(a)), anchorsOf(within(b))) > 0;
      }),
    );
  });

  test('of a passage are found in the text it was taken from, of another text they are not', () => {
    const whole = printOf('a', { text: HARBOUR });
    const passage = printOf('b', { text: paragraphs(HARBOUR, 2, 5) });
    expect(overlapOf(whole.anchors, passage.anchors)).toBeGreaterThan(passage.anchors.length / 2);
    expect(overlapOf(whole.anchors, printOf('c', { text: LIBRARY }).anchors)).toBe(0);
  });
});

describe('shingles', () => {
  test('are equal where and only where the words are', () => {
    const words = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(words, (list) => {
        const shingles = shinglesOf(Uint32Array.from(list), 3);
        const spelled = list.slice(2).map((_word, at) => list.slice(at, at + 3).join());
        return [...shingles].every((hash, at) => shingles.indexOf(hash) === spelled.indexOf(spelled[at] as string));
      }),
    );
  });

  test('of a text shorter than one shingle are the text', () => {
    expect(shinglesOf(Uint32Array.of(7, 8), 5)).toHaveLength(1);
    expect(shinglesOf(new Uint32Array(0), 5)).toHaveLength(0);
  });

  test('overlap as sets do', () => {
    const list = fc.array(fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(
        list,
        list,
        (a, b) =>
          overlapOf(setOf(Uint32Array.from(a)), setOf(Uint32Array.from(b))) ===
          new Set(a.filter((one) => b.includes(one))).size,
      ),
    );
  });
});
