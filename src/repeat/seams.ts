/** Where a text may be cut without tearing a sentence. */
import type { Document } from '../core/types.ts';
import { closes, goesOn } from './edges.ts';
import type { Strip } from './strip.ts';

const COLON = 5;

/** True if the row begins something: the row before it ended, a blank line lies between, or it does not look like going on. */
export function isSeam(doc: Document, strip: Strip, row: number): boolean {
  if (row <= 0 || row >= strip.rows) return true;
  const before = strip.line[row - 1] as number;
  const line = strip.line[row] as number;
  if (line - before > 1 || closes(doc, before) || doc.lines.terminal[before] === COLON) return true;
  return !isSameParagraph(doc, before, line) && !goesOn(doc, line);
}

function isSameParagraph(doc: Document, before: number, line: number): boolean {
  const block = doc.blockOf[line] as number;
  return block === doc.blockOf[before] && doc.blocks[block]?.kind === 'wrapped';
}
