/**
 * The shipped weights: one binary file, written by `scripts/train/lines.mjs`, little endian. Header (magic `CALM`, layout,
 * a fingerprint of the signals), the two lexicons, and for text and for HTML a calibration table and a forest.
 */
import { hashWord } from '../text/hash.ts';
import type { Forest } from './forest.ts';
import { BUCKETS } from './lexicon.ts';
import { REGION_BUCKETS } from './regions.ts';
import { SIGNALS } from './signals.ts';
import type { Lexicons } from './table.ts';

export const MAGIC = 0x4d4c4143;
export const LAYOUT = 3;
/** Entries of a calibration table; entry `i` is the chance of a score of `(i - CALIBRATED / 2) * CALIBRATION_STEP`. */
export const CALIBRATED = 256;
export const CALIBRATION_STEP = 64;
/** Bound to the signals and their order: weights learned on others must not be used. */
export const SIGNALS_PRINT: number = hashWord(SIGNALS.join(''));

export interface Judge {
  readonly lexicons: Lexicons;
  readonly forest: Forest;
  /** Chance in thousandths that a line of this score is body. */
  readonly chances: Uint16Array;
}

export interface LineModel {
  readonly text: Judge;
  readonly html: Judge;
}

/** Undefined for bytes that hold no weights for these signals. */
export function parseWeights(bytes: Uint8Array): LineModel | undefined {
  const reader = new Reader(bytes);
  if (bytes.length < 12 || reader.uint32() !== MAGIC || reader.uint32() !== LAYOUT) return undefined;
  if (reader.uint32() !== SIGNALS_PRINT) return undefined;
  return { text: readJudge(reader), html: readJudge(reader) };
}

function readJudge(reader: Reader): Judge {
  const words = new Int8Array(reader.bytes(BUCKETS));
  const regions = new Int8Array(reader.bytes(REGION_BUCKETS));
  const chances = Uint16Array.from(reader.int16s(CALIBRATED));
  const base = reader.int32();
  const stops = Array.from({ length: reader.int32() }, () => ({
    trees: reader.int32(),
    low: reader.int32(),
    high: reader.int32(),
  }));
  const roots = Uint16Array.from(reader.int16s(reader.int32()));
  const depth = reader.int32();
  const count = reader.int32();
  return {
    lexicons: { words, regions },
    chances,
    forest: { base, stops, roots, depth, nodes: reader.int16s(count * 4), values: reader.int16s(count) },
  };
}

const IS_LITTLE_ENDIAN: boolean = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

class Reader {
  private readonly view: DataView;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  uint32(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  int32(): number {
    return this.uint32() | 0;
  }

  bytes(count: number): Uint8Array {
    this.at += count;
    return new Uint8Array(this.view.buffer, this.view.byteOffset + this.at - count, count).slice();
  }

  int16s(count: number): Int16Array {
    const bytes = this.bytes(count * 2);
    if (IS_LITTLE_ENDIAN) return new Int16Array(bytes.buffer);
    const view = new DataView(bytes.buffer);
    return Int16Array.from({ length: count }, (_, each) => view.getInt16(each * 2, true));
  }
}
