import type { CheckReport } from '../src/report/check-report.ts';
import type { Reporter, ReporterFacts } from '../src/report/reporter.ts';

export function hostileReport(text: string): CheckReport;
export function inertFaults(reporter: Reporter, facts: ReporterFacts, text: string, visible: string): readonly string[];
