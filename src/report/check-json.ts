/** What `check` found as JSON lines, told apart by `type`. Keys are part of the product's contract; strings are the facts. */
import type { CheckFinding, CheckReport, Region, RelatedPlace, StaleEntry } from './check-report.ts';
import { escapeJson } from './escape.ts';
import { jsonLine } from './records.ts';
import type { Reporter, ReporterFacts } from './reporter.ts';

export const jsonReporter: Reporter = { name: 'json', title: 'for programs: a JSON object a line', render };

/** Raised when a key changes its meaning or goes. */
const SCHEMA = 1;

function* render(report: CheckReport, { version }: ReporterFacts): Generator<string> {
  yield line({ type: 'begin', schema: SCHEMA, tool: 'clean-archive', version });
  for (const finding of report.findings) yield line(findingJson(finding));
  for (const entry of report.stale) yield line(staleJson(entry));
  yield line({
    type: 'summary',
    passed: report.breaches.length === 0,
    files: report.files,
    files_with_findings: report.filesWithFindings,
    counts: report.counts,
    fail_on: report.failOn,
    breaches: report.breaches.map(({ gate, found }) => ({ gate, found })),
    known: report.known,
    stale: report.stale.length,
  });
}

function findingJson(finding: CheckFinding): object {
  const { kind, severity, path, record, region, lines, message, rules, related, fingerprint } = finding;
  return {
    type: 'finding',
    kind,
    severity,
    path,
    record: record ?? null,
    region: regionJson(region),
    lines,
    message,
    rules,
    related: related.map(relatedJson),
    fingerprint,
  };
}

function relatedJson({ path, record, region, message }: RelatedPlace): object {
  return { path, record: record ?? null, region: region === undefined ? null : regionJson(region), message };
}

function regionJson({ startLine, startColumn, endLine, endColumn }: Region): object {
  return { start_line: startLine, start_column: startColumn, end_line: endLine, end_column: endColumn };
}

function staleJson({ path, kind, message }: StaleEntry): object {
  return { type: 'stale', path, kind, message };
}

function line(value: object): string {
  return escapeJson(jsonLine(value));
}
