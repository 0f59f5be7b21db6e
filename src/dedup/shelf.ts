/** Prepared texts of the candidates at hand, a bounded number: the ones used last, in two generations. */
import type { ComparedText } from './compared.ts';
import type { PreparedText } from './prepare.ts';
import { prepareText } from './prepare.ts';

/** Words of a generation: about 12 MB of prepared texts, twice. */
const GENERATION = 400_000;

export class TextShelf {
  private readonly read: (document: number) => ComparedText;
  private readonly furniture: ReadonlySet<number>;
  private recent: Map<number, PreparedText> = new Map();
  private older: ReadonlyMap<number, PreparedText> = new Map();
  private words = 0;

  /** `read` gives a document's text by its place in the archive. */
  constructor(read: (document: number) => ComparedText, furniture: Iterable<number>) {
    this.read = read;
    this.furniture = new Set(furniture);
  }

  text(document: number): PreparedText {
    const held = this.recent.get(document);
    if (held !== undefined) return held;
    const text = this.older.get(document) ?? prepareText(this.read(document), this.furniture);
    this.words += text.words.length;
    if (this.words > GENERATION) {
      this.older = this.recent;
      this.recent = new Map();
      this.words = text.words.length;
    }
    this.recent.set(document, text);
    return text;
  }
}
