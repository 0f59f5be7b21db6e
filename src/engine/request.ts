/** What a caller asks for. Paths may be relative to `cwd`; nothing here is read from the surroundings. */
import { LIMITS } from '../core/limits.ts';
import type { Level } from '../core/types.ts';
import type { SurvivorPolicy } from '../dedup/survivor.ts';
import type { Extra } from '../pipeline/clean.ts';

/** Who holds a lock. The caller knows its process; the engine does not touch it. */
export interface Self {
  readonly pid: number;
  isAlive(pid: number): boolean;
}

export interface Inputs {
  readonly cwd: string;
  /** Files, folders and globs. */
  readonly paths: readonly string[];
  /** A list of paths: where it lies, or its bytes. */
  readonly filesFrom?: { readonly from: string | Uint8Array; readonly separator: 'line' | 'nul' };
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly gitignore: boolean;
  readonly hidden: boolean;
  readonly follow: boolean;
}

export interface Reading {
  /** Name of a format; found by looking otherwise. */
  readonly from?: string;
  readonly encoding?: string;
  readonly textField?: string;
  readonly maxFileBytes: number;
}

export interface Cleaning {
  readonly level: Level;
  readonly keep: readonly Extra[];
  /** What the user's configuration says of rules and of lines. */
  readonly policy?: Policy;
  /** The folder that the globs of the policy count from, until it is known where the inputs lie. */
  readonly from?: string;
  /** Where the inputs' common parent lies, seen from that folder. */
  readonly base?: string;
}

export interface LinePolicy {
  /** False for rules that have no say. */
  readonly rules: Readonly<Record<string, boolean>>;
  /** Patterns of lines that stay, and of lines that go. */
  readonly keep: readonly string[];
  readonly drop: readonly string[];
}

/** Holds for the files that the globs name, on top of what holds for all. */
export interface Override extends LinePolicy {
  readonly files: readonly string[];
  readonly level?: Level;
}

export interface Policy extends LinePolicy {
  readonly overrides: readonly Override[];
}

export interface Writing {
  /** `jsonl` is for streams; a folder takes `md` or `txt`. */
  readonly to: 'md' | 'txt' | 'jsonl';
  readonly frontMatter: boolean;
  readonly title: boolean;
}

export interface Comparing {
  readonly survivor: SurvivorPolicy;
  readonly onDuplicate: 'skip' | 'annotate' | 'keep';
  /** The result of another run: what is there already is not taken in again. */
  readonly against?: Against;
  /** A folder of documents that always stay. */
  readonly reference?: Reference;
}

export interface Reference {
  /** As one would type it from the working folder. */
  readonly shown: string;
  readonly absolute: string;
  /** Hash of what it holds, once it was looked at. */
  readonly digest?: string;
}

export interface Against {
  /** As one would type it from the working folder. */
  readonly shown: string;
  readonly absolute: string;
  /** Hash of what it holds, so that a later run sees that it grew. */
  readonly digest: string;
}

export interface Job {
  readonly inputs: Inputs;
  readonly reading: Reading;
  readonly cleaning: Cleaning;
  readonly writing: Writing;
  readonly comparing: Comparing;
  /** Let pages of one site speak of each other's lines. */
  readonly siteEvidence: boolean;
  /** 0 lets the engine decide. */
  readonly jobs: number;
  /** Milliseconds; holds where workers do the reading. */
  readonly timeoutPerFile: number;
  readonly allowEmpty: boolean;
  readonly failFast: boolean;
  readonly signal?: AbortSignal;
}

export interface RunRequest extends Job {
  readonly out?: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly prune: boolean;
  readonly self: Self;
}

export interface FilterRequest extends Job {
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly stdinPath?: string;
}

/** `check` is for files that the last run knew, `learn` for what pages of one site share, `sign` for texts that are compared as they are. */
export type Phase = 'list' | 'check' | 'learn' | 'clean' | 'sign' | 'compare' | 'write';

export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number;
  /** What is counted; documents unless it says so. */
  readonly unit?: 'bytes' | 'pairs';
}

export type Observer = (event: Progress) => void;

export const DEFAULT_INPUTS: Omit<Inputs, 'cwd' | 'paths'> = {
  include: [],
  exclude: [],
  gitignore: false,
  hidden: false,
  follow: false,
};
export const DEFAULT_READING: Reading = { maxFileBytes: LIMITS.fileBytes.value };
export const DEFAULT_CLEANING_REQUEST: Cleaning = { level: 'standard', keep: [] };
export const DEFAULT_WRITING: Writing = { to: 'md', frontMatter: true, title: true };
export const DEFAULT_COMPARING: Comparing = { survivor: 'complete', onDuplicate: 'skip' };
export const DEFAULT_JOB: Omit<Job, 'inputs'> = {
  reading: DEFAULT_READING,
  cleaning: DEFAULT_CLEANING_REQUEST,
  writing: DEFAULT_WRITING,
  comparing: DEFAULT_COMPARING,
  siteEvidence: true,
  jobs: 0,
  timeoutPerFile: LIMITS.fileTime.value,
  allowEmpty: false,
  failFast: false,
};
