/** From which folder paths count: the inputs' common parent, or a folder above it where the last run counted from there. */
import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Layout } from './layout.ts';
import { inputOf, salvageManifest } from './manifest.ts';
import { readHead } from './open.ts';

/** Inputs looked for below each folder; the first of a manifest are as good as any. */
const SAMPLE = 100;
const SAMPLE_BYTES = 512 * 1024;

/**
 * A part of the inputs has a deeper parent than the whole: its outputs would move, and those of the last run seem left
 * alone. So the folder counts below which most inputs of the last run lie, from the common parent upwards.
 */
export function parentAsBefore(parent: string, layout: Layout): string {
  const inputs = sampleOf(layout);
  let best = parent;
  let most = countIn(parent, inputs);
  for (let folder = parent; most < inputs.length && dirname(folder) !== folder; ) {
    folder = dirname(folder);
    const count = countIn(folder, inputs);
    if (count > most) [best, most] = [folder, count];
  }
  return best;
}

function sampleOf({ manifest }: Layout): readonly string[] {
  try {
    const head = Buffer.from(readHead(manifest, SAMPLE_BYTES)).toString('utf8');
    return [...new Set(salvageManifest(head).map(inputOf))].slice(0, SAMPLE);
  } catch {
    return [];
  }
}

function countIn(folder: string, inputs: readonly string[]): number {
  return inputs.filter((path) => isThere(join(folder, path))).length;
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
