/** The lines of a page that may be its title at all. */
import type { Document } from '../core/types.ts';
import type { Zone } from './zone.ts';

/** Of 1,032 stated titles that are a line of their own, none is longer, and 5 end in a full stop. */
const MOST_TOKENS = 45;
const MOST_UNSPACED_TOKENS = 90;
const LONGEST_TITLE_UNITS = 300;
const FEWEST_LETTERS = 2;
/** Terminal classes of a line that goes on or has ended. */
const STOP = 1;
const COMMA = 6;
/**
 * Under the first sentence a title stands only if that was a deck or a notice: of candidates farther down 44 % were the
 * title.
 */
export const DECK_LINES = 3;

export interface Candidates {
  readonly zone: Zone;
  /** In order. */
  readonly places: readonly number[];
  /** Per place of the zone the low half of the line's hash. */
  readonly hashes: Int32Array;
}

export function candidatesOf(zone: Zone): Candidates {
  const { doc, lines } = zone;
  const { hashLow } = doc.lines;
  const places: number[] = [];
  const hashes = new Int32Array(lines.length);
  for (let place = 0; place < lines.length; place++) {
    hashes[place] = hashLow[lines[place] as number] as number;
    if (mayBeTitle(zone, place)) places.push(place);
  }
  return { zone, places, hashes };
}

export function mayBeTitle(zone: Zone, place: number): boolean {
  if (place > zone.body + DECK_LINES || zone.caption[place] === 1) return false;
  const { lines } = zone.doc;
  const at = zone.lines[place] as number;
  const terminal = lines.terminal[at] as number;
  const units = (lines.end[at] as number) - (lines.from[at] as number);
  if (terminal === STOP || terminal === COMMA || units > LONGEST_TITLE_UNITS) return false;
  if ((lines.letters[at] as number) < FEWEST_LETTERS) return false;
  if ((lines.tokens[at] as number) > (isUnspaced(zone.doc, at) ? MOST_UNSPACED_TOKENS : MOST_TOKENS)) return false;
  const dated = zone.dated[place];
  return dated === undefined || dated.rest.length > 0;
}

function isUnspaced({ lines }: Document, at: number): boolean {
  return (lines.letters[at] as number) < (lines.tokens[at] as number) * 2;
}

export function addWeight(scores: Int32Array, place: number, weight: number): void {
  scores[place] = (scores[place] as number) + weight;
}
