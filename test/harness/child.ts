/** A run of the real binary that may use only so much of a processor: seconds on a busy machine's clock say little. */
import { spawnSync } from 'node:child_process';
import { BINARY, cleanEnv } from '../cli/binary.ts';

export interface Limited {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Where the clock is all there is, others may hold the processor this many times as long. */
const CLOCK_PER_CPU = 8;

/** Kills the run after `seconds` of processor time (of the clock on Windows). */
export function runLimited(cwd: string, args: readonly string[], seconds: number): Limited {
  const hasShell = process.platform !== 'win32';
  const timeout = seconds * 1000 * (hasShell ? CLOCK_PER_CPU : 1);
  const [file, given] = hasShell
    ? ['/bin/sh', ['-c', `ulimit -t ${seconds}; exec "$0" "$@"`, process.execPath, BINARY, ...args]]
    : [process.execPath, [BINARY, ...args]];
  const { status, signal, stdout, stderr } = spawnSync(file, given, {
    cwd,
    env: cleanEnv(),
    timeout,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
  });
  return { code: status, signal, out: stdout, err: stderr };
}
