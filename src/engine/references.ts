/** Documents that a run compares with and leaves alone: articles of another run, and a folder that is cleaned to see what is in it. */
import { relative, resolve, sep } from 'node:path';
import { InputError, UsageError } from '../core/errors.ts';
import type { ComparedText } from '../dedup/compared.ts';
import type { Print } from '../dedup/print-rows.ts';
import { readAgainst } from './against.ts';
import { Articles, ChangedInput } from './articles.ts';
import { cleanAll, NOTHING_BEFORE, shapeOf } from './clean-pass.ts';
import { contextFrom } from './context.ts';
import { ENDINGS } from './documents.ts';
import type { Entry } from './entries.ts';
import type { Found, FoundFile } from './found.ts';
import { runningSha256 } from './hashes.ts';
import { readChunks } from './open.ts';
import { placed } from './policy.ts';
import { DEFAULT_INPUTS, type Job, type Observer, type Reference } from './request.ts';
import { Spool } from './spool.ts';
import { findFiles } from './walk.ts';

export interface References {
  /** By their fingerprints: an input may have the name of a reference. */
  readonly texts: ReadonlyMap<Print, () => ComparedText>;
  /** Inputs that lie in the reference folder: they are written, and always stay. */
  isReference(absolute: string): boolean;
  /** Plain sentences about what could not be read. */
  readonly notices: readonly string[];
  /** Reads the containers of those that are records of one. */
  prepare(): Promise<void>;
  close(): void;
}

export const NO_REFERENCES: References = {
  texts: new Map(),
  isReference: () => false,
  notices: [],
  prepare: async () => {},
  close: () => {},
};

/** Throws `UsageError` for a folder that is not there or holds no text. */
export function referenceOf(cwd: string, written: string): Reference {
  const absolute = resolve(cwd, written);
  if (referenceFiles(cwd, written).files.length === 0)
    throw new UsageError('no-input', `--reference ${written}: no file there can be read as text`);
  return { shown: relative(cwd, absolute) || '.', absolute };
}

/** The job with the hash of what its reference holds, so that a later run sees that it changed. */
export async function withDigest<Kind extends Job>(job: Kind): Promise<Kind> {
  const { reference } = job.comparing;
  if (reference === undefined) return job;
  const digest = runningSha256();
  for (const file of referenceFiles(job.inputs.cwd, reference.absolute).files)
    digest.update(Buffer.from(`${relative(reference.absolute, file.absolute)}\0${await hashOf(file)}\n`));
  return { ...job, comparing: { ...job.comparing, reference: { ...reference, digest: digest.digest() } } };
}

function referenceFiles(cwd: string, path: string): Found {
  return findFiles({ ...DEFAULT_INPUTS, cwd, paths: [path] }, ENDINGS);
}

/** Of a file that cannot be read: it is somebody else's to tell. */
async function hashOf({ absolute }: FoundFile): Promise<string> {
  const hash = runningSha256();
  try {
    for await (const chunk of readChunks(absolute, Number.MAX_SAFE_INTEGER)) hash.update(chunk);
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
  return hash.digest();
}

/** True for a path in the folder, or the folder's own. */
function isWithin(folder: string, absolute: string): boolean {
  return absolute === folder || absolute.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** The references of a job as it was asked for; `inputs` are left out, as they take part already. */
export async function openReferences(asked: Job, inputs: ReadonlySet<string>, observer: Observer): Promise<References> {
  const job = placed(asked, asked.inputs.cwd);
  const { against, reference } = job.comparing;
  const articles = readAgainst(against, job.reading);
  if (reference === undefined) return { ...NO_REFERENCES, texts: articles };
  const files = referenceFiles(job.inputs.cwd, reference.absolute).files.filter(
    ({ absolute }) => !inputs.has(absolute),
  );
  return joined(articles, await cleanReferences(files, reference, job, observer));
}

function joined(articles: References['texts'], others: References): References {
  return { ...others, texts: new Map([...articles, ...others.texts]) };
}

async function cleanReferences(
  files: readonly FoundFile[],
  { shown, absolute: folder }: Reference,
  job: Job,
  observer: Observer,
): Promise<References> {
  const spool = new Spool(undefined);
  const tasks = files.map(({ absolute }) => ({
    path: [shown, ...relative(folder, absolute).split(sep)].filter((part) => part !== '').join('/'),
    absolute,
  }));
  const { entries, siteOf } = await cleanAll({ tasks, job, stage: undefined, spool, before: NOTHING_BEFORE }, observer);
  const articles = new Articles(shapeOf(job), contextFrom({}, siteOf), spool);
  const unread = entries.filter(({ state }) => state === 'failed').length;
  return {
    texts: textsOf(entries, articles),
    isReference: (path) => isWithin(folder, path),
    notices:
      unread === 0 ? [] : [`${unread} of the documents in ${shown} could not be read and were not compared with`],
    prepare: () => articles.prepare(entries.filter(({ state }) => state === 'article')),
    close: () => spool.close(),
  };
}

function textsOf(entries: readonly Entry[], articles: Articles): References['texts'] {
  const texts = new Map<Print, () => ComparedText>();
  for (const entry of entries) {
    if (entry.print !== undefined) texts.set(entry.print, () => textOf(entry, articles));
  }
  return texts;
}

/** A reference that changes meanwhile ends the run: what was compared with it may be wrong. */
function textOf(entry: Entry, articles: Articles): ComparedText {
  try {
    return articles.textOf(entry);
  } catch (error) {
    if (error instanceof ChangedInput) throw new InputError('changed', `${entry.path}: ${error.message}`);
    throw error;
  }
}
