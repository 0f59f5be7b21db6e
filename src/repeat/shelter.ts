/** Lines whose form repeats by nature: rows, items, code, verse, speaker turns. A repeat of one of them alone means nothing. */
import type { Document } from '../core/types.ts';
import { blockAt } from '../text/blocks.ts';
import { NO_SPACES } from '../text/scan.ts';
import { closes, goesOn } from './edges.ts';

/** A word of a spaced script is worth two letters of an unspaced one. */
const LETTERS_A_WORD = 2;
/** Labels (`Q:`, `THE CHAIR:`, `Price:`) are at most this long. */
const LABEL_WORDS = 4;
const COLON = /[:\uff1a]/;
/** A label stands within this many units of the start. */
const LABEL_UNITS = 40;
/** A turn or an item of this weight or more is a statement, not a formula. */
const LONGEST_FORMULA = 20;
/** The outline judges lines from nine words on. */
const OUTLINE_MASS = 9;
const ITEM = /^(?:[-*+\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u25ba\u2192\u27a4\u2713\u2714#]|\/\/|\(?\d{1,3}[.)])\s/;
const DIALOGUE = /^["'\u2018\u201c\u00ab\u201e\u300c\u2013\u2014-]/;
const LONGEST_REPLY = 12;
/** A line of running text of so many words has a function word in every fifth place or more. */
const LEAST_PROSE_WORDS = 8;
const STOP_SHARE = 5;
/** A short question is a speaker's turn, or stands in the table of contents and over its answer. */
const QUESTION = 2;

/** Words of a line as a reader counts them; letters of scripts without spaces count half. */
export function massOf(doc: Document, line: number): number {
  const tokens = doc.lines.tokens[line] as number;
  let letters = 0;
  const end = doc.lines.word[line + 1] as number;
  for (let word = doc.lines.word[line] as number; word < end; word++) {
    if (((doc.words.flags[word] as number) & NO_SPACES) !== 0) letters++;
  }
  return tokens - letters + letters / LETTERS_A_WORD;
}

/** Rows, short items, code, verse and subheads. */
export function isSheltered(doc: Document, line: number): boolean {
  const kind = blockAt(doc, line)?.kind;
  if (kind === 'list') return !closes(doc, line) || massOf(doc, line) < LONGEST_FORMULA;
  return kind === 'table' || kind === 'code' || kind === 'verse' || kind === 'heading' || kind === 'front-matter';
}

/** True if the line is a sentence and no formula, so that saying it again adds nothing. */
export function isStatement(doc: Document, line: number, mass: number): boolean {
  if (!closes(doc, line) || isTurn(doc, line, mass)) return false;
  return mass >= OUTLINE_MASS ? doc.outline.sentence[line] === 1 : hasStopWords(doc, line);
}

/** One in five; true where the language is unknown. */
function hasStopWords(doc: Document, line: number): boolean {
  const words = (doc.lines.word[line + 1] as number) - (doc.lines.word[line] as number);
  return doc.lang === '' || (doc.lines.stops[line] as number) * STOP_SHARE >= words;
}

/** Running text, even where a line of it does not end like a sentence; lines of a song begin with capitals. */
export function isProse(doc: Document, line: number): boolean {
  return !isSheltered(doc, line) && runs(doc, line) && !isTurn(doc, line, massOf(doc, line));
}

function runs(doc: Document, line: number): boolean {
  const kind = blockAt(doc, line)?.kind;
  if (kind === 'wrapped') return hasStopWords(doc, line);
  if (doc.outline.sentence[line] === 1 || kind === 'quote' || closes(doc, line)) return true;
  const words = (doc.lines.word[line + 1] as number) - (doc.lines.word[line] as number);
  if (words < LEAST_PROSE_WORDS || doc.lang === '' || !hasStopWords(doc, line)) return false;
  return words >= LONGEST_FORMULA || goesOn(doc, line) || goesOn(doc, line + 1);
}

function isTurn(doc: Document, line: number, mass: number): boolean {
  if (mass >= LONGEST_FORMULA) return false;
  const text = doc.line(line);
  if (doc.lines.terminal[line] === QUESTION || ITEM.test(text)) return true;
  if (mass < LONGEST_REPLY && DIALOGUE.test(text)) return true;
  const colon = text.slice(0, LABEL_UNITS).search(COLON);
  return colon > 0 && text.slice(0, colon).split(' ').length <= LABEL_WORDS;
}
