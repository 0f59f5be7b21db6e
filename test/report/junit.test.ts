import { describe, expect, test } from '@jest/globals';
import type { CheckReport } from '../../src/report/check-report.ts';
import { junitReporter } from '../../src/report/junit.ts';
import { consumer, consumerModule, testWith } from './consumers.ts';
import { HOSTILE } from './hostile.ts';
import { FACTS, finding, reportOf, SAMPLE } from './sample.ts';

function shown(report: CheckReport): string {
  return [...junitReporter.render(report, FACTS)].join('');
}

describe('check as JUnit XML', () => {
  test('a suite a kind, a case a file, a failure only at or above the failing level', () => {
    expect(shown(SAMPLE)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="clean-archive check" tests="16" failures="1" errors="0" skipped="0">
<testsuite name="near-duplicate" tests="4" failures="0" errors="0" skipped="0">
<testcase classname="clean-archive.near-duplicate" name="raw/crawl.jsonl" file="archive/raw/crawl.jsonl" line="3">
<system-out>record 3, line 1: warning: a revision of raw/mill.txt (93 % of its sentences are there)</system-out>
</testcase>
<testcase classname="clean-archive.near-duplicate" name="raw/ferry.txt"/>
<testcase classname="clean-archive.near-duplicate" name="raw/harbour.txt"/>
<testcase classname="clean-archive.near-duplicate" name="raw/mill.txt"/>
</testsuite>
<testsuite name="repeated" tests="4" failures="1" errors="0" skipped="0">
<testcase classname="clean-archive.repeated" name="raw/crawl.jsonl"/>
<testcase classname="clean-archive.repeated" name="raw/ferry.txt" file="archive/raw/ferry.txt" line="21">
<failure type="error" message="lines 21-37 repeat lines 4-20 (17 lines, 504 words, 49 % of the file)">line 21: error: lines 21-37 repeat lines 4-20 (17 lines, 504 words, 49 % of the file)</failure>
</testcase>
<testcase classname="clean-archive.repeated" name="raw/harbour.txt"/>
<testcase classname="clean-archive.repeated" name="raw/mill.txt"/>
</testsuite>
<testsuite name="chrome" tests="4" failures="0" errors="0" skipped="0">
<testcase classname="clean-archive.chrome" name="raw/crawl.jsonl"/>
<testcase classname="clean-archive.chrome" name="raw/ferry.txt"/>
<testcase classname="clean-archive.chrome" name="raw/harbour.txt" file="archive/raw/harbour.txt" line="2">
<system-out>line 2: note: 2 lines of site chrome (2, 4)</system-out>
</testcase>
<testcase classname="clean-archive.chrome" name="raw/mill.txt"/>
</testsuite>
<testsuite name="caption" tests="4" failures="0" errors="0" skipped="0">
<testcase classname="clean-archive.caption" name="raw/crawl.jsonl"/>
<testcase classname="clean-archive.caption" name="raw/ferry.txt"/>
<testcase classname="clean-archive.caption" name="raw/harbour.txt" file="archive/raw/harbour.txt" line="14">
<system-out>line 14: note: 1 caption</system-out>
</testcase>
<testcase classname="clean-archive.caption" name="raw/mill.txt"/>
</testsuite>
</testsuites>
`);
  });

  test('a run that found nothing lists its files as passed', () => {
    expect(shown(reportOf([], { checked: ['a.txt', 'b.txt'] }))).toContain(
      `<testsuite name="clean" tests="2" failures="0"`,
    );
  });

  test('a lower failing level makes warnings fail', () => {
    expect(shown({ ...SAMPLE, failOn: 'warning' }).match(/<failure type="(?:error|warning)"/g)?.length).toBe(2);
    expect(shown({ ...SAMPLE, failOn: 'note' })).toContain('failures="4"');
  });

  test('several findings of a kind in one file are one failure that tells all', () => {
    const findings = ['first', 'second', 'third'].map((message) =>
      finding({ kind: 'repeated', path: 'a.txt', message }),
    );
    expect(shown(reportOf(findings))).toContain(
      '<failure type="error" message="first (and 2 more)">line 2: error: first\nline 2: error: second\nline 2: error: third</failure>',
    );
  });

  test('of a container with many records the first hundred lines are told', () => {
    const findings = Array.from({ length: 1_500 }, (_, at) =>
      finding({ kind: 'empty', path: 'crawl.jsonl', record: at + 1, message: 'no article' }),
    );
    const text = shown(reportOf(findings));
    expect(text).toContain('message="no article (and 1,499 more)">record 1, line 2: error: no article\n');
    expect(text).toContain('record 100, line 2: error: no article\nand 1,400 more</failure>');
  });

  test('a file that could not be looked at has its case too', () => {
    const unread = finding({ kind: 'unreadable', path: 'b.txt', message: 'no permission' });
    expect(shown(reportOf([unread], { checked: ['a.txt'] }))).toContain('tests="2" failures="1"');
  });

  test('10,000 files and four kinds stay below 5 MB', () => {
    const checked = Array.from({ length: 10_000 }, (_, at) => `raw/site-${at % 50}/page-${at}.txt`);
    const kinds = ['repeated', 'near-duplicate', 'chrome', 'caption'] as const;
    const findings = checked.flatMap((path, at) =>
      at % 4 === 0 ? kinds.map((kind) => finding({ kind, path, message: 'lines 21-37 repeat lines 4-20' })) : [],
    );
    const text = shown(reportOf(findings, { checked }));
    expect(text.match(/<testcase /g)?.length).toBe(40_000);
    expect(text.length).toBeLessThan(5_000_000);
  });

  const hostile = reportOf(
    HOSTILE.map((text, at) =>
      finding({ kind: 'empty', path: `${at} ${text}`, message: text, severity: at % 2 === 0 ? 'error' : 'note' }),
    ),
  );

  testWith(['saxes'], 'is well-formed for a strict parser', () => {
    const { SaxesParser } = consumer<Saxes>('saxes');
    for (const report of [SAMPLE, hostile]) {
      const parser = new SaxesParser();
      const names: string[] = [];
      parser.on('error', (error) => {
        throw error;
      });
      parser.on('opentag', ({ name }) => names.push(name));
      parser.write(shown(report)).close();
      expect(new Set(names)).toEqual(new Set(['testsuites', 'testsuite', 'testcase', 'failure', 'system-out']));
    }
  });

  testWith(['junit2json'], 'is read by another program, names and counts included', async () => {
    const { parse } = await consumerModule<Junit>('junit2json');
    for (const report of [SAMPLE, hostile]) {
      const suites = await parse(shown(report));
      const cases = suites.testsuite.flatMap(({ testcase }) => testcase);
      expect(suites.tests).toBe(cases.length);
      expect(cases.filter(({ failure }) => failure !== undefined).length).toBe(suites.failures);
      expect(new Set(cases.map(({ name }) => name)).size).toBe(report.checked.length);
    }
  });
});

interface Saxes {
  readonly SaxesParser: new () => {
    on(event: 'error', listener: (error: Error) => void): void;
    on(event: 'opentag', listener: (tag: { readonly name: string }) => void): void;
    write(text: string): { close(): void };
  };
}

interface Junit {
  parse(text: string): Promise<{
    readonly tests: number;
    readonly failures: number;
    readonly testsuite: readonly {
      readonly testcase: readonly { readonly name: string; readonly failure?: readonly object[] }[];
    }[];
  }>;
}
