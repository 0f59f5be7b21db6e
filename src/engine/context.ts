/** What bears on one document beside its bytes. */
import type { SiteEvidence } from '../core/types.ts';

export interface DocumentContext {
  /** Trimmed texts of lines that a person restored. */
  readonly restored: readonly string[];
  /** What the other pages of its site say. */
  readonly site?: SiteEvidence;
}

/** By the document's id. */
export type ContextOf = (id: string) => DocumentContext;

export const NO_CONTEXT: DocumentContext = { restored: [] };

export function contextFrom(
  restored: Readonly<Record<string, readonly string[]>>,
  siteOf: (id: string) => SiteEvidence | undefined,
): ContextOf {
  return (id) => {
    const [texts, site] = [restored[id], siteOf(id)];
    if (texts === undefined && site === undefined) return NO_CONTEXT;
    return { restored: texts ?? [], ...(site === undefined ? {} : { site }) };
  };
}
