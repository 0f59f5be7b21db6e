/** What every reporter holds, whatever its format. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inertFaults } from '../../scripts/inert.mjs';
import { escapeTerminal } from '../../src/report/escape.ts';
import type { Reporter } from '../../src/report/reporter.ts';
import { REPORTERS } from '../../src/report/reporters.ts';
import { HOSTILE } from './hostile.ts';
import { FACTS, manyFindings, reportOf, SAMPLE } from './sample.ts';

const ALL = Object.values(REPORTERS);
const OPEN = { ...FACTS, verbose: true, fromRoot: (path: string) => path };

describe.each(ALL.map((reporter) => [reporter.name, reporter] as const))('%s', (name, reporter) => {
  test('is listed under its own name, with a title', () => {
    expect(REPORTERS[name]).toBe(reporter);
    expect(reporter.title).toMatch(/^.{5,80}$/);
  });

  test('ends with a line end, also when there is nothing to say', () => {
    for (const report of [SAMPLE, reportOf([], { checked: ['raw/a.txt'] }), reportOf([])]) {
      expect(rendered(reporter, report)).toMatch(/[^\n]\n$/);
    }
  });

  test('gives the same bytes again', () => {
    expect(rendered(reporter, SAMPLE)).toBe(rendered(reporter, SAMPLE));
  });

  test.each(HOSTILE.map((text) => [escapeTerminal(text), text]))('shows and does not obey %s', (visible, text) => {
    expect(inertFaults(reporter, OPEN, text, visible)).toEqual([]);
    const within = `ferry ${text} mill`;
    expect(inertFaults(reporter, OPEN, within, escapeTerminal(within))).toEqual([]);
  });

  test('shows and does not obey any string', () => {
    const strings = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    const mixed = fc
      .tuple(fc.constantFrom(...HOSTILE), strings, fc.constantFrom(...HOSTILE))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(strings, mixed), (text) => {
        expect(inertFaults(reporter, OPEN, text, escapeTerminal(text))).toEqual([]);
      }),
    );
  });

  test('comes in chunks, never as one string', () => {
    const chunks = [...reporter.render(manyFindings(2_000), FACTS)];
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(20_000);
    expect(chunks.length).toBeGreaterThan(30);
  });
});

test('the check of inertness can fail', () => {
  const raw: Reporter = {
    name: 'github',
    title: 'as it comes',
    render: (report) => report.findings.map(({ path, message }) => `::error file=${path}::${message}\n`),
    summary: ({ findings }) => findings.map(({ path }) => `| error | x | ${path} | ${path} |\n`).join(''),
  };
  for (const text of ['\u001b[2J', '##[group]', 'a\n::error::b', '<b>', '[a](b)'])
    expect(inertFaults(raw, OPEN, text, escapeTerminal(text))).not.toEqual([]);
  const asXml: Reporter = { ...raw, name: 'junit', render: () => ['<testcase name="a<b"/>\n'] };
  const asSarif: Reporter = {
    ...raw,
    name: 'sarif',
    render: (report) => [
      JSON.stringify({
        runs: [
          {
            results: report.findings.map(({ path, message }) => ({
              message: { text: message },
              locations: [{ physicalLocation: { artifactLocation: { uri: path } } }],
              relatedLocations: [],
            })),
          },
        ],
      }),
    ],
  };
  expect(inertFaults(asXml, OPEN, 'a<b', 'a<b')).not.toEqual([]);
  expect(inertFaults(asSarif, OPEN, '//ferry.test', '//ferry.test')).not.toEqual([]);
  expect(inertFaults(asSarif, OPEN, '[a](b)', '[a](b)')).not.toEqual([]);
});

function rendered(reporter: Reporter, report: typeof SAMPLE): string {
  return [...reporter.render(report, FACTS)].join('');
}
