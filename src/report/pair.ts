/** Two documents against each other for people: copies or not and why, what they share, what differs. */
import type { Lines } from '../core/types.ts';
import type { Side } from '../dedup/pair.ts';
import type { Difference, Passage, SharedPassage } from '../dedup/passages.ts';
import { LEAST_CONTAINMENT } from '../dedup/verify.ts';
import { count, percent } from './amounts.ts';
import { escapeTerminal } from './escape.ts';
import type { Explained, ExplainOptions } from './explain.ts';
import type { Screen } from './paint.ts';
import { CHANGES } from './pair-json.ts';
import { decidedOf, type ExplainedPair, keptInWords, pairMessage } from './pair-words.ts';
import { lineNumbers } from './place.ts';
import { fitPath, fitTo, padTo, widthOf, wrap } from './width.ts';

const INDENT = '  ';
const GAP = '   ';
const LABEL_WIDTH = 11;
/** Rows of a section; `--verbose` shows all. */
const MOST_CHANGES = 12;
const MOST_PASSAGES = 6;
/** What two unlike texts share are phrases; longer passages are worth a look. */
const LEAST_PHRASE = 8;
/** The beginning of a passage stands beside its place if it has so much room. */
const LEAST_TEXT = 24;
const HUNDRED = 100;
/** `2009-03-05` of a date with its time. */
const DAY = 10;

export function renderPair(pair: ExplainedPair, { verbose }: ExplainOptions, screen: Screen): string {
  const sections = [
    [...head('A', pair.a, screen), ...head('B', pair.b, screen)],
    decision(pair, screen),
    scoreRows(pair, screen),
    sharedRows(pair, verbose, screen),
    differenceRows(pair, verbose, screen),
    wrapEscaped(comparedAs(pair), screen.width).map((row) => screen.paint('faint', row)),
  ];
  return `${sections
    .filter((rows) => rows.length > 0)
    .map((rows) => rows.join('\n'))
    .join('\n\n')}\n`;
}

function head(letter: string, { name, article }: Explained, { paint, width }: Screen): readonly string[] {
  const { title, date } = article.meta;
  const facts = [
    count(article.words, 'word'),
    ...(date === undefined ? [] : [escapeTerminal(date.slice(0, DAY))]),
  ].join(GAP);
  const path = escapeTerminal(name);
  const start = `${letter}${INDENT}`;
  const room = width - widthOf(start);
  const said = escapeTerminal(title ?? '(no title)');
  const titled = `${' '.repeat(widthOf(start))}${paint(title === undefined ? 'faint' : 'moved', fitTo(said, room))}`;
  const named = `${paint('strong', letter)}${INDENT}${paint('strong', fitPath(path, room))}`;
  if (widthOf(path) + GAP.length + widthOf(facts) <= room) return [`${named}${GAP}${facts}`, titled];
  return [named, `${' '.repeat(widthOf(start))}${fitTo(facts, room)}`, titled];
}

function decision(pair: ExplainedPair, { paint, width }: Screen): readonly string[] {
  const message = pairMessage(pair);
  const kept = keptInWords(pair);
  const rows = wrapEscaped(message, width);
  const verdict = message.slice(0, message.indexOf(':') + 1);
  const style = verdict.startsWith('copies') ? 'kept' : verdict.startsWith('related') ? 'moved' : 'trouble';
  const [first = '', ...others] = rows;
  const painted = first.startsWith(verdict) ? `${paint(style, verdict)}${first.slice(verdict.length)}` : first;
  return [painted, ...others, ...(kept === undefined ? [] : wrap(kept, width))];
}

