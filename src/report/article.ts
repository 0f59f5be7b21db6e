/** An article as text, Markdown or a JSON line. */
import type { BodyLine, CleanArticle } from '../core/types.ts';
import { formatFrontMatter, META_KEYS } from '../text/front-matter.ts';

const FENCE = '```';

export interface MarkdownOptions {
  readonly frontMatter: boolean;
  /** Path of the input, relative to the inputs' common parent. */
  readonly sourceFile: string;
  readonly duplicateOf?: string;
}

/** Front matter, a blank line, the body, one final newline. */
export function renderMarkdown(article: CleanArticle, options: MarkdownOptions): string {
  const body = renderBody(article, true);
  if (!options.frontMatter) return body;
  const head = formatFrontMatter(frontMatterOf(article, options));
  return body === '' ? head : `${head}\n${body}`;
}

/** The title, a blank line and the body; the body alone without `title`. */
export function renderText(article: CleanArticle, options: { readonly title: boolean }): string {
  const body = renderBody(article, false);
  const { title } = article.meta;
  if (!options.title || title === undefined) return body;
  return body === '' ? `${title}\n` : `${title}\n\n${body}`;
}

export function frontMatterOf(
  article: CleanArticle,
  options: Omit<MarkdownOptions, 'frontMatter'>,
): Readonly<Record<string, string | number | readonly string[]>> {
  const fields: Record<string, string | number | readonly string[]> = {};
  for (const key of META_KEYS) {
    const value = article.meta[key];
    if (value !== undefined) fields[key] = value;
  }
  fields['words'] = article.words;
  fields['source_file'] = options.sourceFile;
  if (options.duplicateOf !== undefined) fields['duplicate_of'] = options.duplicateOf;
  return fields;
}

function renderBody(article: CleanArticle, markdown: boolean): string {
  const parts: string[] = [];
  for (const line of article.body) {
    if (line.gap) parts.push('\n');
    if (markdown) parts.push(renderLine(line));
    else parts.push(line.prefix.startsWith('#') ? '' : line.prefix, line.text, '\n');
  }
  return parts.join('');
}

/** A line as Markdown: code between fences, table rows between pipes with a rule under the first. */
function renderLine({ prefix, text, block }: BodyLine): string {
  if (block === undefined) return `${prefix}${text}\n`;
  if (block.kind === 'code') return `${block.opens ? `${FENCE}\n` : ''}${text}\n${block.closes ? `${FENCE}\n` : ''}`;
  const cells = text.split('\t').map((cell) => cell.replaceAll('|', '\\|'));
  return `| ${cells.join(' | ')} |\n${block.opens ? `|${' --- |'.repeat(cells.length)}\n` : ''}`;
}
