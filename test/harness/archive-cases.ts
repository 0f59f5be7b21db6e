/** The cases of fixtures/archives: a folder to clean, and what must become of every path in it. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { foldersIn } from './document-cases.ts';
import { ROOT } from './modules.ts';

export interface ArchiveCase {
  readonly name: string;
  readonly about: string;
  readonly exit: number;
  /** By path: `written`, `duplicate of PATH`, `empty`, `skipped`, or `left out` for what no record mentions. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly encodings?: Readonly<Record<string, string>>;
  /** Files that not every file system can hold beside the others. */
  readonly files?: Readonly<Record<string, string>>;
}

export const ARCHIVES: string = join(ROOT, 'fixtures/archives');

export function archiveCases(): readonly ArchiveCase[] {
  return foldersIn(ARCHIVES).map((name) => ({
    name,
    ...(JSON.parse(readFileSync(join(ARCHIVES, name, 'case.json'), 'utf8')) as Omit<ArchiveCase, 'name'>),
  }));
}

/** A new folder with the case's files in `raw`, and the case as far as this file system can hold it. */
export function layOut(one: ArchiveCase): { readonly folder: string; readonly held: ArchiveCase } {
  const folder = mkdtempSync(join(tmpdir(), 'clean-archive-archive-'));
  const raw = join(folder, 'raw');
  cpSync(join(ARCHIVES, one.name, 'in'), raw, { recursive: true });
  const outcomes = { ...one.outcomes };
  for (const [path, text] of Object.entries(one.files ?? {})) {
    if (existsSync(join(raw, path))) {
      delete outcomes[path];
      continue;
    }
    mkdirSync(dirname(join(raw, path)), { recursive: true });
    writeFileSync(join(raw, path), text);
  }
  return { folder, held: { ...one, outcomes } };
}
