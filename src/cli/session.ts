/** What every command is given: what was typed, the surroundings, and the two streams. */
import type { Cleaning } from '../engine/request.ts';
import type { Screen } from '../report/paint.ts';
import type { Parsed } from './options.ts';
import { type ColorWhen, screenOf } from './print.ts';
import type { Sink } from './sink.ts';
import type { World } from './world.ts';

export interface Session extends Parsed {
  /** What the configuration says of rules and of lines. */
  readonly policy: Pick<Cleaning, 'policy' | 'from'>;
  readonly world: World;
  readonly cwd: string;
  readonly out: Sink;
  readonly err: Sink;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
}

export type Command = (session: Session) => Promise<number>;

export function sessionOf(
  { command, values, typed, operands, policy = {} }: Parsed & Partial<Pick<Session, 'policy'>>,
  world: World,
  out: Sink,
  err: Sink,
): Session {
  return {
    command,
    values,
    typed,
    operands,
    policy,
    world,
    cwd: world.cwd(),
    out,
    err,
    isQuiet: values['quiet'] === true,
    isVerbose: values['verbose'] === true,
  };
}

/** How a stream is coloured and how wide it is. */
export function screen(session: Session, sink: Sink): Screen {
  const { color } = session.values;
  return screenOf(sink, color === false ? 'never' : (color as ColorWhen), session.world.env);
}

export function textOption(session: Session, name: string): string | undefined {
  const value = session.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function hasFlag(session: Session, name: string): boolean {
  return session.values[name] === true;
}
