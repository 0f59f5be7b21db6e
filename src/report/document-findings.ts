/** What `check` has to say of one document by itself: what cleaning takes out, kind by kind, and what its reader noticed. */
import type { CleanArticle, Document, Finding, Kind, Lines } from '../core/types.ts';
import { count, percent, ranges, thousands } from './amounts.ts';
import type { Region } from './check-report.ts';
import { lineNumber } from './place.ts';
import { fateOf } from './records.ts';

/** A finding that does not know yet which file it is about. */
export interface DocumentFinding {
  readonly kind: Kind;
  readonly region: Region;
  readonly isExtracted?: true;
  readonly lines: readonly (readonly [number, number])[];
  readonly message: string;
  readonly rules: readonly string[];
  readonly related: readonly { readonly region: Region; readonly message: string }[];
  /** What it is about, normalised: the same text makes the same finding, wherever it stands. */
  readonly about: string;
}

/** Below this share of its words an article is hardly one (`low-yield`). */
const LOW_YIELD = 0.15;
/** Places named in a message; all of them are in `lines`. */
const PLACES_NAMED = 12;
/** So many lines in a row are told as a range. */
const LEAST_RANGE = 3;

/** Kinds of which a document has one finding, with all their lines; in the words of their message. */
const GATHERED: Readonly<Partial<Record<Kind, (lines: number, rules: readonly string[]) => string>>> = {
  chrome: (lines) => `${count(lines, 'line')} of site chrome`,
  caption: captionsInWords,
  related: (lines) => `${count(lines, 'headline')} of other articles`,
  moved: (lines) => `${count(lines, 'line')} for the front matter`,
};

function captionsInWords(lines: number, rules: readonly string[]): string {
  const quotes = rules.filter((rule) => rule === 'chrome/pull-quote').length;
  if (quotes === 0) return count(lines, 'caption');
  return quotes === rules.length ? count(lines, 'pull quote') : `${thousands(lines)} captions and pull quotes`;
}

/** In the order of their first lines. */
export function documentFindings(doc: Document, article: CleanArticle): readonly DocumentFinding[] {
  return [
    ...yieldOf(doc, article),
    ...repeatsIn(doc, article),
    ...gathered(doc, article),
    ...notesOn(doc, article),
  ].sort((a, b) => a.region.startLine - b.region.startLine);
}

/** A document without an article is told of by whoever knows why it has none. */
function yieldOf(doc: Document, { words, wordsBefore, body }: CleanArticle): readonly DocumentFinding[] {
  if (body.length === 0 || words >= wordsBefore * LOW_YIELD) return [];
  const first = body[0]?.at ?? 0;
  return [
    {
      ...place(doc, [first]),
      kind: 'low-yield',
      message: `${thousands(words)} of ${count(wordsBefore, 'word')} are article (${percent(words / wordsBefore)})`,
      rules: [],
      lines: [],
      about: '',
    },
  ];
}

/** Each run of repeated lines by itself. */
function repeatsIn(doc: Document, { findings, verdicts, wordsBefore }: CleanArticle): readonly DocumentFinding[] {
  const linesOf = droppedBy(verdicts);
  return findings.flatMap((finding, by) => {
    const lines = linesOf.get(by);
    return finding.kind !== 'repeated' || lines === undefined ? [] : [repeatOf(doc, finding, lines, wordsBefore)];
  });
}

/** Lines that were dropped, by the number of the finding that decided. */
function droppedBy(verdicts: CleanArticle['verdicts']): ReadonlyMap<number, readonly number[]> {
  const linesOf = new Map<number, number[]>();
  verdicts.forEach(({ fate, by }, at) => {
    if (fate !== 'dropped') return;
    const known = linesOf.get(by);
    if (known === undefined) linesOf.set(by, [at]);
    else known.push(at);
  });
  return linesOf;
}

