/** From what the user named to a sorted list of files. */
import { readFileSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import fastGlob from 'fast-glob';
import { UsageError } from '../core/errors.ts';
import { compareText } from '../core/ids.ts';
import { LIMITS } from '../core/limits.ts';
import { type FolderRules, type Harvest, OWN_FOLDER, walkFolder } from './folder.ts';
import { type Failure, type Found, type FoundFile, type Listed, systemReason } from './found.ts';
import { pathMatcher } from './ignored.ts';
import { fileAbove, lstatIfThere, statIfThere } from './kind.ts';
import { nearestName } from './nearest.ts';
import { unreadable } from './open.ts';
import type { Inputs } from './request.ts';

/** One thing the user named. `base` is the folder its paths count from. */
interface Named {
  readonly kind: 'folder' | 'file' | 'glob';
  readonly base: string;
  readonly absolute: string;
  readonly written: string;
  readonly matches: readonly string[];
}

interface Gathered {
  readonly named: Named[];
  readonly skipped: Listed[];
  readonly failed: Failure[];
}

export interface FindOptions {
  /** Device and inode of the output folder, which is never walked. */
  readonly out?: string;
  /** From which folder paths count, given the inputs' common parent; that itself without. */
  readonly parentOf?: (common: string) => string;
}

export function findFiles(
  inputs: Inputs,
  endings: ReadonlySet<string>,
  { out, parentOf = (common) => common }: FindOptions = {},
): Found {
  const gathered: Gathered = { named: [], skipped: [], failed: [] };
  for (const path of inputs.paths) gather(path, inputs, gathered, false);
  for (const path of listedPaths(inputs)) gather(path, inputs, gathered, true);
  const root = parentOf(commonParent(gathered.named.map((named) => named.base)) ?? resolve(inputs.cwd));
  const harvest: Harvest = {
    files: [],
    skipped: [...gathered.skipped],
    failed: [...gathered.failed],
    notices: [],
    ignored: 0,
  };
  const rules: FolderRules = {
    ...inputs,
    endings,
    isExcluded: pathMatcher(inputs.exclude),
    isIncluded: pathMatcher(inputs.include),
    out,
  };
  for (const named of gathered.named) take(named, root, rules, harvest);
  return {
    root,
    ...harvest,
    files: sortFiles(harvest.files),
    skipped: sortByPath(harvest.skipped),
    failed: sortByPath(harvest.failed),
  };
}

/** The folders and files named, for checks against the output folder. */
export function namedPlaces(inputs: Inputs): readonly string[] {
  const gathered: Gathered = { named: [], skipped: [], failed: [] };
  for (const path of inputs.paths) gather(path, inputs, gathered, false);
  return gathered.named.flatMap((named) =>
    named.kind === 'glob' ? named.matches.map((match) => dirname(match)) : [named.absolute],
  );
}

function gather(written: string, inputs: Inputs, gathered: Gathered, listed: boolean): void {
  const absolute = resolve(inputs.cwd, written);
  let stat: Stats | undefined;
  try {
    stat = statIfThere(absolute);
  } catch (error) {
    const { code, message } = unreadable(error);
    gathered.failed.push({ path: written, code, message });
    return;
  }
  if (stat?.isDirectory() === true) {
    gathered.named.push({ kind: 'folder', base: absolute, absolute, written, matches: [] });
  } else if (stat?.isFile() === true) {
    gathered.named.push({ kind: 'file', base: dirname(absolute), absolute, written, matches: [] });
  } else if (stat !== undefined) {
    gathered.skipped.push({ path: written, reason: 'no plain file' });
  } else if (!listed && fastGlob.isDynamicPattern(written)) {
    gathered.named.push(expandGlob(written, inputs));
  } else if (listed) {
    gathered.failed.push({ path: written, code: 'missing', message: 'it is not there' });
  } else {
    throw missing(written, absolute);
  }
}

function missing(written: string, absolute: string): UsageError {
  if (lstatIfThere(absolute)?.isSymbolicLink() === true)
    return new UsageError('missing-input', `${written}: the link leads nowhere`);
  const file = fileAbove(absolute);
  if (file !== undefined)
    return new UsageError('missing-input', `${written}: no such file or folder; ${basename(file)} is a file`);
  const near = nearestName(written, absolute);
  return new UsageError(
    'missing-input',
    near === undefined
      ? `${written}: no such file or folder`
      : `${written}: no such file or folder; did you mean ${near}?`,
  );
}

function expandGlob(written: string, inputs: Inputs): Named {
  const pattern = written.split(sep).join('/');
  const cwd = resolve(inputs.cwd);
  const matches = fastGlob.sync(pattern, {
    cwd,
    absolute: true,
    dot: inputs.hidden,
    followSymbolicLinks: false,
    onlyFiles: true,
    suppressErrors: true,
  });
  const [task] = fastGlob.generateTasks(pattern, { cwd });
  return { kind: 'glob', base: resolve(cwd, task?.base ?? '.'), absolute: cwd, written, matches };
}

function listedPaths(inputs: Inputs): readonly string[] {
  if (inputs.filesFrom === undefined) return [];
  const { from, separator } = inputs.filesFrom;
  const text = typeof from === 'string' ? readList(from, inputs.cwd) : Buffer.from(from).toString('utf8');
  refuseOtherSeparator(text, separator, typeof from === 'string' ? from : 'the list on stdin');
  const paths =
    separator === 'nul'
      ? text.split('\0')
      : text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  return paths.filter((path) => path !== '');
}

/** No name holds a NUL: one in a list of lines, or none in a list of several names, is a slip of the flag. */
function refuseOtherSeparator(text: string, separator: 'line' | 'nul', shown: string): void {
  if (separator === 'line' && text.includes('\0'))
    throw new UsageError('usage', `${shown}: its names end with NUL, not with the line; give --null too`);
  if (separator === 'nul' && !text.includes('\0') && text.trimEnd().includes('\n'))
    throw new UsageError('usage', `${shown}: its names end with the line, not with NUL; leave out --null`);
}

function readList(path: string, cwd: string): string {
  const absolute = resolve(cwd, path);
  const stat = statIfThere(absolute);
  if (stat === undefined) throw missing(path, absolute);
  if (stat.size > LIMITS.listBytes.value)
    throw new UsageError('list-too-long', `${path}: the list is over ${LIMITS.listBytes.value} bytes`);
  try {
    return readFileSync(absolute, 'utf8');
  } catch (error) {
    throw new UsageError('unreadable-list', `${path}: ${systemReason(error)}`, error);
  }
}

function take(named: Named, root: string, rules: FolderRules, harvest: Harvest): void {
  if (named.kind === 'folder') {
    const base = relativePath(root, named.absolute);
    walkFolder(named.absolute, base === '' ? '' : `${base}/`, rules, harvest);
  } else if (named.kind === 'file') {
    takeNamed(realpathSync(named.absolute), relativePath(root, named.absolute), rules, harvest);
  } else {
    for (const match of named.matches) {
      const path = relativePath(root, match);
      if (path.split('/').includes(OWN_FOLDER)) harvest.ignored += 1;
      else takeNamed(match, path, rules, harvest);
    }
  }
}

function takeNamed(absolute: string, path: string, rules: FolderRules, harvest: Harvest): void {
  const isOut = rules.isExcluded?.(path) === true || rules.isIncluded?.(path) === false;
  if (isOut) harvest.ignored += 1;
  else harvest.files.push({ path, absolute, named: true });
}

function relativePath(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/');
}

/** The deepest folder that holds all; undefined for none. */
function commonParent(folders: readonly string[]): string | undefined {
  const [first, ...others] = folders;
  if (first === undefined) return undefined;
  let parent = first;
  for (const folder of others) {
    while (folder !== parent && !folder.startsWith(parent.endsWith(sep) ? parent : parent + sep))
      parent = dirname(parent);
  }
  return parent;
}

/** By path; a file named twice is there once, as named by the user if it was. */
function sortFiles(files: readonly FoundFile[]): readonly FoundFile[] {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path) || Number(b.named) - Number(a.named));
  return sorted.filter((file, at) => file.path !== sorted[at - 1]?.path);
}

function sortByPath<Row extends { readonly path: string }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => compareText(a.path, b.path));
}
