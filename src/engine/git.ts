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
}

export interface Index {
  /** Name of the content as git keeps it; undefined for files that were changed since, or that git does not look at. */
  blobOf(absolute: string): string | undefined;
}

const MOST_OUTPUT = 1 << 30;
/** A repository's own settings may name programs to run: none are but filters of contents, without which git cannot compare. */
const HARMLESS: readonly string[] = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
const PLAIN_DIFF: readonly string[] = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv'];
/**
 * A plain file whose changes git sees: not what it was told to pass over (a letter in lower case, or `S`), no link, whose name
 * is that of its target's path.
 */
const LOOKED_AT = /^H 100\d{3} ([0-9a-f]+) 0\t([\s\S]+)$/;
const run = promisify(execFile);

/** The repository that holds the folder. Throws `UsageError` that says why there is none. */
export async function findRepository(folder: string): Promise<Repository> {
  const shown = await git(folder, ['rev-parse', '--show-toplevel']).catch((error: unknown) => {
    if (isMissing(error)) throw error;
    throw new UsageError('no-repository', `this folder is in no git repository that can be read; ${saidIn(error)}`);
  });
  return { top: realpathSync(shown.replace(/\n$/, '')) };
}

/** Throws `UsageError` for an index that cannot be read. */
export async function indexOf({ top }: Repository): Promise<Index> {
  const [kept, changed] = await Promise.all([
    git(top, ['ls-files', '--stage', '-v', '-z']),
    git(top, ['diff', ...PLAIN_DIFF]),
  ]).catch((error: unknown) => {
    if (isMissing(error)) throw error;
    throw new UsageError('git', `git cannot tell what changed; ${saidIn(error)}`);
  });
  const blobs = new Map<string, string>();
  for (const row of kept.split('\0')) {
    const [, blob, path] = LOOKED_AT.exec(row) ?? [];
    if (blob !== undefined && path !== undefined) blobs.set(path, blob);
  }
  for (const path of changed.split('\0')) blobs.delete(path);
  const nameOf = namer(top);
  return { blobOf: (absolute) => blobs.get(nameOf(absolute)) };
}

/** Throws `UsageError` for a commit that is not here. */
export async function changesSince({ top }: Repository, { blobOf }: Index, ref: string): Promise<History> {
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
    if (isMissing(error)) throw error;
    const isShallow = (await git(top, ['rev-parse', '--is-shallow-repository']).catch(() => '')).trim() === 'true';
    const hint = isShallow
      ? 'this is a shallow clone: git fetch --unshallow origin (actions/checkout: fetch-depth: 0)'
      : 'name a branch, tag or commit that is here, as in --since origin/main';
    throw new UsageError('unknown-commit', `git has no such commit, or none that this branch shares; ${hint}`);
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

function isMissing(error: unknown): boolean {
  return error instanceof UsageError && error.code === 'no-git';
}

/** The first line of what git itself says. */
function saidIn(error: unknown): string {
  const { stderr = '' } = error as { readonly stderr?: string };
  return `git says: ${stderr.replace(/^fatal: /, '').split('\n', 1)[0] ?? ''}`;
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
