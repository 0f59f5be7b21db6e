/** The summary of a run for people: what became of the files, of their lines, and what to look at. */
import { byteSize, count, seconds, thousands } from './amounts.ts';
import { escapeTerminal } from './escape.ts';
import { goneInWords } from './fates.ts';
import type { Screen } from './paint.ts';
import type { ReportRow, RunReport } from './run-report.ts';
import { summaryRows } from './summary-rows.ts';
import { widthOf, wrap } from './width.ts';

/** What only the caller knows: names as the user typed them, and how long it took. */
export interface SummaryFacts {
  /** The inputs as typed. */
  readonly from: string;
  /** The output folder as typed; absent for a dry run without one. */
  readonly out?: string;
  readonly dryRun: boolean;
  readonly milliseconds: number;
  /** A command that explains this row, ready to be typed; undefined if none can be given. */
  readonly explain: (row: ReportRow) => string | undefined;
  /** The command that would write, for a dry run. */
  readonly write?: string;
  readonly verbose: boolean;
}

/** Names shown of files set aside, skipped, edited or gone before the rest is only counted. */
const NAMES_SHOWN = 3;
const LABEL = 12;
const ADVICE = 18;
const FIELD_NAMES: readonly (readonly [string, readonly string[]])[] = [
  ['title', ['title']],
  ['date', ['date', 'updated', 'posted']],
  ['url', ['url']],
  ['publisher', ['publisher']],
  ['poster', ['posted_by']],
  ['author', ['author']],
  ['site', ['site']],
];
const FIELDS_SHOWN = 5;
/** A pair is not yet a plural: `url, publisher` reads as the names of keys. */
const SEVERAL = 3;

