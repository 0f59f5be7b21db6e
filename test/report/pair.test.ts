import { describe, expect, test } from '@jest/globals';
import { comparePair, type Member } from '../../src/dedup/pair.ts';
import type { Screen } from '../../src/report/paint.ts';
import { unpainted } from '../../src/report/paint.ts';
import { renderPair } from '../../src/report/pair.ts';
import { pairJson } from '../../src/report/pair-json.ts';
import { type ExplainedPair, type PairInRun, pairMessage } from '../../src/report/pair-words.ts';
import { widthOf } from '../../src/report/width.ts';
import { HARBOUR, LIBRARY, memberOf, ORCHARD, paragraphs, type Sample } from '../dedup/texts.ts';

const WIDE: Screen = { paint: unpainted, width: 100 };

function pairOf(one: Sample, other: Sample, run?: PairInRun): ExplainedPair {
  const [a, b]: readonly Member[] = [memberOf('a.txt', one), memberOf('b.txt', other)];
  if (a === undefined || b === undefined) throw new Error('two');
  return {
    a: { name: 'a.txt', ...a },
    b: { name: 'b.txt', ...b },
    compared: comparePair(a, b, 'complete'),
    ...(run === undefined ? {} : { run }),
  };
}

const REVISED: Sample = {
  text: `${HARBOUR.replace('fourteen', 'sixteen').replace('retired pilot', 'former mayor')}\n\nNobody asked the herring.`,
  date: '2013-03-12T10:00:00Z',
};
const REVISION = pairOf({ text: HARBOUR, title: 'A deeper channel' }, { ...REVISED, title: 'A deeper channel' });

describe('two documents on a terminal', () => {
  test('the decision first, then the figures, what is shared and what differs', () => {
    expect(renderPair(REVISION, { verbose: false }, WIDE)).toBe(`A  a.txt   170 words
   A deeper channel
B  b.txt   174 words   2013-03-12
   A deeper channel

related: a revision; only 88 % of A's sentences are in B (95 % are asked for), so a run would write
both

  wording    95 % of A's three-word runs are in B, 93 % of B's in A (Jaccard 0.90)
  sentences  88 % of A's are in B, 80 % of B's in A
  covered    170 words in common runs: 98 % of A, 96 % of B
  changed    2 places: 1 figure, 1 of words (figures and words: 1.2 per 100 shared words)

Shared passages
  A 1-15 = B 1-15   The harbour board of Elmswick voted on Tuesday to deepen the northern channel,…

What differs
  figure     A line 3  "fourteen"  →  B line 3  "sixteen"
  words      A line 9  "retired pilot"  →  B line 9  "former mayor"
  only B     line 17, 4 words   Nobody asked the herring.

compared alone; a run also knows the other documents
`);
  });

  test.each([40, 50, 63, 80, 120])('fit into %i columns', (width) => {
    const rows = renderPair(REVISION, { verbose: true }, { paint: unpainted, width }).split('\n');
    expect(rows.filter((row) => widthOf(row) > width)).toEqual([]);
  });

  test('a change takes two rows where the screen is narrow', () => {
    expect(renderPair(REVISION, { verbose: false }, { paint: unpainted, width: 40 })).toContain(
      '\n  words      A line 9  "retired pilot"\n           → B line 9  "former mayor"\n',
    );
  });

  test('of unlike texts no list of differences is made', () => {
    const shown = renderPair(pairOf({ text: HARBOUR }, { text: ORCHARD }), { verbose: true }, WIDE);
    expect(shown).toContain('\nnot copies: they share 0 % of the shorter text (30 % is the least)\n');
    expect(shown).not.toContain('What differs');
    expect(shown).toContain('(no title)');
  });

  test('many changes are cut, and the rest counted, unless all is asked for', () => {
    const other = HARBOUR.replaceAll(' the ', ' teh ');
    const pair = pairOf({ text: HARBOUR }, { text: other });
    expect(pair.compared.differences.length).toBeGreaterThan(12);
    const [short, long] = [false, true].map((verbose) => renderPair(pair, { verbose }, WIDE));
    expect(short).toMatch(/\n {2}… \d+ more places? \(--verbose\)\n/);
    expect(long).not.toContain('(--verbose)');
  });

  test('nothing of a document is obeyed', () => {
    const pair = pairOf(
      { text: HARBOUR, title: 'red \u001b[31m' },
      { text: HARBOUR.replace('retired pilot', 'form\u202eer m\u001b]0;ayor'), title: '::error::' },
    );
    const shown = renderPair(pair, { verbose: true }, WIDE);
    expect(shown).toContain('\\u202e');
    expect(shown).not.toMatch(/[\u001b\u202e]|^\s*::/m);
    const run: PairInRun = { out: 'o ::error::x', a: { kept: `${'x'.repeat(30)} ::error::`, setAside: true } };
    for (let width = 40; width < 80; width++) {
      const rows = renderPair(pairOf({ text: HARBOUR }, REVISED, run), { verbose: false }, { paint: unpainted, width });
      expect(rows).not.toMatch(/^\s*::/m);
    }
  });
});

