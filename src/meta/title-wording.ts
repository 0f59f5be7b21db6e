/** What the letters and signs of a line say against its being a title: an address, code, a breadcrumb, glued words. */
import * as letters from '../text/tables/letters.ts';
import type { Candidates } from './title-candidates.ts';
import { addWeight } from './title-candidates.ts';
import { weightAt, weightOfFlag, weightsByStep } from './title-grades.ts';
import { isLabelLine } from './words.ts';

/** Constants of this module: an imported binding is loaded anew at every letter. */
const { CLASSES, LETTER, UPPER } = letters;

const LABEL = weightOfFlag('label');
const GLUED = weightOfFlag('glued');
const ADDRESS = weightOfFlag('address');
const CODE = weightOfFlag('code');
const SIGN = weightOfFlag('sign');
const INNER_PAUSE = weightOfFlag('innerPause');
const ENDS_IN_SIGN = weightOfFlag('endsInSign');
const SEPARATORS = weightsByStep('separators');

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
const KINDS: Uint8Array = kinds({
  [PARTER]: '|»›>•·',
  [DASH]: '-–—',
  [AT_SIGN]: '@',
  [STOP]: '.',
  [COLON]: ':',
  [COMMA]: ',',
  [WIDE_COLON]: '：',
  [CODE_SIGN]: '{=',
  [HOLDER]: '©',
});
const BLANK_UNIT = 32;
const SLASH_UNIT = 47;
const HASH_UNIT = 35;
const W_UNIT = 119;
/** What ends a link or a breadcrumb, not a title. */
const OPEN_ENDS: ReadonlySet<number> = new Set([...'/>›»|→+-–<«'].map((sign) => sign.charCodeAt(0)));
/** `McAdam`, `MacLeod` and most brands (`iPhone`, `YouTube`) have fewer before the inner capital. */
const GLUE_LETTERS = 4;

/** Letters are read only where the counts of the line say that there is something to find. */
export function addWordingWeights({ zone, places }: Candidates, scores: Int32Array): void {
  const { doc } = zone;
  const { lines, text } = doc;
  for (const place of places) {
    const at = zone.lines[place] as number;
    const from = lines.from[at] as number;
    const end = lines.end[at] as number;
    const hasInnerCapital = (lines.upper[at] as number) > (lines.capitals[at] as number);
    let weight = lines.marks[at] === 0 ? weightAt(SEPARATORS, 0) : signsWeight(text, from, end);
    if (isLabelLine(doc, at)) weight += LABEL;
    if (hasInnerCapital && isGlued(text, from, end)) weight += GLUED;
    addWeight(scores, place, weight);
  }
}

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

function signsWeight(text: string, from: number, end: number): number {
  let separators = 0;
  let address = 0;
  let code = 0;
  let sign = text.charCodeAt(from) === HASH_UNIT ? SIGN : 0;
  let pause = 0;
  for (let at = from; at < end; at++) {
    const kind = KINDS[text.charCodeAt(at)] as number;
    if (kind === 0) continue;
    if (kind === PARTER || (kind === DASH && standsFree(text, at, from, end))) separators++;
    else if (kind === AT_SIGN || (kind === STOP && followsThreeW(text, at, from))) address = ADDRESS;
    else if (kind === CODE_SIGN) code = CODE;
    else if (kind === HOLDER) sign = SIGN;
    else if (kind === WIDE_COLON || (isPauseSign(kind) && isUnit(text, at + 1, end, BLANK_UNIT))) pause = INNER_PAUSE;
    else if (kind === COLON && isUnit(text, at + 1, end, SLASH_UNIT) && isUnit(text, at + 2, end, SLASH_UNIT))
      address = ADDRESS;
  }
  const open = OPEN_ENDS.has(text.charCodeAt(end - 1)) ? ENDS_IN_SIGN : 0;
  return weightAt(SEPARATORS, separators) + address + code + sign + pause + open;
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
