/**
 * Segments of the cache of `check`: some documents as columns, so that ten thousand of them are read in one piece. A segment is
 * four numbers of 32 bits (a mark and the lengths of the three parts), then facts as JSON, columns of numbers, and plain bytes.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { decodePacked, encodePacked, packRecord, unpackRecord } from '../core/codec.ts';
import { docId } from '../core/ids.ts';
import { nibbleBytes } from '../dedup/nibbles.ts';
import { type PerSketch, type PrintBatch, perSketch, SKETCHES } from '../dedup/print-batch.ts';
import { batchOfAll, type Print, type PrintRow } from '../dedup/print-rows.ts';

/** One document that is a file by itself. */
export interface CachedDocument<Printed extends Print = Print> {
  readonly sha256: string;
  readonly state: 'article' | 'empty' | 'skipped';
  readonly reason?: string;
  readonly words: number;
  readonly wordsBefore: number;
  readonly bytes: number;
  /** Digest of what the other pages of its site said. */
  readonly site?: string;
  /** JSON. */
  readonly findings: Uint8Array;
  readonly print?: Printed;
  /** Whether it was asked what it may share with other pages of its site. */
  readonly isLearnt: boolean;
  /** Lines that pages of one site may share; none for a text of one line. */
  readonly page?: Uint32Array;
}

/** A document under the hash of its file's bytes and its path. */
export interface Keyed {
  readonly content: string;
  readonly path: string;
  readonly document: CachedDocument;
}

export interface Segment {
  readonly count: number;
  readonly contents: readonly string[];
  readonly paths: readonly string[];
  documentAt(at: number): CachedDocument<PrintRow>;
}

const MARK = 0x636b7331;
const HEADER = 4;
const BYTES = 4;
const NONE = 0xffffffff;
const HAS_LEARNT = 1;
const HAS_PAGE = 2;

/** What is no number, a value a document. */
interface Facts {
  readonly contents: readonly string[];
  readonly paths: readonly string[];
  readonly hashes: readonly string[];
  readonly states: readonly CachedDocument['state'][];
  readonly reasons: readonly (string | null)[];
  readonly sites: readonly (string | null)[];
  /** A value a fingerprint. */
  readonly dates: readonly string[];
}

/** A value a document, or a set of numbers a document with where each ends. */
interface Columns {
  readonly marks: Uint32Array;
  readonly wordsOf: Uint32Array;
  readonly wordsBefore: Uint32Array;
  readonly bytesOf: Uint32Array;
  readonly findingEnd: Uint32Array;
  /** Which fingerprint of the segment is its own. */
  readonly printAt: Uint32Array;
  readonly page: Uint32Array;
  readonly pageEnd: Uint32Array;
}

/** The columns of fingerprints that are numbers. */
type PrintColumns = Omit<PrintBatch, 'count' | 'keys' | 'nibbles' | 'dates'>;
type KeyColumns = { readonly [Name in keyof PerSketch<unknown> as `${Name}Keys`]: Uint32Array };

export function encodeSegment(documents: readonly Keyed[]): Uint8Array {
  const signed = documents.flatMap(({ document: { print } }) => (print === undefined ? [] : [print]));
  const { count: _count, keys, nibbles, dates, ...columns } = batchOfAll(signed);
  const facts = factsOf(documents, dates);
  const { head, bytes } = encodePacked(packRecord({ facts, ...columnsOf(documents), ...columns, ...namedKeys(keys) }));
  const json = Buffer.from(head, 'utf8');
  const plain = Buffer.concat([
    ...Object.values(nibbles as Record<string, Uint8Array>),
    ...documents.map(({ document }) => document.findings),
  ]);
  return Buffer.concat([headerOf(json.length, bytes.length, plain.length), json, bytes, plain]);
}

function headerOf(...lengths: readonly number[]): Buffer {
  const header = Buffer.alloc(HEADER * BYTES);
  [MARK, ...lengths].forEach((number, at) => {
    header.writeUInt32LE(number, at * BYTES);
  });
  return header;
}

function factsOf(documents: readonly Keyed[], dates: readonly string[]): Facts {
  return {
    contents: documents.map(({ content }) => content),
    paths: documents.map(({ path }) => path),
    hashes: documents.map(({ document }) => document.sha256),
    states: documents.map(({ document }) => document.state),
    reasons: documents.map(({ document }) => document.reason ?? null),
    sites: documents.map(({ document }) => document.site ?? null),
    dates,
  };
}

function columnsOf(documents: readonly Keyed[]): Columns {
  const pages = documents.map(({ document }) => document.page ?? new Uint32Array(0));
  const page = new Uint32Array(pages.reduce((sum, { length }) => sum + length, 0));
  const pageEnd = endsOf(pages);
  pages.forEach((lines, at) => {
    page.set(lines, (pageEnd[at] as number) - lines.length);
  });
  let prints = 0;
  return {
    marks: numbersOf(documents, markOf),
    wordsOf: numbersOf(documents, ({ words }) => words),
    wordsBefore: numbersOf(documents, ({ wordsBefore }) => wordsBefore),
    bytesOf: numbersOf(documents, ({ bytes }) => bytes),
    findingEnd: endsOf(documents.map(({ document }) => document.findings)),
    printAt: numbersOf(documents, ({ print }) => (print === undefined ? NONE : prints++)),
    page,
    pageEnd,
  };
}

