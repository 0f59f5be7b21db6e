/**
 * Puts removed lines back: at once into the article, and for good into `decisions.jsonl`. Where the input can be had (named,
 * or FILE itself is it) the article is made from it; else the lines are put into the present article by the record of what
 * was kept around them, and the next run lays them out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OutputError, UsageError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { lineRow } from '../report/place.ts';
import { factsOf, jsonLine, type RemovedRow, removedText } from '../report/records.ts';
import { type Decision, parseDecisions, restoredTexts } from './decisions.ts';
import {
  type Cleaned,
  chooseFormat,
  cleanRaw,
  intakeOf,
  isEntry,
  readRecords,
  renderArticle,
  type Shape,
} from './documents.ts';
import { optional, textIn } from './entries.ts';
import { sha256 } from './hashes.ts';
import { insertLines } from './insert-lines.ts';
import { type Layout, layoutOf } from './layout.ts';
import { takeLock } from './lock.ts';
import { inputOf, type ManifestRow, parseManifest } from './manifest.ts';
import { type Naming, nameOutputs } from './names.ts';
import { readChunks, readPlainIfThere } from './open.ts';
import { previousRemoved } from './previous.ts';
import type { Self } from './request.ts';
import { commitRestored, type Restoration } from './restore-commit.ts';
import { readSummary, shapeIn } from './summary.ts';

export interface RestoreRequest {
  readonly cwd: string;
  readonly out: string;
  /** The document as the manifest names it, its output, or its input on disk. */
  readonly file: string;
  /** One-based, inclusive; all removed lines without. */
  readonly lines?: { readonly first: number; readonly last: number };
  /** Folder or file of the inputs. */
  readonly raw?: string;
  readonly self: Self;
}

export interface RestoreReport {
  readonly path: string;
  readonly output: string | undefined;
  readonly restored: readonly { readonly first: number; readonly last: number; readonly text: string }[];
}

export async function restoreLines(request: RestoreRequest): Promise<RestoreReport> {
  const layout = layoutOf(resolve(request.cwd, request.out));
  if (!existsSync(layout.manifest)) throw new UsageError('no-manifest', `${request.out}: no result of clean-archive`);
  const lock = takeLock(layout.lock, request.self, request.out);
  try {
    return await restoreLocked(request, layout);
  } finally {
    lock.release();
  }
}

async function restoreLocked(request: RestoreRequest, layout: Layout): Promise<RestoreReport> {
  const rows = parseManifest(readFileSync(layout.manifest, 'utf8'));
  if (rows === undefined)
    throw new OutputError(
      'damaged-manifest',
      `${layout.manifest}: damaged; run again with --force to write everything anew`,
    );
  const input = resolve(request.cwd, request.file);
  const row = findRow(rows, request, layout, input);
  const removed = removedOf(layout, row.path);
  const chosen = chooseRanges(removed, request);
  const decisions = chosen.map(({ lines, text }): Decision => ({ file: row.path, decision: 'restored', lines, text }));
  const raw = await rawOf(row, request, input);
  const settings = readSummary(layout.summary)?.settings;
  if (settings === undefined)
    throw new OutputError('damaged-summary', `${layout.summary}: missing or damaged; run again first`);
  const shape = shapeIn(settings);
  const earlier = existsSync(layout.decisions)
    ? parseDecisions(readFileSync(layout.decisions, 'utf8'), layout.decisions)
    : [];
  const texts = restoredTexts([...earlier, ...decisions])[row.path] ?? [];
  const output = row.output ?? newOutput(rows, row, shape);
  const restoration =
    raw === undefined
      ? patched(row, removed, chosen, layout, shape)
      : remade(row, await reclean(raw, row, shape, texts), shape, settings.on_duplicate);
  commitRestored(layout, rows, {
    ...restoration,
    ...(row.output === undefined ? { output } : {}),
    path: row.path,
    decisions,
  });
  return {
    path: row.path,
    output,
    restored: chosen.map(({ lines, text }) => ({ first: lines[0], last: lines[1], text })),
  };
}

/** The name of an article that came out empty until now. */
function newOutput(rows: readonly ManifestRow[], row: ManifestRow, shape: Shape): string {
  const namings = rows.map((each) => ({
    path: inputOf(each),
    ...optional('record', each.record),
    ...optional('member', each.member),
  }));
  return nameOutputs(namings as readonly Naming[], shape.writing.to === 'txt' ? '.txt' : '.md')[
    rows.indexOf(row)
  ] as string;
}

/** By its path, its output's path, or by the bytes of the file that is named. */
function findRow(
  rows: readonly ManifestRow[],
  { file, out }: RestoreRequest,
  layout: Layout,
  input: string,
): ManifestRow {
  const plain = file.replace(/^\.\//, '');
  const exact =
    rows.find((row) => row.path === plain) ??
    rows.find((row) => row.output !== undefined && (row.output === plain || join(layout.out, row.output) === input));
  if (exact !== undefined) return exact;
  const bytes = readPlainIfThere(input);
  const hash = bytes === undefined ? undefined : sha256(bytes);
  const same = rows.filter((row) => row.sha256 === hash && hash !== undefined && row.container === undefined);
  const row =
    same.find((candidate) => isSuffix(candidate.path, input)) ??
    same[0] ??
    rows.find((candidate) => isSuffix(candidate.path, input));
  if (row === undefined) throw new UsageError('unknown-document', `${file}: ${out} knows no document of this name`);
  return row;
}

function isSuffix(path: string, absolute: string): boolean {
  return absolute.endsWith(`/${path}`);
}

function removedOf(layout: Layout, path: string): readonly RemovedRow[] {
  const { slices, close } = previousRemoved(layout);
  try {
    const slice = slices.get(path);
    return slice === undefined
      ? []
      : textIn(slice)
          .split('\n')
          .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as RemovedRow]));
  } finally {
    close();
  }
}

