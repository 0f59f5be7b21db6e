/** Pages of our own wording for the tests of this room. */

import { docId } from '../../src/core/ids.ts';
import type { Block, Document, Metadata } from '../../src/core/types.ts';
import type { MetaResult } from '../../src/meta/index.ts';
import { readMetadata } from '../../src/meta/index.ts';
import { makeDocument } from '../../src/text/document.ts';

export interface PageOptions {
  readonly taken?: readonly number[];
  readonly hints?: Metadata;
  readonly blocks?: readonly Block[];
}

export function pageOf(text: string, options: PageOptions = {}): Document {
  return makeDocument({
    id: docId('page.txt'),
    source: { path: 'page.txt', format: 'text', encoding: 'utf-8', bom: false, lineEnd: 'LF', bytes: text.length },
    text,
    ...(options.hints === undefined ? {} : { hints: options.hints }),
    ...(options.blocks === undefined ? {} : { blocks: options.blocks }),
  });
}

export function read(text: string, options: PageOptions = {}): MetaResult & { readonly moved: readonly string[] } {
  const doc = pageOf(text, options);
  const taken = new Uint8Array(doc.lines.count);
  for (const at of options.taken ?? []) taken[at] = 1;
  const result = readMetadata(doc, { taken, bodyFirst: doc.outline.first, bodyLast: doc.outline.last });
  return {
    ...result,
    moved: result.findings.map((finding) => `${finding.fields?.join('+')}: ${doc.line(finding.first)}`),
  };
}

export const BODY: string = [
  'The harbour council of Saltmere said on Tuesday that it would close the old ferry pier for the winter, because the timber under the deck has rotted faster than the engineers had expected.',
  'Passengers will board at the coal quay instead, where the council has put up two heated cabins and a ticket window, and the last boat will leave half an hour earlier than it does now.',
  'Fishermen who moor beside the pier were told to move their boats before the first storm of the season, and several of them said that nobody had asked them where they should go.',
  'The ferry company carries about four hundred people a day in winter, most of them pupils and nurses, and it has promised to run the morning boats as before.',
].join('\n\n');

export const BODY_DE: string = [
  'Der Hafenrat von Salzmoor hat am Dienstag beschlossen, die alte Anlegestelle für den Winter zu schließen, weil das Holz unter dem Deck schneller verfault ist als erwartet.',
  'Die Fahrgäste steigen stattdessen am Kohlenkai ein, wo die Stadt zwei beheizte Hütten und einen Schalter aufgestellt hat, und das letzte Boot fährt eine halbe Stunde früher ab.',
  'Die Fischer, die neben der Anlegestelle festmachen, sollen ihre Boote vor dem ersten Sturm verlegen, und einige von ihnen sagten, dass niemand sie gefragt habe.',
].join('\n\n');
