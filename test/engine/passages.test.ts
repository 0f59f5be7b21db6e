import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runArchive } from '../../src/engine/run.ts';
import { verifyArchive } from '../../src/engine/verify.ts';
import { clear, jsonLines, page, put, request, scratch } from './archive.ts';

let home = '';
beforeEach(() => {
  home = scratch();
});
afterEach(() => clear(home));

const rows = (): readonly Readonly<Record<string, unknown>>[] =>
  jsonLines(join(home, 'out/_clean-archive/passages.jsonl'));
const article = (path: string): string => readFileSync(join(home, 'out', path), 'utf8');

const QUOTE =
  'The mayor of Lindmouth told the council that the old ferry would sail again before the end of the summer, that the crew had been found, and that nobody would pay more for a ticket than they had paid in the year of the storm.';
const NOTICE =
  'The Northern Courier is owned by its readers and takes no money from parties, companies or churches; whoever wants to support the work of its eleven editors can do so in any branch of the savings bank or by letter to the house.';

describe('passages that articles share', () => {
  test('are on record with all their places, and stay in the articles', async () => {
    put(home, {
      'raw/a.txt': `${page(1)}\n\n${QUOTE}`,
      'raw/b.txt': `${page(2)}\n\nOn Monday the paper wrote: ${QUOTE} Nobody answered.\n\n${page(3)}`,
      'raw/c.txt': page(4),
    });
    await runArchive(request(home));
    const [row, ...more] = rows();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ documents: 2, places: [{ file: 'a.txt' }, { file: 'b.txt' }] });
    expect(row?.['words']).toBeGreaterThan(30);
    expect(QUOTE).toContain(String(row?.['begins']).slice(0, 60));
    expect(article('a.md')).toContain(QUOTE);
    expect(article('b.md')).toContain(QUOTE);
    const [{ lines }] = row?.['places'] as [{ lines: [number, number] }];
    expect(`${page(1)}\n\n${QUOTE}`.split('\n')[lines[0] - 1]).toBe(QUOTE);
  });

  test('are told once, whatever stands around them, the most widespread first', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 9 }, (_none, at) => [
        `raw/${at}.txt`,
        `${page(at + 10)}\n\n${at < 2 ? `${QUOTE}\n\n` : ''}${NOTICE}`,
      ]),
    );
    put(home, many);
    await runArchive(request(home, { siteEvidence: false }));
    expect(rows().map(({ documents }) => documents)).toEqual([9, 2]);
    const [{ file, lines }] = rows()[0]?.['places'] as [{ file: string; lines: [number, number] }];
    expect(many[`raw/${file}`]?.split('\n')[lines[1] - 1]).toBe(NOTICE);
  });

  test('cost no more each where very many begin in one long line', async () => {
    const own = (name: string, at: number, count: number): string =>
      Array.from({ length: count }, (_none, word) => `${name}${(at * 97 + word).toString(36)}`).join(' ');
    const shared = Array.from({ length: 1000 }, (_none, at) => own('quay', at, 45));
    put(home, {
      'raw/a.txt': shared.map((text, at) => `${text} ${own('mast', at, 12)}`).join(' '),
      'raw/b.txt': shared
        .map((text, at) => `${own('keel', at, 9)} ${text}`)
        .reverse()
        .join('\n\n'),
    });
    const before = performance.now();
    await runArchive(request(home));
    expect(performance.now() - before).toBeLessThan(20_000);
  }, 60_000);

  test('of copies are no news', async () => {
    put(home, { 'raw/a.txt': `${page(1)}\n\n${QUOTE}`, 'raw/b.txt': `${page(1)}\n\n${QUOTE}\n\n${page(2)}` });
    await runArchive(request(home, { comparing: { survivor: 'complete', onDuplicate: 'keep' } }));
    expect(rows()).toEqual([]);
  });

  test('are found in records of a container, and by a run that takes over what the last one did', async () => {
    const lines = [`${page(1)}\n\n${QUOTE}`, page(2)].map((text) => JSON.stringify({ text })).join('\n');
    put(home, { 'raw/all.jsonl': `${lines}\n`, 'raw/b.txt': page(3) });
    await runArchive(request(home));
    expect(rows()).toEqual([]);
    put(home, { 'raw/c.txt': `${page(5)}\n\n${QUOTE}` });
    await runArchive(request(home));
    expect(rows()).toMatchObject([{ documents: 2, places: [{ file: 'all.jsonl#1' }, { file: 'c.txt' }] }]);
    expect((await verifyArchive({ cwd: home, out: 'out', raw: ['raw'] })).differences).toEqual([]);
  });
});
