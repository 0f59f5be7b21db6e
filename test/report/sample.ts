/** One report for the tests of all reporters, and reports made from strings or in bulk. All texts are of our own wording. */
import { createHash } from 'node:crypto';
import {
  type Breach,
  type CheckFinding,
  type CheckReport,
  KIND_TEXTS,
  type StaleEntry,
} from '../../src/report/check-report.ts';
import { countSeverities } from '../../src/report/check-view.ts';
import { unpainted } from '../../src/report/paint.ts';
import type { ReporterFacts } from '../../src/report/reporter.ts';

export const FACTS: ReporterFacts = {
  screen: { paint: unpainted, width: 120 },
  version: '0.1.0',
  verbose: false,
  quiet: false,
  explainWith: [],
  fromRoot: (path) => `archive/${path}`,
};

type Given = Pick<CheckFinding, 'kind' | 'path' | 'message'> & Partial<CheckFinding>;

/** A finding in the first five lines of a file, with the severity of its kind. */
export function finding(given: Given): CheckFinding {
  const region = { startLine: 2, startColumn: 1, endLine: 5, endColumn: 12 };
  const fingerprint = createHash('sha256').update(`${given.path} ${given.kind} ${given.message}`).digest('hex');
  return {
    severity: KIND_TEXTS[given.kind].severity,
    region,
    lines: [[2, 5]],
    rules: [],
    related: [],
    fingerprint,
    ...given,
  };
}

interface Rest {
  readonly checked?: readonly string[];
  readonly breaches?: readonly Breach[];
  readonly known?: number;
  readonly stale?: readonly StaleEntry[];
  readonly failOn?: CheckReport['failOn'];
}

export function reportOf(findings: readonly CheckFinding[], rest: Rest = {}): CheckReport {
  const paths = [...new Set(findings.map(({ path }) => path))].sort();
  const checked = rest.checked ?? paths;
  return {
    findings,
    counts: countSeverities(findings),
    files: checked.length,
    filesWithFindings: paths.length,
    checked,
    breaches: [],
    failOn: 'error',
    known: 0,
    stale: [],
    ...rest,
  };
}

const FERRY = 'raw/ferry.txt';
const HARBOUR = 'raw/harbour.txt';
const MILL = 'raw/mill.txt';
const CRAWL = 'raw/crawl.jsonl';

export const SAMPLE: CheckReport = reportOf(
  [
    finding({
      kind: 'repeated',
      path: FERRY,
      region: { startLine: 21, startColumn: 1, endLine: 37, endColumn: 80 },
      lines: [[21, 37]],
      message: 'lines 21-37 repeat lines 4-20 (17 lines, 504 words, 49 % of the file)',
      rules: ['repeat/run'],
      related: [
        {
          path: FERRY,
          region: { startLine: 4, startColumn: 1, endLine: 20, endColumn: 80 },
          message: 'the first time',
        },
      ],
    }),
    finding({
      kind: 'near-duplicate',
      path: CRAWL,
      record: 3,
      region: { startLine: 1, startColumn: 1, endLine: 9, endColumn: 9 },
      lines: [],
      message: 'a revision of raw/mill.txt (93 % of its sentences are there)',
      related: [{ path: MILL, message: 'the more complete one' }],
    }),
    finding({
      kind: 'chrome',
      path: HARBOUR,
      lines: [
        [2, 2],
        [4, 4],
      ],
      message: '2 lines of site chrome (2, 4)',
      rules: ['chrome/share-labels', 'chrome/search-box'],
    }),
    finding({
      kind: 'moved',
      path: HARBOUR,
      region: { startLine: 10, startColumn: 1, endLine: 10, endColumn: 30 },
      lines: [[10, 10]],
      message: '1 line goes to the front matter (title)',
      rules: ['meta/title'],
    }),
    finding({
      kind: 'caption',
      path: HARBOUR,
      region: { startLine: 14, startColumn: 1, endLine: 14, endColumn: 24 },
      lines: [[14, 14]],
      message: '1 caption',
    }),
  ],
  {
    checked: [CRAWL, FERRY, HARBOUR, MILL],
    breaches: [
      { gate: '--fail-on error', found: '1 finding' },
      { gate: '--max chrome=10%', found: '1 of 4 files (25 %)' },
    ],
    known: 12,
    stale: ['a', 'b', 'c', 'd', 'e'].map((name) => ({
      path: `raw/${name}.txt`,
      kind: 'repeated',
      message: 'lines 9-12 repeat lines 3-6',
    })),
  },
);

/** So many findings, the errors last in the report, in files of ten findings each. */
export function manyFindings(number: number): CheckReport {
  const kinds = ['chrome', 'low-yield', 'repeated'] as const;
  return reportOf(
    Array.from({ length: number }, (_, at) =>
      finding({
        kind: kinds[Math.floor((at * kinds.length) / number)] as (typeof kinds)[number],
        path: `raw/${String(Math.floor(at / 10)).padStart(5, '0')}.txt`,
        region: { startLine: at + 1, startColumn: 1, endLine: at + 2, endColumn: 40 },
        message: `lines ${at + 1}-${at + 2} repeat lines 1-2 (2 lines, ${at % 97} words)`,
      }),
    ),
  );
}
