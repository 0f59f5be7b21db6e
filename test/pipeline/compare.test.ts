import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DocId } from '../../src/core/types.ts';
import type { DuplicateRecord } from '../../src/dedup/duplicate-records.ts';
import type { CompareOptions } from '../../src/pipeline/compare.ts';
import { comparePrints } from '../../src/pipeline/compare.ts';
import type { Sample } from '../dedup/texts.ts';
import { archiveOf, HARBOUR, LIBRARY, ORCHARD, paragraphs, printOf, textOf } from '../dedup/texts.ts';

function compare(
  samples: Readonly<Record<string, string | Sample>>,
  survivor: CompareOptions['survivor'] = 'complete',
): Promise<readonly DuplicateRecord[]> {
  const { prints, read } = archiveOf(samples);
  return comparePrints(prints, ({ id }) => read(id), { survivor });
}

/** `other -> kept kind`, with a question mark where the other stays. */
function told(records: readonly DuplicateRecord[]): readonly string[] {
  return records.map(({ kept, other, kind, setAside }) => `${other} -> ${kept} ${kind}${setAside ? '' : '?'}`);
}

const MIXED = {
  'agency/first-take.txt': paragraphs(HARBOUR, 0, 2),
  'agency/story.txt': HARBOUR,
  'blog/story.txt': HARBOUR.toUpperCase().replaceAll('\n\n', '\n'),
  'blog/scan.txt': HARBOUR.replaceAll('rm', 'nn').replaceAll('board', 'hoard'),
  'forum/longer.txt': `${paragraphs(HARBOUR, 0, 6)}\n\n${paragraphs(LIBRARY, 3, 4)}\n\n${paragraphs(HARBOUR, 6)}`,
  'forum/middle.txt': paragraphs(HARBOUR, 3, 6),
  'other/orchard.txt': ORCHARD,
  'other/quotes.txt': `${paragraphs(ORCHARD, 0, 3)}\n\n${paragraphs(HARBOUR, 1, 2)}\n\n${paragraphs(ORCHARD, 3)}`,
  'other/library.txt': LIBRARY,
};

describe('comparing an archive', () => {
  test('names each copy with the document that stays, and says what kind of copy it is', async () => {
    expect(told(await compare(MIXED))).toEqual([
      'agency/first-take.txt -> forum/longer.txt truncated',
      'agency/story.txt -> forum/longer.txt near',
      'blog/scan.txt -> forum/longer.txt revision',
      'blog/story.txt -> forum/longer.txt near',
      'forum/middle.txt -> forum/longer.txt contained',
      'other/orchard.txt -> other/quotes.txt revision',
    ]);
  });

  test('shows the shared passages as lines of the two texts', async () => {
    const [record] = await compare({
      'a.txt': `${paragraphs(LIBRARY, 0, 1)}\n\n${HARBOUR}`,
      'b.txt': paragraphs(HARBOUR, 2, 6),
    });
    expect(record?.spans).toEqual([{ kept: { first: 6, last: 12 }, other: { first: 0, last: 6 } }]);
    expect(record?.scores.sentences).toBe(1);
    expect(record?.similarity).toBe(1);
  });

  test('calls equal texts exact, whatever their length, and empty ones nothing', async () => {
    expect(
      told(
        await compare({
          'a.txt': 'No news today.',
          'b.txt': 'NO NEWS TODAY',
          'c.txt': 'No news tonight.',
          'd.txt': '* * *',
          'e.txt': '---',
        }),
      ),
    ).toEqual(['b.txt -> a.txt exact']);
  });

  test('keeps a copy that says more, and tells of it', async () => {
    const more = `${HARBOUR}\n\n${paragraphs(ORCHARD, 3, 5)}`;
    expect(told(await compare({ 'a.txt': HARBOUR, 'b.txt': more }, 'first'))).toEqual(['b.txt -> a.txt revision?']);
    expect(told(await compare({ 'a.txt': HARBOUR, 'b.txt': more }, 'complete'))).toEqual(['a.txt -> b.txt revision']);
  });

  test('keeps a copy in which a sentence or two has other figures', async () => {
    const corrected = HARBOUR.replace('12 million', '14 million').replace('fourteen weeks', 'eleven weeks');
    expect(told(await compare({ 'a.txt': HARBOUR, 'b.txt': corrected }))).toEqual(['b.txt -> a.txt revision?']);
  });

  test('sets the copy of a copy that stays aside for that one', async () => {
    const more = `${HARBOUR}\n\n${paragraphs(ORCHARD, 3, 5)}`;
    const records = await compare(
      { 'a.txt': HARBOUR, 'b.txt': more, 'c.txt': more.toUpperCase(), 'd.txt': `"${more}"` },
      'first',
    );
    expect(told(records)).toEqual(['b.txt -> a.txt revision?', 'c.txt -> b.txt exact', 'd.txt -> b.txt exact']);
    expect(new Set(records.map(({ cluster }) => cluster))).toEqual(new Set(['a.txt']));
  });

  test('chooses the survivor by policy', async () => {
    const samples = {
      'a.txt': { text: HARBOUR, chrome: 80, date: '2009-03-07' },
      'b.txt': { text: HARBOUR.toLowerCase(), chrome: 3, date: '2009-03-06' },
      'c.txt': { text: HARBOUR.toUpperCase(), chrome: 9, date: '2009-03-05' },
    };
    const kept = async (survivor: CompareOptions['survivor']): Promise<string | undefined> =>
      (await compare(samples, survivor))[0]?.kept;
    expect([await kept('complete'), await kept('first'), await kept('oldest'), await kept('newest')]).toEqual([
      'b.txt',
      'a.txt',
      'c.txt',
      'a.txt',
    ]);
  });

  test('leaves short notices alone that differ in their headlines only', async () => {
    const notice =
      'Quarterly dividend 11 crowns a share against 11 crowns before. Payable June 15 to holders of record on May 15.';
    const samples = {
      'a.txt': { text: notice, title: 'Alder Mills sets payout' },
      'b.txt': { text: notice, title: 'Northern Cranes keeps quarterly dividend' },
    };
    expect(await compare(samples)).toEqual([]);
    expect(told(await compare({ ...samples, 'c.txt': samples['a.txt'] }))).toEqual(['c.txt -> a.txt exact']);
    const other = { text: notice, title: 'Northern Cranes sets payout' };
    expect(told(await compare({ 'a.txt': samples['a.txt'], 'b.txt': other }))).toEqual(['b.txt -> a.txt near?']);
  });

  test('does not swallow two articles in the page that shows both', async () => {
    expect(await compare({ 'a.txt': HARBOUR, 'b.txt': ORCHARD, 'page.txt': `${HARBOUR}\n\n${ORCHARD}` })).toEqual([]);
  });

  test('keeps the daily notices of a series apart', async () => {
    const notice = (amount: number, rate: string): string =>
      `The central bank of Norland added ${amount} million crowns to the money market through overnight agreements, dealers said. The rate stood ` +
      `at ${rate} per cent when the bank came in, in line with what most houses had expected for the current reserve period of two weeks.\n\n` +
      'The bank made no statement about its discount rate and will publish the details of its operations after the close of business as usual.';
    const days = {
      'mon.txt': notice(310, '6-3/16'),
      'tue.txt': notice(270, '6-1/8'),
      'wed.txt': notice(455, '5-7/8'),
      'thu.txt': notice(120, '6'),
    };
    expect(told(await compare({ ...days, 'again.txt': days['wed.txt'].toUpperCase() }))).toEqual([
      'wed.txt -> again.txt exact',
    ]);
  });
});