describe('the sentence', () => {
  test.each<[Sample, Sample, RegExp]>([
    [
      { text: HARBOUR },
      { text: HARBOUR.toUpperCase() },
      /^copies: exact; both have the same words, so a run would set B aside$/,
    ],
    [
      { text: HARBOUR },
      { text: paragraphs(HARBOUR, 0, 3) },
      /^copies: one is cut short; 100 % of B's sentences are in A, so a run would set B aside$/,
    ],
    [
      { text: paragraphs(HARBOUR, 3, 6) },
      { text: HARBOUR },
      /^copies: one lies within the other; 100 % of A's .* so a run would set A aside$/,
    ],
    [
      { text: HARBOUR },
      { text: 'Nothing new today.' },
      /^not copies: a body of 3 words is the same text or another one/,
    ],
    [
      { text: HARBOUR },
      { text: `${paragraphs(HARBOUR, 4)}\n\n${paragraphs(HARBOUR, 0, 4)}` },
      /^not copies: in the same order they share 5\d % of the shorter text/,
    ],
  ])('tells a run of two (%#)', (one, other, told) => {
    expect(pairMessage(pairOf(one, other))).toMatch(told);
  });

  const record = {
    kept: 'b',
    kind: 'near',
    sentences: 1,
    jaccard: 0.9,
    ofKept: 0.9,
    ofOther: 1,
    setAside: true,
  } as const;
  test.each<[PairInRun, RegExp]>([
    [{ out: 'out', record }, /^copies: near; 100 % of A's sentences are in B, so the run set A aside$/],
    [{ out: 'out', record: { ...record, setAside: false } }, /^copies: near; .*, but the run wrote both$/],
    [
      { out: 'out', record: { ...record, sentences: 0.5, setAside: false } },
      /^related: near; only 50 % .* so the run wrote both$/,
    ],
    [{ out: 'out' }, /^related: a revision; .*, but out does not have them as copies$/],
    [
      { out: 'out', a: { kept: 'c.txt', setAside: true }, b: { kept: 'c.txt', setAside: true } },
      /, but the run set both aside for c\.txt$/,
    ],
    [
      { out: 'out', a: { kept: 'c.txt', setAside: true }, b: { kept: 'c.txt', setAside: false } },
      /, but the run set A aside for c\.txt and wrote B \(related to c\.txt\)$/,
    ],
  ])('tells what a run did (%#)', (run, told) => {
    expect(pairMessage(pairOf({ text: HARBOUR }, REVISED, run))).toMatch(told);
  });
});

test('as JSON: one line, lines from one, the keys that are promised', () => {
  const json = pairJson(REVISION);
  expect(json.trimEnd()).not.toContain('\n');
  const told = JSON.parse(json) as Record<string, unknown>;
  expect(Object.keys(told)).toEqual(
    'a b relation kind copies wouldSetAside kept reason message scores changes shared differences onlyA onlyB'.split(
      ' ',
    ),
  );
  expect(told).toMatchObject({
    a: { name: 'a.txt', words: 170, title: 'A deeper channel', date: null },
    b: { name: 'b.txt', date: '2013-03-12T10:00:00Z' },
    relation: 'copy',
    kind: 'revision',
    copies: true,
    wouldSetAside: null,
    kept: 'b',
    reason: { cause: 'covered', least: 0.55 },
    changes: { figures: 1, words: 1, spellings: 0 },
    shared: [{ a: { first: 1, last: 15 }, b: { first: 1, last: 15 } }],
    differences: [
      { kind: 'figure', a: { line: 3, text: 'fourteen' }, b: { line: 3, text: 'sixteen' } },
      { kind: 'words', a: { line: 9, text: 'retired pilot' }, b: { line: 9, text: 'former mayor' } },
    ],
    onlyA: [],
    onlyB: [{ first: 17, last: 17, words: 4, begins: 'Nobody asked the herring.' }],
  });
  expect(JSON.parse(pairJson(pairOf({ text: LIBRARY }, { text: ORCHARD })))).toMatchObject({
    relation: 'none',
    kind: null,
    copies: false,
    kept: null,
    reason: { cause: 'few-shared', least: 0.3 },
  });
});
