/** From argv to an exit code. Nothing here ends the process: the code is returned, and a closed pipe is 0 where the code is no verdict. */
import { EXIT, errorLines, exitCodeOf } from './exit.ts';
import { helpPage } from './help.ts';
import { HelpShown, type Parsed, parseArguments } from './options.ts';
import { sessionOf } from './session.ts';
import { ClosedPipe, Sink } from './sink.ts';
import { VERSION } from './version.ts';
import type { World } from './world.ts';

const HELP_COLUMNS = 100;
const LEAST_COLUMNS = 60;
const NODE_AND_SCRIPT = 2;

export async function main(world: World): Promise<number> {
  const out = new Sink(world.stdout, 'stdout');
  const err = new Sink(world.stderr, 'stderr');
  const argv = world.argv.slice(NODE_AND_SCRIPT);
  try {
    const help: string[] = [];
    const parsed = parse(argv, out, help);
    if (parsed === undefined) {
      await out.write(help.join(''));
      return EXIT.done;
    }
    // Shells may ask for completion at every start: it does not wait for the others, nor do help and usage errors.
    if (parsed.command === 'completion') {
      const { completion } = await import('./commands/completion.ts');
      return await completion(sessionOf(parsed, world, out, err));
    }
    const { start } = await import('./start.ts');
    return await start({ ...parsed, command: parsed.command }, world, out, err);
  } catch (error) {
    if (error instanceof ClosedPipe) return EXIT.done;
    err.say(errorLines(error, argv.includes('--verbose') || argv.includes('-v')));
    return exitCodeOf(error);
  }
}

/** Undefined if help or the version was asked for; its text is in `help` then. */
function parse(argv: readonly string[], out: Sink, help: string[]): Parsed | undefined {
  const width = Math.max(LEAST_COLUMNS, Math.min(HELP_COLUMNS, out.columns ?? HELP_COLUMNS));
  try {
    return parseArguments(argv, {
      version: VERSION,
      page: (command) => helpPage(command, width),
      write: (text) => help.push(text),
    });
  } catch (error) {
    if (error instanceof HelpShown) return undefined;
    throw error;
  }
}
