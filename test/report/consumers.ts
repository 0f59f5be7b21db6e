/**
 * Programs that read reports, from npm. A test that needs one fails where package.json asks for it and it is not there, and
 * says aloud that it is skipped where package.json does not ask.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { ROOT } from '../harness/modules.ts';

const ASKED = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly devDependencies: Readonly<Record<string, string>>;
};
const load = createRequire(import.meta.url);

/** A package of CommonJS, or a JSON file inside one. */
export function consumer<Module>(path: string): Module {
  return load(path) as Module;
}

/** A package of ECMAScript modules. */
export async function consumerModule<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module;
}

export function testWith(packages: readonly string[], title: string, body: () => void | Promise<void>): void {
  const missing = packages.filter((name) => !(name in ASKED.devDependencies));
  if (missing.length === 0) test(title, body);
  else test.skip(`${title} [SKIPPED: package.json does not ask for ${missing.join(', ')}]`, body);
}
