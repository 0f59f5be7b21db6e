import type { Document, Outline, RawDocument } from '../core/types.ts';
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
    stated: raw.stated ?? '',
    notes: raw.notes ?? [],
    line: lineAt,
  };
}

/**
 * The document with another outline. Written out, because a copy by spread is an object of another make to the engine,
 * and then all that reads documents is compiled twice and slower.
 */
export function withOutline(doc: Document, outline: Outline): Document {
  return {
    id: doc.id,
    source: doc.source,
    text: doc.text,
    lines: doc.lines,
    words: doc.words,
    blocks: doc.blocks,
    blockOf: doc.blockOf,
    outline,
    lang: doc.lang,
    hints: doc.hints,
    stated: doc.stated,
    notes: doc.notes,
    line: doc.line,
  };
}
