/** One document line by line for people: what stayed (folded), what moved, what left, and why. */
import type { CleanArticle, Document } from '../core/types.ts';
import { count, thousands } from './amounts.ts';
import { escapeTerminal } from './escape.ts';
import { addFates, allLines, countFates, type Fates, goneInWords, goneLines } from './fates.ts';
import { type LineRow, lineRows } from './line-rows.ts';
import type { Screen } from './paint.ts';
import { fitTo, padLeft, padTo, widthOf, wrap } from './width.ts';

export interface Explained {
  /** As the user typed it. */
  readonly name: string;
  readonly doc: Document;
  readonly article: CleanArticle;
  /** Where the settings and decisions come from; judged alone without. */
  readonly judgedBy?: string;
  /** What more is to be said of the document. */
  readonly notes?: readonly string[];
}

export interface ExplainOptions {
  /** Nothing is folded or cut. */
  readonly verbose: boolean;
}

const NUMBER_WIDTH = 4;
const LABEL_WIDTH = 17;
/** Below this many columns labels are cut, and a rule stands under its reason. */
const NARROW = 64;
const NARROW_LABEL = 9;
/** Number, blank, sign, blank; the label follows. */
const BEFORE_LABEL = NUMBER_WIDTH + 3;
const SIGNS: Readonly<Record<LineRow['fate'], string>> = { kept: '✓', dropped: '✗', moved: '▸', blank: ' ' };
/** A run of this many lines or more is shown as its first line and a count. */
const FOLDED_RUN = 3;
const GAP = 3;

export function renderExplanation(explained: Explained, options: ExplainOptions, screen: Screen): string {
  const rows = lineRows(explained.doc, explained.article).filter((row) => row.fate !== 'blank');
  const layout = layoutOf(rows, screen);
  const body = runsOf(rows).flatMap((run) => showRun(run, options, layout));
  return `${[...header(explained, screen), '', ...body, ...notes(explained, screen)].join('\n')}\n`;
}

/** For several files: what became of all their lines. */
export function renderTotals(files: number, all: readonly Explained[]): string {
  const fates = all.map(({ article }) => countFates(article.verdicts, article.findings)).reduce(addFates, {});
  const told = [
    `${thousands(fates['kept'] ?? 0)} kept`,
    `${thousands(fates['moved'] ?? 0)} moved to front matter`,
    ...goneInWords(fates),
  ];
  return `${count(files, 'file')}, ${count(allLines(fates), 'line')}: ${told.join(' · ')}\n`;
}

function header({ name, doc, article, judgedBy }: Explained, { paint, width }: Screen): readonly string[] {
  const { source } = doc;
  const told = [
    source.format === 'text' ? '' : source.format,
    source.encoding,
    source.lineEnd === 'none' ? '' : source.lineEnd,
    article.meta.lang ?? '',
  ];
  const facts = [
    told.filter((part) => part !== '').join(', '),
    fatesInWords(countFates(article.verdicts, article.findings)),
    judgedBy === undefined ? 'judged alone' : `as ${escapeTerminal(judgedBy)} has it`,
  ];
  const title = escapeTerminal(name);
  const line = [title, ...facts].join(' '.repeat(GAP));
  if (widthOf(line) <= width) return [[paint('strong', title), ...facts].join(' '.repeat(GAP))];
  return [paint('strong', title), ...wrap(facts.join(' · '), width - 2).map((row) => `  ${row}`)];
}

function fatesInWords(fates: Fates): string {
  const told = [`${thousands(fates['kept'] ?? 0)} kept`];
  if ((fates['moved'] ?? 0) > 0) told.push(`${thousands(fates['moved'] ?? 0)} moved`);
  if (goneLines(fates) > 0) told.push(`${thousands(goneLines(fates))} removed`);
  return `${count(allLines(fates), 'line')}: ${told.join(', ')}`;
}

