/**
 * Lines that say another line again with something around it: a breadcrumb (`Home » News » The title`), a page name
 * (`The title | Outlet`), a link text. What is quoted so is likely the title.
 */
import type { Document } from '../core/types.ts';

export interface Trails {
  /** Per place of the zone: the line is a part, between separators, of another line. */
  readonly isPart: Uint8Array;
  /** The line ends a longer line. */
  readonly isTail: Uint8Array;
}

const PARTERS: RegExp = /[|»›>•·/]|\s[-–—]\s/;
/** A longer line is no trail. */
const LONGEST_TRAIL_TOKENS = 40;
/** A shorter tail is chance. */
const SHORTEST_TAIL = 3;
/** A trail has this many words at most before the title. */
const LONGEST_HEAD = 12;
/** Trails stand close above the title or right under it. */
const REACH_ABOVE = 30;
const REACH_BELOW = 10;

export function trailsOf(doc: Document, lines: readonly number[]): Trails {
  const isPart = new Uint8Array(lines.length);
  const isTail = new Uint8Array(lines.length);
  const parts = new Set<number>();
  for (const at of lines) addParts(doc, at, parts);
  lines.forEach((at, place) => {
    const first = doc.lines.word[at] as number;
    const end = doc.lines.word[at + 1] as number;
    if (parts.has(hashOf(doc, first, end))) isPart[place] = 1;
    if (endsAnother(doc, lines, place, first, end - first)) isTail[place] = 1;
  });
  return { isPart, isTail };
}

/** Adds a hash per part of a line with separators. */
function addParts(doc: Document, at: number, parts: Set<number>): void {
  if ((doc.lines.marks[at] as number) === 0 || (doc.lines.tokens[at] as number) > LONGEST_TRAIL_TOKENS) return;
  const pieces = doc.line(at).split(PARTERS);
  if (pieces.length < 2) return;
  const lastWord = doc.lines.word[at + 1] as number;
  let word = doc.lines.word[at] as number;
  let offset = doc.lines.from[at] as number;
  for (const piece of pieces) {
    offset = doc.text.indexOf(piece, offset) + piece.length;
    const first = word;
    while (word < lastWord && (doc.words.start[word] as number) < offset) word++;
    if (word > first) parts.add(hashOf(doc, first, word));
  }
}

function hashOf(doc: Document, first: number, end: number): number {
  let hash = end - first;
  for (let word = first; word < end; word++) hash = (Math.imul(hash, 31) + (doc.words.hash[word] as number)) >>> 0;
  return hash;
}

function endsAnother(doc: Document, lines: readonly number[], place: number, first: number, count: number): boolean {
  if (count < SHORTEST_TAIL) return false;
  const to = Math.min(lines.length, place + REACH_BELOW);
  for (let other = Math.max(0, place - REACH_ABOVE); other < to; other++) {
    const at = lines[other] as number;
    const end = doc.lines.word[at + 1] as number;
    const head = end - (doc.lines.word[at] as number) - count;
    if (head > 0 && head < LONGEST_HEAD && sameWords(doc, end - count, first, count)) return true;
  }
  return false;
}

function sameWords(doc: Document, one: number, two: number, count: number): boolean {
  for (let word = count - 1; word >= 0; word--)
    if (doc.words.hash[one + word] !== doc.words.hash[two + word]) return false;
  return true;
}
