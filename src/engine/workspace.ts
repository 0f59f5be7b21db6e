/** The output folder in the hands of one run: lock, stage folder, and what was there before. */
import { lstatSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OutputError, UsageError } from '../core/errors.ts';
import { outputError, removeEmptyFolder } from './disk.ts';
import { OWN_FOLDER } from './folder.ts';
import { OutFolders } from './folders.ts';
import { systemCode } from './found.ts';
import { clearStage } from './journal.ts';
import { fileAbove, lstatIfThere, statIfThere } from './kind.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Lock, takeLock } from './lock.ts';
import { type Previous, readPrevious } from './previous.ts';
import type { Self } from './request.ts';
import type { Settings } from './settings.ts';

export interface Workspace {
  readonly layout: Layout;
  /** None in a dry run, which holds no lock and writes nothing. */
  readonly stage: string | undefined;
  readonly previous: Previous;
  readonly notices: readonly string[];
  /** Takes away the stage, gives the lock back, and removes folders that stayed empty. */
  close(): void;
}

export interface WorkspaceRequest {
  /** Absolute. */
  readonly out: string;
  readonly shown: string;
  readonly settings: Settings;
  readonly self: Self;
  readonly force: boolean;
}

export function openWorkspace({ out, shown, settings, self, force }: WorkspaceRequest): Workspace {
  const layout = layoutOf(out);
  const madeOut = makeFolder(out, shown);
  let lock: Lock | undefined;
  let stage: string | undefined;
  const close = (): void => {
    if (stage !== undefined) clearStage(stage);
    lock?.release();
    removeEmptyFolder(layout.state);
    removeEmptyFolder(layout.own);
    if (madeOut) removeEmptyFolder(out);
  };
  try {
    makeOwnFolders(out);
    lock = takeLock(layout.lock, self, shown);
    const previous = readPrevious(layout, settings, { force, onlyLook: false });
    stage = makeStage(layout);
    const notices =
      lock.takenOver === undefined
        ? previous.notices
        : [`${shown} was held by ${lock.takenOver}; its lock is taken over`, ...previous.notices];
    return { layout, stage, previous, notices, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The output folder as a dry run sees it. */
export function lookAtWorkspace({
  out,
  settings,
  force,
}: Pick<WorkspaceRequest, 'out' | 'settings' | 'force'>): Workspace {
  const layout = layoutOf(out);
  const previous = readPrevious(layout, settings, { force, onlyLook: true });
  return { layout, stage: undefined, previous, notices: previous.notices, close: () => undefined };
}

/** True if it was not there. */
function makeFolder(out: string, shown: string): boolean {
  try {
    const stat = statIfThere(out);
    if (stat?.isDirectory() === true) return false;
    if (stat !== undefined || lstatIfThere(out) !== undefined)
      throw new UsageError('out-is-file', `${shown}: it is there and is no folder; name another one`);
    const file = fileAbove(out);
    if (file !== undefined)
      throw new UsageError(
        'out-is-file',
        `${shown}: no folder can be made there, because ${basename(file)} is a file; name another place`,
      );
    makeFolders(out);
    return true;
  } catch (error) {
    throw error instanceof UsageError ? error : outputError(out, error, 0);
  }
}

/** One by one: made in one call, Node never comes back from places like `/proc` that refuse by saying nothing is there. */
function makeFolders(path: string): void {
  if (statIfThere(path)?.isDirectory() === true) return;
  makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

/** Links are refused here too: what we write stays in the folder the user named. */
function makeOwnFolders(out: string): void {
  const folders = new OutFolders(out);
  try {
    folders.pathOf(`${OWN_FOLDER}/state/lock`);
  } finally {
    folders.close();
  }
}

const MOST_STAGES = 10_000;

function makeStage(layout: Layout): string {
  for (let number = 1; number < MOST_STAGES; number++) {
    const stage = join(layout.state, `run-${number}`);
    if (lstatSync(stage, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      mkdirSync(stage);
      return stage;
    } catch (error) {
      throw outputError(stage, error, 0);
    }
  }
  throw new OutputError('unwritable', `${layout.state}: too many unfinished runs; remove the run-* folders there`);
}
