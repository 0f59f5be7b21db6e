/** Reads every source file of the product into the few facts that the laws of the house ask for. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';

export const ROOT: string = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

export interface SourceFunction {
  readonly name: string;
  readonly lines: number;
}

export interface Module {
  /** Path below `src`, with forward slashes. */
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly SourceFunction[];
  readonly exportsDefault: boolean;
  readonly reExports: number;
}

export function readModules(folder: string = join(ROOT, 'src')): readonly Module[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map((path) => parseModule(path, readFileSync(join(folder, path), 'utf8')));
}

export function parseModule(path: string, text: string): Module {
  const { body } = parseSync(text, { syntax: 'typescript', target: 'es2022' });
  const imports: Import[] = [];
  let exportsDefault = false;
  let reExports = 0;
  for (const item of body as unknown as readonly Node[]) {
    if (item.type === 'ImportDeclaration')
      imports.push({ from: item.source?.value ?? '', typeOnly: item.typeOnly === true });
    if (item.type === 'ExportNamedDeclaration' || item.type === 'ExportAllDeclaration') {
      if (item.source?.value === undefined) continue;
      imports.push({ from: item.source.value, typeOnly: item.typeOnly === true });
      if (item.typeOnly !== true) reExports++;
    }
    if (item.type === 'ExportDefaultExpression' || item.type === 'ExportDefaultDeclaration') exportsDefault = true;
  }
  const room = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
  const functions = functionsOf(body as unknown as readonly Node[], Buffer.from(text));
  return { path, room, text, lines: text.split('\n').length - 1, imports, functions, exportsDefault, reExports };
}

/** The path below `src` that a relative import of the module points at; undefined for packages. */
export function targetOf(module: Module, imported: Import): string | undefined {
  return imported.from.startsWith('.') ? posix.normalize(posix.join(dirname(module.path), imported.from)) : undefined;
}

interface Node {
  readonly type?: string;
  readonly span?: { readonly start: number; readonly end: number };
  readonly source?: { readonly value: string };
  readonly typeOnly?: boolean;
  readonly [key: string]: unknown;
}

/** swc counts bytes from 1. */
const FIRST_BYTE = 1;
const FUNCTIONS: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'Constructor',
  'MethodProperty',
]);

/** Every function of the file with its length in lines; methods and arrows included. */
function functionsOf(body: readonly Node[], bytes: Buffer): readonly SourceFunction[] {
  const found: SourceFunction[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const each of value) visit(each);
      return;
    }
    if (value === null || typeof value !== 'object') return;
    const node = value as Node;
    if (node.type !== undefined && FUNCTIONS.has(node.type) && node.span !== undefined) {
      const source = bytes.subarray(node.span.start - FIRST_BYTE, node.span.end - FIRST_BYTE).toString();
      found.push({ name: nameOf(node), lines: source.split('\n').length });
    }
    for (const each of Object.values(node)) visit(each);
  };
  visit(body);
  return found;
}

function nameOf(node: Node): string {
  const named = (node['identifier'] ?? node['key']) as { readonly value?: string } | undefined;
  return named?.value ?? '(anonymous)';
}
