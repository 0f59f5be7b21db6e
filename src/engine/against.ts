/** Articles of another run, to compare with: what is there already need not be taken in again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../core/errors.ts';
import { docId } from '../core/ids.ts';
import type { DocId, Fingerprint, RawDocument } from '../core/types.ts';
import { type ComparedText, wholeText } from '../dedup/compared.ts';
import { fingerprintText } from '../dedup/fingerprint.ts';
import { archiveLayout } from './archived.ts';
import { sha256 } from './hashes.ts';
import { layoutOf } from './layout.ts';
import { salvageManifest } from './manifest.ts';
import { PartReader } from './parts.ts';
import type { Against, Reading } from './request.ts';

export interface References {
  readonly prints: readonly Fingerprint[];
  has(id: DocId): boolean;
  textOf(id: DocId): ComparedText;
}

export const NO_REFERENCES: References = {
  prints: [],
  has: () => false,
  textOf: () => wholeText('', ''),
};

/** Throws `UsageError` for a folder that no run wrote. */
export function againstOf(cwd: string, shown: string): Against {
  const { out, manifest } = archiveLayout(cwd, shown);
  return { shown: shown.replace(/\/+$/, ''), absolute: out, digest: sha256(readFileSync(manifest)) };
}

/** Paths of the articles, below the folder. */
export function articlesIn({ absolute }: Against): readonly string[] {
  const rows = salvageManifest(readFileSync(layoutOf(absolute).manifest, 'utf8'));
  return rows.flatMap(({ output }) => (output === undefined ? [] : [output])).sort();
}

/** Articles that are gone or cannot be read are passed over: they are somebody else's to tell. */
export function readReferences(against: Against | undefined, reading: Reading): References {
  if (against === undefined) return NO_REFERENCES;
  const reader = new PartReader({ maxFileBytes: reading.maxFileBytes });
  const places = new Map<DocId, string>();
  const prints: Fingerprint[] = [];
  for (const output of articlesIn(against)) {
    const id = docId(`${against.shown}/${output}`);
    const raw = readArticle(reader, output, join(against.absolute, output));
    if (raw === undefined) continue;
    places.set(id, output);
    prints.push(fingerprintText(id, textIn(raw), raw.hints?.date ?? ''));
  }
  return {
    prints,
    has: (id) => places.has(id),
    textOf(id) {
      const output = places.get(id) as string;
      const raw = readArticle(reader, output, join(against.absolute, output));
      return raw === undefined ? wholeText('', '') : textIn(raw);
    },
  };
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

/** Front matter is no line of an article: it is left blank, so that the others keep their numbers. */
export function textIn(raw: RawDocument): ComparedText {
  return wholeText(raw.hints?.title ?? '', bodyIn(raw));
}

export function bodyIn({ text, blocks }: RawDocument): string {
  const front = blocks?.find(({ kind }) => kind === 'front-matter');
  if (front === undefined) return text;
  let from = 0;
  for (let line = 0; line <= front.last && from >= 0; line++) from = text.indexOf('\n', from) + 1;
  return '\n'.repeat(front.last + 1) + text.slice(from);
}
