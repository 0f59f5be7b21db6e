import type { Document, RawDocument } from '../core/types.ts';
import { findBlocks, indexBlocks } from './blocks.ts';
import { countStops } from './language.ts';
import { outlineOf } from './outline.ts';
import { scanText } from './scan.ts';

/** Builds the tables over a text. Linear in its length; nothing of it is rewritten later. */
export function makeDocument(raw: RawDocument): Document {
  const { text } = raw;
  const { lines, words } = scanText(text);
  const lineAt = (at: number): string => text.slice(lines.from[at], lines.end[at]);
  const found = countStops(lines, words);
  const { blocks, blockOf } =
    raw.blocks === undefined ? findBlocks(text, lines, lineAt) : indexBlocks(raw.blocks, lines.count);
  return {
    id: raw.id,
    source: raw.source,
    text,
    lines,
    words,
    blocks,
    blockOf,
    outline: outlineOf(lines, blocks, blockOf),
    lang: found,
    hints: raw.hints ?? {},
    notes: raw.notes ?? [],
    line: lineAt,
  };
}