function scoreRows(pair: ExplainedPair, screen: Screen): readonly string[] {
  const { scores } = decidedOf(pair);
  const { changes, words, reason } = pair.compared;
  if (reason.cause === 'empty') return [];
  const places = changes.figures + changes.words + changes.spellings;
  const kinds = [
    ...(changes.figures > 0 ? [count(changes.figures, 'figure')] : []),
    ...(changes.words > 0 ? [`${changes.words} of words`] : []),
    ...(changes.spellings > 0 ? [`${changes.spellings} of spelling`] : []),
  ].join(', ');
  const counted = changes.figures + changes.words;
  const density = ((HUNDRED * counted) / Math.max(1, changes.shared)).toFixed(1);
  const rows: readonly (readonly [string, string])[] = [
    [
      'wording',
      `${percent(scores.ofA)} of A's three-word runs are in B, ${percent(scores.ofB)} of B's in A (Jaccard ${scores.jaccard.toFixed(2)})`,
    ],
    ['sentences', `${percent(scores.sentencesOfA)} of A's are in B, ${percent(scores.sentencesOfB)} of B's in A`],
    [
      'covered',
      `${count(changes.shared, 'word')} in common runs: ${percent(changes.shared / Math.max(1, words.a))} of A, ${percent(changes.shared / Math.max(1, words.b))} of B`,
    ],
    [
      'changed',
      places === 0
        ? 'nothing stands for something else'
        : `${count(places, 'place')}: ${kinds}${counted === 0 ? '' : ` (figures and words: ${density} per 100 shared words)`}`,
    ],
  ];
  return rows
    .filter(([label]) => label !== 'changed' || !areUnlike(pair))
    .flatMap(([label, text]) => labelled(label, text, screen));
}

/** A row must not begin with what a service obeys, wherever a name is broken. */
function wrapEscaped(text: string, width: number): readonly string[] {
  return wrap(escapeTerminal(text), width).map(escapeTerminal);
}

function labelled(label: string, text: string, { paint, width }: Screen): readonly string[] {
  const start = widthOf(INDENT) + LABEL_WIDTH;
  return wrap(text, width - start).map((row, at) =>
    at === 0 ? `${INDENT}${paint('faint', padTo(label, LABEL_WIDTH))}${row}` : `${' '.repeat(start)}${row}`,
  );
}

function sharedRows(pair: ExplainedPair, verbose: boolean, screen: Screen): readonly string[] {
  const { shared } = pair.compared;
  const all = areUnlike(pair) ? shared.filter(({ words }) => words >= LEAST_PHRASE) : shared;
  const rows = longest(all, verbose).map((passage) => ({ place: placesOf(passage), text: passage.begins }));
  return section('Shared passages', table(rows, screen), all.length - rows.length, 'shorter one', screen);
}

function placesOf({ one, other, moved }: SharedPassage): string {
  return `A ${rangeOf(one)} = B ${rangeOf(other)}${moved ? ' moved' : ''}`;
}

function differenceRows(pair: ExplainedPair, verbose: boolean, screen: Screen): readonly string[] {
  const { compared } = pair;
  const { differences } = compared;
  if (areUnlike(pair)) return [];
  const shown = verbose ? differences : differences.slice(0, MOST_CHANGES);
  const changed = shown.flatMap((difference) => changeRows(difference, screen));
  const own = [...ownRows('a', compared.onlyA, verbose), ...ownRows('b', compared.onlyB, verbose)];
  const hidden = differences.length - shown.length + compared.onlyA.length + compared.onlyB.length - own.length;
  return section('What differs', [...changed, ...table(own, screen)], hidden, 'more place', screen);
}

/** Of two texts that share next to nothing everything differs. */
function areUnlike({ compared: { scores } }: ExplainedPair): boolean {
  return Math.max(scores.ofA, scores.ofB) < LEAST_CONTAINMENT;
}