function numbersOf(documents: readonly Keyed[], numberOf: (document: CachedDocument) => number): Uint32Array {
  return Uint32Array.from(documents, ({ document }) => numberOf(document));
}

function markOf({ isLearnt, page }: CachedDocument): number {
  return (isLearnt ? HAS_LEARNT : 0) | (page === undefined ? 0 : HAS_PAGE);
}

function endsOf(sets: readonly { readonly length: number }[]): Uint32Array {
  let end = 0;
  return Uint32Array.from(sets, ({ length }) => (end += length));
}

function namedKeys(keys: PrintBatch['keys']): KeyColumns {
  return { wholeKeys: keys.whole, leadKeys: keys.lead, skeletonKeys: keys.skeleton };
}

/** All segments of a file; throws what reading throws, and for a damaged one. */
export function readSegments(path: string): readonly Segment[] {
  const handle = openSync(path, constants.O_RDONLY);
  try {
    const { size } = fstatSync(handle);
    const segments: Segment[] = [];
    for (let at = 0; at < size; ) {
      const header = readExactly(handle, at, HEADER * BYTES);
      const [mark, json = 0, numbers = 0, plain = 0] = numbersIn(header);
      const end = at + header.length + json + numbers + plain;
      if (mark !== MARK || end > size) throw new Error('damaged');
      const body = readExactly(handle, at + header.length, json + numbers + plain);
      segments.push(
        segmentIn(body.toString('utf8', 0, json), body.subarray(json, json + numbers), body.subarray(json + numbers)),
      );
      at = end;
    }
    return segments;
  } finally {
    closeSync(handle);
  }
}

function numbersIn(header: Buffer): readonly number[] {
  return Array.from({ length: HEADER }, (_none, field) => header.readUInt32LE(field * BYTES));
}

function readExactly(handle: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let at = 0; at < length; ) {
    const count = readSync(handle, bytes, at, length - at, from + at);
    if (count === 0) throw new Error('damaged');
    at += count;
  }
  return bytes;
}

function segmentIn(head: string, numbers: Uint8Array, plain: Uint8Array): Segment {
  const packed = decodePacked(head, numbers);
  if (packed === undefined) throw new Error('damaged');
  const { facts, ...columns } = unpackRecord(packed) as unknown as Unpacked;
  const batch = batchIn(columns, facts.dates, plain);
  const findings = plain.subarray(nibblesEnd(batch.count));
  return {
    count: facts.paths.length,
    contents: facts.contents,
    paths: facts.paths,
    documentAt: (at) => documentIn(facts, columns, { batch, findings }, at),
  };
}

type Unpacked = { readonly facts: Facts } & Columns & PrintColumns & KeyColumns;

function documentIn(
  facts: Facts,
  columns: Columns,
  { batch, findings }: { readonly batch: PrintBatch; readonly findings: Uint8Array },
  at: number,
): CachedDocument<PrintRow> {
  const [reason, site] = [facts.reasons[at] ?? undefined, facts.sites[at] ?? undefined];
  const mark = columns.marks[at] as number;
  const print = columns.printAt[at] as number;
  const document: Draft = {
    sha256: facts.hashes[at] as string,
    state: facts.states[at] as CachedDocument['state'],
    words: columns.wordsOf[at] as number,
    wordsBefore: columns.wordsBefore[at] as number,
    bytes: columns.bytesOf[at] as number,
    findings: setAt(findings, columns.findingEnd, at),
    isLearnt: (mark & HAS_LEARNT) !== 0,
  };
  if (reason !== undefined) document.reason = reason;
  if (site !== undefined) document.site = site;
  if (print !== NONE) document.print = { id: docId(facts.paths[at] as string), batch, at: print };
  if ((mark & HAS_PAGE) !== 0) document.page = setAt(columns.page, columns.pageEnd, at);
  return document;
}

function setAt<Kind extends Uint8Array | Uint32Array>(all: Kind, ends: Uint32Array, at: number): Kind {
  return all.subarray(at === 0 ? 0 : ends[at - 1], ends[at]) as Kind;
}

/** Filled field by field: spreading costs more than all else here. */
type Draft = { -readonly [Key in keyof CachedDocument<PrintRow>]: CachedDocument<PrintRow>[Key] };

function batchIn(
  { wholeKeys, leadKeys, skeletonKeys, ...columns }: PrintColumns & KeyColumns,
  dates: readonly string[],
  plain: Uint8Array,
): PrintBatch {
  const count = dates.length;
  let at = 0;
  const nibbles = perSketch((name) => {
    const length = nibbleBytes(SKETCHES[name].slots) * count;
    at += length;
    return plain.subarray(at - length, at);
  });
  return { ...columns, count, dates, nibbles, keys: { whole: wholeKeys, lead: leadKeys, skeleton: skeletonKeys } };
}

function nibblesEnd(count: number): number {
  return Object.values(SKETCHES).reduce((sum, { slots }) => sum + nibbleBytes(slots) * count, 0);
}
