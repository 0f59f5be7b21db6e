/** Line numbers are zero-based inside and one-based for people and files: the one place that adds one. */
import type { Lines } from '../core/types.ts';

export function lineNumber(at: number): number {
  return at + 1;
}

export function lineNumbers(lines: Lines): readonly [number, number] {
  return [lineNumber(lines.first), lineNumber(lines.last)];
}

/** From a number a person wrote back to the row of the table. */
export function lineRow(number: number): number {
  return number - 1;
}
