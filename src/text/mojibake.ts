/**
 * Whether a text holds UTF-8 that was read as a single-byte encoding ("â€™", "Ã©"). Never repairs. Looks closer only where a
 * sign that UTF-8 can begin with stands before one it can go on with, and asks for evidence that good text does not give:
 * French has é before a no-break space and », Portuguese Ã before a closing quote, Ukrainian С before і.
 */
import { byteUnits } from './charset-index.ts';
import { REPLACEMENT } from './code-units.ts';
import { LOWER_LETTERS, UPPER_LETTERS } from './tables/charset-model.ts';

/** One spot that nothing else explains, or two that hardly anything does. */
const ENOUGH = 2;
const CERTAIN = 2;
const LIKELY = 1;

const READINGS = ['windows-1252', 'windows-1250', 'windows-1251', 'macintosh'] as const;
type Reading = (typeof READINGS)[number];

export function looksMojibake(text: string): boolean {
  let points = 0;
  for (let at = nextPair(text, 0); at >= 0 && points < ENOUGH; at = nextPair(text, at)) {
    const { leads, tails } = openReadings();
    for (; text.charCodeAt(at + 1) > LAST_ASCII && points < ENOUGH; at++) {
      const readings = (leads[text.charCodeAt(at)] as number) & (tails[text.charCodeAt(at + 1)] as number);
      if (readings > 0) points += weighSpot(text, at, readings);
    }
  }
  return points >= ENOUGH || hasLostSpace(text);
}

const LAST_ASCII = 0x7f;
const PAIR: RegExp = /[\u0080-\uffff]{2}/g;

/** Where two units beyond ASCII stand together; no sign that was read wrongly has fewer. The engine's own search is the fastest. */
function nextPair(text: string, from: number): number {
  PAIR.lastIndex = from;
  return PAIR.test(text) ? PAIR.lastIndex - 2 : -1;
}

/** "voilÃ " whose no-break space became a blank: no word ends in a small letter and Ã. */
function hasLostSpace(text: string): boolean {
  for (let at = text.indexOf('Ã '); at >= 0; at = text.indexOf('Ã ', at + 1)) {
    if (isLower(text[at - 1])) return true;
  }
  return false;
}

type Bytes = ReadonlyMap<number, number>;

interface OpenReadings {
  /** Per reading the byte of each unit. */
  readonly bytes: Readonly<Record<Reading, Bytes>>;
  /** One bit per reading in which a UTF-8 sequence can begin with the unit; in which it can go on with it. */
  readonly leads: Uint8Array;
  readonly tails: Uint8Array;
}

let opened: OpenReadings | undefined;

function openReadings(): OpenReadings {
  opened ??= makeReadings();
  return opened;
}

function makeReadings(): OpenReadings {
  const bytes = Object.fromEntries(READINGS.map((reading) => [reading, bytesByUnit(reading)])) as Record<
    Reading,
    Bytes
  >;
  const leads = new Uint8Array(65_536);
  const tails = new Uint8Array(65_536);
  for (const [bit, reading] of READINGS.entries()) {
    for (const [unit, byte] of bytes[reading]) {
      if (isTail(byte)) tails[unit] = (tails[unit] ?? 0) | (1 << bit);
      else if (isLead(byte)) leads[unit] = (leads[unit] ?? 0) | (1 << bit);
    }
  }
  return { bytes, leads, tails };
}

function isLead(byte: number): boolean {
  return byte >= 0xc2 && byte <= 0xf4;
}

