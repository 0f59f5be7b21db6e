/** Colours and columns of each stream. The only file that knows chalk. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Paint, Screen, Style } from '../report/paint.ts';
import type { World } from './world.ts';

export type ColorWhen = 'auto' | 'always' | 'never';

/** A terminal that does not tell its width; and a log or a file, which has none. */
const COLUMNS = 80;
const NO_TERMINAL = 120;
const LEAST_COLUMNS = 40;
/** Sixteen colours are enough, and every terminal has them in its owner's taste. */
const BASIC = 1;

export function screenOf(
  stream: { readonly isTerminal: boolean; readonly columns: number | undefined },
  when: ColorWhen,
  env: World['env'],
): Screen {
  const colors = useColors(when, env, stream.isTerminal);
  return {
    paint: paintWith(new Chalk({ level: colors ? BASIC : 0 })),
    width: stream.isTerminal ? Math.max(stream.columns ?? COLUMNS, LEAST_COLUMNS) : NO_TERMINAL,
  };
}

/** The flag, then FORCE_COLOR, then NO_COLOR, then TERM, then whether the stream is a terminal. */
export function useColors(when: ColorWhen, env: World['env'], isTerminal: boolean): boolean {
  if (when !== 'auto') return when === 'always';
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (force !== undefined) return force === '' || force === 'true' || force === '1' || force === '2' || force === '3';
  if (no !== undefined && no !== '') return false;
  return term !== 'dumb' && isTerminal;
}

function paintWith(chalk: ChalkInstance): Paint {
  const styles: Readonly<Record<Style, (text: string) => string>> = {
    strong: chalk.bold,
    faint: chalk.dim,
    kept: chalk.green,
    removed: chalk.red,
    moved: chalk.cyan,
    trouble: chalk.yellow,
  };
  return (style, text) => (text === '' ? '' : styles[style](text));
}
