/** The shapes that make adding a thing one file and one line. */
import type { Document, Finding, Kind, RawDocument, RuleId, Source } from './types.ts';

/** A rule's own test: the text, and the zero-based lines its findings must cover (`[]` for a trap that must not fire). */
export interface Example {
  readonly text: string;
  readonly drop: readonly number[];
}

export interface Rule {
  readonly id: RuleId;
  readonly kind: Kind;
  readonly title: string;
  readonly why: string;
  /** At least one drops something and at least one does not. */
  readonly examples: readonly [Example, Example, ...Example[]];
  /** Judged before the outline is settled: sentences it drops are no prose of the article. */
  readonly early?: true;
  /** Rests on where a line stands, not on what it says: heard only on a page some line of which says that it is furniture. */
  readonly placed?: true;
  check(doc: Document): Iterable<Finding>;
}

/** One record in, records out; no clock, no chance, no world. `version` changes when the output may. */
export interface Stage<In, Out> {
  readonly name: string;
  readonly version: number;
  run(input: In): Iterable<Out>;
}

/** Records that share a key meet once; the answer may not depend on their order. */
export interface Gather<In, Out> {
  readonly name: string;
  readonly version: number;
  keys(record: In): Iterable<string>;
  meet(key: string, records: readonly In[]): Iterable<Out>;
}

/** What a reader is told about an input before it reads it. */
export interface Intake {
  /** Path relative to the inputs' common parent. */
  readonly path: string;
  /** Encoding asked for by the user (`--encoding`) or by the transport; wins over everything but a byte order mark. */
  readonly encoding?: string;
  /** JSONL: name of the field that holds the text (`--text-field`). */
  readonly textField?: string;
  /** Nothing is noted of a text that is only compared. */
  readonly withoutNotes?: boolean;
}

/** A record of a container that could not be read; the others go on. `at` is its one-based line or record number. */
export interface BadRecord {
  readonly at: number;
  readonly code: string;
  readonly message: string;
}

/** A line of a file; `bytes` is undefined for one that is too long to be read. */
export interface ByteLine {
  /** From 1. */
  readonly number: number;
  readonly bytes: Uint8Array | undefined;
}

/** A record of a container, with the container's own object as it is written where it has one (JSONL passes it through). */
export interface Entry {
  readonly document: RawDocument;
  readonly json?: string;
}

interface FormatBase {
  readonly name: string;
  readonly title: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** Looks at up to 4,096 bytes. The first format of the registry that says yes reads the input. */
  sniff(head: Uint8Array, path: string): boolean;
}

/** One file, one document. */
export interface FileFormat extends FormatBase {
  readonly shape: 'file';
  read(bytes: Uint8Array, intake: Intake): RawDocument;
}

/** One file, many documents, read as a stream. */
export interface ContainerFormat extends FormatBase {
  readonly shape: 'container';
  /** For containers that hold a record a line, so that a file can be read from the middle; undefined for a line without one. */
  readLine?(line: ByteLine, intake: Intake): Entry | BadRecord | undefined;
  read(bytes: AsyncIterable<Uint8Array>, intake: Intake): AsyncIterable<Entry | BadRecord>;
}

export type Format = FileFormat | ContainerFormat;

export type { Source };
