/**
 * Checks the goldens of fixtures/documents; with `--update` it writes them first. Read the difference before you commit it.
 * Lines listed in test/known-failures.ts keep what is wanted of them until the product gives it.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const updates = process.argv.includes('--update');
const unknown = process.argv.slice(2).filter((argument) => argument !== '--update');

if (unknown.length > 0) fail(`unknown argument ${unknown[0]}; the only one there is: --update`);
else if (updates && process.env.CI !== undefined)
  fail('goldens are not updated under CI: run it at home and read the difference');
else process.exitCode = check();

function check() {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const env = updates ? { ...process.env, CLEAN_ARCHIVE_GOLDENS: 'update' } : process.env;
  const args = ['--experimental-vm-modules', '--no-warnings', jest, 'test/documents.test.ts'];
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}

function fail(message) {
  process.stderr.write(`goldens: ${message}\n`);
  process.exitCode = 2;
}
