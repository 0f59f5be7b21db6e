/** Fingerprints and site evidence of the last run, so that unchanged documents can be compared and judged as then. */
import { readFileSync } from 'node:fs';
import { decodePacked, encodePacked, packRecord, unpackRecord } from '../core/codec.ts';
import type { Fingerprint, SiteEvidence } from '../core/types.ts';
import type { FileSink } from './spool.ts';

const LINE_FEED = 10;
const BYTES = 4;

/** A record with its arrays; `id` tells which. */
export function writePacked(sink: FileSink, record: { readonly id: string }): void {
  const { head, bytes } = encodePacked(packRecord(record));
  sink.text(`${head}\n`);
  sink.bytes(bytes);
}

/** Undefined if the file is damaged. */
export function readPrints(path: string): ReadonlyMap<string, Fingerprint> | undefined {
  return readAll(path) as ReadonlyMap<string, Fingerprint> | undefined;
}

/** Undefined if the file is damaged. */
export function readSites(path: string): ReadonlyMap<string, SiteEvidence> | undefined {
  return readAll(path) as ReadonlyMap<string, SiteEvidence> | undefined;
}

function readAll(path: string): ReadonlyMap<string, unknown> | undefined {
  const records = new Map<string, unknown>();
  try {
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf(LINE_FEED, at);
      const head = bytes.toString('utf8', at, end);
      const length = lengthIn(head) * BYTES;
      const packed = decodePacked(head, bytes.subarray(end + 1, end + 1 + length));
      if (end < 0 || packed === undefined) return undefined;
      const record = unpackRecord(packed);
      records.set(record['id'] as string, record);
      at = end + 1 + length;
    }
  } catch {
    return undefined;
  }
  return records;
}

function lengthIn(head: string): number {
  const { '#': arrays } = JSON.parse(head) as { readonly '#': readonly (readonly [string, number])[] };
  return arrays.reduce((sum, [, count]) => sum + count, 0);
}
