/** Runs work that Ctrl-C may end, and says how it goes on. */
import type { ProgressLine } from './progress.ts';
import type { Session } from './session.ts';
import { listenForStop } from './signals.ts';
import { ClosedPipe } from './sink.ts';

export async function runStoppable(
  session: Session,
  progress: ProgressLine,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const { err } = session;
  const stop = listenForStop(session.world, () => {
    progress.end();
    err.say('clean-archive: stopping after the files at hand; once more stops at once\n');
  });
  try {
    return await work(stop.signal);
  } catch (error) {
    const code = stop.code();
    if (code === undefined || error instanceof ClosedPipe) throw error;
    err.say('clean-archive: stopped: what an earlier run wrote is whole; the same command does this one anew\n');
    return code;
  } finally {
    progress.clear();
    stop.release();
  }
}