/** One row, or two where the screen is narrow. */
function changeRows({ kind, one, other }: Difference, { paint, width }: Screen): readonly string[] {
  const label = `${INDENT}${padTo(CHANGES[kind], LABEL_WIDTH)}`;
  const [inA, inB] = [placed('A', one), placed('B', other)];
  const arrow = '→';
  const line = `${label}${inA.place}${inA.text}  ${arrow}  ${inB.place}${inB.text}`;
  const start = (text: string): string => `${paint('faint', text.slice(0, label.length))}`;
  if (widthOf(line) <= width)
    return [
      `${start(label)}${inA.place}${paint('removed', inA.text)}  ${arrow}  ${inB.place}${paint('kept', inB.text)}`,
    ];
  const below = `${' '.repeat(label.length - 2)}${arrow} `;
  const room = (place: string): number => Math.max(1, width - label.length - widthOf(place));
  return [
    `${start(label)}${inA.place}${paint('removed', fitTo(inA.text, room(inA.place)))}`,
    `${below}${inB.place}${paint('kept', fitTo(inB.text, room(inB.place)))}`,
  ];
}

function placed(letter: string, { lines, words, text }: Passage): { readonly place: string; readonly text: string } {
  const place = lines === undefined ? `${letter} title  ` : `${letter} line ${lineNumbers(lines)[0]}  `;
  return { place, text: words === 0 ? 'nothing' : `"${escapeTerminal(flat(text))}"` };
}

interface Row {
  readonly place: string;
  readonly text: string;
}

function ownRows(side: Side, passages: readonly Passage[], verbose: boolean): readonly Row[] {
  return longest(passages, verbose).map(({ lines, words, text }) => ({
    place: `${padTo(`only ${side === 'a' ? 'A' : 'B'}`, LABEL_WIDTH)}${lines === undefined ? 'title' : linesInWords(lines)}, ${count(words, 'word')}`,
    text,
  }));
}

/** The longest, in their order. */
function longest<Sized extends { readonly words: number }>(all: readonly Sized[], verbose: boolean): readonly Sized[] {
  if (verbose || all.length <= MOST_PASSAGES) return all;
  const chosen = new Set([...all].sort((x, y) => y.words - x.words).slice(0, MOST_PASSAGES));
  return all.filter((passage) => chosen.has(passage));
}

/** Places in a column, beginnings of the passages beside them, or below where there is no room. */
function table(rows: readonly Row[], { paint, width }: Screen): readonly string[] {
  const column = rows.reduce((widest, { place }) => Math.max(widest, widthOf(place)), 0);
  const textAt = INDENT.length + column + GAP.length;
  return rows.flatMap(({ place, text }) => {
    const said = escapeTerminal(flat(text));
    if (width - textAt >= LEAST_TEXT)
      return [`${INDENT}${padTo(place, column)}${GAP}${paint('faint', fitTo(said, width - textAt))}`];
    const below = INDENT.repeat(2);
    return [
      `${INDENT}${fitTo(place, width - INDENT.length)}`,
      `${below}${paint('faint', fitTo(said, width - below.length))}`,
    ];
  });
}

function section(
  heading: string,
  rows: readonly string[],
  hidden: number,
  noun: string,
  { paint, width }: Screen,
): readonly string[] {
  if (rows.length === 0) return [];
  const more =
    hidden > 0 ? [`${INDENT}${paint('faint', fitTo(`… ${count(hidden, noun)} (--verbose)`, width - 2))}`] : [];
  return [paint('strong', heading), ...rows, ...more];
}

function linesInWords(lines: Lines): string {
  return `${lines.first === lines.last ? 'line' : 'lines'} ${rangeOf(lines)}`;
}

function rangeOf(lines: Lines): string {
  const [first, last] = lineNumbers(lines);
  return first === last ? String(first) : `${first}-${last}`;
}

/** Passages may go over line ends. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function comparedAs({ run }: ExplainedPair): string {
  if (run === undefined) return 'compared alone; a run also knows the other documents';
  if (run.documents === undefined) return `as ${run.out} judged them; compared alone`;
  return `as ${run.out} judged them, among ${count(run.documents, 'document')}`;
}
