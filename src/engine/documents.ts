/** From bytes to a cleaned article: the one way that runs, filters, checks and explanations all take. */
import type { BadRecord, ContainerFormat, Entry, FileFormat, Format, Intake } from '../core/contracts.ts';
import { InputError, UsageError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import type { CleanArticle, Document, RawDocument } from '../core/types.ts';
import { FORMATS, formatNamed, formatOf } from '../formats/index.ts';
import { cleanDocument } from '../pipeline/clean.ts';
import { renderMarkdown, renderText } from '../report/article.ts';
import { makeDocument } from '../text/document.ts';
import { type DocumentContext, NO_CONTEXT } from './context.ts';
import { endingOf } from './folder.ts';
import { type Judging, judgingOf } from './policy.ts';
import type { Cleaning, Reading, Writing } from './request.ts';

/** All that shapes one article; crosses to workers. */
export interface Shape {
  readonly reading: Reading;
  readonly cleaning: Cleaning;
  readonly writing: Writing;
}

export interface Cleaned {
  readonly doc: Document;
  readonly article: CleanArticle;
}

/** Endings that are taken from a folder, with the dot, and `''` for names without one. */
export const ENDINGS: ReadonlySet<string> = new Set(['', ...FORMATS.flatMap((format) => format.extensions)]);

const CONTAINER_ENDINGS: ReadonlySet<string> = new Set(
  FORMATS.flatMap(({ shape, extensions }) => (shape === 'container' ? extensions : [])),
);

/** By its name, a file of many documents. */
export function holdsMany(path: string): boolean {
  return CONTAINER_ENDINGS.has(endingOf(path));
}

/** Stands for names whose ending is none of ours: the user named them, so that only their bytes tell what they are. */
const NAMELESS = 'document';

/** The format asked for, or the one that the first bytes tell; undefined for what is none of ours. */
export function chooseFormat(bytes: Uint8Array, path: string, reading: Reading): Format | undefined {
  if (reading.from === undefined)
    return formatOf(bytes.subarray(0, LIMITS.sniffBytes.value), ENDINGS.has(endingOf(path)) ? path : NAMELESS);
  const format = formatNamed(reading.from);
  if (format === undefined) throw new UsageError('unknown-format', `--from ${reading.from}: no such format`);
  return format;
}

export function cleanFile(
  format: FileFormat,
  bytes: Uint8Array,
  path: string,
  shape: Shape,
  context: DocumentContext,
): Cleaned {
  return cleanRaw(format.read(bytes, intakeOf(path, shape.reading)), shape.cleaning, context);
}

export function cleanRaw(raw: RawDocument, cleaning: Cleaning, context: DocumentContext): Cleaned {
  const judging = judgingOf(cleaning, raw.source.path);
  const isPlain = raw.hints === undefined && raw.blocks === undefined && raw.notes === undefined;
  if (!isPlain || context !== NO_CONTEXT || raw.text.length > LONGEST_RECENT) return cleanAnew(raw, judging, context);
  return recent.take(raw, cleaning, judging) ?? recent.put(raw, cleaning, judging, cleanAnew(raw, judging, context));
}

function cleanAnew(raw: RawDocument, { options, hearsSite }: Judging, { restored, site }: DocumentContext): Cleaned {
  const doc = makeDocument(raw);
  const heard = site === undefined || !hearsSite ? {} : { site };
  return { doc, article: cleanDocument(doc, { ...options, restored, ...heard }) };
}

const LONGEST_RECENT = 2000;
const MOST_RECENT = 256;

/**
 * What short texts came out as: crawls are full of the same error page, and cleaning is a function of the text alone where
 * its format knows nothing else of it.
 */
class RecentTexts {
  private readonly cleaned: Map<string, Cleaned> = new Map();
  private cleaning: Cleaning | undefined;

  take(raw: RawDocument, cleaning: Cleaning, judging: Judging): Cleaned | undefined {
    const known = cleaning === this.cleaning ? this.cleaned.get(keyOf(raw, judging)) : undefined;
    if (known === undefined) return undefined;
    const { id, source } = raw;
    return { doc: { ...known.doc, id, source }, article: { ...known.article, id, source } };
  }

  put(raw: RawDocument, cleaning: Cleaning, judging: Judging, cleaned: Cleaned): Cleaned {
    if (cleaning !== this.cleaning || this.cleaned.size === MOST_RECENT) this.cleaned.clear();
    this.cleaning = cleaning;
    this.cleaned.set(keyOf(raw, judging), cleaned);
    return cleaned;
  }
}

const recent: RecentTexts = new RecentTexts();

function keyOf({ source, text }: RawDocument, { key }: Judging): string {
  return `${source.format} ${key}\n${text}`;
}

export function readRecords(
  format: ContainerFormat,
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  reading: Reading,
): AsyncIterable<Entry | BadRecord> {
  return format.read(chunks, intakeOf(path, reading));
}

export function isEntry(record: Entry | BadRecord): record is Entry {
  return 'document' in record;
}

/** The record's number inside its container, from 1. */
export function recordNumber(record: Entry | BadRecord): number {
  if (!isEntry(record)) return record.at;
  const { id } = record.document;
  return Number(id.slice(id.lastIndexOf('#') + 1));
}

export function renderArticle(article: CleanArticle, writing: Writing, duplicateOf?: string): string {
  if (writing.to === 'txt') return renderText(article, { title: writing.title });
  const mark = duplicateOf === undefined ? {} : { duplicateOf };
  return renderMarkdown(article, { frontMatter: writing.frontMatter, sourceFile: article.id, ...mark });
}

/** One chunk as a stream, for containers that are in memory already. */
export async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Why a document has no article. */
export function emptyReason(doc: Document): string {
  const { from, end, count } = doc.lines;
  for (let at = 0; at < count; at++) {
    if (from[at] !== end[at]) return 'no line of it is an article';
  }
  return 'it holds no text';
}

/** `shown` is the input as the user may name it. */
export function requireFile(format: Format | undefined, shown: string): FileFormat {
  if (format === undefined) throw new InputError('binary', 'it is neither text nor HTML nor Markdown');
  if (format.shape === 'container')
    throw new InputError(
      'container',
      `it is a ${format.name} file of many documents; name one by its number: ${shown}#1`,
    );
  return format;
}

export function intakeOf(path: string, reading: Reading): Intake {
  return {
    path,
    ...(reading.encoding === undefined ? {} : { encoding: reading.encoding }),
    ...(reading.textField === undefined ? {} : { textField: reading.textField }),
  };
}
