/** Where two texts agree and where they part, for people: passages of words with their lines. */
import type { Lines } from '../core/types.ts';
import { shinglesOf } from '../text/shingles.ts';
import { CLASSES, DIGIT, LETTER } from '../text/tables/letters.ts';
import type { Runs } from './align.ts';
import { type ChangeKind, forEachChange, LEAST_RUN } from './changes.ts';
import { turned } from './evidence.ts';
import { IS_FIGURE, IS_GLUED } from './flags.ts';
import { foundWords } from './loss.ts';
import { type PreparedText, placeOf } from './prepare.ts';
import { joinRuns, lineOf } from './spans.ts';

/** A piece of one text. */
export interface Passage {
  /** Zero-based; none for words of the title. */
  readonly lines: Lines | undefined;
  readonly words: number;
  /** As it is written, its beginning at least. */
  readonly text: string;
}

export interface SharedPassage {
  readonly one: Lines;
  readonly other: Lines;
  readonly words: number;
  /** Its first words as the one has them. */
  readonly begins: string;
  /** It stands elsewhere in the other text, out of the common order. */
  readonly moved: boolean;
}

export interface Difference {
  readonly kind: ChangeKind;
  /** Either may be without words. */
  readonly one: Passage;
  readonly other: Passage;
}

/** Words of one text: the first and the end. */
type Range = readonly [number, number];

/** Texts of passages are cut to about so many letters. */
const LONGEST_TEXT = 200;
const HALF_A_SIGN = /[\ud800-\udbff]$/;
/** Shorter pieces that stand elsewhere are phrases. */
const LEAST_MOVED = 8;

/** In the order of the one; what moved follows. `runs` go from the one to the other. */
export function sharedPassages(one: PreparedText, other: PreparedText, runs: Runs): readonly SharedPassage[] {
  return [...inOrder(one, other, runs, false), ...movedPassages(one, other, runs)];
}

function inOrder(one: PreparedText, other: PreparedText, runs: Runs, moved: boolean): readonly SharedPassage[] {
  return joinRuns(one, other, runs).map((span) => ({
    one: span.one,
    other: span.other,
    words: span.words,
    begins: beginning(one, Math.max(span.wordOfOne, one.whole.titleWords)),
    moved,
  }));
}

/** What the alignment leaves out because it stands in another order. */
function movedPassages(one: PreparedText, other: PreparedText, runs: Runs): readonly SharedPassage[] {
  return movedRuns(one, other, runs).flatMap((moved) => inOrder(one, other, moved, true));
}

/** Runs that stand out of order, in lists that ascend in both texts. */
function movedRuns(one: PreparedText, other: PreparedText, runs: Runs): readonly Runs[] {
  if (Math.min(one.words.length, other.words.length) < LEAST_MOVED) return [];
  const aligned = alignedWords(one, runs);
  const found = foundWords(one, other, turned(runs));
  const shingles = shinglesOf(one.words, LEAST_MOVED);
  const places = placesIn(other);
  const moved: number[][] = [];
  let endInOther = 0;
  forEachRange(
    one.words.length,
    (at) => found[at] === 1 && aligned[at] === 0,
    (from, to) => {
      let isNew = true;
      for (let at = from; at + LEAST_MOVED <= to; at++) {
        const place = places.get(shingles[at] as number);
        if (place === undefined) continue;
        const length = equalWords(one.words.subarray(at, to), other.words.subarray(place));
        if (length < LEAST_MOVED) continue;
        if (isNew || place < endInOther) moved.push([]);
        moved.at(-1)?.push(at, place, length);
        [isNew, endInOther] = [false, place + length];
        at += length - 1;
      }
    },
  );
  return moved;
}

/** Where each run of words begins first. */
function placesIn({ words }: PreparedText): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  shinglesOf(words, LEAST_MOVED).forEach((shingle, at) => {
    if (!places.has(shingle)) places.set(shingle, at);
  });
  return places;
}

function equalWords(one: Uint32Array, other: Uint32Array): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length++;
  return length;
}

/** 1 for each word of the first text of the runs. */
function alignedWords(text: PreparedText, runs: Runs): Uint8Array {
  const aligned = new Uint8Array(text.words.length);
  for (let run = 0; run < runs.length; run += 3) {
    const from = runs[run] as number;
    aligned.fill(1, from, from + (runs[run + 2] as number));
  }
  return aligned;
}

