/** `check`: what every input has to be told of, alone and beside the others. Nothing is written but the cache that was asked for. */
import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { InputError, UsageError } from '../core/errors.ts';
import type { CheckFinding } from '../report/check-report.ts';
import { Articles } from './articles.ts';
import { CheckCache } from './check-cache.ts';
import { type CheckTask, checkAll } from './check-pass.ts';
import { shapeOf } from './clean-pass.ts';
import { compareEntries } from './compare-pass.ts';
import { contextFrom } from './context.ts';
import { ENDINGS, holdsMany } from './documents.ts';
import { type Entry, failedEntry } from './entries.ts';
import type { Failure, Found, FoundFile } from './found.ts';
import { changesSince, findRepository, type Index, indexOf, type Repository } from './git.ts';
import { gitBlob } from './hashes.ts';
import { compareNaming } from './names.ts';
import { FileReader, readPlainIfThere } from './open.ts';
import { placed } from './policy.ts';
import { aborted } from './pool.ts';
import { openReferences, type References } from './references.ts';
import type { Job, Observer } from './request.ts';
import { Spool } from './spool.ts';
import { isTextless, Teller } from './teller.ts';
import { findFiles } from './walk.ts';

export interface CheckRequest extends Job {
  /** A commit: only files that changed since are told of. */
  readonly since?: string;
  /** Files and folders that the inputs are compared with; what is there is not told of. */
  readonly beside?: readonly string[];
  /** Folder of what earlier checks found out. */
  readonly cache?: string;
  /** Files that are written afterwards: none of them may be an input. */
  readonly outputs?: readonly string[];
}

export interface Checked {
  /** In the order of their files, and within a file of their lines. */
  readonly findings: readonly CheckFinding[];
  /** Files that were told of, as findings name them. */
  readonly checked: readonly string[];
  readonly failed: readonly Failure[];
  /** Files that hold no text. */
  readonly skipped: number;
  readonly notices: readonly string[];
  /** The working folder as seen from the root of its git work tree, with forward slashes; `''` for the root, and without one. */
  readonly prefix: string;
}

export async function checkInputs(asked: CheckRequest, observer: Observer = () => {}): Promise<Checked> {
  const { inputs } = asked;
  observer({ phase: 'list', done: 0, total: 0 });
  const { found, isBeside } = findAll(asked);
  refuseOverwriting(found, asked);
  const request = placed(asked, found.root);
  const { repository, index, isUnchanged: isKnown } = await askGit(request);
  const isUnchanged = (absolute: string): boolean => isBeside(absolute) || isKnown(absolute);
  const cache =
    request.cache === undefined ? undefined : new CheckCache(placeOfCache(inputs.cwd, request.cache), request);
  const spool = new Spool(undefined);
  observer({ phase: 'list', done: found.files.length, total: found.files.length });
  const tasks = tasksOf(found, cache === undefined ? undefined : contentsOf(request, index));
  const { entries: judged, siteOf } = await checkAll(
    { tasks, job: { ...request, failFast: false }, spool, cache },
    observer,
  );
  const unsaved = cache?.save();
  const failed = found.failed.map((file) => failedEntry(file, file.code, file.message));
  const entries = [...judged, ...failed].sort(compareNaming);
  if (request.failFast) refuseFailure(entries, found, inputs.cwd);
  if (request.signal?.aborted === true) throw aborted();
  observer({ phase: 'compare', done: 0, total: entries.length });
  const references = await openReferences(asked, new Set(found.files.map(({ absolute }) => absolute)), observer);
  const articles = new Articles(shapeOf(request), contextFrom({}, siteOf), spool);
  try {
    const known = withUnchanged(references, isUnchanged);
    const { entries: compared, duplicates } = await compareEntries(entries, articles, request.comparing, known);
    const told = compared.filter(({ absolute }) => absolute === '' || !isUnchanged(absolute));
    const prefix = prefixOf(inputs.cwd, repository);
    const byId = new Map(compared.map((entry) => [entry.id, entry]));
    const teller = new Teller({ cwd: inputs.cwd, root: found.root, prefix }, byId);
    return {
      findings: teller.tell(told, duplicates, request.since !== undefined || request.beside !== undefined),
      checked: [...new Set(told.filter((entry) => !isLeftOut(entry)).map((entry) => teller.pathOf(entry)))].sort(),
      failed: told.flatMap(({ id, state, code = 'unknown', reason = '' }) =>
        state === 'failed' ? [{ path: id, code, message: reason }] : [],
      ),
      skipped: found.skipped.length + told.filter(isLeftOut).length,
      notices: [...found.notices, ...references.notices, ...(unsaved === undefined ? [] : [unsaved])],
      prefix,
    };
  } finally {
    references.close();
  }
}

interface All {
  readonly found: Found;
  /** True for what is only compared with. */
  isBeside(absolute: string): boolean;
}

