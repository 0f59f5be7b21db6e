/**
 * One run at a time on an output folder: a file created exclusively that names process, host and the start of
 * the process. A lock whose process is dead is taken over; one of another machine never is.
 */
import { closeSync, constants, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { BusyError, OutputError } from '../core/errors.ts';
import { systemCode, systemReason } from './found.ts';
import type { Self } from './request.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
}

export interface Lock {
  readonly takenOver: string | undefined;
  release(): void;
}

const ATTEMPTS = 4;

/** Throws `BusyError` if another run lives. `shown` is the folder as the user wrote it. */
export function takeLock(path: string, self: Self, shown: string): Lock {
  const own = JSON.stringify({ pid: self.pid, host: hostname(), started: startOf(self.pid) } satisfies Holder);
  let takenOver: string | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(path, own)) return { takenOver, release: () => release(path, own) };
    const text = read(path);
    if (text === undefined) continue;
    const holder = parse(text);
    if (holder !== undefined && lives(holder, self)) throw busy(holder, shown, path);
    if (setAside(path, text, self.pid))
      takenOver = holder === undefined ? 'an unfinished run' : `process ${holder.pid}, which is gone`;
  }
  throw new BusyError('busy', `${shown}: another run is starting there; try again`);
}

function create(path: string, text: string): boolean {
  try {
    const handle = openSync(
      path,
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0),
      0o644,
    );
    try {
      writeSync(handle, text);
    } catch (error) {
      unlinkSync(path);
      throw error;
    } finally {
      closeSync(handle);
    }
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw new OutputError('unwritable', `${path}: ${systemReason(error)}`, error);
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): Holder | undefined {
  try {
    const { pid, host, started } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' && typeof started === 'string'
      ? { pid, host, started }
      : undefined;
  } catch {
    return undefined;
  }
}

function lives(holder: Holder, self: Self): boolean {
  if (holder.host !== hostname()) return true;
  if (!self.isAlive(holder.pid)) return false;
  const started = startOf(holder.pid);
  return started === '' || holder.started === '' || started === holder.started;
}

function busy(holder: Holder, shown: string, path: string): BusyError {
  const elsewhere = holder.host === hostname() ? '' : ` on ${holder.host}; if it is over, remove ${path}`;
  return new BusyError('busy', `${shown}: in use by process ${holder.pid}${elsewhere}`);
}

/** Takes a dead lock away, unless another run was quicker: then its lock is put back. */
function setAside(path: string, dead: string, pid: number): boolean {
  const aside = `${path}-${pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return false;
  }
  const isDead = read(aside) === dead;
  if (!isDead) renameSync(aside, path);
  else unlinkSync(aside);
  return isDead;
}

function release(path: string, own: string): void {
  if (read(path) === own) unlinkSync(path);
}

/** Boot and start tick where the system tells: a process id comes back, this pair does not. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot}:${afterName[START_FIELD] ?? ''}`;
  } catch {
    return '';
  }
}

/** `starttime` is field 22 of the line; the name, field 2, may hold blanks, so it is counted from field 3. */
const START_FIELD = 19;
