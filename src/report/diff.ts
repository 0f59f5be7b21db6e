/** Unified diffs: from the raw text to the clean one, and from one clean text to another. The only file that knows the `diff` package. */
import { createTwoFilesPatch } from 'diff';
import type { CleanArticle, Document } from '../core/types.ts';
import { renderMarkdown, renderText } from './article.ts';
import type { Explained } from './explain.ts';

const CONTEXT = 3;

export function renderDiff(name: string, doc: Document, article: CleanArticle): string {
  const raw = rawLines(doc);
  const clean = renderMarkdown(article, { frontMatter: true, sourceFile: doc.source.path });
  return patch(`${name} (raw)`, `${name} (clean)`, raw, clean);
}

/** Title and body; nothing if they are equal. */
export function renderPairDiff(a: Explained, b: Explained): string {
  const [from, to] = [renderText(a.article, { title: true }), renderText(b.article, { title: true })];
  return from === to ? '' : patch(a.name, b.name, from, to);
}

function patch(nameFrom: string, nameTo: string, from: string, to: string): string {
  return createTwoFilesPatch(nameFrom, nameTo, from, to, undefined, undefined, { context: CONTEXT }).replace(
    /^=+\n/,
    '',
  );
}

/** Line ends are no difference. */
function rawLines({ text, lines }: Document): string {
  const rows: string[] = [];
  for (let at = 0; at < lines.count; at++) rows.push(text.slice(lines.start[at], lines.end[at]));
  return `${rows.join('\n')}\n`;
}
