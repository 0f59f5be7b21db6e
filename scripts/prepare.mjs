/**
 * Builds where npm is about to pack from a checkout, as a hook of pre-commit does: nothing that is built is committed. For
 * `npm install -g git+…` npm installs no devDependencies beforehand, as it hands its own `global` on (npm/cli issue 8440): they are
 * got here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Settings of the npm that runs us are handed on as variables; these two belong to what it installs. */
function ownSettings() {
  const names = /^npm_config_(?:global|location|prefix|global_prefix|local_prefix)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.test(name)));
}

if (!existsSync(join(root, 'node_modules', 'esbuild')))
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev'], ownSettings());
run(process.execPath, [join(root, 'scripts', 'build.mjs')]);
