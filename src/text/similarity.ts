/**
 * The sole door to `string-similarity`: Dice on letter pairs, for headlines and short lines only. Its cost grows with the
 * text and its measure ignores order: unrelated articles reach 0.72, ten paragraphs and their reverse 0.999 (measured),
 * so whole documents are compared by word sets (`dedup/verify.ts`), never here.
 */
import stringSimilarity from 'string-similarity';
import { APOSTROPHE, CLASSES, DIGIT, FOLDED, JOINER, LETTER, UNSPACED } from './tables/letters.ts';

/** Longer strings are a mistake of the caller: one pair of 6 KB texts costs as much as 500 merges of word sets. */
export const LONGEST_COMPARED = 2000;
/** Headlines, captions and lines; below 8 units letter pairs say nothing, above 200 order matters too much. */
const SHORTEST_LINE = 8;
const LONGEST_LINE = 200;
const LEAST_DICE = 0.9;
const LEAST_LENGTH_RATIO = 0.8;

/** "would resign" and "would not resign" reach 0.933: a negation on one side only is another statement. Apostrophes dropped. */
const NEGATION_LIST =
  'no not nor none never neither nobody nothing without cannot cant dont doesnt didnt wont wouldnt isnt arent wasnt werent ' +
  'hasnt havent hadnt shouldnt couldnt mustnt aint nicht nichts nie niemals niemand kein keine keinen keinem keiner keines ' +
  'ohne ne ni pas jamais aucun aucune rien sans nada nunca ningún ninguno ninguna sin non mai nessuno nessuna senza niente ' +
  'não nem nenhum nenhuma sem niet niets nooit geen zonder nie nigdy nikt żaden bez не ни нет никогда никто без ' +
  '不 没 沒 未 无 無 非';
export const NEGATIONS: ReadonlySet<string> = new Set(NEGATION_LIST.split(' '));

/** Share of letter pairs that two short strings have in common, case and signs folded away; 0..1. */
export function diceOf(a: string, b: string): number {
  refuseLong(a);
  refuseLong(b);
  return stringSimilarity.compareTwoStrings(foldLine(a), foldLine(b));
}

/** True if two lines say the same but for spelling: alike in letters and length, the same digits, the same negations. */
export function areAlike(a: string, b: string): boolean {
  refuseLong(a);
  refuseLong(b);
  const left = foldLine(a);
  const right = foldLine(b);
  if (left === right) return left !== '';
  const shorter = Math.min(left.length, right.length);
  const longer = Math.max(left.length, right.length);
  if (shorter < SHORTEST_LINE || longer > LONGEST_LINE || shorter < longer * LEAST_LENGTH_RATIO) return false;
  if (digitsOf(left) !== digitsOf(right) || negationsOf(left) !== negationsOf(right)) return false;
  return stringSimilarity.compareTwoStrings(left, right) >= LEAST_DICE;
}

function refuseLong(line: string): void {
  if (line.length > LONGEST_COMPARED)
    throw new RangeError(`string of ${line.length} units: letter pairs are for short lines`);
}

/** Folded words parted by single blanks; apostrophes and joiners vanish as in the word table. */
function foldLine(line: string): string {
  let folded = '';
  let inWord = false;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    const kind = CLASSES[unit] as number;
    if ((kind >= LETTER && kind <= DIGIT) || kind === UNSPACED) {
      if (folded !== '' && (!inWord || kind === UNSPACED)) folded += ' ';
      folded += String.fromCharCode(FOLDED[unit] as number);
      inWord = kind !== UNSPACED;
    } else if (kind !== JOINER && kind !== APOSTROPHE) inWord = false;
  }
  return folded;
}

function digitsOf(folded: string): string {
  return (folded.match(/[0-9]+/g) ?? []).join(' ');
}

function negationsOf(folded: string): string {
  return folded
    .split(' ')
    .filter((word) => NEGATIONS.has(word))
    .join(' ');
}
