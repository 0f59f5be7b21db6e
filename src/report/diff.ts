/** A unified diff from the raw text to the clean one. The only file that knows the `diff` package. */
import { createTwoFilesPatch } from 'diff';
import type { CleanArticle, Document } from '../core/types.ts';
import { renderMarkdown } from './article.ts';

const CONTEXT = 3;

export function renderDiff(name: string, doc: Document, article: CleanArticle): string {
  const raw = rawLines(doc);
  const clean = renderMarkdown(article, { frontMatter: true, sourceFile: doc.source.path });
  return createTwoFilesPatch(`${name} (raw)`, `${name} (clean)`, raw, clean, undefined, undefined, {
    context: CONTEXT,
  }).replace(/^=+\n/, '');
}

/** Line ends are no difference. */
function rawLines({ text, lines }: Document): string {
  const rows: string[] = [];
  for (let at = 0; at < lines.count; at++) rows.push(text.slice(lines.start[at], lines.end[at]));
  return `${rows.join('\n')}\n`;
}
