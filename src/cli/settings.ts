/** Options as the engine wants them; what the table cannot check is checked here. */
import { UsageError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import type { Level } from '../core/types.ts';
import { againstOf } from '../engine/against.ts';
import { referenceOf } from '../engine/references.ts';
import {
  type Cleaning,
  type Comparing,
  DEFAULT_JOB,
  type Inputs,
  type Job,
  type Reading,
  type Self,
  type Writing,
} from '../engine/request.ts';
import type { Extra } from '../pipeline/clean.ts';
import { isKnownEncoding } from '../text/decode.ts';
import { EXTRAS } from './option-table.ts';
import { hasFlag, type Session, textOption } from './session.ts';
import { bytesIn } from './size.ts';

const MILLISECONDS = 1000;

export function readingOf(session: Session): Reading {
  const encoding = textOption(session, 'encoding');
  if (encoding !== undefined && !isKnownEncoding(encoding))
    throw new UsageError(
      'usage',
      `--encoding ${encoding}: no such encoding; utf-8, windows-1252 and the other WHATWG names are known`,
    );
  const from = textOption(session, 'from');
  const textField = textOption(session, 'textField');
  const size = textOption(session, 'maxFileSize');
  return {
    maxFileBytes: size === undefined ? DEFAULT_JOB.reading.maxFileBytes : bytesOf('--max-file-size', size),
    ...(from === undefined ? {} : { from }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(textField === undefined ? {} : { textField }),
  };
}

/** Bytes of tables that are kept in memory. */
export function memoryOf(session: Session): number {
  const size = textOption(session, 'memory');
  return size === undefined ? LIMITS.tableBytes.value : bytesOf('--memory', size);
}

function bytesOf(flag: string, size: string): number {
  const bytes = bytesIn(size);
  if (bytes === undefined) throw new UsageError('usage', `${flag} ${size}: write a size such as 64M or 500k`);
  return bytes;
}

export function cleaningOf(session: Session): Cleaning {
  const words = (textOption(session, 'with') ?? '').split(',').map((word) => word.trim());
  const keep: Extra[] = [];
  for (const word of words.filter((name) => name !== '')) {
    const extra = EXTRAS.find((name) => name === word);
    if (extra === undefined) throw new UsageError('usage', `--with ${word}: can keep ${EXTRAS.join(', ')}`);
    keep.push(extra);
  }
  return { level: session.values['level'] as Level, keep, ...session.policy };
}

/** All of a job but its inputs. `to` is what the caller writes if the user does not say. */
export function jobOf(session: Session, inputs: Inputs, to: Writing['to'], signal: AbortSignal): Job {
  return {
    inputs,
    reading: readingOf(session),
    cleaning: cleaningOf(session),
    writing: {
      to: formatOf(session) ?? to,
      frontMatter: session.values['frontMatter'] !== false,
      title: session.values['title'] !== false,
    },
    comparing: comparingOf(session),
    siteEvidence: session.values['siteEvidence'] !== false,
    jobs: wholeNumber(session, 'jobs', '--jobs', LIMITS.jobs.value) ?? DEFAULT_JOB.jobs,
    timeoutPerFile: secondsOf(session) ?? DEFAULT_JOB.timeoutPerFile,
    allowEmpty: hasFlag(session, 'allowEmpty'),
    failFast: hasFlag(session, 'failFast'),
    signal,
  };
}

/** `--to`, or its other name. */
export function formatOf(session: Session): Writing['to'] | undefined {
  const to = textOption(session, 'to');
  const format = textOption(session, 'format');
  if (to !== undefined && format !== undefined && to !== format)
    throw new UsageError('usage', `--to ${to} and --format ${format} are the same option; give one`);
  return (to ?? format) as Writing['to'] | undefined;
}

export function inputsOf(session: Session, paths: readonly string[], list: Inputs['filesFrom']): Inputs {
  return {
    cwd: session.cwd,
    paths,
    include: (session.values['include'] as readonly string[] | undefined) ?? [],
    exclude: (session.values['exclude'] as readonly string[] | undefined) ?? [],
    gitignore: hasFlag(session, 'gitignore'),
    hidden: hasFlag(session, 'hidden'),
    follow: hasFlag(session, 'follow'),
    ...(list === undefined ? {} : { filesFrom: list }),
  };
}

/** Who we are, for the lock on the output folder. */
export function selfOf({ world }: Session): Self {
  return {
    pid: world.pid,
    isAlive: (pid) => {
      try {
        return world.kill(pid, 0);
      } catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
      }
    },
  };
}

function comparingOf(session: Session): Comparing {
  const against = textOption(session, 'against');
  const reference = textOption(session, 'reference');
  return {
    survivor: session.values['survivor'] as Comparing['survivor'],
    onDuplicate: session.values['onDuplicate'] as Comparing['onDuplicate'],
    ...(against === undefined ? {} : { against: againstOf(session.cwd, against) }),
    ...(reference === undefined ? {} : { reference: referenceOf(session.cwd, reference) }),
  };
}

function secondsOf(session: Session): number | undefined {
  const text = textOption(session, 'timeoutPerFile');
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (!(seconds > 0) || !Number.isFinite(seconds))
    throw new UsageError('usage', `--timeout-per-file ${text}: write seconds, more than 0`);
  return seconds * MILLISECONDS;
}

function wholeNumber(session: Session, name: string, flag: string, most: number): number | undefined {
  const text = textOption(session, name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new UsageError('usage', `${flag} ${text}: write a whole number from 1 to ${most}`);
  return number;
}
