/** Where two texts agree and where they part, for people: passages of words with their lines. */
import type { Lines } from '../core/types.ts';
import { alignWords, type Runs } from './align.ts';
import { type ChangeKind, forEachChange, LEAST_RUN } from './changes.ts';
import { turned } from './evidence.ts';
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
  const aligned = new Uint8Array(one.words.length);
  for (let run = 0; run < runs.length; run += 3)
    aligned.fill(1, runs[run] as number, (runs[run] as number) + (runs[run + 2] as number));
  const found = foundWords(one, other, turned(runs));
  const moved: SharedPassage[] = [];
  forEachRange(
    one.words.length,
    (at) => found[at] === 1 && aligned[at] === 0,
    (from, to) => {
      if (to - from < LEAST_MOVED) return;
      const there = alignWords(one.words.subarray(from, to), other.words);
      const long: number[] = [];
      for (let run = 0; run < there.length; run += 3) {
        if ((there[run + 2] as number) < LEAST_MOVED) continue;
        long.push((there[run] as number) + from, there[run + 1] as number, there[run + 2] as number);
      }
      moved.push(...inOrder(one, other, long, true));
    },
  );
  return moved;
}

/** Places where something stands for something else. */
export function differencesOf(one: PreparedText, other: PreparedText, runs: Runs): readonly Difference[] {
  const differences: Difference[] = [];
  forEachChange(one, other, runs, (kind, fromOne, toOne, fromOther, toOther) => {
    differences.push({ kind, one: passageIn(one, [fromOne, toOne]), other: passageIn(other, [fromOther, toOther]) });
  });
  return differences;
}

/** Passages of `text`'s body that are not in the other text, changed places aside. `runs` go from `text` to the other. */
export function ownPassages(text: PreparedText, other: PreparedText, runs: Runs): readonly Passage[] {
  const found = foundWords(text, other, turned(runs));
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
  return ranges.map((range) => passageIn(text, range));
}

function forEachRange(count: number, isIn: (at: number) => boolean, visit: (from: number, to: number) => void): void {
  for (let at = 0; at < count; at++) {
    if (!isIn(at)) continue;
    const from = at;
    while (at < count && isIn(at)) at++;
    visit(from, at);
  }
}

/** A place without words has the line of the word before it, or of the one after. */
function passageIn(text: PreparedText, [from, to]: Range): Passage {
  const count = text.words.length;
  const last = Math.min(Math.max(to - 1, 0), count - 1);
  const first = Math.min(from < to ? from : last, last);
  const line = (word: number): number | undefined => (count === 0 ? undefined : lineOf(text, placeOf(text, word)));
  const [firstLine, lastLine] = [line(first), line(last)];
  const lines = lastLine === undefined ? undefined : { first: firstLine ?? lastLine, last: lastLine };
  return { lines, words: to - from, text: from < to ? textIn(text, [from, to]) : '' };
}

function textIn(text: PreparedText, [from, to]: Range): string {
  return lettersIn(text, from, text.whole.end[placeOf(text, to - 1)] as number);
}

/** From this word to the end of its line. */
function beginning(text: PreparedText, word: number): string {
  const [line = ''] = lettersIn(text, word, text.whole.text.length).split('\n', 1);
  return line;
}

function lettersIn(text: PreparedText, word: number, end: number): string {
  const { whole } = text;
  const first = whole.start[placeOf(text, word)] as number;
  return whole.text.slice(first, Math.min(end, first + LONGEST_TEXT)).replace(HALF_A_SIGN, '');
}
