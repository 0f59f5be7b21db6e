/** Articles for a stream: text and Markdown with a blank line between them, JSON lines as they are. */
import type { CleanArticle } from '../core/types.ts';
import { type Extended, withField } from '../formats/jsonl-fields.ts';
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
    return articleLine(article, duplicateOf === undefined ? {} : { duplicate_of: duplicateOf });
  return `${isFirst ? '' : '\n'}${renderArticle(article, writing, duplicateOf)}`;
}

/** The one field that is ours in a record that came with fields of its own. */
export const OWN_FIELD = 'clean_archive';

/** Our fields at the top. */
export function articleLine(article: CleanArticle, extra: Readonly<Record<string, string>>): string {
  const ours = {
    ...frontMatterOf(article, { sourceFile: article.id }),
    ...extra,
    text: renderText(article, { title: false }),
  };
  return jsonLine(ours);
}

/** Our fields under one name beside the fields of the record it came from, which stay byte for byte as they were. */
export function recordLine(article: CleanArticle, extra: Readonly<Record<string, string>>, record: string): Extended {
  const { json, ...moved } = withField(record, OWN_FIELD, articleLine(article, extra).trimEnd());
  return { json: `${json}\n`, ...moved };
}
