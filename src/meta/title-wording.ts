/** What the letters and signs of a line say against its being a title: an address, code, a breadcrumb, glued words. */
import type { Document } from '../core/types.ts';
import * as letters from '../text/tables/letters.ts';

/** Constants of this module: an imported binding is loaded anew at every letter. */
const { CLASSES, LETTER, UPPER } = letters;

/** In the order of their columns. */
export const WORDING = ['separators', 'address', 'code', 'sign', 'pause', 'openEnd', 'glued', 'bracketed'] as const;

/** What a sign may be a mark of; other units are 0. */
const PARTER = 1;
const DASH = 2;
const AT_SIGN = 3;
const STOP = 4;
const COLON = 5;
const COMMA = 6;
const WIDE_COLON = 7;
const CODE_SIGN = 8;
const HOLDER = 9;
const BRACKET = 10;
const KINDS: Uint8Array = kinds({
  [PARTER]: '|»›>•·',
  [DASH]: '-–—/',
  [AT_SIGN]: '@',
  [STOP]: '.',
  [COLON]: ':',
  [COMMA]: ',',
  [WIDE_COLON]: '：',
  [CODE_SIGN]: '{=',
  [HOLDER]: '©',
  [BRACKET]: '()[]',
});
const BLANK_UNIT = 32;
const SLASH_UNIT = 47;
const HASH_UNIT = 35;
const W_UNIT = 119;
/** What ends a link or a breadcrumb, not a title. */
const OPEN_ENDS: ReadonlySet<number> = new Set([...'/>›»|→+-–<«'].map((sign) => sign.charCodeAt(0)));
/** `McAdam`, `MacLeod` and most brands (`iPhone`, `YouTube`) have fewer before the inner capital. */
const GLUE_LETTERS = 4;

/** Writes the signals to `values` from `column` on. Letters are read only where the counts say that there is something to find. */
export function readWording({ lines, text }: Document, at: number, values: Int16Array, column: number): void {
  const from = lines.from[at] as number;
  const end = lines.end[at] as number;
  const hasInnerCapital = (lines.upper[at] as number) > (lines.capitals[at] as number);
  if (lines.marks[at] !== 0) readSigns(text, from, end, values, column);
  values[column + GLUED] = hasInnerCapital && isGlued(text, from, end) ? 1 : 0;
}

const [SEPARATORS, ADDRESS, CODE, SIGN, PAUSE, OPEN_END, GLUED, BRACKETED] = WORDING.map((_, column) => column) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** Two menu entries flattened into one line leave a capital after a small letter: `SubscribeSign in`. */
function isGlued(text: string, from: number, end: number): boolean {
  let run = 0;
  for (let at = from; at < end; at++) {
    const kind = CLASSES[text.charCodeAt(at)] as number;
    if (kind === UPPER && run >= GLUE_LETTERS) return true;
    run = kind === LETTER ? run + 1 : 0;
  }
  return false;
}

function readSigns(text: string, from: number, end: number, values: Int16Array, column: number): void {
  let separators = 0;
  values[column + SIGN] = text.charCodeAt(from) === HASH_UNIT ? 1 : 0;
  for (let at = from; at < end; at++) {
    const kind = KINDS[text.charCodeAt(at)] as number;
    if (kind === 0) continue;
    if (kind === PARTER || (kind === DASH && standsFree(text, at, from, end))) separators++;
    else if (kind === AT_SIGN || (kind === STOP && followsThreeW(text, at, from))) values[column + ADDRESS] = 1;
    else if (kind === CODE_SIGN) values[column + CODE] = 1;
    else if (kind === HOLDER) values[column + SIGN] = 1;
    else if (kind === BRACKET) values[column + BRACKETED] = 1;
    else if (kind === WIDE_COLON || (isPauseSign(kind) && isUnit(text, at + 1, end, BLANK_UNIT)))
      values[column + PAUSE] = 1;
    else if (kind === COLON && isUnit(text, at + 1, end, SLASH_UNIT) && isUnit(text, at + 2, end, SLASH_UNIT))
      values[column + ADDRESS] = 1;
  }
  values[column + SEPARATORS] = separators;
  values[column + OPEN_END] = OPEN_ENDS.has(text.charCodeAt(end - 1)) ? 1 : 0;
}

/** A dash parts a breadcrumb only between blanks. */
function standsFree(text: string, at: number, from: number, end: number): boolean {
  return at > from && text.charCodeAt(at - 1) === BLANK_UNIT && isUnit(text, at + 1, end, BLANK_UNIT);
}

function followsThreeW(text: string, at: number, from: number): boolean {
  return (
    at - 3 >= from &&
    text.charCodeAt(at - 1) === W_UNIT &&
    text.charCodeAt(at - 2) === W_UNIT &&
    text.charCodeAt(at - 3) === W_UNIT
  );
}

function isPauseSign(kind: number): boolean {
  return kind === COLON || kind === COMMA;
}

function isUnit(text: string, at: number, end: number, unit: number): boolean {
  return at < end && text.charCodeAt(at) === unit;
}

function kinds(signs: Readonly<Record<number, string>>): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [kind, row] of Object.entries(signs)) for (const sign of row) table[sign.charCodeAt(0)] = Number(kind);
  return table;
}
