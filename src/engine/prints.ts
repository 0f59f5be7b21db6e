/** Fingerprints of the last run, so that unchanged documents can be compared without cleaning them again. */
import { readFileSync } from 'node:fs';
import { decodePacked, encodePacked, packRecord, unpackRecord } from '../core/codec.ts';
import type { Fingerprint } from '../core/types.ts';
import type { FileSink } from './spool.ts';

const LINE_FEED = 10;
const BYTES = 4;

export function writePrint(sink: FileSink, print: Fingerprint): void {
  const { head, bytes } = encodePacked(packRecord(print));
  sink.text(`${head}\n`);
  sink.bytes(bytes);
}

/** Undefined if the file is damaged. */
export function readPrints(path: string): ReadonlyMap<string, Fingerprint> | undefined {
  const prints = new Map<string, Fingerprint>();
  try {
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf(LINE_FEED, at);
      const head = bytes.toString('utf8', at, end);
      const length = lengthIn(head) * BYTES;
      const packed = decodePacked(head, bytes.subarray(end + 1, end + 1 + length));
      if (end < 0 || packed === undefined) return undefined;
      const print = unpackRecord(packed) as unknown as Fingerprint;
      prints.set(print.id, print);
      at = end + 1 + length;
    }
  } catch {
    return undefined;
  }
  return prints;
}

function lengthIn(head: string): number {
  const { '#': arrays } = JSON.parse(head) as { readonly '#': readonly (readonly [string, number])[] };
  return arrays.reduce((sum, [, count]) => sum + count, 0);
}
