/** What `check` found as JUnit XML: a suite a kind, a case a file, a failure where the gate does not hold. */
import type { Kind } from '../core/types.ts';
import { thousands } from './amounts.ts';
import { type CheckFinding, type CheckReport, KIND_TEXTS, SEVERITIES } from './check-report.ts';
import { cutTo, regionInFile, shownFindings } from './check-view.ts';
import { escapeXml } from './escape.ts';
import type { Reporter, ReporterFacts } from './reporter.ts';

export const junitReporter: Reporter = {
  name: 'junit',
  title: 'for CI servers: JUnit XML, a suite a kind, a case a file',
  render,
};

const LONGEST_MESSAGE = 1000;
/** Of one file and kind; a container may hold many thousand records. */
const MOST_LINES = 100;
/** The suite of a run that found nothing: the files are still listed as passed. */
const CLEAN = 'clean';

interface Suite {
  readonly name: string;
  readonly byFile: ReadonlyMap<string, readonly CheckFinding[]>;
  /** Cases: files that were looked at, then files that could not be. */
  readonly files: readonly string[];
  readonly failures: number;
}

function* render(report: CheckReport, facts: ReporterFacts): Generator<string> {
  const fails = failing(report);
  const suites = suitesOf(report, facts, fails);
  const tests = suites.reduce((sum, { files }) => sum + files.length, 0);
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="clean-archive check" ${totals(tests, failures)}>\n`;
  for (const suite of suites) {
    yield `<testsuite name="${suite.name}" ${totals(suite.files.length, suite.failures)}>\n`;
    for (const file of suite.files) yield caseOf(file, suite, facts, fails);
    yield '</testsuite>\n';
  }
  yield '</testsuites>\n';
}

type Fails = (finding: CheckFinding) => boolean;

function failing({ failOn }: CheckReport): Fails {
  const least = SEVERITIES.indexOf(failOn);
  return ({ severity }) => SEVERITIES.indexOf(severity) <= least;
}

function totals(tests: number, failures: number): string {
  return `tests="${tests}" failures="${failures}" errors="0" skipped="0"`;
}

function suitesOf(report: CheckReport, facts: ReporterFacts, fails: Fails): readonly Suite[] {
  const byKind = new Map<Kind, Map<string, CheckFinding[]>>();
  for (const finding of shownFindings(report, facts)) {
    const byFile = byKind.get(finding.kind) ?? new Map<string, CheckFinding[]>();
    byKind.set(finding.kind, byFile);
    const findings = byFile.get(finding.path);
    if (findings === undefined) byFile.set(finding.path, [finding]);
    else findings.push(finding);
  }
  if (byKind.size === 0) return [{ name: CLEAN, byFile: new Map(), files: report.checked, failures: 0 }];
  const checked = new Set(report.checked);
  return (Object.keys(KIND_TEXTS) as readonly Kind[]).flatMap((kind) => {
    const byFile = byKind.get(kind);
    if (byFile === undefined) return [];
    const files = [...report.checked, ...[...byFile.keys()].filter((path) => !checked.has(path))];
    const failures = [...byFile.values()].filter((findings) => findings.some(fails)).length;
    return [{ name: kind, byFile, files, failures }];
  });
}

/** CI servers keep one failure of a case, so that all findings of a file are in one. */
function caseOf(file: string, { name, byFile }: Suite, { fromRoot }: ReporterFacts, fails: Fails): string {
  const start = `<testcase classname="clean-archive.${name}" name="${escapeXml(file)}"`;
  const findings = byFile.get(file);
  if (findings === undefined) return `${start}/>\n`;
  const failed = findings.filter(fails);
  const noted = findings.filter((finding) => !fails(finding));
  const [first] = [...failed, ...noted];
  const line = first === undefined ? '' : ` line="${regionInFile(first).startLine}"`;
  const place = ` file="${escapeXml(fromRoot(file))}"${line}`;
  const told = noted.length === 0 ? '' : `<system-out>${linesOf(noted)}</system-out>\n`;
  return `${start}${place}>\n${failureOf(failed)}${told}</testcase>\n`;
}

function failureOf(failed: readonly CheckFinding[]): string {
  const [first] = failed;
  if (first === undefined) return '';
  const more = failed.length > 1 ? ` (and ${thousands(failed.length - 1)} more)` : '';
  const message = `${escapeXml(cutTo(first.message, LONGEST_MESSAGE))}${more}`;
  return `<failure type="${first.severity}" message="${message}">${linesOf(failed)}</failure>\n`;
}

function linesOf(findings: readonly CheckFinding[]): string {
  const more = findings.length - MOST_LINES;
  const lines = findings.slice(0, MOST_LINES).map(lineOf);
  return [...lines, ...(more > 0 ? [`and ${thousands(more)} more`] : [])].join('\n');
}

function lineOf({ severity, record, region, message }: CheckFinding): string {
  const place = `${record === undefined ? '' : `record ${record}, `}line ${region.startLine}`;
  return `${place}: ${severity}: ${escapeXml(cutTo(message, LONGEST_MESSAGE))}`;
}