/** The asked lines of the rows, each with its text. */
function chooseRanges(
  removed: readonly RemovedRow[],
  { lines, file }: RestoreRequest,
): readonly Pick<RemovedRow, 'lines' | 'text'>[] {
  const chosen = removed.flatMap((row) => {
    const first = Math.max(row.lines[0], lines?.first ?? row.lines[0]);
    const last = Math.min(row.lines[1], lines?.last ?? row.lines[1]);
    if (first > last) return [];
    const text = row.text.split('\n').slice(first - row.lines[0], last - row.lines[0] + 1);
    return text.every((line) => line.trim() === '') ? [] : [{ lines: [first, last] as const, text: text.join('\n') }];
  });
  if (chosen.length > 0) return chosen;
  const asked =
    lines === undefined
      ? ''
      : lines.first === lines.last
        ? ` at line ${lines.first}`
        : ` at lines ${lines.first}-${lines.last}`;
  throw new UsageError('nothing-to-restore', `${file}: nothing was removed${asked}`);
}

/** Where the recorded input lies, if it can be found. */
async function rawOf(row: ManifestRow, request: RestoreRequest, input: string): Promise<string | undefined> {
  const places =
    request.raw === undefined
      ? [input]
      : [resolve(request.cwd, request.raw, inputOf(row)), resolve(request.cwd, request.raw)];
  for (const place of places) {
    const bytes = readPlainIfThere(place);
    if (bytes !== undefined && sha256(bytes) === row.sha256) return place;
  }
  if (request.raw !== undefined)
    throw new UsageError('raw-changed', `${request.raw}: it does not hold ${inputOf(row)} as it was cleaned`);
  return undefined;
}

async function reclean(place: string, row: ManifestRow, shape: Shape, texts: readonly string[]): Promise<Cleaned> {
  const path = inputOf(row);
  const bytes = readPlainIfThere(place) ?? new Uint8Array(0);
  const format = chooseFormat(bytes, path, shape.reading);
  if (format?.shape === 'file')
    return cleanRaw(format.read(bytes, intakeOf(path, shape.reading)), shape.cleaning, texts);
  if (format !== undefined) {
    for await (const record of readRecords(
      format,
      readChunks(place, LIMITS.containerBytes.value),
      path,
      shape.reading,
    )) {
      if (isEntry(record) && record.document.id === row.path) return cleanRaw(record.document, shape.cleaning, texts);
    }
  }
  throw new UsageError('raw-changed', `${place}: it does not hold ${row.path} as it was cleaned`);
}

type Made = Omit<Restoration, 'path' | 'decisions'>;

function remade(row: ManifestRow, { doc, article }: Cleaned, shape: Shape, onDuplicate: string): Made {
  const removed = removedText(doc, article);
  const facts = factsOf(doc, article);
  return {
    facts,
    removed,
    article: renderArticle(article, shape.writing, onDuplicate === 'annotate' ? row.of : undefined),
  };
}

function patched(
  row: ManifestRow,
  removed: readonly RemovedRow[],
  chosen: readonly Pick<RemovedRow, 'lines' | 'text'>[],
  layout: Layout,
  shape: Shape,
): Made {
  const isChosen = (number: number): boolean => chosen.some(({ lines }) => number >= lines[0] && number <= lines[1]);
  const rest = removed.flatMap((line) => withoutLines(line, isChosen));
  const text = rest.map(jsonLine).join('');
  if (row.output === undefined || row.kept === undefined) {
    throw new UsageError('raw-needed', `${row.path}: it has no article yet; name the input file by its path on disk`);
  }
  const present = readPlainIfThere(join(layout.out, row.output));
  if (present === undefined)
    throw new OutputError('missing-article', `${row.output}: the article is missing; run again first`);
  const body = shape.writing.to === 'md' && shape.writing.frontMatter;
  const { article, words, kept } = insertLines(Buffer.from(present).toString('utf8'), row, chosen, body);
  const lines = restoredCounts(row.lines ?? {}, removed, rest, chosen);
  return { facts: { words, lines, kept }, removed: text, article };
}

/** What is left of a row when some of its lines are taken out. */
function withoutLines(row: RemovedRow, isChosen: (number: number) => boolean): readonly RemovedRow[] {
  const text = row.text.split('\n');
  const parts: RemovedRow[] = [];
  let from: number | undefined;
  for (let number = row.lines[0]; number <= row.lines[1] + 1; number++) {
    const stays = number <= row.lines[1] && !isChosen(number);
    if (stays && from === undefined && text[lineRow(number) - lineRow(row.lines[0])]?.trim() !== '') from = number;
    if (stays || from === undefined) continue;
    parts.push({
      ...row,
      lines: [from, number - 1],
      text: text.slice(from - row.lines[0], number - row.lines[0]).join('\n'),
    });
    from = undefined;
  }
  return parts;
}

function restoredCounts(
  counts: Readonly<Record<string, number>>,
  before: readonly RemovedRow[],
  after: readonly RemovedRow[],
  chosen: readonly Pick<RemovedRow, 'text'>[],
): Readonly<Record<string, number>> {
  const lines: Record<string, number> = { ...counts };
  for (const row of before) lines[row.kind] = (lines[row.kind] ?? 0) - filled(row.text);
  for (const row of after) lines[row.kind] = (lines[row.kind] ?? 0) + filled(row.text);
  lines['kept'] = (lines['kept'] ?? 0) + chosen.reduce((sum, row) => sum + filled(row.text), 0);
  return Object.fromEntries(Object.entries(lines).filter(([name, count]) => count > 0 || name === 'kept'));
}

function filled(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}
