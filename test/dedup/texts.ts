/** Articles of our own wording, and the way from a text to what comparing works with. */
import { docId } from '../../src/core/ids.ts';
import type { BodyLine, CleanArticle, DocId, Fingerprint, Metadata, RawDocument } from '../../src/core/types.ts';
import type { ComparedText } from '../../src/dedup/compared.ts';
import { comparedText } from '../../src/dedup/compared.ts';
import { fingerprintArticle } from '../../src/dedup/fingerprint.ts';
import type { Member } from '../../src/dedup/pair.ts';
import type { PreparedText } from '../../src/dedup/prepare.ts';
import { prepareText } from '../../src/dedup/prepare.ts';
import { batchOf } from '../../src/dedup/print-batch.ts';
import { PrintTable } from '../../src/dedup/print-table.ts';
import { makeDocument } from '../../src/text/document.ts';

export const HARBOUR: string = [
  'The harbour board of Elmswick voted on Tuesday to deepen the northern channel, ending a dispute that had split the town for most of a decade.',
  'Dredging will begin in spring and take fourteen weeks, according to the plan that engineer Petra Lindholm laid before the members.',
  'Fishing crews had warned that the work would drive herring away from the spawning grounds off Gull Point.',
  'The board answered with a promise to stop all digging during the spawning season and to pay for an independent count of the fish.',
  'Two members voted against the plan. One of them, retired pilot Owen Marsh, said the town was borrowing more than it could ever hope to repay.',
  'The loan of 12 million crowns will be paid back from harbour fees over twenty years.',
  'Ferries to the outer islands will keep running while the dredger works, the board said, although crossings may take longer at low tide.',
  'A final hearing is set for the first week of November in the old customs house.',
].join('\n\n');

export const ORCHARD: string = [
  "Growers in the Tamber valley say a late frost has destroyed nearly half of this season's plums, the worst loss since records began.",
  'Temperatures fell to minus six degrees on three nights in a row, long after the trees had come into blossom.',
  'Some families lit straw fires between the rows and kept them burning until dawn, but the smoke helped little against the cold wind.',
  'Cooperative chairwoman Ilse Branko estimated the damage at several hundred tonnes of fruit and asked the province for emergency credit.',
  'Jam makers downstream expect to import fruit from abroad, which will raise the price of a jar before the summer is over.',
  'Insurance covers hail in the valley but not frost, a gap that growers have complained about for years without success.',
  'The province has sent two assessors, who will report before the end of the month.',
].join('\n\n');

export const LIBRARY: string = [
  'A library that burned down in the winter riots has reopened in a former tram depot, with twice the shelves and a reading room under the old crane.',
  'Volunteers carried forty thousand volumes across the river in wheelbarrows, prams and one hearse lent by a sympathetic undertaker.',
  'Director Samuel Okoro called the move a gift from the street to itself and cut the ribbon with garden shears.',
  'The city paid for the roof; nearly everything else, from lamps to ladders, came from readers.',
  'Rare maps rescued from the fire hang behind glass in the entrance, their edges still brown.',
  "Opening hours will be longer than before, and the children's corner keeps its own door to the garden.",
].join('\n\n');

/** Paragraphs `[from, to)` of a text. */
export function paragraphs(text: string, from: number, to?: number): string {
  return text.split('\n\n').slice(from, to).join('\n\n');
}

export interface Sample {
  readonly text: string;
  readonly title?: string;
  readonly date?: string;
  readonly chrome?: number;
}

export function printOf(name: string, sample: Sample): Fingerprint {
  const { doc, article } = memberOf(name, sample);
  return fingerprintArticle(doc, article);
}

/** A document all of whose lines are its article. */
export function memberOf(name: string, { text, title, date, chrome = 0 }: Sample): Member {
  const id = docId(name);
  const doc = makeDocument(rawOf(id, text));
  const words = doc.lines.tokens.reduce((sum, count) => sum + count, 0);
  const meta: Metadata = { ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) };
  const verdicts = Array.from({ length: doc.lines.count }, () => ({ fate: 'kept', by: -1 }) as const);
  const article: CleanArticle = {
    id,
    source: doc.source,
    meta,
    body: bodyOf(text),
    words,
    wordsBefore: words + chrome,
    findings: [],
    verdicts,
    doubtful: false,
  };
  return { doc, article };
}

export function textOf({ text, title = '' }: Sample): ComparedText {
  return comparedText(title, bodyOf(text));
}

export function prepared(text: string): PreparedText {
  return prepareText(textOf({ text }), new Set());
}

/** In two batches, as they come from threads. */
export function tableOf(prints: readonly Fingerprint[]): PrintTable {
  const table = new PrintTable();
  const half = Math.ceil(prints.length / 2);
  table.add(batchOf(prints.slice(0, half)));
  table.add(batchOf(prints.slice(half)));
  return table;
}

export function placesOf(prints: readonly Fingerprint[]): Uint32Array {
  return Uint32Array.from(prints, (_print, at) => at);
}

/** Fingerprints of an archive, and the texts behind them. */
export function archiveOf(samples: Readonly<Record<string, string | Sample>>): {
  readonly prints: readonly Fingerprint[];
  readonly read: (id: DocId) => ComparedText;
} {
  const sampleOf = (name: string): Sample => {
    const sample = samples[name];
    if (sample === undefined) throw new Error(`no sample ${name}`);
    return typeof sample === 'string' ? { text: sample } : sample;
  };
  return {
    prints: Object.keys(samples).map((name) => printOf(name, sampleOf(name))),
    read: (id) => textOf(sampleOf(id)),
  };
}

function rawOf(id: DocId, text: string): RawDocument {
  const source = {
    path: id,
    format: 'text',
    encoding: 'utf-8',
    bom: false,
    lineEnd: 'LF',
    bytes: text.length,
  } as const;
  return { id, source, text };
}

function bodyOf(text: string): readonly BodyLine[] {
  return text
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [{ at, text: line.trim(), prefix: '', gap: true }]));
}
