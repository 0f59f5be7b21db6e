import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { areAlike, diceOf, LONGEST_COMPARED } from '../../src/text/similarity.ts';

describe('areAlike', () => {
  test('forgives spelling, case and signs in a line', () => {
    expect(areAlike('Subscribe to our news letter', 'Subscribe to our newsletter!')).toBe(true);
    expect(areAlike('COUNCIL REJECTS NEW HARBOR TOLL', 'Council rejects new harbour toll')).toBe(true);
  });

  test('keeps statements apart that differ by a negation', () => {
    const [says, denies] = [
      'The minister said she would resign on Monday',
      'The minister said she would not resign on Monday',
    ];
    expect(diceOf(says, denies)).toBeGreaterThan(0.9);
    expect(areAlike(says, denies)).toBe(false);
  });

  test('keeps lines apart that differ in a digit', () => {
    const [some, more] = [
      'Magnetic mine sinks 14 barges near the northern harbour',
      'Magnetic mine sinks 19 barges near the northern harbour',
    ];
    expect(diceOf(some, more)).toBeGreaterThan(0.9);
    expect(areAlike(some, more)).toBe(false);
  });

  test('does not guess about very short or very long lines', () => {
    expect(areAlike('Menue', 'Menus')).toBe(false);
    const long = 'river bank and meadow '.repeat(12);
    expect(areAlike(`${long} stone`, `${long} stones`)).toBe(false);
    expect(areAlike(long, long.toUpperCase())).toBe(true);
  });

  test('finds nothing alike in lines without words', () => {
    expect(areAlike('* * *', '---')).toBe(false);
  });

  test('is symmetric', () => {
    const line = fc.array(fc.constantFrom('harbour', 'harbor', 'board', 'not', 'votes', '12', '13', 'no'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(line, line, (a, b) => areAlike(a.join(' '), b.join(' ')) === areAlike(b.join(' '), a.join(' '))),
    );
  });
});

test('a string over 2,000 units is refused: letter pairs are not for documents', () => {
  const long = 'a'.repeat(LONGEST_COMPARED + 1);
  expect(LONGEST_COMPARED).toBe(2000);
  expect(() => diceOf(long, 'a')).toThrow(RangeError);
  expect(() => areAlike('a', long)).toThrow(RangeError);
  expect(diceOf('a'.repeat(LONGEST_COMPARED), 'b'.repeat(LONGEST_COMPARED))).toBe(0);
});
