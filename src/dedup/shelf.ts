/** Prepared texts of the candidates at hand, a bounded number: the ones used last, in two generations. */
import type { DocId } from '../core/types.ts';
import type { ComparedText } from './compared.ts';
import type { PreparedText } from './prepare.ts';
import { prepareText } from './prepare.ts';

/** Words of a generation: about 30 MB of prepared texts, twice. */
const GENERATION = 1_000_000;

export class TextShelf {
  private readonly read: (id: DocId) => ComparedText;
  private readonly furniture: ReadonlySet<number>;
  private recent: Map<DocId, PreparedText> = new Map();
  private older: ReadonlyMap<DocId, PreparedText> = new Map();
  private words = 0;

  constructor(read: (id: DocId) => ComparedText, furniture: ReadonlySet<number>) {
    this.read = read;
    this.furniture = furniture;
  }

  text(id: DocId): PreparedText {
    const held = this.recent.get(id);
    if (held !== undefined) return held;
    const text = this.older.get(id) ?? prepareText(this.read(id), this.furniture);
    this.words += text.words.length;
    if (this.words > GENERATION) {
      this.older = this.recent;
      this.recent = new Map();
      this.words = text.words.length;
    }
    this.recent.set(id, text);
    return text;
  }
}
