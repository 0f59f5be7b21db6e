/** Persons' names in a byline: what looks like one, and where one ends and the next begins. */
import type { Document } from '../core/types.ts';
import { plainName } from '../text/date-words.ts';
import { hashWord } from '../text/hash.ts';
import { CAPITAL } from '../text/scan.ts';
import { CLASSES, DIGIT, LETTER, UNSPACED, UPPER } from '../text/tables/letters.ts';
import {
  AGENCIES,
  CONJUNCTIONS,
  FULL_AGENCIES,
  NOT_IN_NAMES,
  PARTICLES,
  PLACES,
  ROLES,
  TIME_WORDS,
} from './author-words.ts';

export type NameCare = 'forgiving' | 'usual' | 'doubtful';

/** `strict`: nothing but its looks says that the text is a name; otherwise an opener such as `By` stands before it. */
export type NameTrust = 'strict' | 'led';

const LONGEST_NAME_UNITS = 48;
const MOST_WORDS = 5;
/** Chinese, Japanese and Korean names. */
const UNSPACED_NAME = { shortest: 2, longest: 5 };
const LONGEST_NAMES_UNITS = 200;

export interface FoundNames {
  readonly names: readonly string[];
  /** False if prose follows the names. */
  readonly isAll: boolean;
}

const NO_NAMES: FoundNames = { names: [], isAll: true };

/**
 * The names at the start of a text; roles, places and agencies beside them are passed over. Without an opener anything
 * else makes it no byline; after one, an agency alone is who wrote it.
 */
export function namesIn(text: string, trust: NameTrust): FoundNames {
  if (text.length > LONGEST_NAMES_UNITS) return NO_NAMES;
  const names: string[] = [];
  const pieces = piecesOf(text);
  let isAll = true;
  for (const piece of pieces) {
    const name = nameAt(piece, trust);
    if (name !== '' && (names.length === 0 || name.includes(' ') || !isFullName(names[0]))) names.push(name);
    else if (name === '' && !isAside(piece)) {
      if (trust === 'strict' || !names.some((each) => isCapitalised(each.split(' ')[0] ?? ''))) return NO_NAMES;
      isAll = false;
      break;
    }
  }
  if (names.length === 0 && trust === 'led' && isAgency(pieces[0] ?? ''))
    return { names: [withoutEnd(pieces[0] ?? '')], isAll };
  return { names: [...new Set(names)], isAll };
}

/** After a full name a single word is no second author: `Ann Lee, Zürich`. */
function isFullName(name: string | undefined): boolean {
  return name?.includes(' ') === true;
}

/** Parts between commas, `and`, `und`, `&`, `|` and the like. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let current: string[] = [];
  for (const word of text.replaceAll(LOST_BLANK, ' ').replaceAll(SEPARATORS, ' , ').split(BLANKS)) {
    if (word === '') continue;
    if (word !== ',' && !CONJUNCTIONS.has(plainName(word))) current.push(word);
    else if (current.length > 0) {
      pieces.push(current.join(' '));
      current = [];
    }
  }
  if (current.length > 0) pieces.push(current.join(' '));
  return pieces;
}

/** A name by its place alone: a word with a capital that some name may hold. */
export function isShortName(text: string): boolean {
  return (
    text.length > 2 && isCapitalised(text) && !isWordOf(NOT_IN_NAMES, text) && !isWordOf(ROLES, text) && !isAgency(text)
  );
}

/** A blank that flattening left as an entity. */
const LOST_BLANK: RegExp = /&nbsp;?/g;
const SEPARATORS: RegExp = /[,;|/&•·()\t、，／]|\s[-–—]\s/g;
const BLANKS: RegExp = /[\s\u00a0]+/;

