/** How a line begins and ends. */
import type { Document } from '../core/types.ts';
import { CLASSES, LETTER } from '../text/tables/letters.ts';

const FIRST_CLOSING = 1;
const LAST_CLOSING = 4;
const CLOSING_QUOTE = 7;
/** Lower case of Latin, Greek and Cyrillic; other scripts do not show whether a line goes on. */
const LOWER_CASE: readonly (readonly [number, number])[] = [
  [0x61, 0x7a],
  [0xdf, 0xff],
  [0x101, 0x17f],
  [0x3ac, 0x3ce],
  [0x430, 0x45f],
];
/** Signs that go on with what stands in the line before. */
const CONTINUING: ReadonlySet<string> = new Set([',', '.', ';', ':', ')', ']', '}']);

/** Stop, question mark, exclamation mark, ellipsis, closing quote. */
export function closes(doc: Document, line: number): boolean {
  const terminal = doc.lines.terminal[line] as number;
  return (terminal >= FIRST_CLOSING && terminal <= LAST_CLOSING) || terminal === CLOSING_QUOTE;
}

/** True if the line begins in the middle of something. */
export function goesOn(doc: Document, line: number): boolean {
  if (line >= doc.lines.count) return false;
  const at = doc.lines.from[line] as number;
  const unit = doc.text.charCodeAt(at);
  if (CLASSES[unit] !== LETTER) return CONTINUING.has(doc.text.charAt(at));
  return LOWER_CASE.some(([first, last]) => unit >= first && unit <= last);
}
