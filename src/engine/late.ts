/** Articles that must be written although their documents were not cleaned in this run, or whose front matter names a survivor. */
import { join } from 'node:path';
import { type Articles, ChangedInput } from './articles.ts';
import { withoutChanged } from './compare-pass.ts';
import { createFile } from './disk.ts';
import { renderArticle } from './documents.ts';
import { type Entry, optional } from './entries.ts';
import { sha256 } from './hashes.ts';
import type { Writing } from './request.ts';
import type { Result } from './results.ts';
import type { Written } from './rows.ts';

export interface LateArticle extends Written {
  /** Where it waits; nowhere in a dry run. */
  readonly staged?: string;
}

/** Articles by document, or the entries without an input that changed meanwhile: then the run compares again. */
export type Late = { readonly articles: ReadonlyMap<string, LateArticle> } | { readonly changed: readonly Entry[] };

export async function writeLate(
  results: readonly Result[],
  articles: Articles,
  writing: Writing,
  stage: string | undefined,
): Promise<Late> {
  const wanted = results.filter(isLate);
  const written = new Map<string, LateArticle>();
  try {
    await articles.prepare(wanted.map((result) => result.entry));
    for (const { entry, annotated, copyOf } of wanted) {
      const { article, removed } = articles.remake(entry);
      const text = renderArticle(article, writing, annotated ? copyOf?.kept : undefined);
      const bytes = Buffer.from(text, 'utf8');
      const staged = stage === undefined ? undefined : join(stage, `late-${written.size}`);
      if (staged !== undefined) createFile(staged, bytes);
      const facts = { sha256: sha256(bytes), bytes: bytes.length, removed: removed() };
      written.set(entry.id, { ...facts, ...optional('staged', staged) });
    }
  } catch (error) {
    if (error instanceof ChangedInput)
      return {
        changed: withoutChanged(
          results.map((result) => result.entry),
          error.path,
        ),
      };
    throw error;
  }
  return { articles: written };
}

function isLate({ entry, outcome, annotated, copyOf }: Result): boolean {
  if (outcome.kind !== 'written') return false;
  if (entry.row === undefined) return annotated;
  if (entry.row.outcome !== 'written' || entry.row.output !== outcome.path) return true;
  return entry.row.of !== (copyOf?.setAside === true ? copyOf.kept : undefined);
}
