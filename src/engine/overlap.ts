/** The output folder may not hold an input folder nor lie in one, also not through links: told by device and inode. */
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { statIfThere } from './kind.ts';

export function refuseOverlap(out: string, shown: string, places: readonly string[]): void {
  const outChain = chainOf(out);
  const outFolder = identityOf(out);
  for (const place of places) {
    const stat = statIfThere(place);
    if (stat === undefined) continue;
    const here = `${stat.dev}:${stat.ino}`;
    if (stat.isDirectory() && here === outFolder) throw overlap(`${shown}: the output folder is the input folder`);
    if (outFolder !== undefined && chainOf(place).includes(outFolder))
      throw overlap(`${shown}: the input ${place} lies inside the output folder`);
    if (stat.isDirectory() && outChain.includes(here))
      throw overlap(`${shown}: the output folder lies inside the input folder ${place}`);
  }
}

/** Device and inode of a folder, or undefined where there is none. */
export function identityOf(path: string): string | undefined {
  const stat = statIfThere(path);
  return stat === undefined ? undefined : `${stat.dev}:${stat.ino}`;
}

function overlap(message: string): UsageError {
  return new UsageError('overlap', `${message}; name a folder beside it`);
}

/** The path itself, if it exists, and every folder above it. */
function chainOf(path: string): readonly string[] {
  let at = path;
  while (statIfThere(at) === undefined && dirname(at) !== at) at = dirname(at);
  const chain: string[] = [];
  for (let folder = realpathSync(at); ; folder = dirname(folder)) {
    chain.push(identityOf(folder) ?? '');
    if (dirname(folder) === folder) return chain;
  }
}
