import { describe, expect, test } from '@jest/globals';
import type { Screen } from '../../src/report/paint.ts';
import { unpainted } from '../../src/report/paint.ts';
import type { ReportRow, RunReport, Went } from '../../src/report/run-report.ts';
import { renderSummary, type SummaryFacts } from '../../src/report/summary.ts';
import { widthOf } from '../../src/report/width.ts';

const WIDE: Screen = { paint: unpainted, width: 120 };
const FACTS: SummaryFacts = {
  from: 'raw',
  out: 'out',
  dryRun: false,
  milliseconds: 93,
  explain: (row) => `clean-archive explain raw/${row.path}`,
  verbose: false,
};

describe('the summary', () => {
  test('tells one row per document, what went, and how to ask why', () => {
    expect(renderSummary(REPORT, FACTS, WIDE)).toBe(`raw → out   3 files, 13.6 KiB

  harbour   ████████████████▒▒▒·   324 of 385 words     menu, footer, caption
  ferry     ██████████▒▒▒▒▒▒▒▒▒▒   499 of 1,024 words   lines 21-37 repeat lines 4-20
  mill      ███████████████▒▒▒▒·   619 of 815 words     footer, captions, pull quote

  articles    3 written
  removed     17 repeated lines · 14 of site chrome · 7 captions and pull quotes · 3 related headlines
  moved       11 lines to front matter (titles, dates, url, publisher, poster)

Done in 0.1 s. Originals were not changed.
  Why a line went   clean-archive explain raw/ferry.txt
`);
  });

  test('a second run with nothing new is one line', () => {
    expect(renderSummary({ ...REPORT, unchanged: true, reused: 3 }, FACTS, WIDE)).toBe(
      'out is up to date: 3 articles from 3 files, nothing new.\n',
    );
  });

  test('a dry run says that nothing was written and how to write', () => {
    const { out: _out, ...facts } = FACTS;
    const summary = renderSummary(REPORT, { ...facts, dryRun: true, write: 'clean-archive raw -o OUT' }, WIDE);
    expect(summary).toContain('Nothing was written');
    expect(summary).toContain('clean-archive raw -o OUT');
    expect(summary).not.toContain('_clean-archive');
  });

  test('copies are told by name, three of them, then counted with the place of the list', () => {
    const setAside = ['b', 'c', 'd', 'e', 'f'].map((name) => ({
      path: `${name}.txt`,
      of: 'a.txt',
      match: 'near',
      similarity: 0.987,
    }));
    const summary = renderSummary({ ...REPORT, setAside, counts: { ...REPORT.counts, duplicate: 5 } }, FACTS, WIDE);
    expect(summary).toContain('set aside   b.txt = copy of a.txt (98 % of its sentences are there)');
    expect(summary).not.toContain('e.txt');
    expect(summary).toContain('and 2 more, listed in out/_clean-archive/duplicates.jsonl');
  });

  test('no row is wider than the screen, whatever script the names are in', () => {
    const rows = REPORT.rows.map((row) => ({ ...row, path: `${'北京大学'.repeat(12)}/${row.path}` }));
    for (const line of renderSummary({ ...REPORT, rows }, FACTS, { paint: unpainted, width: 80 })
      .split('\n')
      .slice(2, 5)) {
      expect(widthOf(line)).toBeLessThanOrEqual(80);
    }
  });

  test('a hostile name is shown and not obeyed', () => {
    const rows = [row('\u001b[2J\u202egnp.txt', 10, 20, [])];
    const hostile = {
      ...REPORT,
      rows,
      skipped: [{ path: '\u009b31m', reason: '\u0007' }],
      notices: ['\u001bc'],
      counts: { ...REPORT.counts, skipped: 1 },
    };
    expect(renderSummary(hostile, { ...FACTS, from: '\u001b]0;x\u0007', out: '\u202e' }, WIDE)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/,
    );
  });
});

function went(
  kind: Went['kind'],
  words: number,
  ranges: Went['ranges'],
  rule = 'chrome/x',
  reason = kind as string,
): Went {
  return { kind, rule, reason, lines: ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0), words, ranges };
}

function row(
  path: string,
  words: number,
  wordsBefore: number,
  list: readonly Went[],
  body: readonly [number, number] = [15, 33],
): ReportRow {
  return { path, outcome: { kind: 'written', path: `${path}.md` }, words, wordsBefore, bytes: 1, body, went: list };
}

const REPORT: RunReport = {
  root: '/tmp/raw',
  files: 3,
  bytes: 13_926,
  documents: 3,
  counts: { written: 3, duplicate: 0, empty: 0, skipped: 0, failed: 0 },
  lines: { kept: 51, moved: 11, chrome: 14, repeated: 17, related: 3, caption: 7 },
  fields: { title: 3, date: 2, posted: 2, updated: 1, url: 1, publisher: 1, posted_by: 1, site: 1 },
  words: 1442,
  wordsBefore: 2224,
  rows: [
    row('harbour.txt', 324, 385, [
      went('chrome', 10, [[2, 6]]),
      went('chrome', 25, [[35, 42]]),
      went('caption', 4, [[14, 14]]),
    ]),
    row(
      'ferry.txt',
      499,
      1024,
      [went('repeated', 504, [[21, 37]], 'repeat/run', 'lines 21-37 repeat lines 4-20')],
      [6, 20],
    ),
    row(
      'mill.txt',
      619,
      815,
      [
        went('caption', 35, [
          [5, 6],
          [33, 33],
          [49, 49],
        ]),
        went(
          'caption',
          20,
          [
            [18, 18],
            [19, 19],
          ],
          'chrome/pull-quote',
        ),
        went('chrome', 100, [[67, 69]]),
        went('related', 23, [[71, 73]]),
      ],
      [8, 65],
    ),
  ],
  complete: true,
  setAside: [],
  skipped: [],
  failed: [],
  notices: [],
  ignored: 0,
  reused: 0,
  asBefore: 0,
  unchanged: false,
  edited: [],
  overwritten: [],
  superseded: [],
  pruned: [],
  gone: [],
  leftOut: [],
  unread: [],
};
