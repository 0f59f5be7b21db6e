/** What stands at a path or behind a descriptor, without opening it. */
import { fstatSync, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';

export type PathKind = 'folder' | 'file' | 'other' | 'missing';
export type DescriptorKind = 'pipe' | 'file' | 'other';

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
