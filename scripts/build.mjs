/** Compiles src into dist; files of sources that are gone do not stay behind. Arguments go to the compiler. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
const compiler = join(dirname(manifest), 'bin', 'tsc');

const { status } = spawnSync(process.execPath, [compiler, '--project', root, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
if (status !== 0) {
  process.exitCode = status ?? 1;
} else {
  removeStale(join(root, 'dist'), join(root, 'src'));
  chmodSync(join(root, 'bin', 'clean-archive.js'), 0o755);
}

/** A compiled file stays only if its source is there. */
function removeStale(folder, sources) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const source = relative(folder, path).replace(/\.(?:d\.ts|js)$/, '.ts');
    if (!existsSync(join(sources, source))) rmSync(path);
  }
}
