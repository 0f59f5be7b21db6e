/** Articles for a stream: text and Markdown with a blank line between them, JSON lines as they are. */
import type { CleanArticle } from '../core/types.ts';
import { frontMatterOf, renderText } from '../report/article.ts';
import { jsonLine } from '../report/records.ts';
import { renderArticle } from './documents.ts';
import type { Writing } from './request.ts';

export function renderStream(
  article: CleanArticle,
  writing: Writing,
  duplicateOf: string | undefined,
  isFirst: boolean,
): string {
  if (writing.to === 'jsonl')
    return articleLine(article, duplicateOf === undefined ? {} : { duplicate_of: duplicateOf }, undefined);
  return `${isFirst ? '' : '\n'}${renderArticle(article, writing, duplicateOf)}`;
}

/** Our fields at the top, or under `clean_archive` beside the fields of the record it came from, which stay as they are. */
export function articleLine(
  article: CleanArticle,
  extra: Readonly<Record<string, string>>,
  record: Readonly<Record<string, unknown>> | undefined,
): string {
  const ours = {
    ...frontMatterOf(article, { sourceFile: article.id }),
    ...extra,
    text: renderText(article, { title: false }),
  };
  return jsonLine(record === undefined ? ours : { ...record, clean_archive: ours });
}
