/** What stands at a path or behind a descriptor, without opening it. */
import { fstatSync, lstatSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemCode } from './found.ts';

export type PathKind = 'folder' | 'file' | 'other' | 'missing';
export type DescriptorKind = 'pipe' | 'file' | 'other';

/** Undefined where nothing stands, also because a file stands where a folder would have to be. */
export function statIfThere(path: string): Stats | undefined {
  return unlessBelowFile(() => statSync(path, { throwIfNoEntry: false }));
}

/** As `statIfThere`, of a link itself. */
export function lstatIfThere(path: string): Stats | undefined {
  return unlessBelowFile(() => lstatSync(path, { throwIfNoEntry: false }));
}

function unlessBelowFile(look: () => Stats | undefined): Stats | undefined {
  try {
    return look();
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** What stands on the way to a path and is no folder, so that nothing can stand at the path. */
export function fileAbove(path: string): string | undefined {
  for (let at = dirname(path); ; at = dirname(at)) {
    const stat = statIfThere(at);
    if (stat !== undefined) return stat.isDirectory() ? undefined : at;
    if (dirname(at) === at) return undefined;
  }
}

/** Links are looked through, as the inputs are. */
export function kindOfPath(cwd: string, path: string): PathKind {
  try {
    const stat = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (stat === undefined) return 'missing';
    if (stat.isDirectory()) return 'folder';
    return stat.isFile() ? 'file' : 'other';
  } catch {
    return 'missing';
  }
}

/** Terminals and devices such as `/dev/null` are `other`. */
export function kindOfDescriptor(descriptor: number): DescriptorKind {
  let stat: Stats;
  try {
    stat = fstatSync(descriptor);
  } catch {
    return 'other';
  }
  if (stat.isFIFO() || stat.isSocket()) return 'pipe';
  return stat.isFile() ? 'file' : 'other';
}
