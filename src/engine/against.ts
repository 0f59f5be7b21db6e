/** Articles of another run, to compare with: what is there already need not be taken in again. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { InputError } from '../core/errors.ts';
import { docId } from '../core/ids.ts';
import type { Fingerprint, RawDocument } from '../core/types.ts';
import type { ComparedText } from '../dedup/compared.ts';
import { fingerprintText } from '../dedup/fingerprint.ts';
import { textIn } from '../dedup/uncleaned.ts';
import { archiveLayout } from './archived.ts';
import { sha256 } from './hashes.ts';
import { layoutOf } from './layout.ts';
import { salvageManifest } from './manifest.ts';
import { PartReader } from './parts.ts';
import type { Against, Reading } from './request.ts';

/** Throws `UsageError` for a folder that no run wrote. */
export function againstOf(cwd: string, shown: string): Against {
  const { out, manifest } = archiveLayout(cwd, shown);
  return { shown: relative(cwd, out) || '.', absolute: out, digest: sha256(readFileSync(manifest)) };
}

/** Paths of the articles, below the folder, in the order of its manifest. */
export function articlesIn({ absolute }: Against): readonly string[] {
  const rows = salvageManifest(readFileSync(layoutOf(absolute).manifest, 'utf8'));
  return rows.flatMap(({ output }) => (output === undefined ? [] : [output]));
}

/** Articles that are gone or cannot be read are passed over: they are somebody else's to tell. */
export function readAgainst(
  against: Against | undefined,
  reading: Reading,
): ReadonlyMap<Fingerprint, () => ComparedText> {
  const references = new Map<Fingerprint, () => ComparedText>();
  if (against === undefined) return references;
  const reader = new PartReader({ maxFileBytes: reading.maxFileBytes });
  for (const output of articlesIn(against)) {
    const read = (): RawDocument | undefined => readArticle(reader, output, join(against.absolute, output));
    const raw = read();
    if (raw === undefined) continue;
    const print = fingerprintText(docId(`${against.shown}/${output}`), textIn(raw), raw.hints?.date ?? '');
    references.set(print, () => textIn(read() ?? raw));
  }
  return references;
}

function readArticle(reader: PartReader, path: string, absolute: string): RawDocument | undefined {
  try {
    let document: RawDocument | undefined;
    reader.read({ path, absolute }, (raw) => {
      document = raw;
    });
    return document;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
