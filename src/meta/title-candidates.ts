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
/** Farther under the first sentence of the densest prose a running sentence is body. */
export const DECK_LINES = 3;

/** Places of the zone, in order. */
export function candidatesOf(zone: Zone): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < zone.lines.length; place++) if (mayBeTitle(zone, place)) places.push(place);
  return places;
}

export function mayBeTitle(zone: Zone, place: number): boolean {
  if (zone.caption[place] === 1) return false;
  const { lines, outline } = zone.doc;
  const at = zone.lines[place] as number;
  const terminal = lines.terminal[at] as number;
  const units = (lines.end[at] as number) - (lines.from[at] as number);
  if (terminal === STOP || terminal === COMMA || units > LONGEST_TITLE_UNITS) return false;
  if ((lines.letters[at] as number) < FEWEST_LETTERS) return false;
  if ((lines.tokens[at] as number) > (isUnspaced(zone.doc, at) ? MOST_UNSPACED_TOKENS : MOST_TOKENS)) return false;
  if (place > zone.body + DECK_LINES && outline.sentence[at] === 1) return false;
  if (isInVerse(zone.doc, at) || isFrontMatter(zone.doc, at)) return false;
  const dated = zone.dated[place];
  return dated === undefined || dated.rest.length > 0;
}

/** A poem's first line may be its title, a later one is its refrain. */
export function isInVerse({ blocks, blockOf }: Document, at: number): boolean {
  const block = blocks[blockOf[at] as number];
  return block?.kind === 'verse' && block.first < at;
}

function isFrontMatter({ blocks, blockOf }: Document, at: number): boolean {
  return blocks[blockOf[at] as number]?.kind === 'front-matter';
}

function isUnspaced({ lines }: Document, at: number): boolean {
  return (lines.letters[at] as number) < (lines.tokens[at] as number) * 2;
}
