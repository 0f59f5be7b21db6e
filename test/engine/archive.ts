/** Small archives in a scratch folder, for the tests of the engine. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DEFAULT_INPUTS, DEFAULT_JOB, type RunRequest, type Self } from '../../src/engine/request.ts';

export const SELF: Self = { pid: process.pid, isAlive: (pid) => pid === process.pid };

export function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'clean-archive-test-'));
}

export function clear(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export function request(cwd: string, changes: Partial<RunRequest> = {}): RunRequest {
  return {
    ...DEFAULT_JOB,
    inputs: { ...DEFAULT_INPUTS, cwd, paths: ['raw'] },
    out: 'out',
    jobs: 1,
    dryRun: false,
    force: false,
    prune: false,
    self: SELF,
    ...changes,
  };
}

/** Hash of every file by path. */
export function tree(folder: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (!lstatSync(path).isDirectory()) files[name] = createHash('sha256').update(readFileSync(path)).digest('hex');
    else for (const [below, hash] of Object.entries(tree(path))) files[`${name}/${below}`] = hash;
  }
  return files;
}

export function jsonLines(path: string): readonly Readonly<Record<string, unknown>>[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]));
}

const TOWNS = ['Ostermere', 'Velden', 'Karsholm', 'Lindau Bay', 'Pontreval', 'Norrby', 'Castelmar', 'Brackwater'];

/** A page of invented news with a menu above and a footer below; equal numbers give equal pages. */
export function page(number: number): string {
  const town = TOWNS[number % TOWNS.length];
  const other = TOWNS[(number + 3) % TOWNS.length];
  return [
    'Search this site',
    '',
    `${town} council settles dispute number ${number} over the old harbour wall`,
    '',
    `The council of ${town} has agreed to repair stretch ${number} of the harbour wall before winter, after a debate that went on for three evenings.`,
    '',
    `Engineers from ${other} had warned that ${number + 12} metres of the wall could give way in a storm, and that the market behind it would be flooded.`,
    '',
    `"We have waited for this decision since the spring of ${1900 + number}," said the harbour master, who has kept a record of every crack in the stone.`,
    '',
    `Work is to begin in the first week of October and will cost about ${number + 40},000 crowns, most of it paid by the county of ${other}.`,
    '',
    'No comments:',
    '',
    `Copyright 2011 The ${town} Observer. All rights reserved.`,
    '',
  ].join('\n');
}