/** Neighbours that one finding decided; kept lines are one run however they were defended. */
function runsOf(rows: readonly LineRow[]): readonly (readonly LineRow[])[] {
  const runs: LineRow[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (before !== undefined && before.fate === row.fate && (row.fate === 'kept' || before.finding === row.finding))
      run?.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** The columns where texts, reasons and rules begin. */
interface Layout {
  readonly screen: Screen;
  readonly textAt: number;
  readonly reasonAt: number;
  readonly ruleAt: number;
}

function layoutOf(rows: readonly LineRow[], screen: Screen): Layout {
  const ruleWidth = rows.reduce(
    (widest, row) => (row.fate === 'dropped' ? Math.max(widest, widthOf(ruleOf(row))) : widest),
    0,
  );
  const textAt = BEFORE_LABEL + (screen.width < NARROW ? NARROW_LABEL : LABEL_WIDTH);
  const ruleAt = Math.max(textAt + GAP, screen.width - ruleWidth);
  return { screen, textAt, ruleAt, reasonAt: textAt + Math.floor((ruleAt - textAt) / 2) };
}

function showRun(run: readonly LineRow[], { verbose }: ExplainOptions, layout: Layout): readonly string[] {
  const [first] = run;
  if (first === undefined) return [];
  if (verbose || run.length < FOLDED_RUN)
    return run.flatMap((row, at) => showRow(row, at === 0 || row.fate === 'moved', verbose, layout));
  const [, second] = run;
  const last = run.at(-1);
  const noun = first.fate === 'kept' ? 'more paragraphs' : 'more lines';
  const folded = `… ${thousands(run.length - 1)} ${noun} (${second?.number}-${last?.number})`;
  return [
    ...showRow(first, true, verbose, layout),
    `${left(undefined, first, layout)}${layout.screen.paint('faint', fitTo(folded, layout.screen.width - layout.textAt))}`,
  ];
}

function showRow(row: LineRow, isFirst: boolean, verbose: boolean, layout: Layout): readonly string[] {
  const { paint, width } = layout.screen;
  const { textAt } = layout;
  const start = left(row, row, layout);
  const text = escapeTerminal(row.text.trim());
  if (row.fate === 'kept')
    return spread(start, textAt, verbose ? wrap(text, width - textAt) : [fitTo(text, width - textAt)]);
  const reason = isFirst ? escapeTerminal(row.reason ?? '') : '';
  const rule = row.fate === 'dropped' && isFirst ? ruleOf(row) : '';
  const faint =
    row.fate === 'dropped' ? (piece: string): string => paint('faint', piece) : (piece: string): string => piece;
  const beside = besideText(widthOf(text), reason, rule, layout);
  if (beside !== undefined) return [`${start}${faint(text)}${paint('faint', beside)}`];
  const shown = spread(
    start,
    textAt,
    (verbose ? wrap(text, width - textAt) : [fitTo(text, width - textAt)]).map(faint),
  );
  return row.fate === 'moved' && !verbose ? shown : [...shown, ...below(reason, rule, layout)];
}

/** Reason and rule on the text's own row, in their columns where there is room; undefined if there is none. */
function besideText(
  textWidth: number,
  reason: string,
  rule: string,
  { screen, textAt, reasonAt, ruleAt }: Layout,
): string | undefined {
  if (reason === '' && rule === '') return textAt + textWidth <= screen.width ? '' : undefined;
  const end = rule === '' ? screen.width : ruleAt - GAP;
  const textEnd = textAt + textWidth;
  const at = Math.max(textEnd + GAP, Math.min(reasonAt, end - widthOf(reason)));
  if (at + widthOf(reason) > end) return undefined;
  const said = ' '.repeat(at - textEnd) + reason;
  return rule === '' ? said : padTo(said, ruleAt - textEnd) + rule;
}

/** Reason and rule under a text that leaves no room beside it; each on its own rows where the screen is narrow. */
function below(reason: string, rule: string, { textAt, ruleAt, screen }: Layout): readonly string[] {
  const indented = (rows: readonly string[]): readonly string[] =>
    rows.filter((row) => row !== '').map((row) => `${' '.repeat(textAt)}${screen.paint('faint', row)}`);
  const beside = ruleAt - textAt - GAP;
  if (rule === '' || beside < LABEL_WIDTH)
    return indented([...wrap(reason, screen.width - textAt), ...wrap(rule, screen.width - textAt)]);
  const rows = wrap(reason, beside);
  return indented([`${padTo(rows[0] ?? '', ruleAt - textAt)}${rule}`, ...rows.slice(1)]);
}

function spread(start: string, textAt: number, rows: readonly string[]): readonly string[] {
  return rows.map((row, at) => (at === 0 ? `${start}${row}` : `${' '.repeat(textAt)}${row}`));
}

/** Number, sign and label; the label is the kind of a line that left and the fields of one that moved. */
function left(numbered: LineRow | undefined, row: LineRow, { screen, textAt }: Layout): string {
  const labelWidth = textAt - BEFORE_LABEL;
  const label = row.fate === 'dropped' ? (row.kind ?? '') : (row.fields ?? []).join(', ');
  const style = row.fate === 'dropped' ? 'removed' : row.fate === 'moved' ? 'moved' : 'kept';
  const number = numbered === undefined ? '' : String(numbered.number);
  const shown = numbered === undefined ? '' : screen.width < NARROW ? fitTo(label, labelWidth - 1) : label;
  const signed = screen.paint(style, `${SIGNS[row.fate]} ${padTo(shown, labelWidth)}`);
  return `${padLeft(number, NUMBER_WIDTH)} ${signed}${widthOf(shown) >= labelWidth ? ' ' : ''}`;
}

function ruleOf(row: LineRow): string {
  return row.rule ?? '';
}

/** What was noticed beside the lines. */
function notes({ article, notes: more = [] }: Explained, { paint, width }: Screen): readonly string[] {
  const noticed = article.findings.filter((finding) => finding.action === 'note');
  const told = [...more, ...noticed.map((finding) => `${finding.kind}: ${finding.message}`)];
  if (article.doubtful)
    told.push('little would have been left of this page, so only what is certain was removed (as with --level gentle)');
  if (told.length === 0) return [];
  return [
    '',
    ...told
      .flatMap((note) => wrap(escapeTerminal(note), width - 8))
      .map((row) => `  ${paint('faint', 'note')}  ${row}`),
  ];
}
