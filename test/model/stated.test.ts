import { describe, expect, test } from '@jest/globals';
import { readHtmlText } from '../../src/formats/index.ts';
import { BUCKETS } from '../../src/model/lexicon.ts';
import { REGION_BUCKETS } from '../../src/model/regions.ts';
import { columnOf, PAD, type Signal, WIDTH } from '../../src/model/signals.ts';
import { readSignals } from '../../src/model/table.ts';
import { votesOf } from '../../src/model/votes.ts';
import { makeDocument } from '../../src/text/document.ts';

const LEXICONS = { words: new Int8Array(BUCKETS), regions: new Int8Array(REGION_BUCKETS) };
const FIRST = 'The ferry to the island came back in April, eleven months after it had run aground.';
const SECOND = 'Its captain says that the new timetable will hold until the ice returns to the bay.';
const OTHER = 'A baker in the next valley has won the national prize for rye bread for the third time.';

function pageWith(stated: string): string {
  const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry returns', articleBody: stated });
  const lines = [`Menu`, FIRST, SECOND, OTHER].map((line) => `<p>${line}</p>`).join('');
  return `<html><head><script type="application/ld+json">${data}</script></head><body>${lines}</body></html>`;
}

function column(html: string, name: Signal): readonly number[] {
  const doc = makeDocument(readHtmlText(html, { path: 'a.html' }));
  const { rows, values } = readSignals(doc, votesOf(doc.lines.count, []), LEXICONS);
  return Array.from({ length: rows }, (_none, row) => values[(row + PAD) * WIDTH + columnOf(name)] ?? 0);
}

describe('the text that a page states for machines', () => {
  const html = pageWith(`<p>${FIRST.toUpperCase()}</p> ${SECOND}`);

  test('marks the lines that are in it, whatever their case and tags', () => {
    expect(column(html, 'stated')).toEqual([-1, 100, 100, 0]);
  });

  test('tells how far a line stands from them', () => {
    expect(column(html, 'statedSpan')).toEqual([-1, 0, 0, 1]);
  });

  test('tells how much of the page it covers', () => {
    const [share = 0] = column(html, 'statedShare');
    expect(share).toBeGreaterThan(60);
    expect(share).toBeLessThan(70);
  });

  test('says nothing where there is none', () => {
    expect(column(pageWith(''), 'stated')).toEqual([0, 0, 0, 0]);
    expect(column(pageWith(''), 'statedShare')).toEqual([0, 0, 0, 0]);
  });
});
