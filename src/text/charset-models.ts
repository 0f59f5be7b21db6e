/** The letter models opened: per language the cost of each letter after each, and where the bytes of an encoding stand in it. */
import { byteUnits } from './charset-index.ts';
import { ASCII_PLACES } from './charset-pairs.ts';
import {
  CASELESS_LETTERS,
  LETTER_MODELS,
  type LetterModel,
  LOWER_LETTERS,
  UPPER_LETTERS,
} from './tables/charset-model.ts';

/** Quarter bits: a foreign letter (1 in 16,000) and what follows one, a letter of a third script, a change inside a word. */
const FOREIGN_COST = 56;
const BESIDE_FOREIGN = 20;
const AFTER_FOREIGN = 10;
const ALIEN_COST = 80;
const MIXED_COST = 80;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const DIGIT_VALUES: Uint8Array = Uint8Array.from({ length: 128 }, (_, unit) =>
  Math.max(0, DIGITS.indexOf(String.fromCharCode(unit))),
);

export interface OpenModel {
  readonly lang: string;
  readonly latin: boolean;
  readonly letters: string;
  /** Place by code unit. */
  readonly places: ReadonlyMap<number, number>;
  /** Rows and columns: 0 the word's edge, the letters, then three places for letters that the language does not have. */
  readonly costs: Uint8Array;
  readonly size: number;
}

/** The three places, counted from the last letter's: ASCII in another script, the same script, any other. */
const LATIN = 1;
const FOREIGN = 2;
const ALIEN = 3;

const models = new Map<string, OpenModel>();
const places = new Map<string, Uint8Array>();

export function letterModel(lang: string): OpenModel {
  const known = models.get(lang);
  if (known !== undefined) return known;
  const packed = LETTER_MODELS.find((one) => one.lang === lang) ?? NO_MODEL;
  const size = packed.letters.length + 1 + ALIEN;
  const opened = {
    lang,
    latin: packed.script === 'Latin',
    letters: packed.letters,
    places: new Map([...packed.letters].map((letter, at) => [letter.charCodeAt(0), at + 1])),
    costs: openCosts(packed, size),
    size,
  };
  models.set(lang, opened);
  return opened;
}

const NO_MODEL: LetterModel = { lang: '', script: '', letters: '', costs: 'A' };

function openCosts({ letters, costs }: LetterModel, size: number): Uint8Array {
  const own = letters.length + 1;
  const opened = new Uint8Array(size * size);
  for (let first = 0; first < size; first++) {
    for (let second = 0; second < size; second++) {
      const inside = first < own && second < own;
      opened[first * size + second] = inside
        ? (DIGIT_VALUES[costs.charCodeAt(first * own + second)] ?? 0)
        : outsideCost(first - letters.length, second - letters.length, second === 0);
    }
  }
  opened[0] = 0;
  return opened;
}

/** Letters of the language itself come as 0 or less. */
function outsideCost(first: number, second: number, edge: boolean): number {
  if (edge) return AFTER_FOREIGN;
  if (second === ALIEN) return ALIEN_COST;
  if (second === FOREIGN) return FOREIGN_COST;
  if (first === LATIN || second === LATIN) return first === ALIEN ? BESIDE_FOREIGN : MIXED_COST;
  return first === FOREIGN ? BESIDE_FOREIGN : MIXED_COST;
}

/** Place of each byte in the model: 0 for whatever is no letter. */
export function bytePlaces(encoding: string, model: OpenModel): Uint8Array {
  const key = `${encoding} ${model.lang}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  const made = byteLetters(encoding).map(
    (unit) => model.places.get(unit) ?? (unit === 0 ? 0 : outsidePlace(unit, model)),
  );
  const bytes = Uint8Array.from(made);
  places.set(key, bytes);
  return bytes;
}

const letters = new Map<string, Uint16Array>();
const lowerOfUnit = new Map<number, number>();

/** The code unit of each byte's letter in lower case, 0 where it has none. */
function byteLetters(encoding: string): Uint16Array {
  const known = letters.get(encoding);
  if (known !== undefined) return known;
  const made = byteUnits(encoding).map((unit) => {
    const lower = lowerOfUnit.get(unit) ?? lowerLetter(String.fromCharCode(unit));
    lowerOfUnit.set(unit, lower);
    return lower;
  });
  letters.set(encoding, made);
  return made;
}

function lowerLetter(sign: string): number {
  const lower = sign >= 'A' && sign <= 'Z' ? sign.toLowerCase() : (LOWER_LETTERS[UPPER_LETTERS.indexOf(sign)] ?? sign);
  const letter = (lower >= 'a' && lower <= 'z') || LOWER_LETTERS.includes(lower) || CASELESS_LETTERS.includes(lower);
  return letter ? (SAME_LETTER[lower] ?? lower).charCodeAt(0) : 0;
}

/** Comma below and cedilla are one Romanian letter; the models know it with the cedilla. */
const SAME_LETTER: Readonly<Record<string, string>> = { ș: 'ş', ț: 'ţ' };

function outsidePlace(unit: number, model: OpenModel): number {
  if (unit < ASCII) return model.letters.length + LATIN;
  const last = model.letters.charCodeAt(model.letters.length - 1);
  const same = model.latin ? unit < GREEK : unit >>> BLOCK_BITS === last >>> BLOCK_BITS;
  return model.letters.length + (same ? FOREIGN : ALIEN);
}

const ASCII = 0x80;
/** Latin letters come before it in Unicode; from it on scripts lie in blocks of 256. */
const GREEK = 0x0370;
const BLOCK_BITS = 8;

/** Cost of the ASCII letters of a text by themselves, for the models that share their places. */
export function asciiCost(model: OpenModel, ascii: Uint32Array): number {
  let cost = 0;
  for (let first = 0; first < ASCII_PLACES; first++) {
    for (let second = 0; second < ASCII_PLACES; second++) {
      cost += (ascii[first * ASCII_PLACES + second] ?? 0) * (model.costs[first * model.size + second] ?? 0);
    }
  }
  return cost;
}
