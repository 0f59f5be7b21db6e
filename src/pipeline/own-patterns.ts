/** Lines that patterns of the user's own name: they stay, or they go, whatever the judges say. */
import type { Document, Finding, RuleId } from '../core/types.ts';
import { blockAt } from '../text/blocks.ts';

/** Takes the line without the blanks around it. */
export interface LinePattern {
  readonly written: string;
  matches(line: string): boolean;
}

export interface OwnPatterns {
  /** False for lines that none of them matches. */
  mayMatch(line: string): boolean;
  readonly keep: readonly LinePattern[];
  readonly drop: readonly LinePattern[];
}

export interface OwnFindings {
  readonly kept: readonly Finding[];
  readonly dropped: readonly Finding[];
}

export const DROPPED_BY_CONFIG: RuleId = 'site/dropped-by-config';
const KEPT_BY_CONFIG: RuleId = 'site/kept-by-config';
const NOTHING: OwnFindings = { kept: [], dropped: [] };

/** A line that both name stays. Front matter is no text of the page. */
export function findOwn(doc: Document, patterns: OwnPatterns | undefined): OwnFindings {
  if (patterns === undefined) return NOTHING;
  const kept: Finding[] = [];
  const dropped: Finding[] = [];
  for (let at = 0; at < doc.lines.count; at++) {
    if (doc.lines.from[at] === doc.lines.end[at] || blockAt(doc, at)?.kind === 'front-matter') continue;
    const line = doc.line(at);
    if (!patterns.mayMatch(line)) continue;
    const keep = patterns.keep.find((pattern) => pattern.matches(line));
    const drop = keep ?? patterns.drop.find((pattern) => pattern.matches(line));
    if (keep !== undefined) kept.push(findingOf(at, keep, 'keep'));
    else if (drop !== undefined) dropped.push(findingOf(at, drop, 'drop'));
  }
  return { kept, dropped };
}

function findingOf(at: number, { written }: LinePattern, action: 'keep' | 'drop'): Finding {
  return {
    rule: action === 'keep' ? KEPT_BY_CONFIG : DROPPED_BY_CONFIG,
    kind: action === 'keep' ? 'moved' : 'chrome',
    action,
    first: at,
    last: at,
    confidence: 1,
    message: `the configuration says to ${action} /${written}/`,
  };
}
