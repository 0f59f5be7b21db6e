import type { FileFormat, Intake } from '../core/contracts.ts';
import type { RawDocument } from '../core/types.ts';
import { looksBinary } from '../text/charset.ts';
import type { Origin } from './decoded.ts';
import { documentOf, originOfBytes } from './decoded.ts';
import { declaredEncoding } from './html-charset.ts';
import { pageHints } from './html-hints.ts';
import { linkedArticle } from './html-linked.ts';
import { flattenHtml } from './html-page.ts';
import { asciiView, endingOf, holdsElements, isHtmlDocument } from './sniff.ts';

const ENDINGS: readonly string[] = ['.html', '.htm', '.xhtml'];

export const html: FileFormat = {
  name: 'html',
  title: 'HTML pages',
  extensions: ENDINGS,
  shape: 'file',
  sniff(head: Uint8Array, path: string): boolean {
    const view = asciiView(head);
    return !looksBinary(head) && (isHtmlDocument(view) || (ENDINGS.includes(endingOf(path)) && holdsElements(view)));
  },
  read(bytes: Uint8Array, intake: Intake): RawDocument {
    return readPage(originOfBytes(bytes, intake, declaredEncoding(bytes)));
  },
};

/** The page as a reader sees it; where a script was to unveil most of it, all of it. */
export function readPage(origin: Origin): RawDocument {
  const { text: source } = origin.decoded;
  const shown = flattenHtml(source, false);
  const { text, blocks, facts } = shown.isVeiled ? flattenHtml(source, true) : shown;
  const linked = linkedArticle(facts.scripts);
  return documentOf(html.name, origin, { text, blocks, hints: pageHints(facts, linked), stated: linked?.body });
}
