/** Counts words as `wc -w` does, without the signs of lists, headings, quotes and tables: the same text must count the same as text and as Markdown. */
import type { Document } from '../core/types.ts';
import { blockAt } from '../text/blocks.ts';

const ITEM = /^(?:[-*+\u2022\u00b7\u2013\u2014\u25aa\u25cf\u25e6]|\(?\d{1,3}[.)])\s/;
const HEADING = /^#{1,6}\s/;
const QUOTE = /^>\s/;
const HEAD = 8;

/** Words of line `at`; letters in scripts without spaces. A line without a letter or digit has none. */
export function countWords(doc: Document, at: number): number {
  const tokens = doc.lines.tokens[at] as number;
  if (doc.lines.word[at] === doc.lines.word[at + 1]) return 0;
  const block = blockAt(doc, at);
  if (block === undefined) return tokens;
  const head = doc.line(at).slice(0, HEAD);
  if (block.kind === 'list') return ITEM.test(head) ? tokens - 1 : tokens;
  if (block.kind === 'heading') return HEADING.test(head) ? tokens - 1 : tokens;
  if (block.kind === 'quote') return QUOTE.test(head) ? tokens - 1 : tokens;
  if (block.kind === 'table' && head.startsWith('|'))
    return (
      tokens -
      doc
        .line(at)
        .split(' ')
        .filter((cell) => cell === '|').length
    );
  return tokens;
}
