/** Signs in the text, found by the engine's own search: a page that holds none of them costs one look. */
import type { Document } from '../core/types.ts';

/** 1 for the code unit of each of the signs. */
export function signTable(signs: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < signs.length; at++) table[signs.charCodeAt(at)] = 1;
  return table;
}

/** Goes through the places of a sign in a text; asked about ranges from left to right. */
export class SignFinder {
  private readonly text: string;
  private readonly sign: string;
  /** Where the sign stands next, or -1 if it comes no more. */
  private next: number;

  constructor(text: string, sign: string) {
    this.text = text;
    this.sign = sign;
    this.next = text.indexOf(sign);
  }

  get isDone(): boolean {
    return this.next < 0;
  }

  standsIn(from: number, end: number): boolean {
    if (this.next >= 0 && this.next < from) this.next = this.text.indexOf(this.sign, from);
    return this.next >= 0 && this.next < end;
  }
}

/** 1 for each line that holds one of the signs; undefined if none does. */
export function linesWith({ text, lines }: Document, signs: readonly string[]): Uint8Array | undefined {
  const finders = signs.map((sign) => new SignFinder(text, sign)).filter(({ isDone }) => !isDone);
  if (finders.length === 0) return undefined;
  const found = new Uint8Array(lines.count);
  for (let at = 0; at < lines.count; at++) {
    for (const finder of finders) {
      if (finder.standsIn(lines.from[at] as number, lines.end[at] as number)) found[at] = 1;
    }
  }
  return found;
}