/** Places where something stands for something else; numbers are told as wholes. */
export function differencesOf(one: PreparedText, other: PreparedText, runs: Runs): readonly Difference[] {
  const differences: Difference[] = [];
  forEachChange(one, other, runs, (kind, fromOne, toOne, fromOther, toOther) => {
    differences.push({
      kind,
      one: placeIn(one, wholeNumbers(one, [fromOne, toOne])),
      other: placeIn(other, wholeNumbers(other, [fromOther, toOther])),
    });
  });
  return differences;
}

/** `6-3/16` is three words, of which one may have changed. */
function wholeNumbers({ flags }: PreparedText, [from, to]: Range): Range {
  if (from === to) return [from, to];
  let [first, end] = [from, to];
  const goesOn = (at: number): boolean => ((flags[at] as number) & IS_GLUED) !== 0;
  while (first > 0 && goesOn(first) && isFigure(flags[first - 1])) first--;
  while (end < flags.length && isFigure(flags[end - 1]) && goesOn(end)) end++;
  return [first, end];
}

function isFigure(flag: number | undefined): boolean {
  return ((flag ?? 0) & IS_FIGURE) !== 0;
}

/**
 * Passages of `text`'s body that are not in the other text, changed places aside; phrases that the other has elsewhere do not
 * break them. `runs` go from `text` to the other.
 */
export function ownPassages(text: PreparedText, other: PreparedText, runs: Runs): readonly Passage[] {
  const found = alignedWords(text, runs);
  for (const moved of movedRuns(text, other, runs)) {
    alignedWords(text, moved).forEach((isMoved, at) => {
      if (isMoved === 1) found[at] = 1;
    });
  }
  forEachChange(text, other, runs, (_kind, from, to) => {
    found.fill(1, from, to);
  });
  const start = text.whole.titleWords;
  const ranges: [number, number][] = [];
  forEachRange(
    text.words.length,
    (at) => at >= start && found[at] === 0,
    (from, to) => {
      const last = ranges.at(-1);
      if (last !== undefined && from - last[1] < LEAST_RUN) last[1] = to;
      else ranges.push([from, to]);
    },
  );
  const isThere = foundWords(text, other, turned(runs));
  const own = ranges.filter(([from, to]) => isThere.subarray(from, to).includes(0));
  return own.map(([from, to]) => ({ ...placeIn(text, [from, to]), text: withSigns(text, from, to) }));
}

function forEachRange(count: number, isIn: (at: number) => boolean, visit: (from: number, to: number) => void): void {
  for (let at = 0; at < count; at++) {
    if (!isIn(at)) continue;
    const from = at;
    while (at < count && isIn(at)) at++;
    visit(from, at);
  }
}

/** A place without words has the line of the word before it, or of the one after at the beginning of the body. */
function placeIn(text: PreparedText, [from, to]: Range): Passage {
  const count = text.words.length;
  const isEmpty = from === to;
  const last = isEmpty && to <= text.whole.titleWords && from < count ? from : Math.max(to - 1, 0);
  const line = (word: number): number | undefined => (word < count ? lineOf(text, placeOf(text, word)) : undefined);
  const [firstLine, lastLine] = [line(isEmpty ? last : from), line(last)];
  const lines = lastLine === undefined ? undefined : { first: firstLine ?? lastLine, last: lastLine };
  const end = text.whole.end[placeOf(text, last)] as number;
  return { lines, words: to - from, text: isEmpty ? '' : lettersFrom(text, startOf(text, from), end) };
}

/** With the quotes, brackets and stops that stand about it. */
function withSigns(text: PreparedText, from: number, to: number): string {
  const { text: written } = text.whole;
  let [first, end] = [startOf(text, from), text.whole.end[placeOf(text, to - 1)] as number];
  while (first > 0 && isSign(written, first - 1)) first--;
  while (end < written.length && isSign(written, end)) end++;
  return lettersFrom(text, first, end);
}

function isSign(text: string, at: number): boolean {
  const kind = CLASSES[text.charCodeAt(at)];
  return kind !== LETTER && kind !== DIGIT && text.charAt(at).trim() !== '';
}

/** From this word to the end of its line. */
function beginning(text: PreparedText, word: number): string {
  const [line = ''] = lettersFrom(text, startOf(text, word), text.whole.text.length).split('\n', 1);
  return line;
}

function startOf(text: PreparedText, word: number): number {
  return text.whole.start[placeOf(text, word)] as number;
}

function lettersFrom({ whole }: PreparedText, first: number, end: number): string {
  return whole.text.slice(first, Math.min(end, first + LONGEST_TEXT)).replace(HALF_A_SIGN, '');
}
