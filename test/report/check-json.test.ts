import { expect, test } from '@jest/globals';
import { jsonReporter } from '../../src/report/check-json.ts';
import { FACTS, SAMPLE } from './sample.ts';

test('check as JSON lines: told apart by type, all keys in every line of a type', () => {
  const lines = [...jsonReporter.render(SAMPLE, FACTS)].join('').trimEnd().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows[0]).toEqual({ type: 'begin', schema: 1, tool: 'clean-archive', version: '0.1.0' });
  const findings = rows.filter(({ type }) => type === 'finding');
  for (const row of findings)
    expect(Object.keys(row).join(' ')).toBe(
      'type kind severity path record region lines message rules related fingerprint',
    );
  expect(findings.map(({ kind }) => kind)).toEqual(['repeated', 'near-duplicate', 'chrome', 'moved', 'caption']);
  expect(findings[0]).toMatchObject({
    severity: 'error',
    path: 'raw/ferry.txt',
    record: null,
    region: { start_line: 21, start_column: 1, end_line: 37, end_column: 80 },
    lines: [[21, 37]],
    rules: ['repeat/run'],
    related: [
      {
        path: 'raw/ferry.txt',
        record: null,
        region: { start_line: 4, start_column: 1, end_line: 20, end_column: 80 },
        message: 'the first time',
      },
    ],
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(findings[1]).toMatchObject({ record: 3, related: [{ path: 'raw/mill.txt', region: null }] });
  expect(rows.filter(({ type }) => type === 'stale').length).toBe(5);
  expect(rows.at(-1)).toEqual({
    type: 'summary',
    passed: false,
    files: 4,
    files_with_findings: 3,
    counts: { error: 1, warning: 1, note: 3 },
    fail_on: 'error',
    breaches: [
      { gate: '--fail-on error', found: '1 finding' },
      { gate: '--max chrome=10%', found: '1 of 4 files (25 %)' },
    ],
    known: 12,
    stale: 5,
  });
});
