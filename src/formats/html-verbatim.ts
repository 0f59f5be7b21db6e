/** Tells code from prose in preformatted text: old mail archives and wire pages put whole articles into `pre`. */
import { BLANK, CLASSES, DIGIT, LETTER, UNSPACED } from '../text/tables/letters.ts';

const CODE_CLASS = /code|highlight|brush|language-|lang-|syntax|prettyprint|hljs|shell|terminal|console|^src$/;
const LONGEST_CLASS = 200;
/** Prose has a sign every ten letters or so; code, listings and tables drawn with signs have more. */
const MOST_SIGNS_PERCENT = 10;
const LEAST_LETTERS = 80;
/** Prose starts its lines at the margin but for a paragraph's first. */
const MOST_INDENTED_PERCENT = 50;

export function isCodeClass(value: string): boolean {
  return value !== '' && CODE_CLASS.test(value.slice(0, LONGEST_CLASS).toLowerCase());
}

export function isProse(lines: readonly string[]): boolean {
  let letters = 0;
  let signs = 0;
  let indented = 0;
  for (const line of lines) {
    if (line.startsWith('  ') || line.startsWith('\t')) indented++;
    for (let at = 0; at < line.length; at++) {
      const kind = CLASSES[line.charCodeAt(at)] as number;
      if (kind >= LETTER && kind <= UNSPACED && kind !== DIGIT) letters++;
      else if (kind !== BLANK && kind !== DIGIT) signs++;
    }
  }
  if (letters < LEAST_LETTERS || indented * 100 > lines.length * MOST_INDENTED_PERCENT) return false;
  return signs * 100 <= letters * MOST_SIGNS_PERCENT;
}
