/** The report of a run from its results. */
import { LIMITS } from '../core/limits.ts';
import type { RemovedRow } from '../report/records.ts';
import type { ReportRow, RunReport, SetAside, Went } from '../report/run-report.ts';
import { scanText } from '../text/scan.ts';
import type { Staying } from './departed.ts';
import { headOf, textIn } from './entries.ts';
import type { Failure, Found, Listed } from './found.ts';
import type { Result } from './results.ts';
import type { Totals } from './totals.ts';

export interface ReportFacts {
  readonly found: Found;
  readonly results: readonly Result[];
  readonly totals: Totals;
  readonly notices: readonly string[];
  readonly unchanged: boolean;
  readonly edited: readonly string[];
  readonly overwritten: readonly string[];
  readonly superseded: readonly string[];
  readonly pruned: readonly string[];
  readonly asBefore: number;
  readonly staying: readonly Staying[];
}

/** What most runs have nothing to tell of. */
export const NOTHING_MORE = {
  unchanged: false,
  edited: [],
  overwritten: [],
  superseded: [],
  pruned: [],
  asBefore: 0,
  staying: [],
} as const;

export function reportOf({ found, results, totals, staying, ...facts }: ReportFacts): RunReport {
  const complete = results.length <= LIMITS.rowsShown.value;
  return {
    root: found.root,
    files: found.files.length,
    bytes: totals.bytes,
    documents: results.length,
    counts: totals.counts,
    lines: totals.lines,
    fields: totals.fields,
    words: totals.words,
    wordsBefore: totals.wordsBefore,
    rows: (complete ? results : worthALook(results)).map(reportRow),
    complete,
    setAside: setAside(results),
    skipped: listSkipped(results),
    failed: listFailed(results),
    ignored: found.ignored,
    reused: results.filter((result) => result.entry.row !== undefined).length,
    ...facts,
    gone: outputsOf(staying, 'gone'),
    leftOut: outputsOf(staying, 'left-out'),
    unread: outputsOf(staying, 'unread'),
  };
}

function outputsOf(staying: readonly Staying[], reason: Staying['why']): readonly string[] {
  return staying.flatMap(({ row, why }) => (why === reason ? (row.output ?? []) : []));
}

function reportRow({ entry, outcome }: Result): ReportRow {
  const { id, words, wordsBefore, bytes, removed } = entry;
  const kept = headOf(entry)?.facts.kept ?? [];
  const [first, last] = [kept[0]?.[0], kept.at(-1)?.[1]];
  const body = first === undefined || last === undefined ? {} : { body: [first, last] as const };
  return {
    path: id,
    outcome,
    words,
    wordsBefore,
    bytes,
    ...body,
    went: removed === undefined ? [] : wentFrom(textIn(removed)),
  };
}

/** Rows of one kind, rule and reason; a page may have hundreds of thousands of them, so they are counted together. */
interface Group {
  readonly row: RemovedRow;
  readonly texts: string[];
  readonly ranges: (readonly [number, number])[];
}

/** Rows of `removed.jsonl`, summed up by kind, rule and reason in the order of their first lines. */
export function wentFrom(text: string): readonly Went[] {
  const groups = new Map<string, Group>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const row = JSON.parse(line) as RemovedRow;
    const key = `${row.kind} ${row.rule} ${row.fields?.join() ?? ''} ${row.reason}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { row, texts: [row.text], ranges: [row.lines] });
    else {
      group.texts.push(row.text);
      group.ranges.push(row.lines);
    }
  }
  return [...groups.values()].map(({ row: { kind, rule, reason, fields }, texts, ranges }) => ({
    kind,
    rule,
    reason,
    ...countIn(texts.join('\n')),
    ranges,
    ...(fields === undefined ? {} : { fields }),
  }));
}

function countIn(text: string): { readonly lines: number; readonly words: number } {
  const { lines: table } = scanText(text);
  let lines = 0;
  let words = 0;
  for (let at = 0; at < table.count; at++) {
    if (table.from[at] !== table.end[at]) lines += 1;
    words += table.tokens[at] as number;
  }
  return { lines, words };
}

/** Documents that came out empty first, then those that lost the largest share of at least a page's words. */
function worthALook(results: readonly Result[]): readonly Result[] {
  const lost = ({ entry }: Result): number =>
    entry.wordsBefore < LEAST_WORDS ? 0 : 1 - entry.words / entry.wordsBefore;
  const most = LIMITS.worthALook.value;
  const empty = results.filter(({ outcome }) => outcome.kind === 'empty').slice(0, most);
  const written = results.filter((result) => result.outcome.kind === 'written' && lost(result) > LEAST_LOSS);
  const losers = written
    .sort((a, b) => lost(b) - lost(a))
    .slice(0, most - Math.min(empty.length, Math.floor(most / 2)));
  return [...losers, ...empty].slice(0, most);
}

/** A scrap of ten words that loses half is no news. */
const LEAST_WORDS = 50;
const LEAST_LOSS = 0.5;

function setAside(results: readonly Result[]): readonly SetAside[] {
  const rows: SetAside[] = [];
  for (const { entry, outcome } of results) {
    if (outcome.kind !== 'duplicate') continue;
    rows.push({ path: entry.id, of: outcome.of, match: outcome.match, similarity: outcome.similarity });
    if (rows.length === LIMITS.namesListed.value) break;
  }
  return rows;
}

function listSkipped(results: readonly Result[]): readonly Listed[] {
  return results
    .flatMap(({ entry, outcome }) => (outcome.kind === 'skipped' ? [{ path: entry.id, reason: outcome.reason }] : []))
    .slice(0, LIMITS.namesListed.value);
}

function listFailed(results: readonly Result[]): readonly Failure[] {
  return results
    .flatMap(({ entry, outcome }) =>
      outcome.kind === 'failed' ? [{ path: entry.id, code: outcome.code, message: outcome.message }] : [],
    )
    .slice(0, LIMITS.failuresListed.value);
}
