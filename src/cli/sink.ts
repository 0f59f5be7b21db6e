/** One of our two output streams: waits where the reader is slow, and knows when nobody reads any more. */
import { OutputError } from '../core/errors.ts';
import type { OutStream } from './world.ts';

/** The reader has gone: nothing is wrong, there is only nothing more to do. */
export class ClosedPipe extends Error {}

export class Sink {
  readonly #stream: OutStream;
  readonly #name: string;
  #trouble: Error | undefined;

  constructor(stream: OutStream, name: string) {
    this.#stream = stream;
    this.#name = name;
    stream.on('error', (error: Error) => {
      this.#trouble ??= troubleOf(error, name);
    });
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY === true;
  }

  /** Columns of the terminal; undefined where there is none. */
  get columns(): number | undefined {
    return this.isTerminal ? this.#stream.columns : undefined;
  }

  /** Throws `ClosedPipe` if the reader has gone, `OutputError` if the disk is full. */
  async write(text: string): Promise<void> {
    if (this.#trouble !== undefined) throw this.#trouble;
    if (text === '') return;
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(text, (error) => {
        if (error === undefined || error === null) resolve();
        else reject(troubleOf(error, this.#name));
      });
    });
  }

  /** For talk: if nobody listens, that is no trouble. */
  say(text: string): void {
    if (this.#trouble === undefined && text !== '') this.#stream.write(text, () => undefined);
  }
}

function troubleOf(error: Error, name: string): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ECONNRESET') return new ClosedPipe();
  return new OutputError(
    'unwritable',
    `${name}: ${code === 'ENOSPC' ? 'the disk is full' : error.message}; free some space or write elsewhere`,
    error,
  );
}
