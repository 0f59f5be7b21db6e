/**
 * Lines that say another line again with something around it: a breadcrumb (`Home » News » The title`), a page name
 * (`The title | Outlet`), a link text. What is quoted so is likely the title.
 */
import type { Document, WordTable } from '../core/types.ts';

/** The line is a part, between separators, of another line. */
export const IS_PART = 1;
/** The line ends a longer line. */
export const IS_TAIL = 2;

/** Signs that part a trail, and dashes, which part it only between blanks. */
const PARTER = 1;
const DASH = 2;
const KINDS: Uint8Array = new Uint8Array(0x10000);
for (const sign of '|»›>•·/') KINDS[sign.charCodeAt(0)] = PARTER;
for (const sign of '-–—') KINDS[sign.charCodeAt(0)] = DASH;
const BLANKS: RegExp = /\s/;
/** A longer line is no trail. */
const LONGEST_TRAIL_TOKENS = 40;
/** A shorter tail is chance. */
const SHORTEST_TAIL = 3;
/** A trail has this many words at most before the title. */
const LONGEST_HEAD = 12;
/** Trails stand close above the title or right under it. */
const REACH_ABOVE = 30;
const REACH_BELOW = 10;

/** Per place of the zone the bits of its line; only lines at `places` are asked for, the others may hold them. */
export function trailsOf(doc: Document, lines: readonly number[], places: readonly number[]): Uint8Array {
  const trails = new Uint8Array(lines.length);
  const parts = partsOf(doc, lines);
  const ends = lastWords(doc, lines);
  const { word } = doc.lines;
  for (const place of places) {
    const at = lines[place] as number;
    const isPart = parts.size > 0 && parts.has(hashOf(doc.words, word[at] as number, word[at + 1] as number));
    trails[place] = (isPart ? IS_PART : 0) | (endsAnother(doc, lines, place, ends) ? IS_TAIL : 0);
  }
  return trails;
}

/** A hash per part of each line with separators. */
function partsOf(doc: Document, lines: readonly number[]): ReadonlySet<number> {
  const parts = new Set<number>();
  for (let place = 0; place < lines.length; place++) {
    const at = lines[place] as number;
    if ((doc.lines.marks[at] as number) > 0 && (doc.lines.tokens[at] as number) <= LONGEST_TRAIL_TOKENS)
      addParts(doc, at, parts);
  }
  return parts;
}

/** Separators stand between words, so only the gaps are read. */
function addParts({ text, lines, words }: Document, at: number, parts: Set<number>): void {
  const end = lines.end[at] as number;
  const last = lines.word[at + 1] as number;
  let first = lines.word[at] as number;
  let start = lines.from[at] as number;
  let offset = start;
  let isParted = false;
  for (let word = first; word <= last; word++) {
    const gapEnd = word < last ? (words.start[word] as number) : end;
    for (; offset < gapEnd; offset++) {
      const kind = KINDS[text.charCodeAt(offset)] as number;
      if (kind === 0 || (kind === DASH && !isFreeDash(text, offset, start, end))) continue;
      if (word > first) parts.add(hashOf(words, first, word));
      first = word;
      start = kind === DASH ? offset + 2 : offset + 1;
      isParted = true;
    }
    offset = word < last ? (words.end[word] as number) : end;
  }
  if (isParted && last > first) parts.add(hashOf(words, first, last));
}

/** True between two blanks, the first of which is not part of an earlier separator. */
function isFreeDash(text: string, at: number, start: number, end: number): boolean {
  return at > start && at + 1 < end && BLANKS.test(text.charAt(at - 1)) && BLANKS.test(text.charAt(at + 1));
}

function hashOf(words: WordTable, first: number, end: number): number {
  let hash = end - first;
  for (let word = first; word < end; word++) hash = (Math.imul(hash, 31) + (words.hash[word] as number)) | 0;
  return hash;
}

/** The hash of the last word per place, so that few lines need be compared. */
function lastWords({ words, lines: { word } }: Document, lines: readonly number[]): Int32Array {
  const ends = new Int32Array(lines.length);
  for (let place = 0; place < ends.length; place++)
    ends[place] = words.hash[(word[(lines[place] as number) + 1] as number) - 1] ?? 0;
  return ends;
}

function endsAnother(doc: Document, lines: readonly number[], place: number, ends: Int32Array): boolean {
  const { word } = doc.lines;
  const at = lines[place] as number;
  const first = word[at] as number;
  const count = (word[at + 1] as number) - first;
  if (count < SHORTEST_TAIL) return false;
  const last = ends[place];
  const to = Math.min(lines.length, place + REACH_BELOW);
  for (let other = Math.max(0, place - REACH_ABOVE); other < to; other++) {
    if (ends[other] !== last) continue;
    const line = lines[other] as number;
    const end = word[line + 1] as number;
    const head = end - (word[line] as number) - count;
    if (head > 0 && head < LONGEST_HEAD && sameWords(doc, end - count, first, count)) return true;
  }
  return false;
}

function sameWords(doc: Document, one: number, two: number, count: number): boolean {
  for (let word = count - 1; word >= 0; word--)
    if (doc.words.hash[one + word] !== doc.words.hash[two + word]) return false;
  return true;
}
