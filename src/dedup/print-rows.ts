/** Fingerprints that lie in columns already, put together in another order without being made anew. */
import type { DocId, Fingerprint } from '../core/types.ts';
import { nibbleBytes } from './nibbles.ts';
import { bandsOf, batchOf, EXACT_WORDS, type PrintBatch, perSketch, SKETCHES, type SketchName } from './print-batch.ts';

/** One document's part of a batch. */
export interface PrintRow {
  readonly id: DocId;
  readonly batch: PrintBatch;
  readonly at: number;
}

export type Print = Fingerprint | PrintRow;

/** Of these documents, in this order. */
export function batchOfAll(prints: readonly Print[]): PrintBatch {
  if (!prints.some(isRow)) return batchOf(prints as readonly Fingerprint[]);
  const apart = prints.filter((print): print is Fingerprint => !isRow(print));
  const batch = batchOf(apart);
  let place = 0;
  return gatherRows(prints.map((print) => (isRow(print) ? print : { id: print.id, batch, at: place++ })));
}

function isRow(print: Print): print is PrintRow {
  return 'batch' in print;
}

function gatherRows(rows: readonly PrintRow[]): PrintBatch {
  return {
    count: rows.length,
    exact: gatherFixed(rows, EXACT_WORDS, ({ exact }) => exact),
    keys: perSketch((name) => gatherKeys(rows, name)),
    nibbles: perSketch((name) => gatherNibbles(rows, name)),
    words: gatherFixed(rows, 1, ({ words }) => words),
    chrome: gatherFixed(rows, 1, ({ chrome }) => chrome),
    dates: rows.map(({ batch, at }) => batch.dates[at] as string),
    ...gatherSets(rows, 'anchors', 'anchorEnd'),
    ...gatherSets(rows, 'lines', 'lineEnd'),
    ...gatherSets(rows, 'figures', 'figureEnd'),
  };
}

/** A column of so many numbers a document. */
function gatherFixed(
  rows: readonly PrintRow[],
  size: number,
  columnOf: (batch: PrintBatch) => Uint32Array,
): Uint32Array {
  const column = new Uint32Array(rows.length * size);
  rows.forEach(({ batch, at }, row) => {
    const from = columnOf(batch);
    for (let one = 0; one < size; one++) column[row * size + one] = from[at * size + one] as number;
  });
  return column;
}

function gatherKeys(rows: readonly PrintRow[], name: SketchName): Uint32Array {
  const bands = bandsOf(name);
  const keys = new Uint32Array(bands * rows.length);
  rows.forEach(({ batch, at }, row) => {
    const from = batch.keys[name];
    for (let band = 0; band < bands; band++) keys[band * rows.length + row] = from[band * batch.count + at] as number;
  });
  return keys;
}

function gatherNibbles(rows: readonly PrintRow[], name: SketchName): Uint8Array {
  const bytes = nibbleBytes(SKETCHES[name].slots);
  const column = new Uint8Array(bytes * rows.length);
  rows.forEach(({ batch, at }, row) => {
    column.set(batch.nibbles[name].subarray(at * bytes, (at + 1) * bytes), row * bytes);
  });
  return column;
}

type SetName = 'anchors' | 'lines' | 'figures';
type EndName = 'anchorEnd' | 'lineEnd' | 'figureEnd';

function gatherSets<All extends SetName, End extends EndName>(
  rows: readonly PrintRow[],
  all: All,
  end: End,
): Readonly<Record<All | End, Uint32Array>> {
  const ends = new Uint32Array(rows.length);
  let length = 0;
  rows.forEach(({ batch, at }, row) => {
    length += (batch[end][at] as number) - startOf(batch[end], at);
    ends[row] = length;
  });
  const numbers = new Uint32Array(length);
  rows.forEach(({ batch, at }, row) => {
    numbers.set(batch[all].subarray(startOf(batch[end], at), batch[end][at]), startOf(ends, row));
  });
  return { [all]: numbers, [end]: ends } as Record<All | End, Uint32Array>;
}

function startOf(ends: Uint32Array, at: number): number {
  return at === 0 ? 0 : (ends[at - 1] as number);
}
