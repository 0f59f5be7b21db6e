/** The formats there are. To add one: write its file, add its line here. */
import type { Format, Intake } from '../core/contracts.ts';
import type { RawDocument } from '../core/types.ts';
import { originOfText } from './decoded.ts';
import { html, readPage } from './html.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { plain, readPlain } from './plain.ts';
import { endingOf } from './sniff.ts';

/** Most specific first: the first that claims an input reads it. */
export const FORMATS: readonly Format[] = [jsonl, html, markdown, plain];

const ENDINGS: ReadonlySet<string> = new Set(['', ...FORMATS.flatMap((format) => format.extensions)]);

export function formatNamed(name: string): Format | undefined {
  return FORMATS.find((format) => format.name === name);
}

/** The format of an input by its first bytes and its name; undefined for a binary and for endings that are none of ours. */
export function formatOf(head: Uint8Array, path: string): Format | undefined {
  if (!ENDINGS.has(endingOf(path))) return undefined;
  return FORMATS.find((format) => format.sniff(head, path));
}

/** Plain text that is a string already. */
export function readText(text: string, intake: Intake): RawDocument {
  return readPlain(originOfText(text, intake));
}

/** A page of HTML that is a string already; what it declares of its encoding no longer matters. */
export function readHtmlText(text: string, intake: Intake): RawDocument {
  return readPage(originOfText(text, intake));
}
