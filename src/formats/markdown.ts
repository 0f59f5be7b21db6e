import type { FileFormat, Intake } from '../core/contracts.ts';
import type { Block, RawDocument } from '../core/types.ts';
import { looksBinary } from '../text/charset.ts';
import { parseFrontMatter } from '../text/front-matter.ts';
import type { Origin } from './decoded.ts';
import { documentOf, originOfBytes } from './decoded.ts';
import { cleanHints } from './hints.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { endingOf } from './sniff.ts';

const ENDINGS: readonly string[] = ['.md', '.markdown'];
const LINE_END = /\r\n|\r|\n/;

/** Markdown by its name: text with the same signs in it stays text. */
export const markdown: FileFormat = {
  name: 'markdown',
  title: 'Markdown with or without front matter',
  extensions: ENDINGS,
  shape: 'file',
  sniff(head: Uint8Array, path: string): boolean {
    return ENDINGS.includes(endingOf(path)) && !looksBinary(head);
  },
  read(bytes: Uint8Array, intake: Intake): RawDocument {
    return readMarkdown(originOfBytes(bytes, intake));
  },
};

/** Every sign of the source stays in its line; blocks say what the signs mean. */
export function readMarkdown(origin: Origin): RawDocument {
  const { text } = origin.decoded;
  const front = parseFrontMatter(text);
  const lines = text.split(LINE_END);
  const blocks = markdownBlocks(lines, front?.lines ?? 0);
  if (front === undefined) return documentOf(markdown.name, origin, { text, blocks });
  const fence: Block = { kind: 'front-matter', first: 0, last: front.lines - 1 };
  return documentOf(markdown.name, origin, {
    text,
    blocks: [fence, ...blocks],
    hints: cleanHints(front.meta, 'person'),
  });
}
