/**
 * `dups` over made archives of so many documents (2.5 KB each, three in ten of them copies): seconds of wall time and of CPU, documents a
 * second, the most memory that was resident, and how much of the machine its host took away meanwhile (0 % or the wall time says
 * little). Times of two sizes in one run are ratios that hold on any machine.
 * The documents come from `eval/make_dups.py` of the shared data.
 * node bench/speed/dups.mjs [DOCUMENTS ...]
 */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHARED } from '../quality/rows.mjs';

const BINARY = fileURLToPath(new URL('../../bin/clean-archive.js', import.meta.url));
const MAKER = join(SHARED, 'eval/make_dups.py');
const BASE = join(SHARED, 'data/dedup/base/base.wire-dev.jsonl.gz');
const LOOK = 100;
/** Place of the time in user mode among the fields of `/proc/PID/stat`, the name left out; that in the system follows. */
const USER_TICKS = 12;
/** Place of the stolen time among those of `/proc/stat`. */
const STOLEN_TICKS = 7;
const TICKS_PER_SECOND = 100;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];

if (existsSync(MAKER) && existsSync(BASE)) {
  const folder = mkdtempSync(join(tmpdir(), 'clean-archive-dups-'));
  try {
    for (const size of sizes) await measure(folder, size);
  } finally {
    rmSync(folder, { recursive: true });
  }
} else console.log(`dups: skipped, no documents to make archives of at ${SHARED}`);

async function measure(folder, size) {
  const archive = join(folder, 'bulk.jsonl');
  const made = openSync(archive, 'w');
  execFileSync('python3', [MAKER, '--in', BASE, '--bulk', String(size), '--seed', '5'], {
    stdio: ['ignore', made, 'ignore'],
  });
  closeSync(made);
  const before = ticksOfMachine();
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, [BINARY, 'dups', archive, '-q'], { stdio: ['ignore', 'ignore', 'inherit'] });
  let seen = { cpu: 0, memory: 0 };
  const look = setInterval(() => {
    seen = lookAt(child.pid) ?? seen;
  }, LOOK);
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(look);
  if (status !== 1) throw new Error(`dups: exit ${status}`);
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  const after = ticksOfMachine();
  const stolen = (after.stolen - before.stolen) / Math.max(1, after.all - before.all);
  console.log(
    `${String(size).padStart(9)} documents ${wall.toFixed(1).padStart(7)} s ${String(Math.round(size / wall)).padStart(7)} a second ` +
      `${seen.cpu.toFixed(1).padStart(7)} CPU-s ${Math.round(seen.memory / 1e6)} MB, ${Math.round(stolen * 100)} % taken away`,
  );
}

/** CPU-seconds so far and the most memory so far in bytes, where the system tells: undefined for a process that has ended. */
function lookAt(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/\(.*\)/, '')
      .split(/\s+/);
    const ticks = Number(fields[USER_TICKS]) + Number(fields[USER_TICKS + 1]);
    const [, most] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return most === undefined ? undefined : { cpu: ticks / TICKS_PER_SECOND, memory: Number(most) * 1024 };
  } catch {
    return undefined;
  }
}

/** Of all processors since the start, and those of them that the host gave to others, where the system tells. */
function ticksOfMachine() {
  try {
    const [, ...ticks] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].trim().split(/\s+/);
    const counted = ticks.slice(0, STOLEN_TICKS + 1).map(Number);
    return { all: counted.reduce((sum, each) => sum + each, 0), stolen: counted[STOLEN_TICKS] };
  } catch {
    return { all: 0, stolen: 0 };
  }
}
