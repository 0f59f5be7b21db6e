/** Writes the JSON Schema of configuration files from the table of options (build first); `--check` only tells if it differs. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configSchema } from '../dist/cli/config/schema.js';

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'schema', 'clean-archive.schema.json');
const schema = `${JSON.stringify(configSchema(), undefined, 2)}\n`;

if (process.argv.includes('--check')) {
  const isSame = readIfThere(file) === schema;
  process.stdout.write(
    isSame ? 'the schema is that of the options\n' : 'the schema differs: node scripts/schema.mjs\n',
  );
  process.exitCode = isSame ? 0 : 1;
} else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, schema);
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