describe('the answer', () => {
  const parts = [...HARBOUR.split('\n\n'), ...ORCHARD.split('\n\n'), ...LIBRARY.split('\n\n')];
  const text = fc.oneof(
    fc.constantFrom(HARBOUR, ORCHARD, LIBRARY, HARBOUR.replace('12 million', '14 million')),
    fc.subarray(parts, { minLength: 1 }).map((chosen) => chosen.join('\n\n')),
    fc.constantFrom('', 'No news today.', 'No news tonight.'),
  );
  const archive = fc.array(text, { minLength: 2, maxLength: 12 });
  const policy = fc.constantFrom<CompareOptions['survivor']>('complete', 'longest', 'oldest', 'newest', 'first');

  test('does not depend on the order of the documents', async () => {
    await fc.assert(
      fc.asyncProperty(archive, policy, fc.infiniteStream(fc.nat()), async (texts, survivor, chance) => {
        const names = texts.map((_text, at) => `d${at}.txt`);
        const { prints, read } = archiveOf(Object.fromEntries(names.map((name, at) => [name, texts[at] as string])));
        const keys = new Map(prints.map((print) => [print, chance.next().value]));
        const shuffled = prints.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(await comparePrints(shuffled, ({ id }) => read(id), { survivor })).toEqual(
          await comparePrints(prints, ({ id }) => read(id), { survivor }),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('names each document once, sets none aside for one that is set aside, and loses no exact text', async () => {
    await fc.assert(
      fc.asyncProperty(archive, policy, async (texts, survivor) => {
        const samples = Object.fromEntries(texts.map((one, at) => [`d${at}.txt`, one]));
        const records = await compare(samples, survivor);
        const aside = new Set(records.filter(({ setAside }) => setAside).map(({ other }) => other));
        expect(new Set(records.map(({ other }) => other)).size).toBe(records.length);
        for (const { kept, other, scores, setAside } of records) {
          expect(aside.has(kept)).toBe(false);
          expect(kept).not.toBe(other);
          expect(setAside).toBe(scores.sentences >= 0.95);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('reads no text of a document that shares nothing', async () => {
    const { prints, read } = archiveOf(MIXED);
    const seen: DocId[] = [];
    const watched = (id: DocId): ReturnType<typeof read> => {
      seen.push(id);
      return read(id);
    };
    await comparePrints(prints, ({ id }) => watched(id), { survivor: 'complete' });
    expect(seen).not.toContain('other/library.txt');
  });
});

describe('an archive of thousands of', () => {
  const words = HARBOUR.replaceAll('\n\n', ' ').split(' ').slice(0, 60);
  const COUNT = 600;
  const letters = (at: number): string =>
    [...`${at + 1000}`].map((digit) => 'kolnertisa'.charAt(Number(digit))).join('');

  test.each([
    ['identical texts', () => words.join(' '), 0, COUNT - 1],
    [
      'texts with one word of their own',
      (at: number) => words.with(at % 60, letters(at)).join(' '),
      COUNT * 2,
      COUNT - 1,
    ],
    ['numbered texts', (at: number) => `${words.join(' ')} This is number ${at + 20_000} of the list.`, COUNT, 0],
  ])('%s costs no square of their number', async (_what, textAt, mostReads, copies) => {
    const texts = Array.from({ length: COUNT }, (_none, at) => textAt(at));
    const prints = texts.map((text, at) => printOf(`d${at}`, { text }));
    let reads = 0;
    const read = (id: DocId): ReturnType<typeof textOf> => {
      reads++;
      return textOf({ text: texts[Number(id.slice(1))] as string });
    };
    expect(await comparePrints(prints, ({ id }) => read(id), { survivor: 'complete' })).toHaveLength(copies);
    expect(reads).toBeLessThanOrEqual(mostReads);
  });
});
