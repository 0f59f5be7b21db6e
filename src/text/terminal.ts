import type { Terminal } from '../core/types.ts';

/** Classes per unit: 1..6 as at `Terminal`, then closing quotes and other closing signs that are looked through. */
const QUOTE = 7;
const CLOSING = 8;
const SIGNS: readonly (readonly [string, number])[] = [
  ['.\u3002\uff0e\u0964\u06d4\u104b', 1],
  ['?\uff1f\u061f\u037e', 2],
  ['!\uff01', 3],
  ['\u2026', 4],
  [':\uff1a', 5],
  [',;\uff0c\u3001\uff1b\u061b', 6],
  ['"\u201d\u00bb\u300d\u300f\u201c', QUOTE],
  ["'\u2019\u203a)]\uff09\u3011\u00ab*_", CLOSING],
];
const CLASSES: Uint8Array = classes();
const STOP = 0x2e;

/** How the line `[from, end)` of the units closes; the classes are listed at `Terminal`. */
export function terminalOf(units: Uint16Array, from: number, end: number): Terminal {
  let quoted = false;
  for (let at = end - 1; at >= from; at--) {
    const kind = CLASSES[units[at] as number] as number;
    if (kind === 0) break;
    if (kind < QUOTE) return (kind === 1 && isEllipsis(units, from, at) ? 4 : kind) as Terminal;
    quoted ||= kind === QUOTE;
  }
  return quoted ? QUOTE : 0;
}

function isEllipsis(units: Uint16Array, from: number, at: number): boolean {
  return at - 2 >= from && units[at - 1] === STOP && units[at - 2] === STOP;
}

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [signs, kind] of SIGNS) for (const sign of signs) table[sign.charCodeAt(0)] = kind;
  return table;
}