/** The name that the piece is, what follows it cut off; `''` if it is none. */
function nameAt(piece: string, trust: NameTrust): string {
  const words = nameWords(piece.split(' '), trust);
  const name = withoutEnd(words.join(' '));
  if (words.length === 0 || words.length > MOST_WORDS || name.length > LONGEST_NAME_UNITS) return '';
  if (PLACES.has(plainName(name)) || isAgency(name)) return '';
  if (isUnspacedName(name)) return trust === 'led' ? name : '';
  if (words.some((word) => isWordOf(NOT_IN_NAMES, word))) return '';
  return trust === 'strict' ? strictName(words, name) : ledName(words, name);
}

/**
 * The words up to a role, a number (`59 Comments`), a shouted word after two others (`Ann Lee CPP`), and after an
 * opener up to a word that is in no name. A capital inside the last word is where flattened markup glued the next text
 * to it.
 */
function nameWords(words: readonly string[], trust: NameTrust): readonly string[] {
  const kept: string[] = [];
  for (const word of words) {
    const unglued = kept.length > 0 ? beforeGlue(word) : word;
    if (isWordOf(ROLES, unglued) || isNumber(unglued) || unglued.includes('@')) break;
    if (
      kept.length >= 2 &&
      ((isCaps(unglued) && unglued.length > 2) || (trust === 'led' && isWordOf(NOT_IN_NAMES, unglued)))
    )
      break;
    if (kept.length > 1 && isWordOf(TIME_WORDS, unglued)) break;
    kept.push(kept.length > 0 ? withoutDigits(unglued) : unglued);
    if (unglued !== word) break;
  }
  return kept;
}

/** `Mc`, `Mac`, `De`, `Fitz` before a capital belong to a name; anything longer is a word of its own. */
const LONGEST_PREFIX = 4;

function beforeGlue(word: string): string {
  const handle = word.indexOf('@');
  if (handle > 0) return word.slice(0, handle);
  for (let at = 1; at < word.length; at++) {
    if (CLASSES[word.charCodeAt(at)] !== UPPER || CLASSES[word.charCodeAt(at - 1)] !== LETTER) continue;
    const last = Math.max(word.lastIndexOf('-', at), word.lastIndexOf('’', at), word.lastIndexOf("'", at));
    if (at - last > LONGEST_PREFIX || isWordOf(ROLES, word.slice(at))) return word.slice(0, at);
  }
  return word;
}

/** A footnote sign flattened to a digit: `Kinsella2`. */
function withoutDigits(word: string): string {
  let end = word.length;
  while (end > 1 && CLASSES[word.charCodeAt(end - 1)] === DIGIT) end--;
  return word.slice(0, end);
}

function isNumber(word: string): boolean {
  return CLASSES[word.charCodeAt(0)] === DIGIT;
}

function isAgency(name: string): boolean {
  const plain = plainName(withoutEnd(name));
  return AGENCIES.has(plain) || FULL_AGENCIES.has(plain);
}

/** Two words or more, each with a capital or a particle; an initial alone is no name. */
function strictName(words: readonly string[], name: string): string {
  const full = words.filter((word) => isCapitalised(word) && word.length > 2);
  const fits =
    words.length >= 2 &&
    full.length >= 2 &&
    words.every((word) => isCapitalised(word) || PARTICLES.has(plainName(word)));
  return fits && isCapitalised(words[0] ?? '') && !isCaps(name) ? name : '';
}

/** After an opener also one word, a handle, or small letters (`kirstin boatto`): one to three words. */
function ledName(words: readonly string[], name: string): string {
  if (words.every((word) => isCapitalised(word) || PARTICLES.has(plainName(word)))) return name;
  return words.length <= 2 && words.every((word) => isPlainWord(word) && !isNumber(word)) ? name : '';
}

/** Shouted: no small letter at all. */
function isCaps(name: string): boolean {
  for (let at = 0; at < name.length; at++) if (CLASSES[name.charCodeAt(at)] === LETTER) return false;
  return true;
}

