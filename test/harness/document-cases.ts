/** The cases of fixtures/documents, and the one way in which the tests read and clean them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metadata } from '../../src/core/types.ts';
import { NO_CONTEXT } from '../../src/engine/context.ts';
import { type Cleaned, chooseFormat, cleanFile, renderArticle, requireFile } from '../../src/engine/documents.ts';
import { DEFAULT_CLEANING_REQUEST, DEFAULT_READING, DEFAULT_WRITING } from '../../src/engine/request.ts';
import { lineRows } from '../../src/report/line-rows.ts';
import { renderMargin } from '../../src/report/margin.ts';
import { ROOT } from './modules.ts';

export interface DocumentCase {
  /** `topic/case`. */
  readonly name: string;
  readonly folder: string;
  /** `input.txt` or `input.html`. */
  readonly input: string;
  readonly about: string;
  /** What must not happen, in words; the golden lines hold it. */
  readonly traps: readonly string[];
  readonly meta: Metadata;
}

export interface Outcome extends Cleaned {
  readonly markdown: string;
  readonly margin: string;
}

const INPUTS: readonly string[] = ['input.txt', 'input.html'];
const SHAPE = { reading: DEFAULT_READING, cleaning: DEFAULT_CLEANING_REQUEST, writing: DEFAULT_WRITING };

export const DOCUMENTS: string = join(ROOT, 'fixtures/documents');

export function documentCases(): readonly DocumentCase[] {
  return foldersIn(DOCUMENTS).flatMap((topic) =>
    foldersIn(join(DOCUMENTS, topic)).map((name) => readCase(`${topic}/${name}`)),
  );
}

function readCase(name: string): DocumentCase {
  const folder = join(DOCUMENTS, name);
  const input = INPUTS.find((file) => existsSync(join(folder, file)));
  if (input === undefined) throw new Error(`${folder} has neither ${INPUTS.join(' nor ')}`);
  const { about, traps, meta } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as DocumentCase;
  return { name, folder, input, about, traps, meta };
}

export function readInput({ folder, input }: DocumentCase): Buffer {
  return readFileSync(join(folder, input));
}

/** As a run would: the format found by looking, everything by default. */
export function cleanBytes(bytes: Uint8Array, path: string): Outcome {
  const format = requireFile(chooseFormat(bytes, path, DEFAULT_READING), path);
  const { doc, article } = cleanFile(format, bytes, path, SHAPE, NO_CONTEXT);
  return {
    doc,
    article,
    markdown: renderArticle(article, DEFAULT_WRITING),
    margin: renderMargin(lineRows(doc, article)),
  };
}

/** Where the input lay is not what a golden is about. */
export function withoutSource(markdown: string): string {
  return markdown.replace(/^source_file: .*\n/m, '');
}

export function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
