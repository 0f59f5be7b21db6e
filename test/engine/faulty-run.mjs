/**
 * Runs in a process of their own, from the compiled sources, with faults: the n-th call of a file function below OUT fails, is
 * cut short, or ends the process as `kill -9` does. One argument, as JSON: { raw, out, old?, call, does, at?, jobs? }.
 * With `at` one run; without, a run over a copy of `old` for every n until a run meets no fault, and one good run after each.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const { raw, out, old, call, does, at, jobs = 1 } = JSON.parse(process.argv[2]);
const SHORT = 10;
let calls = 0;
let faultAt = at ?? 0;

if (call !== undefined) {
  const real = fs[call];
  fs[call] = function faulty(...args) {
    if (typeof args[0] === 'string' && !args[0].startsWith(out) && !args[0].startsWith('/proc/self/fd'))
      return real.apply(this, args);
    calls += 1;
    if (calls !== faultAt) return real.apply(this, args);
    if (does === 'kill') process.kill(process.pid, 'SIGKILL');
    if (does === 'short') return real.call(this, args[0], args[1], args[2], Math.min(SHORT, args[3]), args[4]);
    throw Object.assign(new Error(`${does}: injected`), { code: does, syscall: call });
  };
  syncBuiltinESMExports();
}

const { runArchive } = await import('../../dist/engine/run.js');
const { DEFAULT_INPUTS, DEFAULT_JOB } = await import('../../dist/engine/request.js');

async function run(place) {
  calls = 0;
  const inputs = { ...DEFAULT_INPUTS, cwd: process.cwd(), paths: [raw] };
  const self = { pid: process.pid, isAlive: (pid) => pid === process.pid };
  try {
    await runArchive({ ...DEFAULT_JOB, inputs, out: place, jobs, dryRun: false, force: false, prune: false, self });
    return {};
  } catch (error) {
    return { error: error.name, message: error.message };
  }
}

/** One hash over names and bytes of all files. */
function tree(folder) {
  const hash = createHash('sha256');
  for (const entry of fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .sort((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) hash.update(path.slice(folder.length)).update(fs.readFileSync(path));
  }
  return hash.digest('hex');
}

function reset() {
  faultAt = 0;
  fs.rmSync(out, { recursive: true, force: true });
  fs.cpSync(old, out, { recursive: true });
}

async function everyCall() {
  reset();
  const before = tree(out);
  await run(out);
  const after = tree(out);
  const endings = [];
  for (let fault = 1; ; fault++) {
    reset();
    faultAt = fault;
    const ending = await run(out);
    if (calls < fault) return endings;
    faultAt = 0;
    const isOld = tree(out) === before;
    await run(out);
    endings.push({ at: fault, ...ending, isOld, converged: tree(out) === after });
  }
}

process.stdout.write(JSON.stringify(call === undefined || at !== undefined ? await run(out) : await everyCall()));
