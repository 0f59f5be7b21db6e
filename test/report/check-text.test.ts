import { describe, expect, test } from '@jest/globals';
import type { CheckReport } from '../../src/report/check-report.ts';
import { textReporter } from '../../src/report/check-text.ts';
import type { Paint } from '../../src/report/paint.ts';
import { FACTS, finding, reportOf, SAMPLE } from './sample.ts';

function shown(report: CheckReport, facts = FACTS): string {
  return [...textReporter.render(report, facts)].join('');
}

describe('check as text', () => {
  test('a heading a document, a row a finding, what failed, the counts of what is shown', () => {
    expect(shown(SAMPLE)).toBe(`raw/ferry.txt
  21:1  error    repeated       lines 21-37 repeat lines 4-20 (17 lines, 504 words, 49 % of the file)
raw/crawl.jsonl#3
   1:1  warning  near-duplicate a revision of raw/mill.txt (93 % of its sentences are there)
raw/harbour.txt
   2:1  note     chrome         2 lines of site chrome (2, 4)
  14:1  note     caption        1 caption

over   --max chrome=10%: 1 of 4 files (25 %)
stale  raw/a.txt: repeated, lines 9-12 repeat lines 3-6
stale  raw/b.txt: repeated, lines 9-12 repeat lines 3-6
stale  raw/c.txt: repeated, lines 9-12 repeat lines 3-6
       and 2 more
       --update-baseline drops them
1 error, 1 warning, 2 notes in 3 files, 12 known to the baseline.   Explain one: clean-archive explain raw/ferry.txt:21
`);
  });

  test('--verbose adds lines that moved, the rules, and every stale entry', () => {
    const text = shown(SAMPLE, { ...FACTS, verbose: true });
    expect(text).toContain('  10:1  note     moved          1 line goes to the front matter (title)  meta/title\n');
    expect(text).toContain('2 lines of site chrome (2, 4)  chrome/share-labels, chrome/search-box\n');
    expect(text).toContain('stale  raw/e.txt');
    expect(text).toContain('1 error, 1 warning, 3 notes in 3 files');
  });

  test('nothing found is one line', () => {
    expect(shown(reportOf([], { checked: ['a.txt', 'b.txt'], known: 3 }))).toBe(
      'Nothing found in 2 files, 3 known to the baseline.\n',
    );
    const moved = reportOf([finding({ kind: 'moved', path: 'a.txt', message: 'title' })]);
    expect(shown(moved)).toBe('Nothing found in 1 file.\n');
  });

  test('a failing level other than the usual one is named', () => {
    const breaches = [{ gate: '--fail-on note', found: '1 finding' }];
    const notes = [finding({ kind: 'chrome', path: 'a.txt', message: '1 line' })];
    expect(shown(reportOf(notes, { breaches, failOn: 'note' }))).toContain('\nover   --fail-on note: 1 finding\n');
  });

  test.each([
    ['a plain path', { path: 'raw/a.txt' }, 'clean-archive explain raw/a.txt:2'],
    ['a path with blanks and quotes', { path: "raw/a b's.txt" }, "clean-archive explain 'raw/a b'\\''s.txt:2'"],
    ['a path like an option', { path: '-a.txt' }, 'clean-archive explain ./-a.txt:2'],
    ['a path like a comment', { path: '#a.txt' }, "clean-archive explain '#a.txt:2'"],
    ['a whole file', { path: 'raw/a.txt', lines: [] }, 'clean-archive explain raw/a.txt'],
    ['a record', { path: 'raw/a.jsonl', record: 7 }, 'clean-archive explain raw/a.jsonl#7:2'],
    [
      'a copy',
      { path: 'a.txt', kind: 'duplicate' as const, related: [{ path: 'b c.txt', message: '' }] },
      "clean-archive explain a.txt 'b c.txt'",
    ],
  ])('the example explains %s', (_, given, command) => {
    const text = shown(reportOf([finding({ kind: 'repeated', message: 'x', ...given })]));
    expect(text).toContain(`   Explain one: ${command}\n`);
  });

  test('the example is of the worst finding that can be typed and explained', () => {
    const findings = [
      finding({ kind: 'unreadable', path: 'a.txt', message: 'no permission' }),
      finding({ kind: 'repeated', path: 'b\u001b.txt', message: 'x' }),
      finding({ kind: 'chrome', path: 'c.txt', message: 'x' }),
      finding({ kind: 'mojibake', path: 'd.txt', message: 'x' }),
    ];
    expect(shown(reportOf(findings))).toContain('Explain one: clean-archive explain d.txt:2\n');
    expect(shown(reportOf(findings.slice(0, 2)))).not.toContain('Explain');
  });

  test('on a narrow screen the example has a row of its own, unbroken', () => {
    const narrow = { ...FACTS, screen: { ...FACTS.screen, width: 60 } };
    expect(shown(SAMPLE, narrow)).toMatch(/baseline\.\n {2}Explain one: clean-archive explain raw\/ferry\.txt:21\n$/);
  });

  test('places of any length stand in one column', () => {
    const region = { startLine: 12_345, startColumn: 67, endLine: 12_345, endColumn: 70 };
    const rows = shown(
      reportOf([
        finding({ kind: 'chrome', path: 'a.txt', message: 'x' }),
        finding({ kind: 'caption', path: 'a.txt', message: 'x', region }),
      ]),
    ).split('\n');
    expect(rows.slice(1, 3)).toEqual([
      '       2:1  note     chrome         x',
      '  12345:67  note     caption        x',
    ]);
  });

  test('colours change no column', () => {
    const paint: Paint = (style, text) => `<${style}>${text}</${style}>`;
    const painted = shown(SAMPLE, { ...FACTS, screen: { paint, width: 120 } });
    expect(painted).toContain('<removed>error</removed>');
    expect(painted.replace(/<\/?[a-z]+>/g, '')).toBe(shown(SAMPLE));
  });
});
