/**
 * Writes what is said about the command line and the rules in files: the manual page, the tables of the README, a page for
 * each rule. All of it comes from the tables that the command itself reads, compiled (`npm run build` first). With `--check`
 * nothing is written, and it exits 1 if a file is not what the tables give.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manualPage } from './docs/man.mjs';
import { readmeWithTables } from './docs/readme.mjs';
import { RULE_FOLDER, rulePages } from './docs/rules.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const checks = process.argv.includes('--check');
const unknown = process.argv.slice(2).find((argument) => argument !== '--check');

if (unknown === undefined) process.exitCode = settle();
else {
  process.stderr.write(`docs: unknown argument ${unknown}; the only one there is: --check\n`);
  process.exitCode = 2;
}

function settle() {
  const pages = new Map([
    ['man/clean-archive.1', manualPage()],
    ['README.md', readmeWithTables(read('README.md') ?? '')],
    ...rulePages(),
  ]);
  const changed = [...pages.keys()].filter((path) => read(path) !== pages.get(path));
  const gone = filesBelow(RULE_FOLDER).filter((path) => !pages.has(path));
  for (const path of [...changed, ...gone])
    process.stdout.write(`${checks ? 'not as the tables say' : 'wrote'}: ${path}\n`);
  if (checks) {
    if (changed.length + gone.length === 0) return 0;
    process.stderr.write('docs: npm run docs writes them\n');
    return 1;
  }
  for (const path of changed) write(path, pages.get(path));
  for (const path of gone) rmSync(join(root, path));
  return 0;
}

function read(path) {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}
