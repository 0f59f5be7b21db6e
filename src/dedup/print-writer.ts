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

export class PrintWriter {
  readonly #sketches: PerSketch<Uint32Array> = perSketch((name) => new Uint32Array(SKETCHES[name].slots));
  #exact = growingNumbers();
  /** Keys of all bands of a document side by side. */
  #keys: PerSketch<Growing<Uint32Array>> = perSketch(growingNumbers);
  #nibbles: PerSketch<Growing<Uint8Array>> = perSketch(() => new Growing((length) => new Uint8Array(length)));
  #words = growingNumbers();
  #dates: string[] = [];
  #anchors: Variable = newVariable();
  #lines: Variable = newVariable();
  #figures: Variable = newVariable();

  /** Adds a text, which may be lent. */
  add(text: ComparedText, date: string): void {
    const body = bodyOf(text);
    const compared = comparedWords(text.words.subarray(0, text.titleWords), body.words);
    this.#addExact(compared);
    this.#addSketch('whole', compared, SHINGLE);
    this.#addSketch('lead', body.words.subarray(0, LEAD_WORDS), leadShingle(body.words.length));
    this.#addSketch('skeleton', masked(body.words, body.flags), SHINGLE);
    addSet(this.#anchors, lendAnchors(compared));
    addSet(this.#lines, shortLinesIn(body));
    addSet(this.#figures, numbersIn(body));
    this.#words.push(body.words.length);
    this.#dates.push(date);
  }

  /** What was added so far; the writer begins anew. */
  take(): PrintBatch {
    const count = this.#dates.length;
    const batch: PrintBatch = {
      count,
      exact: this.#exact.all.slice(),
      keys: perSketch((name) => byBand(this.#keys[name].all, count)),
      nibbles: perSketch((name) => this.#nibbles[name].all.slice()),
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
    this.#exact.clear();
    perSketch((name) => {
      this.#keys[name].clear();
      this.#nibbles[name].clear();
    });
    this.#words.clear();
    this.#dates = [];
    for (const { all, end } of [this.#anchors, this.#lines, this.#figures]) {
      all.clear();
      end.clear();
    }
    return batch;
  }

  #addExact(compared: Uint32Array): void {
    const at = this.#exact.extend(EXACT_WORDS);
    if (compared.length === 0) this.#exact.column.fill(0, at, at + EXACT_WORDS);
    else putExact(compared, this.#exact.column, at);
  }

  #addSketch(name: SketchName, words: Uint32Array, size: number): void {
    const sketch = sketchWords(words, size, this.#sketches[name]);
    const [keys, nibbles] = [this.#keys[name], this.#nibbles[name]];
    const at = keys.extend(bandsOf(name));
    putKeys(sketch, name, keys.column, at, 1);
    const byte = nibbles.extend(nibbleBytes(SKETCHES[name].slots));
    packNibbles(sketch, nibbles.column, byte);
  }
}

function newVariable(): Variable {
  return { all: growingNumbers(), end: growingNumbers() };
}

function addSet({ all, end }: Variable, set: Uint32Array): void {
  all.add(set);
  end.push(all.length);
}

/** Keys document by document to keys band by band. */
function byBand(keys: Uint32Array, count: number): Uint32Array {
  const bands = count === 0 ? 0 : keys.length / count;
  const turned = new Uint32Array(keys.length);
  for (let at = 0; at < count; at++) {
    for (let band = 0; band < bands; band++) turned[band * count + at] = keys[at * bands + band] as number;
  }
  return turned;
}
