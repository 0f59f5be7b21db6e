/** What a user installs: the files of our package, and the packages it needs at run time, with their size and their scripts. */
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Bars of the product: without optional peers. */
const MOST_PACKAGES = 45;
const MOST_BYTES = 15 * 1024 * 1024;
const WANTED =
  /^(?:bin\/clean-archive\.js|dist\/[\w./-]+\.(?:js|d\.ts)|dist\/bin\/(?:THIRD-PARTY\.txt|[\w-]+\.cjs)|dist\/model\/lines\.bin|man\/clean-archive\.1|schema\/clean-archive\.schema\.json|CHANGELOG\.md|LICENSE|README\.md|package\.json)$/;
const NEEDED = [
  'bin/clean-archive.js',
  'dist/bin/main.js',
  'dist/bin/worker.js',
  'dist/bin/THIRD-PARTY.txt',
  'dist/index.js',
  'dist/model/lines.bin',
  'dist/index.d.ts',
  'man/clean-archive.1',
  'schema/clean-archive.schema.json',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
];
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall'];

const problems = [...checkFiles(), ...checkPackages()];
for (const problem of problems) say(`  ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

function checkFiles() {
  const [{ files, unpackedSize }] = JSON.parse(npm('pack', '--dry-run', '--json'));
  const paths = files.map(({ path }) => path);
  say(`packed: ${paths.length} files, ${mib(unpackedSize)} MiB`);
  const unwanted = paths.filter((path) => !WANTED.test(path)).map((path) => `${path} is packed and should not be`);
  return [...unwanted, ...NEEDED.filter((path) => !paths.includes(path)).map((path) => `${path} is not packed`)];
}

function checkPackages() {
  const folders = npm('ls', '--omit=dev', '--all', '--parseable').split('\n').filter(Boolean).slice(1);
  const bytes = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
  const scripted = folders
    .map(manifestOf)
    .filter(({ scripts }) => INSTALL_SCRIPTS.some((name) => scripts?.[name] !== undefined));
  say(
    `at run time: ${folders.length} packages (at most ${MOST_PACKAGES}), ${mib(bytes)} MiB (at most ${mib(MOST_BYTES)})`,
  );
  return [
    ...(folders.length > MOST_PACKAGES ? ['too many packages'] : []),
    ...(bytes > MOST_BYTES ? ['too large'] : []),
    ...scripted.map(({ name }) => `${name} has an install script`),
  ];
}

/** Packages inside a package are listed, and counted, on their own. */
function sizeOf(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? sizeOf(path) : lstatSync(path).size;
  }
  return bytes;
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** npm is a script with another name on Windows, and takes a shell there. */
function npm(...args) {
  return execFileSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function mib(bytes) {
  return (bytes / 1024 / 1024).toFixed(1);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
