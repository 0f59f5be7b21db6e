/** Ctrl-C and TERM: the first asks the work to stop between files, the second ends the process as the system does. */
import { EXIT } from './exit.ts';
import type { StopSignal, World } from './world.ts';

export interface Stop {
  readonly signal: AbortSignal;
  /** The exit code the signal asks for; undefined while none came. */
  readonly code: () => number | undefined;
  readonly release: () => void;
}

export function listenForStop(world: World, announce: () => void): Stop {
  const controller = new AbortController();
  let received: StopSignal | undefined;
  const release = (): void => {
    world.off('SIGINT', stop);
    world.off('SIGTERM', stop);
  };
  const stop = (signal: StopSignal): void => {
    received = signal;
    release();
    announce();
    controller.abort();
  };
  world.on('SIGINT', stop);
  world.on('SIGTERM', stop);
  return { signal: controller.signal, code: () => codeOf(received), release };
}

function codeOf(signal: StopSignal | undefined): number | undefined {
  if (signal === undefined) return undefined;
  return signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
}
