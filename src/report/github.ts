/** What `check` found as annotations of a GitHub job, and a table for the page of the job. */
import { count, thousands } from './amounts.ts';
import { type CheckFinding, type CheckReport, KIND_TEXTS, SEVERITIES, type Severity } from './check-report.ts';
import {
  countSeverities,
  countsInWords,
  cutTo,
  explainCommand,
  regionInFile,
  shownFindings,
  worstFirst,
} from './check-view.ts';
import { escapeCommandData, escapeCommandProperty, escapeMarkdown, escapeTerminal } from './escape.ts';
import type { Reporter, ReporterFacts } from './reporter.ts';

export const githubReporter: Reporter = {
  name: 'github',
  title: 'for GitHub Actions: annotations, and a table for the page of the job',
  render,
  summary,
};

/** GitHub takes so many of each severity from a step and drops the rest in order of printing. */
const MOST_OF_SEVERITY = 10;
const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };
const LONGEST_MESSAGE = 1000;
/** A step may add 1 MiB to the page; other commands of the step write there too. */
const SUMMARY_BYTES = 512 * 1024;
const SUMMARY_ROWS = 500;

function* render(report: CheckReport, facts: ReporterFacts): Generator<string> {
  const shown = shownFindings(report, facts);
  for (const severity of SEVERITIES)
    for (const finding of shown.filter((each) => each.severity === severity).slice(0, MOST_OF_SEVERITY))
      yield annotation(finding, facts);
  yield `${closing(shown, report)}\n`;
}

function annotation(finding: CheckFinding, facts: ReporterFacts): string {
  const { fromRoot } = facts;
  const { severity, kind, path, record, message } = finding;
  const { startLine, startColumn, endLine, endColumn } = regionInFile(finding);
  /** GitHub refuses columns of a place with several lines. */
  const columns = startLine === endLine ? `,col=${startColumn},endColumn=${endColumn}` : '';
  const properties = `file=${escapeCommandProperty(fromRoot(path))},line=${startLine},endLine=${endLine}${columns}`;
  const title = escapeCommandProperty(`${kind}: ${KIND_TEXTS[kind].title}`);
  const command = explainCommand(finding, facts);
  const text = [
    `${record === undefined ? '' : `record ${record}: `}${escapeTerminal(cutTo(message, LONGEST_MESSAGE))}`,
    ...(command === undefined ? [] : [`Explain: ${command}`]),
  ];
  return `::${COMMANDS[severity]} ${properties},title=${title}::${escapeCommandData(text.join('\n'))}\n`;
}

function closing(shown: readonly CheckFinding[], report: CheckReport): string {
  const counts = countSeverities(shown);
  const left = SEVERITIES.filter((severity) => counts[severity] > MOST_OF_SEVERITY).map((severity) =>
    count(counts[severity] - MOST_OF_SEVERITY, severity),
  );
  const more = left.length === 0 ? '' : ` Not annotated: ${left.join(', ')} (GitHub shows 10 of each).`;
  const over = report.breaches.map(({ gate, found }) => ` Over ${escapeTerminal(gate)}: ${escapeTerminal(found)}.`);
  return `clean-archive check: ${countsInWords(shown, report)}.${over.join('')}${more}`;
}

function summary(report: CheckReport, facts: ReporterFacts): string {
  const shown = shownFindings(report, facts);
  const { breaches, stale } = report;
  const troubles = [
    ...breaches.map(({ gate, found }) => `over ${code(gate)}: ${escapeMarkdown(found)}`),
    ...(stale.length === 0 ? [] : [`${count(stale.length, 'entry', 'entries')} of the baseline not found any more`]),
  ];
  const title = `### clean-archive check: ${breaches.length === 0 ? 'passed' : 'failed'}\n`;
  return `${title}\n${countsInWords(shown, report)}.\n${list(troubles)}${table(shown)}`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `\n${items.map((item) => `- ${item}\n`).join('')}`;
}

function table(shown: readonly CheckFinding[]): string {
  if (shown.length === 0) return '';
  const rows = ['\n| | kind | where | what |\n|---|---|---|---|\n'];
  let bytes = 0;
  let told = 0;
  for (const finding of worstFirst(shown)) {
    const row = tableRow(finding);
    bytes += Buffer.byteLength(row);
    if (told === SUMMARY_ROWS || bytes > SUMMARY_BYTES) break;
    rows.push(row);
    told += 1;
  }
  if (told < shown.length) rows.push(`\n… and ${thousands(shown.length - told)} more.\n`);
  return rows.join('');
}

function tableRow({ severity, kind, path, record, region, message }: CheckFinding): string {
  const place = `${path}${record === undefined ? '' : `#${record}`}:${region.startLine}`;
  const what = escapeMarkdown(cutTo(message, LONGEST_MESSAGE));
  return `| ${severity} | ${kind} | ${code(place)} | ${what} |\n`;
}

/** An element, not backticks: in a table those end at a stroke. */
function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}
