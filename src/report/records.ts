/** The rows of the record files. Keys come in the order written here, so the same facts give the same bytes. */
import type { CleanArticle, Document, Finding, Kind, Metadata, MetaKey, Verdict } from '../core/types.ts';
import { lineNumber, lineNumbers } from './place.ts';

/** A row of `removed.jsonl`: lines that left the article, or moved into its front matter. Numbers are one-based. */
export interface RemovedRow {
  readonly file: string;
  readonly lines: readonly [number, number];
  readonly text: string;
  readonly kind: Kind;
  readonly fields?: readonly MetaKey[];
  readonly rule: string;
  readonly reason: string;
}

/** What cleaning found out about one document; part of its row in `manifest.jsonl`. */
export interface Facts {
  readonly encoding: string;
  readonly format: string;
  readonly bytes: number;
  readonly words: number;
  readonly words_before: number;
  /** Non-blank lines by fate: `kept`, `moved`, and the kind of those that left. */
  readonly lines: Readonly<Record<string, number>>;
  /** Runs of lines that stayed, with nothing removed inside: first, last, and how many of them are not blank. */
  readonly kept: readonly (readonly [number, number, number])[];
  /** Moved lines by the field they went to. */
  readonly fields?: Readonly<Record<string, number>>;
  readonly meta: Metadata;
  readonly doubtful?: true;
}

/** JSON with U+2028 and U+2029 escaped: some readers of lines split there. */
export function jsonLine(value: unknown): string {
  return `${escapeSeparators(JSON.stringify(value))}\n`;
}

export function escapeSeparators(json: string): string {
  return SEPARATORS.test(json) ? json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029') : json;
}

const SEPARATORS = /[\u2028\u2029]/;

export function factsOf(doc: Document, article: CleanArticle): Facts {
  const lines: Record<string, number> = { kept: 0 };
  const fields: Record<string, number> = {};
  for (const verdict of article.verdicts) {
    const fate = fateOf(verdict, article.findings);
    if (fate !== undefined) lines[fate] = (lines[fate] ?? 0) + 1;
    if (fate !== 'moved') continue;
    for (const field of article.findings[verdict.by]?.fields ?? []) fields[field] = (fields[field] ?? 0) + 1;
  }
  return {
    encoding: doc.source.encoding,
    format: doc.source.format,
    bytes: doc.source.bytes,
    words: article.words,
    words_before: article.wordsBefore,
    lines,
    kept: keptRuns(article.verdicts),
    ...(lines['moved'] === undefined ? {} : { fields }),
    meta: article.meta,
    ...(article.doubtful ? { doubtful: true as const } : {}),
  };
}

/** `kept`, `moved`, or the kind of what took the line; undefined for blank lines. */
export function fateOf(verdict: Verdict, findings: readonly Finding[]): string | undefined {
  if (verdict.fate === 'blank') return undefined;
  if (verdict.fate !== 'dropped') return verdict.fate;
  return findings[verdict.by]?.kind ?? 'chrome';
}

function keptRuns(verdicts: readonly Verdict[]): readonly (readonly [number, number, number])[] {
  const runs: [number, number, number][] = [];
  let open: [number, number, number] | undefined;
  verdicts.forEach(({ fate }, at) => {
    if (fate === 'kept') {
      if (open === undefined) {
        open = [lineNumber(at), lineNumber(at), 0];
        runs.push(open);
      }
      open[1] = lineNumber(at);
      open[2] += 1;
    } else if (fate !== 'blank') {
      open = undefined;
    }
  });
  return runs;
}

/** The document's rows as they stand in `removed.jsonl`. */
export function removedText(doc: Document, article: CleanArticle): string {
  return removedRows(doc, article).map(jsonLine).join('');
}

/** A row per run of lines that one finding took; blank lines inside a run go with it. */
export function removedRows(doc: Document, article: CleanArticle): readonly RemovedRow[] {
  const rows: RemovedRow[] = [];
  const { verdicts } = article;
  for (let at = 0; at < verdicts.length; at++) {
    const verdict = verdicts[at] as Verdict;
    if (verdict.fate !== 'dropped' && verdict.fate !== 'moved') continue;
    let last = at;
    for (let next = at + 1; next < verdicts.length; next++) {
      const follower = verdicts[next] as Verdict;
      if (follower.fate === 'blank') continue;
      if (follower.fate !== verdict.fate || follower.by !== verdict.by) break;
      last = next;
    }
    rows.push(removedRow(doc, article, at, last));
    at = last;
  }
  return rows;
}

function removedRow(doc: Document, article: CleanArticle, first: number, last: number): RemovedRow {
  const verdict = article.verdicts[first] as Verdict;
  const finding = article.findings[verdict.by];
  const moved = verdict.fate === 'moved';
  return {
    file: doc.id,
    lines: lineNumbers({ first, last }),
    text: textOf(doc, first, last),
    kind: moved ? 'moved' : (finding?.kind ?? 'chrome'),
    ...(moved && finding?.fields !== undefined ? { fields: finding.fields } : {}),
    rule: finding?.rule ?? 'read/unnamed',
    reason: finding?.message ?? '',
  };
}

/** The lines as they stand, trailing blanks aside, joined by line feeds. */
function textOf(doc: Document, first: number, last: number): string {
  const { start, end } = doc.lines;
  if (first === last || doc.source.lineEnd === 'LF') return doc.text.slice(start[first], end[last]);
  const lines: string[] = [];
  for (let at = first; at <= last; at++) lines.push(doc.text.slice(start[at], end[at]));
  return lines.join('\n');
}
