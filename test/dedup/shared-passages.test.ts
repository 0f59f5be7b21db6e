import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DocId, Fingerprint } from '../../src/core/types.ts';
import { wholeText } from '../../src/dedup/compared.ts';
import { fingerprintText } from '../../src/dedup/fingerprint.ts';
import { findSharedPassages, packPlace } from '../../src/dedup/shared-passages.ts';
import { anchorsOf, placedAnchors, WINDOW_WORDS } from '../../src/dedup/winnow.ts';
import { shinglesOf } from '../../src/text/shingles.ts';

const words = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 300 }).map((all) => Uint32Array.from(all));

test('fingerprints with places are the fingerprints without, and stand where they say', () => {
  fc.assert(
    fc.property(words, (text) => {
      const { anchors, word } = placedAnchors(text);
      expect(anchors).toEqual(anchorsOf(text));
      const windows = text.length < WINDOW_WORDS ? new Uint32Array(0) : shinglesOf(text, WINDOW_WORDS);
      expect(word.map((at) => windows[at] as number)).toEqual(anchors);
    }),
  );
});

/** `count` words that no other text has. */
const own = (name: string, count: number): string =>
  Array.from({ length: count }, (_none, at) => `${name}${at}`).join(' ');
const print = (name: string, text: string): Fingerprint => fingerprintText(name as DocId, wholeText('', text), '');
const linesOf = (texts: readonly string[], groups: readonly number[] = [...texts.keys()]): readonly unknown[] =>
  findSharedPassages(
    texts.map((text, at) => print(`${at}`, text)),
    (at) => groups[at] as number,
  ).map((places) => places.map(({ at, first, last }) => [at, first.line, last.line]));

describe('shared passages', () => {
  const shared = own('shared', 60);

  test('are found with the lines where they stand, in each document', () => {
    const texts = [`${own('a', 80)}\n${shared}`, `${shared}\n${own('b', 80)}`, own('c', 80)];
    expect(linesOf(texts)).toEqual([
      [
        [0, 1, 1],
        [1, 0, 0],
      ],
    ]);
  });

  test('of several lines go from the first to the last', () => {
    const wrapped = shared.replace(/((?:\S+ ){10})/g, '$1\n');
    const [[first]] = linesOf([`${own('a', 60)}\n${wrapped}`, `${own('b', 60)}\n\n${wrapped}`]) as [[number[]]];
    expect(first?.[0]).toBe(0);
    expect(first?.[1]).toBeLessThanOrEqual(2);
    expect(first?.[2]).toBeGreaterThanOrEqual(5);
  });

  test('that stand side by side in some documents only are two', () => {
    const [one, other] = [own('one', 60), own('other', 60)];
    const texts = [
      `${one}\n${other}\n${own('a', 60)}`,
      `${one}\n${own('b', 60)}`,
      `${other}\n${own('c', 60)}`,
      `${own('d', 60)}\n${other}`,
    ];
    expect(linesOf(texts)).toEqual([
      [
        [0, 0, 0],
        [1, 0, 0],
      ],
      [
        [0, 1, 1],
        [2, 0, 0],
        [3, 1, 1],
      ],
    ]);
  });

  test('of one group are none', () => {
    const texts = [`${own('a', 80)}\n${shared}`, `${shared}\n${own('b', 80)}`];
    expect(linesOf(texts, [0, 0])).toEqual([]);
  });

  test('are the same whatever the order of the documents', () => {
    const texts = [`${own('a', 80)}\n${shared}`, `${shared}\n${own('b', 80)}`, `${own('c', 80)}\n${shared}`];
    const turned = linesOf(texts.toReversed()) as number[][][];
    expect(turned.map((places) => places.map(([at = 0, ...lines]) => [2 - at, ...lines]).reverse())).toEqual(
      linesOf(texts),
    );
  });

  test('cost no more each where two documents share very many of them', () => {
    const [passages, each] = [24_000, 4];
    const laid = (order: (passage: number) => number): Fingerprint => {
      const rows = Array.from({ length: passages * (each + 1) }, (_none, at) => {
        const [line, part] = [Math.floor(at / (each + 1)), at % (each + 1)];
        const key = part === each ? order(-line - 1) : order(line) * each + part;
        return { key: Math.imul(key + 1, 0x9e3779b1) >>> 0, place: packPlace(line, part) };
      }).sort((a, b) => a.key - b.key);
      const anchors = Uint32Array.from(rows, ({ key }) => key);
      return { ...print('long', ''), anchors, anchorAt: Uint32Array.from(rows, ({ place }) => place) };
    };
    const there = laid((passage) => (passage < 0 ? passage - passages : passage));
    const back = laid((passage) => (passage < 0 ? passage - 3 * passages : passages - 1 - passage));
    const before = performance.now();
    expect(findSharedPassages([there, back], (at) => at)).toHaveLength(passages);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
