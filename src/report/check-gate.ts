/** From what was found to whether it passes: the one gate is a severity, and limits for kinds that have one of their own. */
import { compareText } from '../core/ids.ts';
import type { Kind } from '../core/types.ts';
import { count, thousands } from './amounts.ts';
import type { Baseline } from './baseline.ts';
import { matchBaseline } from './baseline.ts';
import { type Breach, type CheckFinding, type CheckReport, QUIET, SEVERITIES, type Severity } from './check-report.ts';

/** At most so many findings of a kind, or files with any in a hundred; more is a breach, so 0 means none. */
export interface Most {
  readonly kind: Kind;
  readonly limit: number;
  readonly unit: 'findings' | 'percent';
}

export interface Gate {
  readonly failOn: Severity;
  readonly most: readonly Most[];
}

export interface Found {
  readonly findings: readonly CheckFinding[];
  /** Paths of the files that were looked at. */
  readonly checked: readonly string[];
}

const PERCENT = 100;
/** So fine that what is over a limit does not look like the limit. */
const HUNDREDTHS = 100;

/** `isGone` tells of files that are no more. */
export function checkReportOf(
  found: Found,
  gate: Gate,
  baseline: Baseline | undefined,
  isGone: (path: string) => boolean,
): CheckReport {
  const { fresh, known, stale } = matchBaseline(found, baseline, isGone);
  const findings = inOrder(fresh);
  return {
    findings,
    counts: countBySeverity(findings),
    files: found.checked.length,
    filesWithFindings: new Set(findings.map(({ path }) => path)).size,
    checked: found.checked,
    breaches: breachesOf(findings, found.checked.length, gate),
    failOn: gate.failOn,
    known,
    stale,
    ...(baseline?.updated === undefined ? {} : { knownOn: baseline.updated }),
  };
}

/** What the gate looks at, and warnings besides: notes are no debt that anybody means to pay. */
export function isGated({ kind, severity }: CheckFinding, { failOn, most }: Gate): boolean {
  return severity !== 'note' || (failOn === 'note' && !QUIET.includes(kind)) || most.some((one) => one.kind === kind);
}

function countBySeverity(findings: readonly CheckFinding[]): CheckReport['counts'] {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** Files with the worst findings first; those stand together, and the order is otherwise as it was. */
function inOrder(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  const worst = new Map<string, number>();
  for (const { path, severity } of findings)
    worst.set(path, Math.min(worst.get(path) ?? SEVERITIES.length, SEVERITIES.indexOf(severity)));
  const rankOf = ({ path }: CheckFinding): number => worst.get(path) ?? 0;
  return findings.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) || compareText(a.path, b.path) || (a.record ?? 0) - (b.record ?? 0) || placeIn(a, b),
  );
}

function placeIn(a: CheckFinding, b: CheckFinding): number {
  return a.region.startLine - b.region.startLine || a.region.startColumn - b.region.startColumn;
}

function breachesOf(findings: readonly CheckFinding[], files: number, { failOn, most }: Gate): readonly Breach[] {
  const own = new Set([...QUIET, ...most.map(({ kind }) => kind)]);
  const level = SEVERITIES.indexOf(failOn);
  const failing = findings.filter(({ kind, severity }) => !own.has(kind) && SEVERITIES.indexOf(severity) <= level);
  const byLevel =
    failing.length === 0 ? [] : [{ gate: `--fail-on ${failOn}`, found: count(failing.length, 'finding') }];
  return [...byLevel, ...most.flatMap((limit) => breachOf(limit, findings, files) ?? [])];
}

function breachOf({ kind, limit, unit }: Most, findings: readonly CheckFinding[], files: number): Breach | undefined {
  const own = findings.filter((finding) => finding.kind === kind);
  if (unit === 'findings')
    return own.length > limit ? { gate: `--max ${kind}=${limit}`, found: count(own.length, 'finding') } : undefined;
  const hit = new Set(own.map(({ path }) => path)).size;
  if (hit * PERCENT <= limit * files) return undefined;
  const share = Math.round((hit * PERCENT * HUNDREDTHS) / files) / HUNDREDTHS;
  return { gate: `--max ${kind}=${limit}%`, found: `${thousands(hit)} of ${count(files, 'file')} (${share} %)` };
}
