/**
 * Puts removed lines back: at once into the article, and for good into `decisions.jsonl`. Where the input can be had (named,
 * or FILE itself is it) the article is made from it; else the lines are put into the present article by the record of what
 * was kept around them, and the next run lays them out. A document that was set aside as a copy comes back whole.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OutputError, UsageError } from '../core/errors.ts';
import { lineRow } from '../report/place.ts';
import { factsOf, jsonLine, type RemovedRow, removedRows, removedText } from '../report/records.ts';
import { type Archive, archiveLayout, findRow, rawOf, readArchive, recleaned } from './archived.ts';
import type { DocumentContext } from './context.ts';
import type { Decision, RestoredLines } from './decisions.ts';
import { outputError } from './disk.ts';
import { type Cleaned, renderArticle, type Shape } from './documents.ts';
import { optional, textIn } from './entries.ts';
import { insertLines } from './insert-lines.ts';
import type { Layout } from './layout.ts';
import { takeLock } from './lock.ts';
import { inputOf, type ManifestRow } from './manifest.ts';
import { type Naming, nameOutputs } from './names.ts';
import { readPlainIfThere } from './open.ts';
import { previousRemoved } from './previous.ts';
import type { Self } from './request.ts';
import { commitRestored, type Restoration } from './restore-commit.ts';

export interface RestoreRequest {
  readonly cwd: string;
  readonly out: string;
  /** The document as the manifest names it, its output, or its input on disk. */
  readonly file: string;
  /** One-based, inclusive; without, all removed lines, or the whole of a copy that was set aside. */
  readonly lines?: { readonly first: number; readonly last: number };
  /** Folder or file of the inputs. */
  readonly raw?: string;
  readonly self: Self;
}

export interface RestoreReport {
  readonly path: string;
  readonly output: string | undefined;
  readonly restored: readonly { readonly first: number; readonly last: number; readonly text: string }[];
  /** The document that it was set aside for until now. */
  readonly copy_of?: string;
}

export async function restoreLines(request: RestoreRequest): Promise<RestoreReport> {
  const layout = archiveLayout(request.cwd, request.out);
  makeStateFolder(layout);
  const lock = takeLock(layout.lock, request.self, request.out);
  try {
    const archive = readArchive(layout, request.out);
    const input = resolve(request.cwd, request.file);
    const row = findRow(archive, request.file, input);
    const raw = rawOf(row, request.cwd, request.raw, input);
    return await (row.outcome === 'duplicate'
      ? restoreCopy(archive, row, raw, request)
      : restoreInto(archive, row, raw, request));
  } finally {
    lock.release();
  }
}

/** The state may have been deleted: only a whole run needs what was in it. */
function makeStateFolder({ state }: Layout): void {
  try {
    mkdirSync(state, { recursive: true });
  } catch (error) {
    throw outputError(state, error);
  }
}

type Chosen = Pick<RemovedRow, 'lines' | 'text'>;

/** Lines of a document that has an article, or came out empty. */
async function restoreInto(
  archive: Archive,
  row: ManifestRow,
  raw: string | undefined,
  request: RestoreRequest,
): Promise<RestoreReport> {
  const { layout, rows, shape, settings } = archive;
  const removed = removedOf(layout, row.path);
  const chosen = chooseRanges(removed, request.lines);
  if (chosen.length === 0) throw nothingThere(request);
  const decisions = chosen.map((one) => decisionOf(row, one));
  const output = row.output ?? newOutput(rows, row, shape);
  const made =
    raw === undefined
      ? patched(row, removed, chosen, layout, shape)
      : remade(
          await recleaned(raw, row, shape, contextWith(archive, row, chosen)),
          shape,
          settings.on_duplicate === 'annotate' ? row.of : undefined,
        );
  const placed = row.output === undefined ? { output } : {};
  commitRestored(layout, rows, { ...made, ...placed, path: row.path, decisions });
  return { path: row.path, output, restored: chosen.map(restoredRange) };
}

/** The copy as an article of its own; without its input only the decision, which the next run honours. */
async function restoreCopy(
  archive: Archive,
  row: ManifestRow,
  raw: string | undefined,
  request: RestoreRequest,
): Promise<RestoreReport> {
  const { layout, rows, shape } = archive;
  const { path, of = '' } = row;
  const own: readonly Decision[] = archive.decisions.own.has(path) ? [] : [{ file: path, decision: 'own-article', of }];
  if (raw === undefined) {
    if (request.lines !== undefined)
      throw new UsageError(
        'raw-needed',
        `${path}: it is a copy of ${of} and has no article yet; name its input file by its path on disk, or restore all of it`,
      );
    commitRestored(layout, rows, { path, decisions: own });
    return { path, output: undefined, restored: [], copy_of: of };
  }
  const { doc, article } = await recleaned(raw, row, shape, contextWith(archive, row, []));
  const chosen = request.lines === undefined ? [] : chooseRanges(removedRows(doc, article), request.lines);
  const cleaned =
    chosen.length === 0 ? { doc, article } : await recleaned(raw, row, shape, contextWith(archive, row, chosen));
  const output = newOutput(rows, row, shape);
  const decisions = [...own, ...chosen.map((one) => decisionOf(row, one))];
  commitRestored(layout, rows, { ...remade(cleaned, shape, undefined), path, output, decisions });
  return { path, output, restored: chosen.map(restoredRange), copy_of: of };
}

function decisionOf({ path }: ManifestRow, { lines, text }: Chosen): RestoredLines {
  return { file: path, decision: 'restored', lines, text };
}

function restoredRange({ lines, text }: Chosen): RestoreReport['restored'][number] {
  return { first: lines[0], last: lines[1], text };
}

/** With the texts of all lines of the document that stay from now on. */
function contextWith({ contextOf }: Archive, { path }: ManifestRow, chosen: readonly Chosen[]): DocumentContext {
  const context = contextOf(path);
  const lines = chosen.flatMap(({ text }) => text.split('\n').map((line) => line.trim()));
  return { ...context, restored: [...context.restored, ...lines.filter((line) => line !== '')] };
}

/** The name of an article that there was none of until now. */
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
function chooseRanges(removed: readonly RemovedRow[], lines: RestoreRequest['lines']): readonly Chosen[] {
  return removed.flatMap((row) => {
    const first = Math.max(row.lines[0], lines?.first ?? row.lines[0]);
    const last = Math.min(row.lines[1], lines?.last ?? row.lines[1]);
    if (first > last) return [];
    const text = row.text.split('\n').slice(first - row.lines[0], last - row.lines[0] + 1);
    return text.every((line) => line.trim() === '') ? [] : [{ lines: [first, last] as const, text: text.join('\n') }];
  });
}

function nothingThere({ lines, file }: RestoreRequest): UsageError {
  if (lines === undefined) return new UsageError('nothing-to-restore', `${file}: nothing was removed`);
  const place = lines.first === lines.last ? `line ${lines.first}` : `lines ${lines.first}-${lines.last}`;
  return new UsageError('nothing-to-restore', `${file}: nothing was removed at ${place}`);
}

type Made = Omit<Restoration, 'path' | 'decisions'>;

function remade({ doc, article }: Cleaned, shape: Shape, duplicateOf: string | undefined): Made {
  return {
    facts: factsOf(doc, article),
    removed: removedText(doc, article),
    article: renderArticle(article, shape.writing, duplicateOf),
  };
}

function patched(
  row: ManifestRow,
  removed: readonly RemovedRow[],
  chosen: readonly Chosen[],
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
