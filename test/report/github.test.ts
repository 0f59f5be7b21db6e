import { describe, expect, test } from '@jest/globals';
import type { CheckReport } from '../../src/report/check-report.ts';
import { escapeTerminal } from '../../src/report/escape.ts';
import { githubReporter } from '../../src/report/github.ts';
import { consumer, testWith } from './consumers.ts';
import { HOSTILE } from './hostile.ts';
import { FACTS, finding, manyFindings, reportOf, SAMPLE } from './sample.ts';

function shown(report: CheckReport): string {
  return [...githubReporter.render(report, FACTS)].join('');
}

function page(report: CheckReport): string {
  return githubReporter.summary?.(report, FACTS) ?? '';
}

describe('check for GitHub', () => {
  test('an annotation a finding: place in the repository, title, message, how to explain it', () => {
    expect(shown(SAMPLE)).toBe(
      [
        '::error file=archive/raw/ferry.txt,line=21,endLine=37,title=repeated%3A The same passage twice in one file::lines 21-37 repeat lines 4-20 (17 lines, 504 words, 49 %25 of the file)%0AExplain: clean-archive explain raw/ferry.txt:21',
        '::warning file=archive/raw/crawl.jsonl,line=3,endLine=3,col=1,endColumn=2,title=near-duplicate%3A A copy with changes of another input::record 3: a revision of raw/mill.txt (93 %25 of its sentences are there)%0AExplain: clean-archive explain raw/crawl.jsonl#3 raw/mill.txt',
        '::notice file=archive/raw/harbour.txt,line=2,endLine=5,title=chrome%3A Site chrome::2 lines of site chrome (2, 4)%0AExplain: clean-archive explain raw/harbour.txt:2',
        '::notice file=archive/raw/harbour.txt,line=14,endLine=14,col=1,endColumn=24,title=caption%3A Captions and pull quotes::1 caption%0AExplain: clean-archive explain raw/harbour.txt:14',
        'clean-archive check: 1 error, 1 warning, 2 notes in 3 files, 12 known to the baseline. Over --fail-on error: 1 finding. Over --max chrome=10%: 1 of 4 files (25 %).',
        '',
      ].join('\n'),
    );
  });

  test('the first ten of each severity, and how many are left', () => {
    const lines = shown(manyFindings(300)).trimEnd().split('\n');
    expect(lines.map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual([
      ...Array<string>(10).fill('error'),
      ...Array<string>(10).fill('warning'),
      ...Array<string>(10).fill('notice'),
      undefined,
    ]);
    expect(lines.at(-1)).toBe(
      'clean-archive check: 100 errors, 100 warnings, 100 notes in 30 files. Not annotated: 90 errors, 90 warnings, 90 notes (GitHub shows 10 of each).',
    );
  });

  test('signs that would end a property or a message are encoded', () => {
    const text = shown(reportOf([finding({ kind: 'empty', path: 'a,line=9:b%.txt', message: '100 %\n::error::x' })]));
    expect(text).toContain('file=archive/a%2Cline=9%3Ab%25.txt,line=2');
    expect(text).toContain('::100 %25\\n::error::x%0AExplain');
    expect(text.split('\n').length).toBe(3);
  });

  test('the page of the job: passed or failed, what failed, the worst first', () => {
    expect(page(SAMPLE)).toBe(`### clean-archive check: failed

1 error, 1 warning, 2 notes in 3 files, 12 known to the baseline.

- over <code>&#45;&#45;fail&#45;on error</code>: 1 finding
- over <code>&#45;&#45;max chrome&#61;10&#37;</code>: 1 of 4 files &#40;25 &#37;&#41;
- 5 entries of the baseline not found any more

| | kind | where | what |
|---|---|---|---|
| error | repeated | <code>raw&#47;ferry&#46;txt<span>&#58;</span>21</code> | lines 21&#45;37 repeat lines 4&#45;20 &#40;17 lines, 504 words, 49 &#37; of the file&#41; |
| warning | near-duplicate | <code>raw&#47;crawl&#46;jsonl<span>&#35;</span>3<span>&#58;</span>1</code> | a revision of raw&#47;mill&#46;txt &#40;93 &#37; of its sentences are there&#41; |
| note | chrome | <code>raw&#47;harbour&#46;txt<span>&#58;</span>2</code> | 2 lines of site chrome &#40;2, 4&#41; |
| note | caption | <code>raw&#47;harbour&#46;txt<span>&#58;</span>14</code> | 1 caption |
`);
  });

  test('a run that found nothing passed', () => {
    expect(page(reportOf([], { checked: ['a.txt'] }))).toBe(
      '### clean-archive check: passed\n\nNothing found in 1 file.\n',
    );
  });

  test('the page holds 500 rows, in whole rows below 1 MiB, and says how many more there are', () => {
    expect(page(manyFindings(25_000))).toMatch(/\n\n… and 24,500 more\.\n$/);
    const long = Array.from({ length: 600 }, (_, at) =>
      finding({ kind: 'repeated', path: `${at}${'|'.repeat(3_000)}`, message: '<'.repeat(5_000) }),
    );
    const text = page(reportOf(long));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text.trimEnd().split('\n').at(-3)).toMatch(/^\| error .* \|$/);
    expect(text).toMatch(/… and \d+ more\.\n$/);
  });

  testWith(['markdown-it'], 'the page as HTML: our elements, no link, no picture, the text as it is', () => {
    const markdown = consumer<MarkdownIt>('markdown-it')({ html: true, linkify: false });
    const report = reportOf(HOSTILE.map((text) => finding({ kind: 'empty', path: text, message: text })));
    const html = markdown.render(page(report));
    const names = new Set([...html.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name));
    expect([...names].sort()).toEqual('code h3 p span table tbody td th thead tr'.split(' '));
    expect(html.match(/<td>/g)?.length).toBe(4 * HOSTILE.length);
    const whats = [...html.matchAll(/<td>((?:(?!<td>|<\/td>).)*)<\/td>\n<\/tr>/g)].map(([, cell]) => plain(cell ?? ''));
    expect(whats).toEqual(HOSTILE.map((text) => escapeTerminal(text).trim()));
  });
});

type MarkdownIt = (options: object) => { render(text: string): string };

function plain(html: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html.replace(/<[^>]*>/g, '').replace(/&([a-z]+);/g, (_, name: string) => names[name] ?? '?');
}
