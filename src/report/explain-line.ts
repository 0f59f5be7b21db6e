/** One line's full evidence: the verdict, every finding for and against, and what the tables say about the line. */
import type { CleanArticle, Document, Finding } from '../core/types.ts';
import { escapeTerminal } from './escape.ts';
import type { Explained } from './explain.ts';
import { type LineRow, lineRows } from './line-rows.ts';
import type { Screen } from './paint.ts';
import { lineNumbers, lineRow } from './place.ts';
import { padTo, widthOf, wrap } from './width.ts';

const ACTIONS: Readonly<Record<Finding['action'], string>> = {
  drop: 'remove',
  keep: 'keep',
  move: 'move to front matter',
  note: 'note only',
};
const INDENT = '  ';
const COLUMN_GAP = 3;

/** `number` is one-based and within the document. */
export function renderLine({ name, doc, article }: Explained, number: number, { paint, width }: Screen): string {
  const at = lineRow(number);
  const row = lineRows(doc, article)[at];
  if (row === undefined) return '';
  const text = escapeTerminal(row.text.trim());
  const findings = article.findings.filter((finding) => finding.first <= at && at <= finding.last);
  const parts = [
    heading(`${escapeTerminal(name)}:${number}`, row, { paint, width }),
    wrap(text === '' ? '(blank)' : text, width - INDENT.length).map((piece) => INDENT + piece),
    evidence(findings, article, row, { paint, width }),
    facts(doc, at).flatMap((fact) => wrap(fact, width - INDENT.length).map((piece) => INDENT + piece)),
  ];
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
}

function heading(place: string, row: LineRow, { paint, width }: Screen): readonly string[] {
  const verdict = verdictOf(row);
  const style = styleOf(row);
  if (widthOf(place) + COLUMN_GAP + widthOf(verdict) <= width)
    return [`${paint('strong', place)}${' '.repeat(COLUMN_GAP)}${paint(style, verdict)}`];
  return [paint('strong', place), ...wrap(verdict, width - INDENT.length).map((piece) => INDENT + paint(style, piece))];
}

function styleOf(row: LineRow): 'kept' | 'moved' | 'removed' {
  if (row.fate === 'dropped') return 'removed';
  return row.fate === 'moved' ? 'moved' : 'kept';
}

function verdictOf(row: LineRow): string {
  if (row.fate === 'blank') return 'blank, not judged';
  if (row.fate === 'dropped') return `removed as ${row.kind}: ${escapeTerminal(row.reason ?? '')}`;
  if (row.fate === 'moved') return `moved to front matter: ${(row.fields ?? []).join(', ')}`;
  return row.rule === undefined ? 'kept: nothing speaks against it' : `kept: ${escapeTerminal(row.reason ?? '')}`;
}

/** The strongest first; the one that decided is marked. */
function evidence(
  findings: readonly Finding[],
  article: CleanArticle,
  row: LineRow,
  { paint, width }: Screen,
): readonly string[] {
  if (findings.length === 0) return [`${INDENT}No rule has anything to say about this line.`];
  const sorted = [...findings].sort((a, b) => b.confidence - a.confidence);
  const table = sorted.map((finding) => [
    article.findings.indexOf(finding) === row.finding ? '→' : ' ',
    ACTIONS[finding.action],
    finding.confidence.toFixed(2),
    finding.rule,
    reachOf(finding),
    escapeTerminal([finding.message, ...extras(finding)].join('; ')),
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((cells) => widthOf(cells[column] ?? ''))));
  return table.flatMap((cells) => {
    const line = cells
      .map((cell, column) => padTo(cell, widths[column] ?? 0))
      .join(' '.repeat(COLUMN_GAP))
      .trimEnd();
    const lines = widthOf(line) <= width ? [line] : stacked(cells, width);
    return cells[0] === '→' ? lines.map((each) => paint('strong', each)) : lines;
  });
}

/** A row of the table where it is wider than the screen: the message stands under the rest. */
function stacked(cells: readonly string[], width: number): readonly string[] {
  const [mark = '', ...others] = cells;
  const rest = others.slice(0, -1).join(' ');
  const rows = [rest, others.at(-1) ?? ''].flatMap((text) => wrap(text, width - INDENT.length * 2));
  return rows.map((row, at) => (at === 0 ? `${padTo(mark, INDENT.length)}${row}` : INDENT.repeat(2) + row));
}

function reachOf(finding: Finding): string {
  const [first, last] = lineNumbers(finding);
  return first === last ? `line ${first}` : `lines ${first}-${last}`;
}

function extras(finding: Finding): readonly string[] {
  return Object.entries(finding.evidence ?? {}).map(([name, value]) => `${name} ${value}`);
}

const TERMINALS = [
  'none',
  'full stop',
  'question mark',
  'exclamation mark',
  'ellipsis',
  'colon',
  'comma or semicolon',
  'closing quote',
];

function facts({ lines, words, outline, blocks, blockOf, lang }: Document, at: number): readonly string[] {
  const wordRows = (lines.word[at + 1] ?? 0) - (lines.word[at] ?? 0);
  const block = blocks[blockOf[at] ?? -1];
  const region =
    block?.region === undefined || block.region.length === 0 ? '' : ` in ${escapeTerminal(block.region.join(' '))}`;
  const links = block?.links === undefined ? '' : `, ${block.links} % of it links`;
  const place = outline.first < 0 ? 'no prose in this document' : placeOf(outline, at);
  return [
    `words ${wordRows} (${lines.capitals[at]} with a capital, ${lines.stops[at]} stop words${lang === '' ? '' : ` of ${lang}`}), letters ${lines.letters[at]} (${lines.upper[at]} upper case), digits ${lines.digits[at]}, other signs ${lines.marks[at]}`,
    `ends with ${TERMINALS[lines.terminal[at] ?? 0]}, ${outline.sentence[at] === 1 ? 'reads like running prose' : 'no running prose'}, ${place}`,
    `block ${block === undefined ? 'none' : `${block.kind}${region}${links}`}; ${words.count} words in the document`,
  ];
}

function placeOf({ first, last, spanFirst, spanLast }: Document['outline'], at: number): string {
  if (at < first) return 'before the first sentence';
  if (at > last) return 'after the last sentence';
  return at >= spanFirst && at <= spanLast ? 'inside the densest prose' : 'between sentences';
}
