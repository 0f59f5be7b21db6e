/** A byte stream in lines, as many at a time as a chunk ends, with a bound on how long one may be. The bytes of longer ones are let go as they come. */
import type { ByteLine } from '../core/contracts.ts';

const LINE_FEED = 10;

/** The lines are good until the next ones are asked for. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<readonly ByteLine[]> {
  const gathered = new Gathered(longest);
  let number = 0;
  for await (const chunk of chunks) {
    const lines: ByteLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      lines.push({ number: ++number, bytes: gathered.finish(chunk.subarray(start, end)) });
      start = end + 1;
    }
    gathered.add(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (!gathered.isEmpty) yield [{ number: number + 1, bytes: gathered.finish(new Uint8Array()) }];
}

/** The pieces of the line that a chunk broke off. */
class Gathered {
  private readonly longest: number;
  private pieces: Uint8Array[] = [];
  private length = 0;

  constructor(longest: number) {
    this.longest = longest;
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  /** Copies: a reader may fill the same buffer again. */
  add(piece: Uint8Array): void {
    this.length += piece.length;
    if (this.length > this.longest) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece.slice());
  }

  finish(piece: Uint8Array): Uint8Array | undefined {
    if (this.length === 0) return piece.length > this.longest ? undefined : piece;
    const length = this.length + piece.length;
    const pieces = [...this.pieces, piece];
    this.pieces = [];
    this.length = 0;
    if (length > this.longest) return undefined;
    return joined(pieces, length);
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
