/** Every line of a document with what became of it and why: what all views of one document are made from. */
import type { CleanArticle, Document, Finding, Kind, MetaKey, Verdict } from '../core/types.ts';
import { lineNumber } from './place.ts';

export interface LineRow {
  /** One-based. */
  readonly number: number;
  readonly fate: Verdict['fate'];
  /** What the line was, if it left the article. */
  readonly kind?: Kind;
  /** Where the line went, if it moved to metadata. */
  readonly fields?: readonly MetaKey[];
  readonly rule?: string;
  readonly reason?: string;
  /** Without trailing blanks. */
  readonly text: string;
  /** Index into the findings of the one that decided; -1 if none did. */
  readonly finding: number;
}

export function lineRows(doc: Document, article: CleanArticle): readonly LineRow[] {
  return article.verdicts.map((verdict, at) => ({
    number: lineNumber(at),
    fate: verdict.fate,
    ...whyOf(verdict, article.findings[verdict.by]),
    text: doc.text.slice(doc.lines.start[at], doc.lines.end[at]),
    finding: verdict.by,
  }));
}

function whyOf(verdict: Verdict, finding: Finding | undefined): Pick<LineRow, 'kind' | 'fields' | 'rule' | 'reason'> {
  if (verdict.fate === 'blank' || finding === undefined) return {};
  const why = { rule: finding.rule, reason: finding.message };
  if (verdict.fate === 'dropped') return { kind: finding.kind, ...why };
  if (verdict.fate === 'moved') return { fields: finding.fields ?? [], ...why };
  return why;
}
