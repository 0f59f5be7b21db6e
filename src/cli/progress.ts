/** How far a run is: one line that is redrawn on a terminal, one plain line per phase elsewhere. */
import type { Observer, Phase, Progress } from '../engine/request.ts';
import { byteSize, count, thousands } from '../report/amounts.ts';
import { fitTo } from '../report/width.ts';
import type { Session } from './session.ts';
import type { Sink } from './sink.ts';
import { milliseconds } from './world.ts';

export interface ProgressLine {
  readonly observe: Observer;
  /** Takes the line off the screen. */
  readonly clear: () => void;
  /** Takes it off for good: what the work still reports is not shown. */
  readonly end: () => void;
}

const FIRST_FRAME = 300;
const FRAME_GAP = 100;
const ERASE = '\r\u001b[2K';
const WORDS: Readonly<Record<Phase, string>> = {
  list: 'listing files',
  check: 'checking',
  learn: 'reading',
  clean: 'cleaning',
  sign: 'reading',
  compare: 'comparing',
  write: 'writing',
};
const COLUMNS = 80;

export const SILENT: ProgressLine = { observe: () => undefined, clear: () => undefined, end: () => undefined };

/** Redrawn at most ten times a second, first after 300 ms; `now` is in milliseconds. */
export function liveProgress(sink: Sink, now: () => number): ProgressLine {
  const start = now();
  let last = start + FIRST_FRAME - FRAME_GAP;
  let isShown = false;
  let isOver = false;
  const clear = (): void => {
    if (isShown) sink.say(ERASE);
    isShown = false;
  };
  return {
    observe: (progress) => {
      const time = now();
      if (isOver || time - last < FRAME_GAP) return;
      last = time;
      isShown = true;
      sink.say(ERASE + fitTo(sentence(progress), (sink.columns ?? COLUMNS) - 1));
    },
    clear,
    end: () => {
      clear();
      isOver = true;
    },
  };
}

/** For logs: a line when a phase begins; listing takes no time worth a line. */
export function plainProgress(sink: Sink): ProgressLine {
  let phase: Phase | undefined;
  return {
    observe: (progress) => {
      if (progress.phase === phase || progress.phase === 'list' || progress.total === 0) return;
      phase = progress.phase;
      sink.say(`${WORDS[phase]} ${amount(progress, progress.total)}\n`);
    },
    clear: () => undefined,
    end: () => undefined,
  };
}

function sentence(progress: Progress): string {
  const { phase, done, total, unit } = progress;
  if (total === 0) return `${WORDS[phase]}   ${thousands(done)}`;
  const shown = (number: number): string => (unit === 'bytes' ? byteSize(number) : thousands(number));
  return `${WORDS[phase]}   ${shown(done)} of ${shown(total)}`;
}

function amount({ unit }: Progress, number: number): string {
  return unit === 'bytes' ? byteSize(number) : count(number, unit === 'pairs' ? 'pair' : 'document');
}

/** As the stream and the flags ask for. */
export function progressOf(session: Session): ProgressLine {
  const { world, err } = session;
  if (session.isQuiet) return SILENT;
  return err.isTerminal && world.env['CI'] === undefined
    ? liveProgress(err, () => milliseconds(world))
    : plainProgress(err);
}
