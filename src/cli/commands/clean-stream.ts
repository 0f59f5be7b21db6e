/** Articles to stdout: the filter, one file, or a whole folder as JSON lines. */
import { filterDocuments } from '../../engine/filter.ts';
import { escapeJson, escapeTerminalText } from '../../report/escape.ts';
import { EXIT, failureLine, troubleLine } from '../exit.ts';
import { inputList } from '../input-list.ts';
import { liveProgress, SILENT } from '../progress.ts';
import { hasFlag, type Session, textOption } from '../session.ts';
import { formatOf, inputsOf, jobOf } from '../settings.ts';
import { runStoppable } from '../stoppable.ts';
import { milliseconds } from '../world.ts';

export async function cleanStream(session: Session, paths: readonly string[]): Promise<number> {
  const { world, out, err } = session;
  const to = formatOf(session) ?? (hasFlag(session, 'json') ? 'jsonl' : 'txt');
  const inputs = inputsOf(session, paths, await inputList(session));
  const stdinPath = textOption(session, 'stdinPath');
  const isWatched = err.isTerminal && !out.isTerminal && !session.isQuiet && world.env['CI'] === undefined;
  const progress = isWatched ? liveProgress(err, () => milliseconds(world)) : SILENT;
  const readsStdin = paths.includes('-');
  return runStoppable(session, progress, async (signal) => {
    if (readsStdin) signal.addEventListener('abort', () => world.stdin.destroy());
    const request = {
      ...jobOf(session, inputs, to, signal),
      ...(readsStdin ? { stdin: world.stdin as AsyncIterable<Uint8Array> } : {}),
      ...(stdinPath === undefined ? {} : { stdinPath }),
    };
    const report = await filterDocuments(
      request,
      (chunk) => out.write(shown(chunk, to, out.isTerminal)),
      progress.observe,
    ).finally(() => {
      if (readsStdin) world.stdin.destroy();
    });
    progress.clear();
    for (const failure of report.failed) err.say(failureLine(failure, paths.join(', ')));
    if (!session.isQuiet) {
      for (const row of report.skipped) err.say(troubleLine('skipped', `${row.path}: ${row.reason}`));
      for (const notice of report.notices) err.say(troubleLine('note', notice));
    }
    return report.failed.length > 0 ? EXIT.someFailed : EXIT.done;
  });
}

/** Data stays as it is, except where a terminal would obey it. */
function shown(chunk: string, to: 'md' | 'txt' | 'jsonl', isTerminal: boolean): string {
  if (!isTerminal) return chunk;
  return to === 'jsonl' ? escapeJson(chunk) : escapeTerminalText(chunk);
}
