/**
 * Compiles src into dist, then bundles the command into dist/bin: loading 300 small modules took longer than cleaning the
 * three pages of a first try. Files of sources that are gone do not stay behind. Arguments go to the compiler.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { withConstants } from './constants.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
const compiler = join(dirname(manifest), 'bin', 'tsc');

/** Packages that few runs call, and what is called of each thing that they export. */
const LATE = {
  'fast-glob': { default: ['sync', 'generateTasks', 'isDynamicPattern'] },
  re2js: { RE2JS: ['compile'] },
};
/** A page asks for the words of its language and of English. */
const WORDS = /[\\/]chrome[\\/]words[\\/]([a-z]{2})\.js$/;

/** Puts in the place of what few runs ask for a door to a file of its own, which is read at the first knock. */
const lateLoading = {
  name: 'late-loading',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(?:${Object.keys(LATE).join('|')})$`);
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'late' }));
    onLoad({ filter, namespace: 'late' }, ({ path }) => {
      const doors = Object.entries(LATE[path]).map(([name, calls]) => {
        const [head, thing] = name === 'default' ? ['default', ''] : [`const ${name} =`, `.${name}`];
        const members = calls.map((call) => `${call}: (...given) => late('./${path}.cjs')${thing}.${call}(...given)`);
        return `export ${head} { ${members.join(', ')} };`;
      });
      return { contents: DOOR + doors.join('\n') };
    });
    onLoad({ filter: WORDS }, ({ path }) => {
      const tag = WORDS.exec(path)[1];
      const words = `late('./words-${tag}.cjs').${tag}`;
      return {
        contents: `${DOOR}export const ${tag} = {
          tag: '${tag}', get cues() { return ${words}.cues; }, get examples() { return ${words}.examples; } };`,
      };
    });
  },
};
const DOOR = `import { createRequire } from 'node:module';
const late = createRequire(import.meta.url);
`;

const { status } = spawnSync(process.execPath, [compiler, '--project', root, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) {
  process.exitCode = status ?? 1;
} else {
  rmSync(join(root, 'dist', 'bin'), { recursive: true, force: true });
  removeStale(join(root, 'dist'), join(root, 'src'));
  copyFileSync(join(root, 'src', 'model', 'lines.bin'), join(root, 'dist', 'model', 'lines.bin'));
  await bundle(join(root, 'dist'));
  chmodSync(join(root, 'bin', 'clean-archive.js'), 0o755);
}

/**
 * The command and the worker beside it, as `new URL('./worker.js', import.meta.url)` wants. Packages are bundled too (a
 * hundred files of CommonJS cost more than our own), with their licences beside them; the library imports them as usual.
 */
async function bundle(dist) {
  const common = {
    outdir: join(dist, 'bin'),
    bundle: true,
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'utf8',
    metafile: true,
    platform: 'node',
    target: 'node20.19',
    absWorkingDir: root,
    logLevel: 'warning',
  };
  const own = await build({
    ...common,
    entryPoints: { main: join(dist, 'cli', 'main.js'), worker: join(dist, 'engine', 'worker.js') },
    splitting: true,
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
    format: 'esm',
    chunkNames: '[name]-[hash]',
    plugins: [lateLoading],
  });
  for (const output of Object.keys(own.metafile.outputs)) {
    const path = join(root, output);
    writeFileSync(path, withConstants(readFileSync(path, 'utf8')));
  }
  const words = readdirSync(join(dist, 'chrome', 'words'))
    .map((name) => join(dist, 'chrome', 'words', name))
    .filter((path) => WORDS.test(path))
    .map((path) => ({ in: path, out: `words-${WORDS.exec(path)[1]}` }));
  const late = await build({
    ...common,
    entryPoints: [...words, ...Object.keys(LATE).map((name) => ({ in: name, out: name }))],
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
  });
  const inputs = [own, late]
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  writeFileSync(
    join(dist, 'bin', 'THIRD-PARTY.txt'),
    licencesOf([...new Set(inputs)].filter((name) => name !== undefined).sort()),
  );
}

function licencesOf(packages) {
  return packages
    .map((name) => {
      const folder = join(root, 'node_modules', name);
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return `${name} ${version} (${license})\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
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
