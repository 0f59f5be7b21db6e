/** Text with what is known of the bytes it came from: where the readers of single documents begin. */
import { Buffer } from 'node:buffer';
import type { Intake } from '../core/contracts.ts';
import { docId } from '../core/ids.ts';
import type { Block, Metadata, RawDocument, Source } from '../core/types.ts';
import type { Decoded } from '../text/decode.ts';
import { decodeBytes, lineEndOf } from '../text/decode.ts';
import { notesOn } from './notes.ts';

export interface Origin {
  readonly decoded: Decoded;
  /** Size of the input in bytes. */
  readonly bytes: number;
  readonly intake: Intake;
  /** For a record of a container: its number and name there, and what the container states about it. */
  readonly record?: RecordOrigin;
}

export interface RecordOrigin {
  readonly number: number;
  readonly member: string;
  readonly stated: Metadata;
}

export interface Content {
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly hints?: Metadata;
  readonly stated?: string | undefined;
}

const NO_HINTS: Metadata = {};
const MARK = '\ufeff';

/** `declared`: what the content itself says its encoding is. */
export function originOfBytes(bytes: Uint8Array, intake: Intake, declared?: string): Origin {
  const options = {
    ...(intake.encoding === undefined ? {} : { encoding: intake.encoding }),
    ...(declared === undefined ? {} : { declared }),
  };
  return { decoded: decodeBytes(bytes, options), bytes: bytes.length, intake };
}

/** A string that never was bytes. Half a surrogate pair becomes U+FFFD, as it could not be written. */
export function originOfText(text: string, intake: Intake): Origin {
  const bom = text.startsWith(MARK);
  const bare = bom ? text.slice(1) : text;
  const whole = bare.toWellFormed();
  const decoded = {
    text: whole,
    encoding: 'utf-8',
    bom,
    lineEnd: lineEndOf(whole),
    replaced: countReplaced(bare, whole),
  };
  return { decoded, bytes: Buffer.byteLength(text, 'utf8'), intake };
}

function countReplaced(bare: string, whole: string): number {
  if (bare === whole) return 0;
  let count = 0;
  for (let at = 0; at < bare.length; at++) if (bare.charCodeAt(at) !== whole.charCodeAt(at)) count++;
  return count;
}

/** The document of a file or record. What a container states holds against what the content does. */
export function documentOf(format: string, origin: Origin, { text, blocks, hints, stated }: Content): RawDocument {
  const { decoded, bytes, record } = origin;
  const { encoding, bom, lineEnd, replaced } = decoded;
  const { path } = origin.intake;
  const known =
    record === undefined ? (hints ?? NO_HINTS) : hints === undefined ? record.stated : { ...hints, ...record.stated };
  const source: Source = {
    path,
    format,
    encoding,
    bom,
    lineEnd,
    bytes,
    ...(record === undefined ? undefined : { member: record.member }),
    ...(known.url === undefined ? undefined : { url: known.url }),
  };
  const notes = origin.intake.withoutNotes === true ? [] : notesOn(text, replaced);
  return {
    id: docId(path, record?.number),
    source,
    text,
    ...(blocks === undefined ? undefined : { blocks }),
    ...(isEmpty(known) ? undefined : { hints: known }),
    ...(stated === undefined ? undefined : { stated }),
    ...(notes.length === 0 ? undefined : { notes }),
  };
}

function isEmpty(hints: Metadata): boolean {
  for (const _ in hints) return false;
  return true;
}
