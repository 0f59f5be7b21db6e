/** A rule's own examples are its tests; here they are run. */
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../src/chrome/rules/index.ts';
import type { Rule } from '../src/core/contracts.ts';
import type { Document } from '../src/core/types.ts';
import { readHtmlText, readText } from '../src/formats/index.ts';
import { makeDocument } from '../src/text/document.ts';

describe.each(RULES.map((rule): [string, Rule] => [rule.id, rule]))('%s', (_, rule) => {
  test.each(
    rule.examples.map((example, at): [number, typeof example] => [at + 1, example]),
  )('example %i holds', (_at, example) => {
    expect(linesCovered(rule, example.text)).toEqual(example.drop);
  });

  test('has an example that fires and a trap that does not', () => {
    expect(rule.examples.some(({ drop }) => drop.length > 0)).toBe(true);
    expect(rule.examples.some(({ drop }) => drop.length === 0)).toBe(true);
  });

  test('says what it is and why, in sentences for people', () => {
    expect(rule.id).toMatch(/^chrome\/[a-z]+(?:-[a-z]+)*$/);
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.why).toMatch(/^.{20,}[.]$/);
  });
});

describe('the registry', () => {
  test('names every rule once', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });
});

function documentOf(text: string): Document {
  return makeDocument(
    text.startsWith('<') ? readHtmlText(text, { path: 'example.html' }) : readText(text, { path: 'example.txt' }),
  );
}

function linesCovered(rule: Rule, text: string): readonly number[] {
  const doc = documentOf(text);
  const covered = new Set<number>();
  for (const finding of rule.check(doc)) {
    for (let at = finding.first; at <= finding.last; at++) if (doc.line(at) !== '') covered.add(at);
  }
  return [...covered].sort((a, b) => a - b);
}
