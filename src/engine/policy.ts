/** What the user's configuration says of a document by its path, as cleaning takes it. */
import { isAbsolute, posix, relative, sep } from 'node:path';
import { RULES } from '../chrome/rules/index.ts';
import type { Level } from '../core/types.ts';
import { type CleanOptions, DEFAULT_CLEANING } from '../pipeline/clean.ts';
import type { OwnPatterns } from '../pipeline/own-patterns.ts';
import { pathMatcher } from './ignored.ts';
import { lineModel } from './line-model.ts';
import { anyOf, compilePattern } from './patterns.ts';
import type { Cleaning, Job, LinePolicy, Override, Policy } from './request.ts';

const MODEL = 'model/line';
const SITE = 'site/template';
const REPEATS = ['repeat/line', 'repeat/passage', 'repeat/run'] as const;

/** Judges that can be switched off. What bytes, front matter and persons say is no judgement. */
export const SWITCHES: readonly string[] = [...RULES.map(({ id }) => id), MODEL, SITE, ...REPEATS].sort();

export interface Judging {
  /** Tells apart what the same configuration says of different documents. */
  readonly key: string;
  readonly options: CleanOptions;
  readonly hearsSite: boolean;
}

/** One configuration, ready for use. */
interface Prepared {
  readonly matchers: readonly ((path: string) => boolean)[];
  readonly judgings: Map<string, Judging>;
}

/** A run cleans all its documents by one configuration. */
const PREPARED: WeakMap<Cleaning, Prepared> = new WeakMap();

/** `path` counts from the inputs' common parent. */
export function judgingOf(cleaning: Cleaning, path: string): Judging {
  const { matchers, judgings } = preparedOf(cleaning);
  const key = matchers.length === 0 ? '' : matchingOf(matchers, placeIn(cleaning.base, path)).join(',');
  const known = judgings.get(key);
  if (known !== undefined) return known;
  const judging = makeJudging(key, flattened(cleaning, key));
  judgings.set(key, judging);
  return judging;
}

/** The job once it is known where its inputs lie. */
export function placed<Asked extends Job>(job: Asked, root: string): Asked {
  const { from, ...cleaning } = job.cleaning;
  if (from === undefined) return job;
  return { ...job, cleaning: { ...cleaning, base: posixPath(relative(from, root)) } };
}

/** The same for one file alone: what holds for it holds for all. `shown` stands for a file elsewhere. */
export function settledFor(cleaning: Cleaning, absolute: string, shown: string): Cleaning {
  const { from, policy } = cleaning;
  if (policy === undefined || policy.overrides.length === 0) return cleaning;
  const near = from === undefined ? '..' : posixPath(relative(from, absolute));
  return settledAt({ ...cleaning, base: '' }, isOutside(near) ? posixPath(shown) : near);
}

/** As a run decided it. `path` counts from the inputs' common parent of that run. */
export function settledAt(cleaning: Cleaning, path: string): Cleaning {
  const { matchers } = preparedOf(cleaning);
  if (matchers.length === 0) return cleaning;
  return flattened(cleaning, matchingOf(matchers, placeIn(cleaning.base, path)).join(','));
}

/** Of a summary read back, which somebody may have edited. */
export function isPolicy(read: unknown): read is Policy {
  const { overrides } = read as Partial<Policy>;
  return isLinePolicy(read) && Array.isArray(overrides) && overrides.every(isOverride);
}

function isOverride(read: unknown): read is Override {
  return isLinePolicy(read) && areTexts((read as Partial<Override>).files);
}

function isLinePolicy(read: unknown): read is LinePolicy {
  if (typeof read !== 'object' || read === null) return false;
  const { rules, keep, drop } = read as Partial<LinePolicy>;
  return typeof rules === 'object' && rules !== null && arePatterns(keep) && arePatterns(drop);
}

function arePatterns(read: unknown): boolean {
  if (!areTexts(read)) return false;
  try {
    return read.map(compilePattern).length === read.length;
  } catch {
    return false;
  }
}

function areTexts(read: unknown): read is readonly string[] {
  return Array.isArray(read) && read.every((text) => typeof text === 'string');
}

function preparedOf(cleaning: Cleaning): Prepared {
  let prepared = PREPARED.get(cleaning);
  if (prepared === undefined) {
    const overrides = cleaning.policy?.overrides ?? [];
    prepared = { matchers: overrides.map(({ files }) => pathMatcher(files) ?? (() => false)), judgings: new Map() };
    PREPARED.set(cleaning, prepared);
  }
  return prepared;
}

function matchingOf(matchers: Prepared['matchers'], place: string): readonly number[] {
  return matchers.flatMap((matches, at) => (place !== '' && matches(place) ? [at] : []));
}

/** Files outside the folder of the configuration are counted from the inputs' common parent. */
function placeIn(base: string | undefined, path: string): string {
  const place = base === undefined || isOutside(base) ? path : posix.join(base, path);
  return place.replace(/^(?:\.{0,2}\/)+/, '');
}

function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../') || isAbsolute(path);
}

function posixPath(path: string): string {
  return path.split(sep).join('/');
}

/** Without overrides: those of the numbers in `key` are laid over what holds for all, the later ones on top. */
function flattened(cleaning: Cleaning, key: string): Cleaning {
  const { policy, level, keep } = cleaning;
  if (policy === undefined) return cleaning;
  const chosen = key === '' ? [] : key.split(',').map((at) => policy.overrides[Number(at)] as Override);
  const layers: readonly LinePolicy[] = [policy, ...chosen];
  const settled: Policy = {
    rules: Object.assign({}, ...layers.map(({ rules }) => rules)) as Policy['rules'],
    keep: layers.flatMap((layer) => layer.keep),
    drop: layers.flatMap((layer) => layer.drop),
    overrides: [],
  };
  return { level: chosen.reduce<Level>((_, override) => override.level ?? _, level), keep, policy: settled };
}

function makeJudging(key: string, { level, keep, policy }: Cleaning): Judging {
  const off = new Set(Object.entries(policy?.rules ?? {}).flatMap(([id, isOn]) => (isOn ? [] : [id])));
  const muted = REPEATS.filter((id) => off.has(id));
  const own = ownPatterns(policy);
  return {
    key,
    hearsSite: !off.has(SITE),
    options: {
      ...DEFAULT_CLEANING,
      level,
      keep: new Set(keep),
      ...(RULES.some(({ id }) => off.has(id)) ? { rules: RULES.filter(({ id }) => !off.has(id)) } : {}),
      ...(off.has(MODEL) ? {} : { model: lineModel() }),
      ...(muted.length === 0 ? {} : { muted: new Set<string>(muted) }),
      ...(own === undefined ? {} : { own }),
    },
  };
}

function ownPatterns(policy: Policy | undefined): OwnPatterns | undefined {
  if (policy === undefined || policy.keep.length + policy.drop.length === 0) return undefined;
  const keep = policy.keep.map(compilePattern);
  const drop = policy.drop.map(compilePattern);
  return { keep, drop, mayMatch: anyOf([...keep, ...drop]) };
}
