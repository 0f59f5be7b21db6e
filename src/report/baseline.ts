/** Findings that were there before: known by what they are about, so that lines may move. */
import { UsageError } from '../core/errors.ts';
import { compareText } from '../core/ids.ts';
import type { Kind } from '../core/types.ts';
import { type CheckFinding, KIND_TEXTS, type StaleEntry } from './check-report.ts';
import { escapeSeparators } from './records.ts';

export interface BaselineEntry extends StaleEntry {
  readonly fingerprint: string;
}

export interface Baseline {
  /** The day it was written, `YYYY-MM-DD`. */
  readonly updated?: string;
  readonly findings: readonly BaselineEntry[];
}

const SCHEMA = 1;
const FINGERPRINT = /^[0-9a-f]{64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

interface Matched {
  readonly fresh: readonly CheckFinding[];
  readonly known: number;
  readonly stale: readonly StaleEntry[];
}

/** An entry is stale if its file was looked at, or is gone, and no finding answers to it. */
export function matchBaseline(
  { findings, checked }: { readonly findings: readonly CheckFinding[]; readonly checked: readonly string[] },
  baseline: Baseline | undefined,
  isGone: (path: string) => boolean,
): Matched {
  if (baseline === undefined) return { fresh: findings, known: 0, stale: [] };
  const known = new Set(baseline.findings.map(({ fingerprint }) => fingerprint));
  const met = new Set(findings.map(({ fingerprint }) => fingerprint));
  const looked = new Set(checked);
  const fresh = findings.filter(({ fingerprint }) => !known.has(fingerprint));
  const stale = baseline.findings.filter(
    ({ fingerprint, path }) => !met.has(fingerprint) && (looked.has(path) || isGone(path)),
  );
  return {
    fresh,
    known: findings.length - fresh.length,
    stale: stale.map(({ path, kind, message }) => ({ path, kind, message })),
  };
}

/** The findings as a baseline; what an older one says of files that were not looked at stays. */
export function updateBaseline(
  findings: readonly CheckFinding[],
  checked: readonly string[],
  before: Baseline | undefined,
  isGone: (path: string) => boolean,
): readonly BaselineEntry[] {
  const looked = new Set(checked);
  const others = (before?.findings ?? []).filter(({ path }) => !looked.has(path) && !isGone(path));
  const own = findings.map(({ fingerprint, path, kind, message }) => ({ fingerprint, path, kind, message }));
  return [...own, ...others];
}

/** An entry a line, in order of paths, so that a change shows as lines that came and went. */
export function renderBaseline({ updated, findings }: Baseline): string {
  const rows = findings
    .toSorted(inOrder)
    .map(({ fingerprint, path, kind, message }) =>
      escapeSeparators(JSON.stringify({ fingerprint, path, kind, message })),
    );
  const head = `{\n  "schema": ${SCHEMA},${updated === undefined ? '' : `\n  "updated": ${JSON.stringify(updated)},`}`;
  return `${head}\n  "findings": [${rows.map((row) => `\n    ${row}`).join(',')}${rows.length > 0 ? '\n  ' : ''}]\n}\n`;
}

function inOrder(a: BaselineEntry, b: BaselineEntry): number {
  return compareText(a.path, b.path) || compareText(a.kind, b.kind) || compareText(a.fingerprint, b.fingerprint);
}

/** Throws `UsageError` for what is no baseline; `shown` is how the user named it. */
export function parseBaseline(text: string, shown: string): Baseline {
  const refuse = (why: string): never => {
    throw new UsageError('bad-baseline', `${shown}: ${why}; remove it, and write it anew with --update-baseline`);
  };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refuse('it is not JSON');
  }
  const { schema, updated, findings } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (schema !== SCHEMA) return refuse(schema === undefined ? 'it is no baseline' : 'another version wrote it');
  if (!Array.isArray(findings) || !findings.every(isEntry)) return refuse('its findings are damaged');
  return { findings, ...(typeof updated === 'string' && DAY.test(updated) ? { updated } : {}) };
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { fingerprint, path, kind, message } = value as Readonly<Record<string, unknown>>;
  return (
    typeof fingerprint === 'string' &&
    FINGERPRINT.test(fingerprint) &&
    typeof path === 'string' &&
    typeof message === 'string' &&
    isKind(kind)
  );
}

export function isKind(value: unknown): value is Kind {
  return typeof value === 'string' && Object.hasOwn(KIND_TEXTS, value);
}
