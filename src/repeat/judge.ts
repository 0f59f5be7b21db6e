/** Decides which lines of a later copy go. */
import type { Chain } from './chain.ts';
import { removeHead } from './head.ts';
import type { Repeats } from './repeats.ts';
import { PASSAGE, RUN } from './repeats.ts';
import type { RowJudgement } from './row.ts';
import { isProseRow, judgeRow } from './row.ts';
import { isSeam } from './seams.ts';
import type { Trace } from './trace.ts';
import type { Least } from './weigh.ts';
import { mayHoldProse, mostMass } from './weigh.ts';

/** A run of so many lines and words of running text, or of so many words in fewer lines, is no refrain and no formula. */
const RUN_ROWS = 3;
const RUN_MASS = 18;
const PASSAGE_MASS = 40;
const LEAST: Least = { rows: RUN_ROWS, mass: RUN_MASS, otherwise: PASSAGE_MASS };
/** The same where no line is a whole line of the first copy. */
const RESET_MASS = 60;
/** Lines of a copy that stand between lines of its own hold so many words, or so many if they are whole lines again. */
const ISLAND_MASS = 12;
const EXACT_ISLAND_MASS = 6;
/** What goes holds this share of the place it was taken from; a long copy may leave out more. */
const SHORT_DENSE_PERCENT = 80;
const DENSE_PERCENT = 60;
const LONG_MASS = 100;
/** A re-typed copy may change words where it is this long; below it every change may be the point of saying it again. */
const RETYPED_MASS = 60;
/** The same for fewer lines, or a copy of less than half the text before it: sections of one template differ in a few words. */
const LONG_RETYPED_MASS = 300;
/** Figures, names and negations that may differ: one in so many words. A series of notices differs in more. */
const WORDS_PER_NEWS = 100;
/** A table, list or poem goes only with everything: the copy holds this percentage of the text before it. */
const WHOLE_PERCENT = 92;
/** So many lines tell whether a copy is made of different ones. */
const SAMPLE = 32;

/** Marks the rows of the chain that go, in `trace.gone` and in `repeats`. `before` is the mass that stands before the chain. */
export function judgeChain(trace: Trace, chain: Chain, before: (row: number) => number, repeats: Repeats): void {
  const first = trace.rowOf[chain.at] as number;
  const last = trace.rowOf[chain.end - 1] as number;
  if (chain.end - chain.at < RUN_MASS || !mayGo(trace, first, last, before)) return;
  const rows: RowJudgement[] = [];
  for (let row = first; row <= last; row++) {
    const judged = trace.gone[row] === 1 ? undefined : judgeRow(trace, row);
    if (judged !== undefined) rows.push(judged);
  }
  if (massIn(rows) < RUN_MASS) return;
  const all = wholeIn(trace, rows);
  const equal = rows.filter((judged) => judged.altered === 0);
  const whole = isRetyped(all, () => before(first)) ? all : wholeIn(trace, equal);
  if (!isRepeat(trace, whole, () => before(first))) return;
  for (const judged of whole) remove(trace, judged, repeats);
  if (whole.length >= RUN_ROWS && massIn(whole) >= PASSAGE_MASS) removeHead(trace, whole, repeats);
}

function mayGo(trace: Trace, first: number, last: number, before: (row: number) => number): boolean {
  const mass = mostMass(trace, first, last, LEAST);
  if (mass === 0) return false;
  if (mass >= PASSAGE_MASS && mass * 100 >= before(first) * WHOLE_PERCENT) return true;
  return mayHoldProse(trace, first, last, LEAST);
}

/** The rows without those that would tear a sentence or are too few by themselves. */
function wholeIn(trace: Trace, rows: readonly RowJudgement[]): readonly RowJudgement[] {
  const islands = islandsOf(rows).map((island) => atSeams(trace, island));
  const sure = islands.length === 1 || massIn(rows) >= LONG_MASS;
  return islands.filter((island) => isIsland(trace, island, sure)).flat();
}

/** Rows that follow each other. */
function islandsOf(rows: readonly RowJudgement[]): readonly (readonly RowJudgement[])[] {
  const islands: RowJudgement[][] = [];
  for (const judged of rows) {
    const open = islands.at(-1);
    if (open?.at(-1)?.row === judged.row - 1) open?.push(judged);
    else islands.push([judged]);
  }
  return islands;
}

/** Sentences are not torn: what goes begins and ends where one does, unless the text hardly has such places. */
function atSeams(trace: Trace, island: readonly RowJudgement[]): readonly RowJudgement[] {
  const { doc, strip } = trace;
  let first = 0;
  let end = island.length;
  while (first < end && !isSeam(doc, strip, (island[first] as RowJudgement).row)) first++;
  while (end > first && !isSeam(doc, strip, (island[end - 1] as RowJudgement).row + 1)) end--;
  const whole = island.slice(first, end);
  const mass = massIn(island);
  return mass >= LONG_MASS && massIn(whole) * 2 < mass ? island : whole;
}

