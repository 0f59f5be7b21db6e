/**
 * The whole run from folder to folder on memory-backed files, beside `cp -r` and a bare loop that reads and writes, in one
 * run. CPU seconds of the process and its children; wall time beside it.
 *
 *   node bench/speed/folder.mjs [files] [bytes] [jobs]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madePages } from './corpus.mjs';

const [files = 20_000, size = 5000, jobs = 1] = process.argv.slice(2).map(Number);
/** Reads every file and writes its bytes elsewhere: what any program in this language pays. */
const LOOP = `const fs = require('fs'), path = require('path'); const [raw, out] = process.argv.slice(1);
for (const folder of fs.readdirSync(raw)) { fs.mkdirSync(path.join(out, folder), { recursive: true });
for (const name of fs.readdirSync(path.join(raw, folder))) fs.writeFileSync(path.join(out, folder, name), fs.readFileSync(path.join(raw, folder, name))); }`;
const TICKS_PER_SECOND = 100;

const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'clean-archive-speed-'));
try {
  const raw = join(root, 'raw');
  const bytes = writePages(raw);
  const command = fileURLToPath(new URL('../../bin/clean-archive.js', import.meta.url));
  console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB, node ${process.versions.node}, jobs ${jobs}`);
  const copy = timed('cp -r', 'cp', ['-r', raw, join(root, 'copy')], bytes);
  timed('bare loop', process.execPath, ['-e', LOOP, raw, join(root, 'loop')], bytes);
  const first = timed(
    'clean-archive',
    process.execPath,
    [command, '-q', '-j', String(jobs), raw, join(root, 'out')],
    bytes,
  );
  timed('again, nothing new', process.execPath, [command, '-q', '-j', String(jobs), raw, join(root, 'out')], bytes);
  console.log(`clean-archive costs ${(first / copy).toFixed(1)} x the CPU time of cp -r`);
} finally {
  rmSync(root, { recursive: true });
}

function writePages(raw) {
  let bytes = 0;
  madePages(files, size).forEach((text, at) => {
    const folder = join(raw, String(at % 100));
    if (at < 100) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${at}.txt`), text);
    bytes += Buffer.byteLength(text);
  });
  return bytes;
}

function timed(name, file, args, bytes) {
  const before = childCpu();
  const start = performance.now();
  const { status, stderr } = spawnSync(file, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: exit ${status}: ${stderr}`);
  const wall = (performance.now() - start) / 1000;
  const cpu = childCpu() - before;
  console.log(
    `${name.padEnd(20)} ${cpu.toFixed(2).padStart(7)} CPU-s ${wall.toFixed(2).padStart(7)} s ${(bytes / 1e6 / cpu).toFixed(1).padStart(8)} MB per CPU-second`,
  );
  return cpu;
}

/** CPU seconds of the children that have ended: fields 16 and 17 of /proc/self/stat (proc(5)). */
function childCpu() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}
