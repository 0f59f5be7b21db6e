/** How well UTF-8 explains bytes that are not quite UTF-8: cut off, or with a few bytes of something else between. */
import type { Explanation } from './charset-letters.ts';

/** Quarter bits of a well-formed sequence, and of a byte that belongs to none. */
const SEQUENCE = 40;
const STRAY = 96;

export function explainByUtf8(sample: Uint8Array): Explanation {
  let cost = 0;
  for (let at = 0; at < sample.length; ) {
    const length = sequenceLength(sample, at);
    const whole = length > 0 && at + length <= sample.length;
    if (length > 1 || length === 0) cost += whole ? SEQUENCE : STRAY;
    at += Math.max(length, 1);
  }
  return { encoding: 'utf-8', cost };
}

/** Bytes of the sequence that begins here, 1 for ASCII, 0 if none does; one cut off by the end counts with its full length. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  for (let next = at + 1; next < at + length && next < bytes.length; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}
