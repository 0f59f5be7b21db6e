/** What the statistics look at: the parts of a document that hold bytes beyond ASCII, at most 64 KB of them. */
import { isAscii } from 'node:buffer';

/** Keeps a guess under a tenth of a second, whatever the file: random bytes, the worst case, take that long cold. */
const SAMPLE = 65_536;
/** Below this no multi-byte encoding has a second byte, so a cut behind such a byte splits no character. */
const NEVER_TRAIL = 0x30;

export function sampleBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const sample = new Uint8Array(SAMPLE);
  let filled = 0;
  for (let from = 0; from < bytes.length && filled < SAMPLE; ) {
    const to = endOfPiece(bytes, from);
    // Cut only if it would fill the sample alone.
    const piece = bytes.subarray(from, Math.min(to, from + SAMPLE));
    from = to;
    if (isAscii(piece)) continue;
    if (piece.length > SAMPLE - filled) break;
    sample.set(piece, filled);
    filled += piece.length;
  }
  return sample.subarray(0, filled);
}

/** About the length of a line of print. */
const PIECE = 240;

function endOfPiece(bytes: Uint8Array, from: number): number {
  let to = Math.min(bytes.length, from + PIECE);
  while (to < bytes.length && (bytes[to - 1] ?? 0) >= NEVER_TRAIL) to += 1;
  return to;
}
