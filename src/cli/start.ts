/** A command with its configuration. */
import { escapeJson, escapeTerminalText } from '../report/escape.ts';
import { COMMANDS } from './commands/index.ts';
import { configJson, configYaml } from './config/print.ts';
import { type Configured, configure } from './config/resolve.ts';
import { EXIT, troubleLine } from './exit.ts';
import type { Parsed } from './options.ts';
import { hasFlag, type Session, sessionOf } from './session.ts';
import type { Sink } from './sink.ts';
import type { World } from './world.ts';

export async function start(
  parsed: Parsed & { readonly command: keyof typeof COMMANDS },
  world: World,
  out: Sink,
  err: Sink,
): Promise<number> {
  const command = COMMANDS[parsed.command];
  const configured = configure(parsed, world);
  const session = sessionOf({ ...parsed, ...configured }, world, out, err);
  if (!session.isQuiet) for (const note of configured.notes) err.say(troubleLine('note', note));
  return hasFlag(session, 'printConfig') ? printConfig(session, configured) : command(session);
}

async function printConfig(session: Session, configured: Configured): Promise<number> {
  const { out } = session;
  const isJson = hasFlag(session, 'json');
  const text = isJson ? configJson(configured) : configYaml(configured);
  await out.write(out.isTerminal ? (isJson ? escapeJson(text) : escapeTerminalText(text)) : text);
  return EXIT.done;
}
