import { describe, expect, test } from '@jest/globals';
import { readText } from '../../src/formats/index.ts';
import { evidenceOf } from '../../src/sites/evidence.ts';
import { groupPages } from '../../src/sites/groups.ts';
import { type Page, pageOf } from '../../src/sites/page.ts';
import { recurringLines } from '../../src/sites/recurring.ts';
import { makeDocument } from '../../src/text/document.ts';

const MENU = ['Harbour post', 'Tides', 'Letters to us', 'Small boats', 'The archive', 'Sign in here'];
const FOOT = ['12 comments', 'About the paper', 'Find us at the quay', 'Printed on Thursdays'];
const OTHER_MENU = ['Mountain echo', 'Weather above', 'Lost goats', 'Songs', 'Summit register', 'Your hut account'];

function story(number: number): readonly string[] {
  const word = 'abcdefghijklmnopqrstuvwxyz'[number % 26] ?? '';
  return Array.from(
    { length: 4 },
    (_none, line) =>
      `In the ${word.repeat(3 + line)} harbour the ${word}${line}th boat came home with ${word.repeat(4)} nets and told of ${word.repeat(5)} weather out there.`,
  );
}

function textOf(...parts: readonly (readonly string[])[]): string {
  return parts.map((part) => part.join('\n\n')).join('\n\n');
}

function pages(texts: readonly string[]): readonly Page[] {
  return texts.map((text) => pageOf(makeDocument(readText(text, { path: 'a.txt' }))));
}

const SITE = Array.from({ length: 6 }, (_none, number) => textOf(MENU, story(number), FOOT));
const OTHER_SITE = Array.from({ length: 5 }, (_none, number) => textOf(OTHER_MENU, story(number + 10)));

describe('pages of one template', () => {
  test('are found by their lines, and no others with them', () => {
    const groups = groupPages(pages([...SITE, ...OTHER_SITE, textOf(story(20))]));
    expect(new Set(groups.slice(0, 6)).size).toBe(1);
    expect(new Set(groups.slice(6, 11)).size).toBe(1);
    expect(new Set(groups).size).toBe(3);
  });

  test('tell of each other what they share, with figures folded', () => {
    const texts = SITE.map((text, number) => text.replace('12 comments', `${number} comments`));
    const [first] = evidenceOf(pages(texts));
    const doc = makeDocument(readText(texts[0] ?? '', { path: 'a.txt' }));
    const { pages: others, on } = recurringLines(doc, first ?? { pages: 0, lines: new Uint32Array(0) });
    expect(others).toBe(4);
    const full = Array.from(on).filter((_count, at) => doc.line(at) !== '');
    expect(full).toEqual([...MENU.map(() => 4), 0, 0, 0, 0, ...FOOT.map(() => 4)]);
  });
});

describe('evidence', () => {
  test('does not depend on the order of the pages', () => {
    const texts = [...SITE, ...OTHER_SITE];
    const forward = evidenceOf(pages(texts));
    const backward = evidenceOf(pages(texts.toReversed()));
    expect(backward.toReversed()).toEqual(forward);
  });

  test('is not made of copies: an article saved again and again is no template', () => {
    const saved = Array.from({ length: 5 }, (_none, number) =>
      textOf(MENU, story(3), [`Visitor ${'x'.repeat(number)}`]),
    );
    expect(evidenceOf(pages(saved))).toEqual(saved.map(() => undefined));
    const among = evidenceOf(pages([...SITE, ...saved]));
    const doc = makeDocument(readText(saved[0] ?? '', { path: 'a.txt' }));
    const { on } = recurringLines(doc, among[6] ?? { pages: 0, lines: new Uint32Array(0) });
    const story3 = Array.from(on).filter((_count, at) => doc.line(at).startsWith('In the'));
    expect(story3).toEqual([0, 0, 0, 0]);
  });

  test('needs two other pages', () => {
    expect(evidenceOf(pages(SITE.slice(0, 2)))).toEqual([undefined, undefined]);
    expect(evidenceOf(pages(SITE.slice(0, 3))).every((one) => one !== undefined)).toBe(true);
  });

  test('hardly changes when a site grows', () => {
    const many = Array.from({ length: 26 }, (_none, number) => textOf(MENU, story(number), FOOT));
    const before = evidenceOf(pages(many.slice(0, 25)));
    const after = evidenceOf(pages(many)).slice(0, 25);
    expect(after).toEqual(before);
  });
});
