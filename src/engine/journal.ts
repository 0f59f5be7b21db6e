/**
 * Written and synced before the first rename of a commit: what is about to be put in place or taken away. A run that dies
 * in between leaves it behind, and the next run knows by it which files are ours although no manifest names them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFile, removeTree, syncFolder } from './disk.ts';
import { sha256 } from './hashes.ts';
import { JOURNAL, RUN_FOLDER } from './layout.ts';
import { isInside } from './manifest.ts';

export interface JournalEntry {
  readonly output: string;
  readonly sha256: string;
}

export function writeJournal(folder: string, entries: readonly JournalEntry[]): void {
  const body = entries.map(({ output, sha256: hash }) => `${hash} ${JSON.stringify(output)}\n`).join('');
  createFile(join(folder, JOURNAL), Buffer.from(`${body}${sha256(body)}\n`), true);
  syncFolder(folder);
}

/** Nothing was put in place after all. */
export function dropJournal(folder: string): void {
  removeTree(join(folder, JOURNAL));
}

/** Takes away all of a run's folder, or all but its journal if there is one. */
export function clearStage(folder: string): void {
  if (readJournal(folder) === undefined) removeTree(folder);
  else for (const name of readdirSync(folder)) if (name !== JOURNAL) removeTree(join(folder, name));
}

export interface Leftovers {
  /** Runs that did not end. */
  readonly runs: number;
  /** Folders of those that had begun to put things in place. */
  readonly folders: readonly string[];
  /** What their journals claim. */
  readonly claims: readonly JournalEntry[];
}

/** Finds what dead runs left; unless only looking, gives their space back. Journals stay until a run has ended well. */
export function findLeftovers(state: string, clear: boolean): Leftovers {
  if (!existsSync(state)) return { runs: 0, folders: [], claims: [] };
  const found = readdirSync(state)
    .filter((name) => RUN_FOLDER.test(name))
    .map((name) => join(state, name));
  const folders: string[] = [];
  const claims: JournalEntry[] = [];
  for (const folder of found) {
    const own = readJournal(folder);
    if (clear) clearStage(folder);
    if (own === undefined) continue;
    folders.push(folder);
    claims.push(...own);
  }
  return { runs: found.length, folders, claims };
}

/** Undefined for none or a torn one: then nothing was put in place yet. */
function readJournal(folder: string): readonly JournalEntry[] | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, JOURNAL), 'utf8');
  } catch {
    return undefined;
  }
  const last = text.lastIndexOf('\n', text.length - 2) + 1;
  const body = text.slice(0, last);
  if (text.slice(last).trimEnd() !== sha256(body)) return undefined;
  return body
    .split('\n')
    .slice(0, -1)
    .map((line) => ({ sha256: line.slice(0, HASH), output: JSON.parse(line.slice(HASH + 1)) as string }))
    .filter(({ output }) => isInside(output));
}

const HASH = 64;
