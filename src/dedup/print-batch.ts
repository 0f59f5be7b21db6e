/** Fingerprints of some documents as columns: what crosses from threads, and what a table is made of. */
import type { Fingerprint } from '../core/types.ts';
import { mix } from '../text/hash.ts';
import { nibbleBytes, packNibbles } from './nibbles.ts';

/** One sketch of a fingerprint: how many slots it has, and how many of them make the key of a band. */
export interface SketchShape {
  readonly slots: number;
  readonly rows: number;
}

/**
 * Whole: bands of 4 slots, of which 32 find 0.99 of the pairs at a Jaccard index of 0.6, 0.87 at 0.5, 0.05 at 0.2. Lead: it
 * is short and often changed (byline, dateline), so two slots suffice; 16 bands find 0.78 at 0.3.
 */
export const SKETCHES: PerSketch<SketchShape> = {
  whole: { slots: 128, rows: 4 },
  lead: { slots: 32, rows: 2 },
  skeleton: { slots: 32, rows: 2 },
};
export type SketchName = 'whole' | 'lead' | 'skeleton';
const SKETCH_NAMES = Object.keys(SKETCHES) as readonly SketchName[];

export type PerSketch<Value> = Readonly<Record<SketchName, Value>>;

/** Words of an exact hash: 128 bits. */
export const EXACT_WORDS = 4;
const DIGITS_PER_WORD = 8;
const HEXADECIMAL = 16;

export interface PrintBatch {
  readonly count: number;
  /** Four words a document; all zero for an empty body. */
  readonly exact: Uint32Array;
  /** Keys of bands, band by band: `keys[band * count + document]`. */
  readonly keys: PerSketch<Uint32Array>;
  readonly nibbles: PerSketch<Uint8Array>;
  readonly words: Uint32Array;
  readonly chrome: Uint32Array;
  readonly dates: readonly string[];
  /** Sets of one document after another, and where each ends. */
  readonly anchors: Uint32Array;
  readonly anchorEnd: Uint32Array;
  readonly lines: Uint32Array;
  readonly lineEnd: Uint32Array;
  readonly figures: Uint32Array;
  readonly figureEnd: Uint32Array;
}

export function batchOf(prints: readonly Fingerprint[]): PrintBatch {
  const count = prints.length;
  const exact = new Uint32Array(count * EXACT_WORDS);
  prints.forEach((print, at) => {
    if (print.exact !== '') exact.set(wordsOf(print.exact), at * EXACT_WORDS);
  });
  return {
    count,
    exact,
    keys: perSketch((name) => keysOf(prints, name)),
    nibbles: perSketch((name) => nibblesOf(prints, name)),
    words: Uint32Array.from(prints, ({ words }) => words),
    chrome: Uint32Array.from(prints, ({ chrome }) => chrome),
    dates: prints.map(({ date }) => date),
    ...named('anchors', 'anchorEnd', joined(prints.map(({ anchors }) => anchors))),
    ...named('lines', 'lineEnd', joined(prints.map(({ lines }) => lines))),
    ...named('figures', 'figureEnd', joined(prints.map(({ figures }) => figures))),
  };
}

export function perSketch<Value>(make: (name: SketchName) => Value): PerSketch<Value> {
  return Object.fromEntries(SKETCH_NAMES.map((name) => [name, make(name)])) as Record<SketchName, Value>;
}

export function bandsOf(name: SketchName): number {
  return SKETCHES[name].slots / SKETCHES[name].rows;
}

function sketchIn(print: Fingerprint, name: SketchName): Uint32Array {
  return name === 'whole' ? print.minhash : print[name];
}

function wordsOf(exact: string): readonly number[] {
  return Array.from({ length: EXACT_WORDS }, (_none, word) =>
    Number.parseInt(exact.slice(word * DIGITS_PER_WORD, (word + 1) * DIGITS_PER_WORD), HEXADECIMAL),
  );
}

/** The keys of a sketch's bands, every `step` places of `keys` from `at`. Sketches that share a key may be alike. */
export function putKeys(sketch: Uint32Array, name: SketchName, keys: Uint32Array, at: number, step: number): void {
  const { rows } = SKETCHES[name];
  const bands = bandsOf(name);
  for (let band = 0; band < bands; band++) {
    let key = band + 1;
    for (let row = 0; row < rows; row++) key = mix(key ^ (sketch[band * rows + row] as number)) + row;
    keys[band * step + at] = key;
  }
}

function keysOf(prints: readonly Fingerprint[], name: SketchName): Uint32Array {
  const keys = new Uint32Array(bandsOf(name) * prints.length);
  prints.forEach((print, at) => {
    putKeys(sketchIn(print, name), name, keys, at, prints.length);
  });
  return keys;
}

function nibblesOf(prints: readonly Fingerprint[], name: SketchName): Uint8Array {
  const bytes = nibbleBytes(SKETCHES[name].slots);
  const column = new Uint8Array(bytes * prints.length);
  prints.forEach((print, at) => {
    packNibbles(sketchIn(print, name), column, at * bytes);
  });
  return column;
}

interface Joined {
  readonly all: Uint32Array;
  readonly end: Uint32Array;
}

function joined(sets: readonly Uint32Array[]): Joined {
  const end = new Uint32Array(sets.length);
  let length = 0;
  sets.forEach((set, at) => {
    length += set.length;
    end[at] = length;
  });
  const all = new Uint32Array(length);
  sets.forEach((set, at) => {
    all.set(set, (end[at] as number) - set.length);
  });
  return { all, end };
}

function named<All extends string, End extends string>(
  all: All,
  end: End,
  sets: Joined,
): Readonly<Record<All | End, Uint32Array>> {
  return { [all]: sets.all, [end]: sets.end } as Record<All | End, Uint32Array>;
}