export function renderSummary(report: RunReport, facts: SummaryFacts, screen: Screen): string {
  if (report.unchanged && report.failed.length === 0 && report.edited.length === 0) return upToDate(report, facts);
  const parts = [
    header(report, facts, screen),
    summaryRows(report, screen),
    [...counts(report, screen), ...named(report, facts, screen)],
    [...wrap(closing(report, facts), screen.width), ...hint(report, facts, screen)],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

function upToDate(report: RunReport, facts: SummaryFacts): string {
  const place = escapeTerminal(facts.out ?? facts.from);
  return `${place} is up to date: ${count(report.counts.written, 'article')} from ${count(report.files, 'file')}, nothing new.\n`;
}

function header(report: RunReport, facts: SummaryFacts, { paint }: Screen): readonly string[] {
  const way =
    facts.out === undefined
      ? escapeTerminal(facts.from)
      : `${escapeTerminal(facts.from)} → ${escapeTerminal(facts.out)}`;
  const read = report.counts.written + report.counts.duplicate + report.counts.empty;
  const documents = read > report.files ? ` with ${count(read, 'document')}` : '';
  return [`${paint('strong', way)}   ${count(report.files, 'file')}${documents}, ${byteSize(report.bytes)}`];
}

function counts(report: RunReport, screen: Screen): readonly string[] {
  const { lines } = report;
  const gone = goneInWords(lines);
  const moved = lines['moved'] ?? 0;
  return [
    labelled('articles', articleCounts(report), screen),
    ...(gone.length === 0 ? [] : [labelled('removed', gone.join(' · '), screen)]),
    ...(moved === 0
      ? []
      : [labelled('moved', `${count(moved, 'line')} to front matter${fieldNames(report.fields)}`, screen)]),
  ];
}

function articleCounts({ counts, asBefore, edited, ignored }: RunReport): string {
  const told = [
    `${thousands(counts.written - asBefore - edited.length)} written`,
    asBefore > 0 ? `${thousands(asBefore)} as in the last run` : '',
    edited.length > 0 ? `${thousands(edited.length)} edited and kept` : '',
    counts.duplicate > 0 ? `${count(counts.duplicate, 'copy', 'copies')} set aside` : '',
    counts.empty > 0 ? `${thousands(counts.empty)} without an article` : '',
    counts.skipped > 0 ? `${thousands(counts.skipped)} skipped` : '',
    counts.failed > 0 ? `${thousands(counts.failed)} failed` : '',
    ignored > 0 ? `${thousands(ignored)} left out` : '',
  ];
  return told.filter((part) => part !== '').join(' · ');
}

function fieldNames(fields: Readonly<Record<string, number>>): string {
  const names: string[] = [];
  for (const [name, keys] of FIELD_NAMES) {
    const number = keys.reduce((sum, key) => sum + (fields[key] ?? 0), 0);
    if (number > 0) names.push(number < SEVERAL ? name : `${name}s`);
  }
  return names.length === 0 ? '' : ` (${names.slice(0, FIELDS_SHOWN).join(', ')})`;
}

/** Files by name: copies, what was skipped, what a person edited, what is gone. */
function named(report: RunReport, facts: SummaryFacts, screen: Screen): readonly string[] {
  const aside = report.setAside.map((copy) => {
    const share = copy.match === 'exact' ? '' : ` (${Math.floor(copy.similarity * 100)} % of its sentences are there)`;
    return `${escapeTerminal(copy.path)} = copy of ${escapeTerminal(copy.of)}${share}`;
  });
  const records = facts.out === undefined || facts.dryRun ? undefined : `${facts.out}/_clean-archive/`;
  const listed = (label: string, rows: readonly string[], all: number, file: string): readonly string[] => {
    const shown = facts.verbose ? rows : rows.slice(0, NAMES_SHOWN);
    const more = all - shown.length;
    const where = records === undefined ? '' : `, listed in ${escapeTerminal(records + file)}`;
    return [
      ...shown.map((row) => labelled(label, row, screen)),
      ...(more > 0 ? [labelled('', `and ${thousands(more)} more${where}`, screen)] : []),
    ];
  };
  const skipped = report.skipped.map((row) => `${escapeTerminal(row.path)}: ${escapeTerminal(row.reason)}`);
  return [
    ...listed('set aside', aside, report.counts.duplicate, 'duplicates.jsonl'),
    ...listed('skipped', skipped, report.counts.skipped, 'manifest.jsonl'),
    ...listed('pruned', report.pruned.map(escapeTerminal), report.pruned.length, 'manifest.jsonl'),
    ...listed(
      'input gone',
      report.gone.map((path) => `${escapeTerminal(path)} (--prune removes the article)`),
      report.gone.length,
      'manifest.jsonl',
    ),
    ...listed('kept', keptInWords(report), report.leftOut.length + report.unread.length, 'manifest.jsonl'),
    ...report.notices.map((notice) => labelled('note', escapeTerminal(notice), screen)),
  ];
}

/** Articles of earlier runs whose inputs are there, but not among what this run has read. */
function keptInWords({ leftOut, unread }: RunReport): readonly string[] {
  return [
    ...unread.map((path) => `${escapeTerminal(path)} (its input could not be read this time)`),
    ...leftOut.map((path) => `${escapeTerminal(path)} (its input was left out of this run)`),
  ];
}

function labelled(label: string, text: string, { paint, width }: Screen): string {
  const start = `  ${paint('faint', label)}${' '.repeat(Math.max(1, LABEL - label.length))}`;
  return wrap(text, width - LABEL - 2)
    .map((row, at) => (at === 0 ? start : ' '.repeat(LABEL + 2)) + row)
    .join('\n');
}

function closing(report: RunReport, facts: SummaryFacts): string {
  const time = seconds(facts.milliseconds);
  if (facts.dryRun) return `Nothing was written (dry run, ${time}).`;
  return report.unchanged
    ? `Nothing new to write (${time}). Originals were not changed.`
    : `Done in ${time}. Originals were not changed.`;
}

function hint(report: RunReport, facts: SummaryFacts, { paint, width }: Screen): readonly string[] {
  const write =
    facts.write === undefined
      ? []
      : [advice('To write them', paint('strong', facts.write), widthOf(facts.write), width)];
  const most = [...report.rows].sort((a, b) => lost(b) - lost(a))[0];
  const command = most === undefined || lost(most) === 0 ? undefined : facts.explain(most);
  return command === undefined
    ? write
    : [...write, advice('Why a line went', escapeTerminal(command), widthOf(command), width)];
}

/** A command is never broken: where it does not fit beside its label, it stands alone in the next row. */
function advice(label: string, command: string, commandWidth: number, width: number): string {
  const start = `  ${label.padEnd(ADVICE)}`;
  return widthOf(start) + commandWidth <= width ? `${start}${command}` : `  ${label}\n    ${command}`;
}

function lost(row: ReportRow): number {
  return row.outcome.kind === 'written' || row.outcome.kind === 'empty' ? row.wordsBefore - row.words : 0;
}
