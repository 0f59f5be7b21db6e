import { describe, expect, test } from '@jest/globals';
import type { Document, Finding, Level } from '../../src/core/types.ts';
import { readText } from '../../src/formats/index.ts';
import { makeDocument } from '../../src/text/document.ts';
import { decide } from '../../src/verdict/decide.ts';
import { LEAST_CONFIDENCE } from '../../src/verdict/levels.ts';

const DOC: Document = makeDocument(readText('first\n\nthird\nfourth\n', { path: 'page.txt' }));
const BASE: Finding = {
  rule: 'chrome/test',
  kind: 'chrome',
  action: 'drop',
  first: 0,
  last: 0,
  confidence: 0.95,
  message: 'a test',
};
const finding = (changes: Partial<Finding>): Finding => ({ ...BASE, ...changes });

/** What became of each line; the number of the deciding finding behind it. */
const decided = (findings: readonly Finding[], level: Level = 'standard'): readonly string[] =>
  decide(DOC, findings, level).map(({ fate, by }) => (by < 0 ? fate : `${fate} ${by}`));

describe('a verdict', () => {
  test('is to keep a line that nobody wants gone', () => {
    expect(decided([])).toEqual(['kept', 'blank', 'kept', 'kept']);
  });

  test('covers the lines of its finding and no other, blank ones aside', () => {
    expect(decided([finding({ first: 1, last: 2 })])).toEqual(['kept', 'blank', 'dropped 0', 'kept']);
  });

  test('goes by the surest of those who want the line gone', () => {
    expect(decided([finding({ confidence: 0.7 }), finding({ confidence: 0.9 })])[0]).toBe('dropped 1');
  });

  test('is to keep the line where a protection is as sure as the accusation', () => {
    expect(decided([finding({ confidence: 0.85 }), finding({ action: 'keep', confidence: 0.85 })])[0]).toMatch(/^kept/);
    expect(decided([finding({ confidence: 0.86 }), finding({ action: 'keep', confidence: 0.85 })])[0]).toBe(
      'dropped 0',
    );
  });

  test('is to move a line that holds metadata, though it be chrome', () => {
    expect(
      decided([finding({}), finding({ action: 'move', kind: 'moved', confidence: 0.5, fields: ['title'] })])[0],
    ).toBe('moved 1');
  });

  test('is to drop a repeat, though it hold metadata', () => {
    expect(
      decided([
        finding({ kind: 'repeated' }),
        finding({ action: 'move', kind: 'moved', confidence: 0.9, fields: ['title'] }),
      ])[0],
    ).toBe('dropped 0');
  });

  test('is to keep what a person restored, whoever is against it', () => {
    expect(
      decided([finding({ confidence: 0.99, kind: 'repeated' }), finding({ action: 'keep', confidence: 1 })])[0],
    ).toBe('kept 1');
  });

  test('takes no account of notes', () => {
    expect(decided([finding({ action: 'note', confidence: 1 })])[0]).toBe('kept');
  });

  test('does not depend on which of two findings of other strength comes first', () => {
    const [weak, strong] = [
      finding({ confidence: 0.7, rule: 'chrome/weak' }),
      finding({ confidence: 0.8, rule: 'chrome/strong' }),
    ];
    const rule = (findings: readonly Finding[]): string | undefined =>
      findings[decide(DOC, findings, 'standard')[0]?.by ?? -1]?.rule;
    expect([rule([weak, strong]), rule([strong, weak])]).toEqual(['chrome/strong', 'chrome/strong']);
  });
});

describe('levels', () => {
  test('ask for more certainty the gentler they are', () => {
    expect(LEAST_CONFIDENCE.gentle).toBeGreaterThan(LEAST_CONFIDENCE.standard);
    expect(LEAST_CONFIDENCE.standard).toBeGreaterThan(LEAST_CONFIDENCE.strict);
  });

  test.each(['gentle', 'standard', 'strict'] as const)('%s drops at its threshold and not below', (level) => {
    expect(decided([finding({ confidence: LEAST_CONFIDENCE[level] })], level)[0]).toBe('dropped 0');
    expect(decided([finding({ confidence: LEAST_CONFIDENCE[level] - 0.01 })], level)[0]).toMatch(/^kept/);
  });
});
