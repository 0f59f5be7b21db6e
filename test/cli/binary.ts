/** The real binary, and `main` in a process that is not there, for terminals. */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, jest } from '@jest/globals';
import { main } from '../../src/cli/main.ts';
import type { World } from '../../src/cli/world.ts';

/** A process takes a second to start on a machine that is busy with other tests. */
jest.setTimeout(60_000);

export const BINARY: string = resolve(import.meta.dirname, '../../bin/clean-archive.js');
export const SAMPLE: string = resolve(import.meta.dirname, '../../fixtures/raw');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Without colour variables of whoever runs the tests. */
export function cleanEnv(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, CI: _ci, ...env } = process.env;
  return { ...env, ...more };
}

export function run(
  cwd: string,
  args: readonly string[],
  options: SpawnSyncOptions & { readonly input?: string } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, ...args], {
    cwd,
    env: cleanEnv(),
    ...options,
    encoding: 'utf8',
  });
  return { code: status, out: String(stdout), err: String(stderr) };
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files in it, gone when the tests of the file are over. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'clean-archive-'));
  made.push(root);
  putFiles(root, files);
  return root;
}

export function putFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Runs on a terminal: both streams say that they are one. */
export async function onTerminal(
  cwd: string,
  args: readonly string[],
  more: Partial<World> = {},
  columns: number = 100,
): Promise<Ran> {
  const out = terminal(columns);
  const err = terminal(columns);
  const world: World = {
    argv: ['node', 'clean-archive', ...args],
    env: { TERM: 'xterm' },
    stdin: Object.assign(Readable.from([]), { isTTY: true }),
    stdout: out.stream,
    stderr: err.stream,
    pid: process.pid,
    hrtime: process.hrtime,
    cwd: () => cwd,
    kill: () => true,
    on: () => undefined,
    off: () => undefined,
    ...more,
  };
  const code = await main(world);
  return { code, out: out.text(), err: err.text() };
}

function terminal(columns: number): { readonly stream: World['stdout']; readonly text: () => string } {
  const parts: string[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => parts.push(chunk.toString('utf8')));
  return { stream: Object.assign(stream, { isTTY: true, columns }), text: () => parts.join('') };
}

export const PAGE = `Home | News | Sport | Contact

The ferry returns after eleven months

Tuesday, 12 March 2013

The ferry between Lenne and the island will sail again on Friday, the harbour office said in a short statement on Monday evening.

It had been in the yard since April, when a survey found that the plates under the engine room were thinner than the rules allow.

The crew of nine has been on half pay since then, and most of them took work on the mainland while they waited for the yard.

No comments:

Copyright © 2013 Harbour Lights Weekly. All rights reserved.
`;

/** Another story in the same house. */
export const OTHER_PAGE = `Home | News | Sport | Contact

Library roof will be slate after all

Friday, 15 March 2013

The council voted seven to two for slate on the roof of the old library, against the advice of its own surveyor.

Slate costs a third more than tile, but the building has had it since 1881 and the county asked for nothing else.

Work begins in May, when the swifts that nest under the eaves have been counted and their places marked with paint.

No comments:

Copyright © 2013 Harbour Lights Weekly. All rights reserved.
`;
