/** What git knows of files: which changed since a commit, and the hashes of those that are as git keeps them. */
import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '../core/errors.ts';
import { systemCode } from './found.ts';

export interface History {
  /** False for what git does not know. */
  isUnchanged(absolute: string): boolean;
}

export interface Repository {
  /** Absolute path of the work tree, links resolved. */
  readonly top: string;
  /** Name of the content as git keeps it; undefined for files that were changed since, or that git does not know. */
  blobOf(absolute: string): string | undefined;
}

const MOST_OUTPUT = 1 << 30;
/** A repository's own settings may name programs to run: none of them are. */
const HARMLESS: readonly string[] = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
const PLAIN_DIFF: readonly string[] = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv'];
const run = promisify(execFile);

/** The repository that holds the folder, if one does. */
export async function findRepository(folder: string): Promise<Repository | undefined> {
  const shown = await git(folder, ['rev-parse', '--show-toplevel']).catch(() => undefined);
  if (shown === undefined) return undefined;
  const top = realpathSync(shown.replace(/\n$/, ''));
  const [kept, changed] = await Promise.all([
    git(top, ['ls-files', '--stage', '-z']),
    git(top, ['diff', ...PLAIN_DIFF]),
  ]);
  const blobs = new Map<string, string>();
  for (const row of kept.split('\0')) {
    const [, blob, path] = /^\d+ ([0-9a-f]+) \d\t([\s\S]+)$/.exec(row) ?? [];
    if (blob !== undefined && path !== undefined) blobs.set(path, blob);
  }
  for (const path of changed.split('\0')) blobs.delete(path);
  const nameOf = namer(top);
  return { top, blobOf: (absolute) => blobs.get(nameOf(absolute)) };
}

/** Throws `UsageError` for a commit that is not here. */
export async function changesSince({ top, blobOf }: Repository, ref: string): Promise<History> {
  // Before the first commit everything is new.
  if (ref === 'HEAD' && (await git(top, ['rev-list', '--max-count=1', '--all'])) === '')
    return { isUnchanged: () => false };
  const base = await baseOf(top, ref);
  const changed = new Set((await git(top, ['diff', ...PLAIN_DIFF, base])).split('\0'));
  const nameOf = namer(top);
  return { isUnchanged: (absolute) => blobOf(absolute) !== undefined && !changed.has(nameOf(absolute)) };
}

/** Where this branch left the other. */
async function baseOf(top: string, ref: string): Promise<string> {
  try {
    const commit = await git(top, ['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`]);
    return (await git(top, ['merge-base', commit.trim(), 'HEAD'])).trim();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const isShallow = (await git(top, ['rev-parse', '--is-shallow-repository']).catch(() => '')).trim() === 'true';
    const hint = isShallow
      ? 'this is a shallow clone: git fetch --unshallow origin (actions/checkout: fetch-depth: 0)'
      : 'name a branch, tag or commit that is here, as in --since origin/main';
    throw new UsageError(
      'unknown-commit',
      `--since ${ref}: git has no such commit, or none that this branch shares; ${hint}`,
    );
  }
}

async function git(folder: string, words: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run('git', [...HARMLESS, ...words], {
      cwd: folder,
      maxBuffer: MOST_OUTPUT,
      encoding: 'utf8',
    });
    return stdout;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new UsageError('no-git', 'git is not installed, or not on the PATH');
    throw error;
  }
}

/** Paths as git writes them. Folders that lead to the work tree by links are looked through. */
function namer(top: string): (absolute: string) => string {
  const known = new Map<string, string>();
  return (absolute) => {
    const cut = absolute.lastIndexOf(sep);
    const folder = absolute.slice(0, cut);
    let prefix = known.get(folder);
    if (prefix === undefined) {
      const below = relative(top, realpathSync(folder === '' ? sep : folder)).replaceAll(sep, '/');
      prefix = below === '' ? '' : `${below}/`;
      known.set(folder, prefix);
    }
    return prefix + absolute.slice(cut + 1);
  };
}
