/** What the program is given of the process it runs in; `process` itself fits. */
import type { Readable, Writable } from 'node:stream';

export type StopSignal = 'SIGINT' | 'SIGTERM';

export interface OutStream extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface World {
  /** Node, the script, and what the user typed. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: OutStream;
  readonly stderr: OutStream;
  readonly pid: number;
  readonly hrtime: { bigint(): bigint };
  cwd(): string;
  kill(pid: number, signal: 0): boolean;
  on(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
  off(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
}

const NANOSECONDS = 1_000_000n;

export function milliseconds(world: World): number {
  return Number(world.hrtime.bigint() / NANOSECONDS);
}
