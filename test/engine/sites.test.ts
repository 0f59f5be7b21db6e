import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openArchive, replayOne } from '../../src/engine/replay.ts';
import { runArchive } from '../../src/engine/run.ts';
import { verifyArchive } from '../../src/engine/verify.ts';
import { clear, jsonLines, page, put, request, SELF, scratch, tree } from './archive.ts';

const PAGES = 6;
let home = '';
const out = (path: string): string => join(home, 'out', path);
const rows = (folder = 'out'): readonly Readonly<Record<string, unknown>>[] =>
  jsonLines(join(home, folder, '_clean-archive/manifest.jsonl'));

beforeEach(() => {
  home = scratch();
  put(home, Object.fromEntries(Array.from({ length: PAGES }, (_none, at) => [`raw/${at}.txt`, sitePage(at)])));
});
afterEach(() => clear(home));

const LABELS = ['Quay and Anchor', 'Tide tables', 'Small boats', 'Lost and found', 'Our readers write', 'Sign in'];

function sitePage(number: number): string {
  return `${LABELS.join('\n\n')}\n\n${page(number)}`;
}

describe('pages of one site', () => {
  test('may be called like what every object has', async () => {
    const names = ['constructor', '__proto__', 'toString'];
    put(home, Object.fromEntries(names.map((name, at) => [`raw/./${name}`, sitePage(at + PAGES)])));
    const report = await runArchive(request(home));
    expect(report.failed).toEqual([]);
    expect(report.counts).toMatchObject({ written: PAGES + names.length, failed: 0 });
    expect(rows().every(({ site }) => site !== undefined)).toBe(true);
  });

  test('are told of each other, and the manifest says under which evidence each was judged', async () => {
    await runArchive(request(home));
    expect(rows().every(({ site }) => /^[0-9a-f]{16}$/.test(String(site)))).toBe(true);
    expect(readFileSync(out('_clean-archive/removed.jsonl'), 'utf8')).toContain('"rule":"site/template"');
  });

  test('are judged alone where that is asked for', async () => {
    await runArchive(request(home, { siteEvidence: false }));
    expect(rows().some(({ site }) => site !== undefined)).toBe(false);
    expect(readFileSync(out('_clean-archive/removed.jsonl'), 'utf8')).not.toContain('site/template');
  });

  test('come out the same in any order', async () => {
    await runArchive(request(home));
    const paths = Array.from({ length: PAGES }, (_none, at) => `raw/${(at * 5) % PAGES}.txt`);
    await runArchive(request(home, { out: 'shuffled', inputs: { ...request(home).inputs, paths } }));
    expect(tree(join(home, 'shuffled'))).toEqual(tree(out('')));
  });

  test('grow: a run over the old and the new equals one run over all', async () => {
    put(home, { 'raw/new.txt': sitePage(7) });
    await runArchive(request(home, { out: 'whole' }));
    rmSync(join(home, 'raw/new.txt'));
    await runArchive(request(home));
    put(home, { 'raw/new.txt': sitePage(7) });
    await runArchive(request(home));
    expect(tree(out(''))).toEqual(tree(join(home, 'whole')));
  });

  test('shrink: what a page that is gone said is not heard any more', async () => {
    await runArchive(request(home));
    for (let at = 2; at < PAGES; at++) rmSync(join(home, `raw/${at}.txt`));
    await runArchive(request(home, { prune: true }));
    expect(rows().map(({ site }) => site)).toEqual([undefined, undefined]);
  });

  test('are verified and explained as the run judged them', async () => {
    await runArchive(request(home));
    const report = await verifyArchive({ cwd: home, out: 'out', raw: ['raw'] });
    expect(report.differences).toEqual([]);
    const { article } = await replayOne(openArchive(home, 'out'), { cwd: home, path: 'raw/1.txt' });
    expect(article.findings.some(({ rule }) => rule === 'site/template')).toBe(true);
  });

  test('are not verified without what they said, and the next run mends that', async () => {
    await runArchive(request(home));
    const before = tree(out(''));
    rmSync(out('_clean-archive/state'), { recursive: true });
    const report = await verifyArchive({ cwd: home, out: 'out', raw: ['raw'] });
    expect(new Set(report.differences.map(({ what }) => what))).toEqual(new Set(['state-missing']));
    await runArchive(request(home));
    expect(tree(out(''))).toEqual(before);
  });

  test('are read anew where the state is damaged', async () => {
    await runArchive(request(home));
    const before = tree(out(''));
    writeFileSync(out('_clean-archive/state/sites'), 'garbage');
    const report = await runArchive(request(home, { self: SELF }));
    expect(report.notices.join()).toContain('done again');
    expect(tree(out(''))).toEqual(before);
  });

  test('of a container know each other too', async () => {
    const records = Array.from({ length: PAGES }, (_none, at) => JSON.stringify({ text: sitePage(at) }));
    put(home, { 'lines/all.jsonl': `${records.join('\n')}\n` });
    await runArchive(request(home, { out: 'lines-out', inputs: { ...request(home).inputs, paths: ['lines'] } }));
    expect(rows('lines-out').every(({ site }) => site !== undefined)).toBe(true);
  });
});