function findAll(asked: CheckRequest): All {
  const { inputs, beside = [] } = asked;
  const own = oncePerFile(findFiles(inputs, ENDINGS));
  refuseNothing(own, asked);
  if (beside.length === 0) return { found: own, isBeside: () => false };
  const isOwn = new Set(own.files.map(({ absolute }) => absolute));
  const found = oncePerFile(findFiles({ ...inputs, paths: [...inputs.paths, ...beside] }, ENDINGS));
  const failed = own.failed.map((failure) => ({
    ...failure,
    path: relative(found.root, resolve(own.root, failure.path)).replaceAll(sep, '/'),
  }));
  return { found: { ...found, failed, skipped: own.skipped }, isBeside: (absolute) => !isOwn.has(absolute) };
}

/** Nothing that anybody takes for a page. */
function isLeftOut(entry: Entry): boolean {
  return entry.state === 'skipped' && !isTextless(entry);
}

/** A file that links lead to as well is no copy of itself: its own name is the one that counts. */
function oncePerFile(found: Found): Found {
  const isOwn = ({ path, absolute }: FoundFile): boolean => resolve(found.root, path) === absolute;
  const kept = new Map<string, FoundFile>();
  for (const file of found.files) if (!kept.has(file.absolute) || isOwn(file)) kept.set(file.absolute, file);
  return { ...found, files: found.files.filter((file) => kept.get(file.absolute) === file) };
}

function refuseNothing(found: Found, { allowEmpty, inputs }: CheckRequest): void {
  if (found.files.length > 0 || found.failed.length > 0 || allowEmpty) return;
  const left = found.skipped.length + found.ignored;
  throw new UsageError(
    'no-input',
    left === 0
      ? `${inputs.paths.join(', ') || 'the list'}: no files there`
      : `no file to check: ${left} were left out by ending, name or pattern`,
  );
}

/** Inputs are opened for reading only. */
function refuseOverwriting({ files }: Found, { inputs, outputs = [] }: CheckRequest): void {
  const read = new Set(files.map(({ absolute }) => absolute));
  for (const output of outputs) {
    const absolute = resolve(inputs.cwd, output);
    if (read.has(absolute) || (existsSync(absolute) && read.has(realpathSync(absolute))))
      throw new UsageError(
        'output-is-input',
        `${output}: it is an input, and would be written over; name another file`,
      );
  }
}

function refuseFailure(entries: readonly Entry[], { root }: Found, cwd: string): void {
  const failed = entries.find(({ state }) => state === 'failed');
  if (failed === undefined) return;
  throw new InputError(failed.code ?? 'failed', `${relative(cwd, resolve(root, failed.id))}: ${failed.reason ?? ''}`);
}

interface Git {
  readonly repository: Repository | undefined;
  readonly index: Index | undefined;
  isUnchanged(absolute: string): boolean;
}

async function askGit({ inputs, since, cache }: CheckRequest): Promise<Git> {
  const trouble = unlessAsked(since);
  const repository = await findRepository(inputs.cwd).catch(trouble);
  const isWanted = since !== undefined || cache !== undefined;
  const index = repository === undefined || !isWanted ? undefined : await indexOf(repository).catch(trouble);
  if (since === undefined || repository === undefined || index === undefined)
    return { repository, index, isUnchanged: () => false };
  const history = await changesSince(repository, index, since).catch(trouble);
  return { repository, index, isUnchanged: (absolute) => history?.isUnchanged(absolute) === true };
}

/** Without `--since` all goes on without git. */
function unlessAsked(since: string | undefined): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof UsageError)) throw error;
    if (since !== undefined) throw new UsageError(error.code, `--since ${since}: ${error.message}`, error);
  };
}

function prefixOf(cwd: string, repository: Repository | undefined): string {
  return repository === undefined ? '' : relative(repository.top, realpathSync(cwd)).replaceAll(sep, '/');
}

/** In a linked work tree and in a submodule `.git` is a file that says where the folder is. */
function placeOfCache(cwd: string, written: string): string {
  const absolute = resolve(cwd, written);
  const [, top = '', below = ''] = /^(.*[\\/]\.git)[\\/](.+)$/.exec(absolute) ?? [];
  const link = top === '' ? undefined : readPlainIfThere(top);
  const [, folder] = /^gitdir: (.+?)\r?\n?$/.exec(Buffer.from(link ?? []).toString('utf8')) ?? [];
  return folder === undefined ? absolute : resolve(top, '..', folder, below);
}

/** What did not change is only compared with. */
function withUnchanged(references: References, isUnchanged: (absolute: string) => boolean): References {
  return { ...references, isReference: (absolute) => references.isReference(absolute) || isUnchanged(absolute) };
}

function tasksOf(
  { files }: Found,
  contentOf: ((absolute: string) => string | undefined) | undefined,
): readonly CheckTask[] {
  return files.map(({ path, absolute }) => {
    const content = contentOf === undefined || holdsMany(path) ? undefined : contentOf(absolute);
    return content === undefined ? { path, absolute } : { path, absolute, content };
  });
}

/** As git names contents, whoever computes the name. */
function contentsOf({ reading }: CheckRequest, index: Index | undefined): (absolute: string) => string | undefined {
  const files = new FileReader();
  return (absolute) => {
    const blob = index?.blobOf(absolute);
    if (blob !== undefined) return blob;
    try {
      return gitBlob(files.read(absolute, reading.maxFileBytes));
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  };
}