/** A few words among new lines are a turn of phrase, unless they are the same line again; a few figures are a table. */
function isIsland(trace: Trace, rows: readonly RowJudgement[], sure: boolean): boolean {
  if (massIn(rows) < (rows.every((judged) => judged.exact) ? EXACT_ISLAND_MASS : ISLAND_MASS)) return false;
  return sure || rows.some((judged) => isProseRow(trace, judged));
}

function isRepeat(trace: Trace, rows: readonly RowJudgement[], before: () => number): boolean {
  if (islandsOf(rows).some((island) => isRun(trace, island))) return true;
  const mass = massIn(rows);
  if (mass >= leastMass(rows) && massIn(proseIn(trace, rows)) >= leastMass(rows) && isDense(trace, rows)) return true;
  return mass >= PASSAGE_MASS && mass * 100 >= before() * WHOLE_PERCENT && isVaried(trace, rows);
}

function proseIn(trace: Trace, rows: readonly RowJudgement[]): readonly RowJudgement[] {
  return rows.filter((judged) => isProseRow(trace, judged));
}

/** At least half of the lines are different: not one cell or one shout over and over. */
function isVaried(trace: Trace, rows: readonly RowJudgement[]): boolean {
  const sample = rows.slice(0, SAMPLE);
  const { doc, strip } = trace;
  return new Set(sample.map((judged) => doc.lines.hashLow[strip.line[judged.row] as number])).size * 2 >= sample.length;
}

function isRun(trace: Trace, island: readonly RowJudgement[]): boolean {
  const exact = island.filter((judged) => judged.exact);
  if (exact.length < RUN_ROWS || massIn(exact) < RUN_MASS) return false;
  const prose = proseIn(trace, exact);
  return prose.length >= RUN_ROWS && massIn(prose) >= RUN_MASS;
}

/** Text that is set otherwise than before may be a quotation set off from it; it has to be longer. */
function leastMass(rows: readonly RowJudgement[]): number {
  return rows.some((judged) => judged.exact) ? PASSAGE_MASS : RESET_MASS;
}

/** The lines make up most of the lines they were taken from: not scattered phrases. Whole lines may be left out. */
function isDense(trace: Trace, rows: readonly RowJudgement[]): boolean {
  const { first } = trace.strip;
  let left = 0;
  let words = 0;
  let read = rows[0]?.from ?? 0;
  for (const { row, from, until } of rows) {
    if (from > read) left += leftOut(trace, read, from);
    read = Math.max(read, until + 1);
    words += (first[row + 1] as number) - (first[row] as number);
  }
  return words * 100 >= (words + left) * (words >= LONG_MASS ? DENSE_PERCENT : SHORT_DENSE_PERCENT);
}

/** Words between two words, without the lines that lie wholly between them. */
function leftOut(trace: Trace, read: number, from: number): number {
  const { rowOf, strip } = trace;
  const before = rowOf[read - 1] as number;
  const after = rowOf[from] as number;
  if (before === after) return from - read;
  return (strip.first[before + 1] as number) - read + from - (strip.first[after] as number);
}

/** A copy with changed words is the same text typed again if it is long and, as most are, of the whole text before it. */
function isRetyped(rows: readonly RowJudgement[], before: () => number): boolean {
  if (rows.every((judged) => judged.altered === 0)) return true;
  const mass = massIn(rows);
  if (sum(rows, (judged) => judged.news) * WORDS_PER_NEWS > mass) return false;
  return mass >= LONG_RETYPED_MASS || (rows.length >= RUN_ROWS && mass >= RETYPED_MASS && mass * 2 >= before());
}

function massIn(rows: readonly RowJudgement[]): number {
  return sum(rows, (judged) => judged.mass);
}

function sum(rows: readonly RowJudgement[], value: (judged: RowJudgement) => number): number {
  return rows.reduce((total, judged) => total + value(judged), 0);
}

function remove(trace: Trace, judged: RowJudgement, repeats: Repeats): void {
  const { strip, rowOf } = trace;
  const line = strip.line[judged.row] as number;
  trace.gone[judged.row] = 1;
  repeats.how[line] = judged.exact ? RUN : PASSAGE;
  repeats.from[line] = strip.line[rowOf[judged.from] as number] as number;
  repeats.until[line] = strip.line[rowOf[judged.until] as number] as number;
  repeats.changed[line] = judged.changed;
}