function isTail(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/** Latin-1 readings keep C1 controls; a sign that was lost on the way may have been any continuation. */
function bytesByUnit(reading: Reading): Bytes {
  const bytes = new Map<number, number>([[REPLACEMENT, 0x80]]);
  if (reading === 'windows-1252') for (let control = 0x80; control < 0xa0; control++) bytes.set(control, control);
  byteUnits(reading).forEach((unit, byte) => {
    if (byte >= 0x80 && unit !== REPLACEMENT) bytes.set(unit, byte);
  });
  return bytes;
}

/** The points of the reading that explains the spot best. */
function weighSpot(text: string, at: number, readings: number): number {
  const { bytes } = openReadings();
  const fitting = READINGS.filter((_, bit) => ((readings >> bit) & 1) === 1);
  return Math.max(...fitting.map((reading) => weigh(text, at, reading, bytes[reading])));
}

interface Sequence {
  readonly length: number;
  readonly code: number;
  /** A C1 control character is among the signs. */
  readonly control: boolean;
}

/** The lowest code points that two, three and four bytes stand for. */
const LOWEST: readonly number[] = [0, 0, 0x80, 0x800, 0x10000];

function sequenceAt(text: string, at: number, bytes: Bytes): Sequence | undefined {
  const lead = bytes.get(text.charCodeAt(at)) ?? 0;
  if (!isLead(lead)) return undefined;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  let code = lead & (0xff >> (length + 1));
  let control = false;
  for (let next = at + 1; next < at + length; next++) {
    const unit = text.charCodeAt(next);
    const byte = bytes.get(unit) ?? 0;
    if (!isTail(byte)) return undefined;
    code = (code << 6) | (byte & 0x3f);
    control ||= unit < 0xa0;
  }
  return code < (LOWEST[length] ?? 0) ? undefined : { length, code, control };
}

function weigh(text: string, at: number, reading: Reading, bytes: Bytes): number {
  const sequence = sequenceAt(text, at, bytes);
  if (sequence === undefined) return 0;
  const { length, code, control } = sequence;
  if (length === 4) return code >= 0x1f000 && code < 0x1fb00 ? CERTAIN : 0;
  if (length === 3) return control || isTypographic(code) ? CERTAIN : weighTriple(text, at, bytes, code);
  if (code < 0xc0) return weighSign(code, text[at - 1], reading);
  if (code < 0x100) return weighAccent(text, at, reading);
  if (code < 0x180) return isLower(text[at - 1]) || isLower(text[at + length]) ? LIKELY : 0;
  return weighRun(text, at, bytes, reading === 'windows-1251' ? RUN_OF_CYRILLIC : RUN);
}

/** Dashes, quotes, bullet, ellipsis, primes; euro, trade mark, comparison signs. */
function isTypographic(code: number): boolean {
  return (code >= 0x2010 && code < 0x2045) || code === 0x20ac || code === 0x2122 || (code >= 0x2260 && code < 0x2266);
}

/** Vietnamese letters come one at a time; other scripts of three bytes one after another. */
function weighTriple(text: string, at: number, bytes: Bytes, code: number): number {
  if (code >= 0x1e00 && code < 0x1f00) return LIKELY;
  const next = code >= 0x900 ? sequenceAt(text, at + 3, bytes) : undefined;
  return next !== undefined && next.code >= 0x900 ? CERTAIN : 0;
}

/** "Â" before a sign of Latin-1; as the end of a word in capitals it is a letter, and in Cyrillic it is a preposition. */
function weighSign(code: number, before: string | undefined, reading: Reading): number {
  if (code < 0xa0 || reading === 'windows-1251') return 0;
  if (reading === 'macintosh') return LIKELY;
  return isUpper(before) ? 0 : CERTAIN;
}

/** What can follow the last letter of a word in capitals. */
const CLOSING = '’‘“”„‚…–—•»«®©ªº\u00a0·¡¿';
const QUOTES = '’‘“”';
/** "Ã¥" may be å read once or twice wrongly; roots are drawn over π and ∞. */
const DOUBTFUL = '¥π∞';

/** "Ã" and its like before the second half of a letter. */
function weighAccent(text: string, at: number, reading: Reading): number {
  const before = text[at - 1];
  const tail = text[at + 1] ?? '';
  const after = text[at + 2];
  if (reading !== 'windows-1252')
    return isLower(before) && !CLOSING.includes(tail) && !DOUBTFUL.includes(tail) ? LIKELY : 0;
  if (isLower(before)) return DOUBTFUL.includes(tail) ? LIKELY : CERTAIN;
  if (isUpper(before)) return isLower(after) || isUpper(after) || !CLOSING.includes(tail) ? CERTAIN : 0;
  if (isLower(after)) return QUOTES.includes(tail) ? 0 : CERTAIN;
  return CLOSING.includes(tail) ? 0 : LIKELY;
}

/** Consecutive pairs of another script; Ukrainian in capitals comes to three by itself. */
const RUN = 3;
const RUN_OF_CYRILLIC = 4;

function weighRun(text: string, at: number, bytes: Bytes, asked: number): number {
  for (let pair = 0; pair < asked; pair++) {
    const sequence = sequenceAt(text, at + 2 * pair, bytes);
    if (sequence === undefined || sequence.code < 0x370 || sequence.code >= 0x700) return 0;
  }
  return CERTAIN;
}

function isLower(sign: string | undefined): boolean {
  return sign !== undefined && ((sign >= 'a' && sign <= 'z') || LOWER_LETTERS.includes(sign));
}

function isUpper(sign: string | undefined): boolean {
  return sign !== undefined && ((sign >= 'A' && sign <= 'Z') || UPPER_LETTERS.includes(sign));
}
