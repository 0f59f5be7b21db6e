import { describe, expect, test } from '@jest/globals';
import { alignWords } from '../../src/dedup/align.ts';
import { shareKept } from '../../src/dedup/loss.ts';
import { HARBOUR, ORCHARD, paragraphs, prepared } from './texts.ts';

function kept(copy: string, survivor: string): number {
  const [one, other] = [prepared(survivor), prepared(copy)];
  return shareKept(other, one, alignWords(one.words, other.words));
}

describe('of a copy the survivor keeps', () => {
  test('every sentence, where it is a part, re-ordered, doubled, or cut off in a sentence', () => {
    expect(kept(paragraphs(HARBOUR, 2, 6), HARBOUR)).toBe(1);
    expect(kept(`${paragraphs(HARBOUR, 4)}\n\n${paragraphs(HARBOUR, 0, 4)}`, HARBOUR)).toBe(1);
    expect(kept(`${HARBOUR}\n\n${HARBOUR}`, HARBOUR)).toBe(1);
    expect(kept(`${HARBOUR.slice(0, 400)} ...\n\nRead more`, HARBOUR)).toBe(1);
  });

  test('a sentence with slips of the scanner in it', () => {
    expect(kept(HARBOUR.replaceAll('rm', 'nn').replaceAll('board', 'hoard').replaceAll('pla', 'p1a'), HARBOUR)).toBe(1);
  });

  test('no sentence with another figure, and none that says the contrary', () => {
    expect(kept('The loan of 14 million crowns will be paid back from harbour fees over twenty years.', HARBOUR)).toBe(
      0,
    );
    expect(
      kept('Ferries to the outer islands will not keep running while the dredger works, the board said.', HARBOUR),
    ).toBe(0);
  });

  test('nothing of what only the copy says', () => {
    const sentences = 9;
    const more = `${HARBOUR}\n\n${paragraphs(ORCHARD, 3, 4)}`;
    expect(kept(more, HARBOUR)).toBeCloseTo(sentences / (sentences + 1));
  });

  test('labels and bylines count only where there are no sentences', () => {
    expect(kept(`By Nell Farrow\n\n${HARBOUR}\n\nPhoto gallery`, HARBOUR)).toBe(1);
    expect(kept('By Nell Farrow\n\nPhoto gallery', HARBOUR)).toBe(0);
  });
});