function repeatOf(doc: Document, finding: Finding, lines: readonly number[], wordsBefore: number): DocumentFinding {
  const words = lines.reduce((sum, at) => sum + (doc.lines.tokens[at] as number), 0);
  const size = [
    ...(lines.length > 1 ? [count(lines.length, 'line')] : []),
    count(words, 'word'),
    `${percent(words / wordsBefore)} of the ${doc.source.format === 'jsonl' ? 'record' : 'file'}`,
  ];
  const { first, last } = finding.evidence ?? {};
  const original = typeof first === 'number' && typeof last === 'number' ? { first, last } : undefined;
  return {
    ...place(doc, lines),
    kind: 'repeated',
    message: `${finding.message} (${size.join(', ')})`,
    rules: [finding.rule],
    related: original === undefined ? [] : [{ region: regionOf(doc, original), message: 'said here before' }],
  };
}

function gathered(doc: Document, { findings, verdicts }: CleanArticle): readonly DocumentFinding[] {
  const byKind = new Map<string, number[]>();
  verdicts.forEach((verdict, at) => {
    const fate = fateOf(verdict, findings);
    if (fate === undefined || !(fate in GATHERED)) return;
    const known = byKind.get(fate);
    if (known === undefined) byKind.set(fate, [at]);
    else known.push(at);
  });
  return [...byKind].map(([kind, lines]) => {
    const found = place(doc, lines);
    const rules = [...new Set(lines.flatMap((at) => findings[verdicts[at]?.by ?? -1]?.rule ?? []))];
    const say = GATHERED[kind as Kind] as (lines: number, rules: readonly string[]) => string;
    const where = lines.length === 1 ? '' : ` (${placesInWords(lines.map(lineNumber))})`;
    return { ...found, kind: kind as Kind, message: `${say(lines.length, rules)}${where}`, rules };
  });
}

/** What is reported and decides nothing: notes of the reader, a closing paragraph off the topic. */
function notesOn(doc: Document, { findings }: CleanArticle): readonly DocumentFinding[] {
  return findings.flatMap((finding) => {
    if (finding.action !== 'note') return [];
    const { count: times } = finding.evidence ?? {};
    const often = typeof times === 'number' && times > 1 ? ` (${thousands(times)} places)` : '';
    return [
      {
        ...place(doc, linesFrom(finding)),
        kind: finding.kind,
        message: `${finding.message}${often}`,
        rules: [finding.rule],
      },
    ];
  });
}

function linesFrom({ first, last }: Lines): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_none, at) => first + at);
}

type Placed = Pick<DocumentFinding, 'region' | 'isExtracted' | 'lines' | 'related' | 'about'>;

/** The region is that of the first run of lines: annotations stand at one place. */
function place(doc: Document, at: readonly number[]): Placed {
  const runs = runsOf(doc, at);
  const [first] = runs;
  return {
    region: regionOf(doc, first === undefined ? { first: 0, last: 0 } : { first: first[0], last: first[1] }),
    ...(doc.source.format === 'html' ? { isExtracted: true } : {}),
    lines: runs.map(([from, to]) => [lineNumber(from), lineNumber(to)] as const),
    related: [],
    about: at.map((line) => doc.line(line).replace(/\s+/g, ' ').toLowerCase()).join('\n'),
  };
}

/** Ascending lines as runs; blank lines between two of them do not part them. */
function runsOf(doc: Document, at: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const line of at) {
    const last = runs.at(-1);
    if (last !== undefined && areBlank(doc, last[1] + 1, line)) last[1] = line;
    else runs.push([line, line]);
  }
  return runs;
}

function areBlank({ lines }: Document, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (lines.from[at] !== lines.end[at]) return false;
  return true;
}

function regionOf({ lines }: Document, { first, last }: Lines): Region {
  const column = (at: number, unit: number): number => unit - (lines.start[at] ?? 0) + 1;
  return {
    startLine: lineNumber(first),
    startColumn: column(first, lines.from[first] ?? 0),
    endLine: lineNumber(last),
    endColumn: column(last, lines.end[last] ?? 0),
  };
}

/** `2, 4, 6`, `71-73`; two lines in a row are named one by one. */
function placesInWords(lines: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  const named = runs.flatMap(([from, to]): (readonly [number, number])[] =>
    to - from + 1 < LEAST_RANGE ? linesFrom({ first: from, last: to }).map((one) => [one, one]) : [[from, to]],
  );
  return `${ranges(named.slice(0, PLACES_NAMED))}${named.length > PLACES_NAMED ? ', …' : ''}`;
}
