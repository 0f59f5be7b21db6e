/** What the reporters of `check` have in common: which findings they show, in which order, and how places are named. */
import { count, thousands } from './amounts.ts';
import {
  type CheckFinding,
  type CheckReport,
  QUIET,
  type Region,
  type RelatedPlace,
  SEVERITIES,
  type Severity,
} from './check-report.ts';
import type { ReporterFacts } from './reporter.ts';
import { isTypable, shellWord } from './shell-word.ts';

/** No line of these can be explained: they were not read. */
const UNREAD: readonly string[] = ['oversized', 'unreadable'];
/** Explained by showing both documents beside each other. */
const OF_TWO: readonly string[] = ['duplicate', 'near-duplicate'];

const FIRST_LINE = 1;

export function shownFindings(report: CheckReport, { verbose }: ReporterFacts): readonly CheckFinding[] {
  return verbose ? report.findings : report.findings.filter(({ kind }) => !QUIET.includes(kind));
}

/** Errors of all files before warnings; within a severity the order of the report. */
export function* worstFirst(findings: readonly CheckFinding[]): Generator<CheckFinding> {
  for (const severity of SEVERITIES) for (const finding of findings) if (finding.severity === severity) yield finding;
}

export type Counts = Readonly<Record<Severity, number>>;

export function countSeverities(findings: readonly CheckFinding[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** `1 error, 0 warnings, 5 notes in 3 files, 12 known to the baseline`; the counts are of what is shown. */
export function countsInWords(findings: readonly CheckFinding[], { files, known, knownOn }: CheckReport): string {
  const day = knownOn === undefined ? '' : ` of ${knownOn}`;
  const baseline = known > 0 ? `, ${thousands(known)} known to the baseline${day}` : '';
  if (findings.length === 0) return `Nothing found in ${count(files, 'file')}${baseline}`;
  const counts = countSeverities(findings);
  const told = SEVERITIES.map((severity) => count(counts[severity], severity)).join(', ');
  return `${told} in ${count(new Set(findings.map(({ path }) => path)).size, 'file')}${baseline}`;
}

/** As `explain` takes it: `raw/crawl.jsonl#3`. */
export function documentName({ path, record }: { readonly path: string; readonly record?: number }): string {
  return record === undefined ? path : `${path}#${record}`;
}

/** Where it is in the file as an editor opens it: a record is the line of its number, a page of HTML its first line. */
export function regionInFile(finding: Pick<CheckFinding, 'record' | 'region' | 'isExtracted'>): Region {
  return lineInFile(finding) ?? finding.region;
}

/** As `regionInFile`; none for a file as a whole. */
export function relatedRegion(place: RelatedPlace): Region | undefined {
  return lineInFile(place) ?? place.region;
}

function lineInFile({ record, isExtracted }: Pick<CheckFinding, 'record' | 'isExtracted'>): Region | undefined {
  const line = record ?? (isExtracted === true ? FIRST_LINE : undefined);
  return line === undefined ? undefined : { startLine: line, startColumn: 1, endLine: line, endColumn: 2 };
}

/** The command that explains a finding; none if its path cannot be copied from a terminal, or there is nothing to explain. */
export function explainCommand(finding: CheckFinding, { explainWith }: ReporterFacts): string | undefined {
  const { kind, region, lines, related } = finding;
  if (UNREAD.includes(kind)) return undefined;
  const name = documentName(finding);
  const [other] = related;
  const words =
    OF_TWO.includes(kind) && other !== undefined
      ? [name, documentName(other)]
      : [lines.length === 0 ? name : `${name}:${region.startLine}`];
  const all = [...words.map(shellWord), ...explainWith.map(optionWord)];
  return [...words, ...explainWith].every(isTypable) ? `clean-archive explain ${all.join(' ')}` : undefined;
}

/** A flag stays one. */
function optionWord(word: string): string {
  return /^--[a-z-]+$/.test(word) ? word : shellWord(word);
}

/** Of the worst finding that can be explained. */
export function explainExample(findings: readonly CheckFinding[], facts: ReporterFacts): string | undefined {
  for (const finding of worstFirst(findings)) {
    const command = explainCommand(finding, facts);
    if (command !== undefined) return command;
  }
  return undefined;
}

/** At most so many code units; a letter is never cut in two. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /[\ud800-\udbff]$/.test(text.slice(0, most - 1)) ? most - 2 : most - 1;
  return `${text.slice(0, end)}…`;
}
