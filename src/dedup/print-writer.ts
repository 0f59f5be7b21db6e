/**
 * Signs texts one after another straight into columns. The same numbers as `fingerprintText` gives, without an array a text:
 * collecting them took a sixth of a run over 50,000 documents.
 */
import { Growing, growingNumbers } from '../core/growing.ts';
import type { ComparedText } from './compared.ts';
import { putExact } from './exact.ts';
import {
  bodyOf,
  comparedWords,
  LEAD_WORDS,
  leadShingle,
  masked,
  numbersIn,
  SHINGLE,
  shortLinesIn,
} from './fingerprint.ts';
import { ALL_KEYS, ALL_NIBBLES, type Kernel, openKernel } from './kernel.ts';
import { nibbleBytes, packNibbles } from './nibbles.ts';
import {
  bandsOf,
  EXACT_WORDS,
  type PerSketch,
  type PrintBatch,
  perSketch,
  putKeys,
  SKETCHES,
  type SketchName,
} from './print-batch.ts';
import { sketchWords } from './sketch.ts';
import { lendAnchors } from './winnow.ts';

interface Variable {
  readonly all: Growing<Uint32Array>;
  readonly end: Growing<Uint32Array>;
}

/** Numbers of a document in the order of the kernel: its exact hash, then the keys of all bands of all sketches. */
const ROW: number = EXACT_WORDS + ALL_KEYS;

export class PrintWriter {
  readonly #kernel: Kernel | undefined = openKernel();
  readonly #sketches: PerSketch<Uint32Array> = perSketch((name) => new Uint32Array(SKETCHES[name].slots));
  #rows = growingNumbers();
  #nibbles: Growing<Uint8Array> = new Growing((length) => new Uint8Array(length));
  #words = growingNumbers();
  #dates: string[] = [];
  #anchors: Variable = newVariable();
  #lines: Variable = newVariable();
  #figures: Variable = newVariable();

  /** Adds a text, which may be lent. */
  add(text: ComparedText, date: string): void {
    if (this.#kernel?.sign(text) === true) this.#addSigned(this.#kernel);
    else this.#sign(text);
    this.#words.push(text.words.length - text.titleWords);
    this.#dates.push(date);
  }

  /** What was added so far; the writer begins anew. */
  take(): PrintBatch {
    const count = this.#dates.length;
    const [rows, nibbles] = [this.#rows.all, this.#nibbles.all];
    const batch: PrintBatch = {
      count,
      exact: cut(rows, ROW, 0, new Uint32Array(count * EXACT_WORDS)),
      keys: perSketch((name) => byBand(rows, count, FIRST_KEY[name], bandsOf(name))),
      nibbles: perSketch((name) => {
        const column = new Uint8Array(count * nibbleBytes(SKETCHES[name].slots));
        return cut(nibbles, ALL_NIBBLES, FIRST_NIBBLE[name], column);
      }),
      words: this.#words.all.slice(),
      chrome: new Uint32Array(count),
      dates: this.#dates,
      anchors: this.#anchors.all.all.slice(),
      anchorEnd: this.#anchors.end.all.slice(),
      lines: this.#lines.all.all.slice(),
      lineEnd: this.#lines.end.all.slice(),
      figures: this.#figures.all.all.slice(),
      figureEnd: this.#figures.end.all.slice(),
    };
    for (const column of [this.#rows, this.#nibbles, this.#words]) column.clear();
    this.#dates = [];
    for (const { all, end } of [this.#anchors, this.#lines, this.#figures]) {
      all.clear();
      end.clear();
    }
    return batch;
  }

  #addSigned({ exactAndKeys, nibbles, anchors, shortLines, figures }: Kernel): void {
    this.#rows.add(exactAndKeys);
    this.#nibbles.add(nibbles);
    addSet(this.#anchors, anchors);
    addSet(this.#lines, shortLines);
    addSet(this.#figures, figures);
  }

  /** What the kernel has no room for. */
  #sign(text: ComparedText): void {
    const body = bodyOf(text);
    const compared = comparedWords(text.words.subarray(0, text.titleWords), body.words);
    const row = this.#rows.extend(ROW);
    if (compared.length === 0) this.#rows.column.fill(0, row, row + EXACT_WORDS);
    else putExact(compared, this.#rows.column, row);
    const nibble = this.#nibbles.extend(ALL_NIBBLES);
    const addSketch = (name: SketchName, words: Uint32Array, size: number): void => {
      const sketch = sketchWords(words, size, this.#sketches[name]);
      putKeys(sketch, name, this.#rows.column, row + FIRST_KEY[name], 1);
      packNibbles(sketch, this.#nibbles.column, nibble + FIRST_NIBBLE[name]);
    };
    addSketch('whole', compared, SHINGLE);
    addSketch('lead', body.words.subarray(0, LEAD_WORDS), leadShingle(body.words.length));
    addSketch('skeleton', masked(body.words, body.flags), SHINGLE);
    addSet(this.#anchors, lendAnchors(compared));
    addSet(this.#lines, shortLinesIn(body));
    addSet(this.#figures, numbersIn(body));
  }
}

/** Where the keys of a sketch begin in a row, and where its nibbles do: the kernel puts them in this order. */
const FIRST_KEY: PerSketch<number> = {
  whole: EXACT_WORDS,
  lead: EXACT_WORDS + bandsOf('whole'),
  skeleton: EXACT_WORDS + bandsOf('whole') + bandsOf('lead'),
};
const FIRST_NIBBLE: PerSketch<number> = {
  whole: 0,
  lead: nibbleBytes(SKETCHES.whole.slots),
  skeleton: nibbleBytes(SKETCHES.whole.slots) + nibbleBytes(SKETCHES.lead.slots),
};

function newVariable(): Variable {
  return { all: growingNumbers(), end: growingNumbers() };
}

function addSet({ all, end }: Variable, set: Uint32Array): void {
  all.add(set);
  end.push(all.length);
}

/** Fills a column with what stands at one place of every row. */
function cut<Kind extends Uint32Array | Uint8Array>(rows: Kind, width: number, from: number, column: Kind): Kind {
  const count = rows.length / width;
  const size = count === 0 ? 0 : column.length / count;
  for (let at = 0; at < count; at++) {
    for (let one = 0; one < size; one++) column[at * size + one] = rows[at * width + from + one] as number;
  }
  return column;
}

/** Keys document by document, from one place of every row on, to keys band by band. */
function byBand(rows: Uint32Array, count: number, from: number, bands: number): Uint32Array {
  const turned = new Uint32Array(count * bands);
  for (let at = 0; at < count; at++) {
    const first = at * ROW + from;
    for (let band = 0; band < bands; band++) turned[band * count + at] = rows[first + band] as number;
  }
  return turned;
}