function isCapitalised(word: string): boolean {
  return CLASSES[word.charCodeAt(0)] === UPPER && isPlainWord(word);
}

/** Letters with `.`, `'`, `’`, `-`, `_` and digits inside. */
function isPlainWord(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const kind = CLASSES[word.charCodeAt(at)] as number;
    if (kind !== LETTER && kind !== UPPER && !INNER_SIGNS.includes(word.charAt(at))) return false;
  }
  return word !== '';
}

const INNER_SIGNS = ".'’‘-‐_0123456789";

function isUnspacedName(name: string): boolean {
  if (name.length < UNSPACED_NAME.shortest || name.length > UNSPACED_NAME.longest) return false;
  for (let at = 0; at < name.length; at++) if (CLASSES[name.charCodeAt(at)] !== UNSPACED) return false;
  return true;
}

/** What may stand between names without being one: roles, credentials, agencies, places, handles, addresses. */
function isAside(piece: string): boolean {
  const words = piece.split(' ');
  if (words.some((word) => isWordOf(ROLES, word))) return true;
  if (PLACES.has(plainName(piece)) || isAgency(piece)) return true;
  if (words.length > 2) return false;
  return words.every((word) => isCredential(word) || word.includes('@') || (words.length === 1 && isCapitalised(word)));
}

/** `MD`, `Ph.D.`, `M.S.` */
function isCredential(word: string): boolean {
  return (
    word.length <= 6 &&
    isPlainWord(word) &&
    word.replaceAll('.', '').length >= 2 &&
    CLASSES[word.charCodeAt(word.length - 1)] !== LETTER
  );
}

function isWordOf(words: ReadonlySet<string>, word: string): boolean {
  return words.has(plainName(withoutEnd(word)));
}

const END_SIGNS = ',:;-–—|*';

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && END_SIGNS.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/**
 * True if the page itself treats the text as an author's name: its words are not used in small letters, the first of
 * them does not go without the second, and the prose does not speak of the person, unless a note on the author begins
 * with the name. `forgiving`, where the layout already says byline: one small use and any mention in the prose are no
 * matter; `doubtful`, where nothing does: the name must stand on the page twice. `Travel Tips` over a page that speaks
 * of travel is a section, `Anna Keller` over one that never names her an author.
 */
export function isNameOnPage(doc: Document, name: string, care: NameCare): boolean {
  const parts = name.split(NAME_PARTS).filter((part) => part !== '' && !PARTICLES.has(plainName(part)));
  const [first = 0, second = 0, ...others] = parts.map(hashOfWord);
  const last = others.at(-1) ?? second;
  const { words, lines, outline } = doc;
  let firsts = 0;
  let pairs = 0;
  let line = 0;
  const small = new Set<number>();
  for (let word = 0; word < words.count; word++) {
    const hash = words.hash[word] as number;
    if (hash !== first && hash !== second && !others.includes(hash)) continue;
    while ((lines.word[line + 1] as number) <= word) line++;
    const from = lines.word[line] as number;
    const isAboutAuthor = words.hash[from] === first && words.hash[from + 1] === second;
    if (((words.flags[word] as number) & CAPITAL) === 0) small.add(hash);
    if (care !== 'forgiving' && hash === last && outline.sentence[line] === 1 && !isAboutAuthor) return false;
    if (hash !== first) continue;
    firsts++;
    if (words.hash[word + 1] === second) pairs++;
  }
  const goesTogether = parts.length < 2 || firsts <= 2 * pairs;
  return goesTogether && small.size <= (care === 'forgiving' ? 1 : 0) && (care !== 'doubtful' || pairs > 1);
}

const NAME_PARTS: RegExp = /[ ‐-]/;

/** The word as the word table hashes it: apostrophes skipped, a hyphen ends it. */
function hashOfWord(word: string): number {
  return hashWord(word.split(/[-.‐_]/)[0]?.replaceAll(/['’‘]/g, '') ?? '');
}
