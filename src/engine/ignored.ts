/** Ignore files in gitignore syntax, each holding for its own folder and below; the innermost word counts. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import ignore, { type Ignore } from 'ignore';
import { LIMITS } from '../core/limits.ts';

/** One folder's ignore files, on top of those of the folders above it. */
export interface IgnoreLayer {
  /** Path of the folder relative to the inputs' common parent, with a final slash; `''` for the parent itself. */
  readonly base: string;
  readonly matcher: Ignore;
  readonly above: IgnoreLayer | undefined;
}

export const OWN_IGNORE_FILE = '.cleanarchiveignore';
export const GIT_IGNORE_FILE = '.gitignore';

/** True for paths that one of the patterns names, at any depth if the pattern has no slash. */
export function pathMatcher(patterns: readonly string[]): ((path: string) => boolean) | undefined {
  if (patterns.length === 0) return undefined;
  const matcher = ignore({ ignorecase: false, allowRelativePaths: true }).add([...patterns]);
  return (path) => matcher.ignores(path);
}

/** Matching tries every way to share a path out among the `**` of a pattern. */
export function hasTooManyStars(pattern: string): boolean {
  const stars = pattern.replaceAll(/(?:\*\*\/)+/g, '**/').match(/\*\*/g)?.length ?? 0;
  return stars > LIMITS.globStars.value;
}

/** `names` are the ignore files that the folder holds. What they say that would take too long to ask has no say, and is noted. */
export function ignoreLayer(
  folder: string,
  base: string,
  names: readonly string[],
  above: IgnoreLayer | undefined,
  notices: string[],
): IgnoreLayer {
  const matcher = ignore({ ignorecase: false, allowRelativePaths: true });
  for (const name of names) {
    const patterns = readSmallFile(`${folder}/${name}`).split(/\r?\n/);
    const quick = patterns.filter((pattern) => !hasTooManyStars(pattern));
    const left = patterns.length - quick.length;
    if (left > 0)
      notices.push(
        `${base}${name}: ${left === 1 ? 'a pattern' : `${left} patterns`} with ** more than ${LIMITS.globStars.value} times passed over`,
      );
    matcher.add(quick);
  }
  return { base, matcher, above };
}

/** `path` is relative to the inputs' common parent; folders end in a slash. */
export function isIgnored(path: string, innermost: IgnoreLayer | undefined): boolean {
  for (let layer = innermost; layer !== undefined; layer = layer.above) {
    const verdict = layer.matcher.test(path.slice(layer.base.length));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/** An ignore file that cannot be read or is no plain file has no say. */
function readSmallFile(path: string): string {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return '';
  }
  try {
    const stat = fstatSync(handle);
    return stat.isFile() && stat.size <= LIMITS.ignoreFileBytes.value ? readFileSync(handle, 'utf8') : '';
  } finally {
    closeSync(handle);
  }
}
