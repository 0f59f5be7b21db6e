/**
 * HTML as a stream of opened and closed elements, without a tree: only the stack of open elements is kept, and the end
 * tags that authors leave out are put in as the HTML standard does where it changes what a block is. Every step is
 * bounded by the depth limit, so the whole is linear in the input.
 */
import {
  BARRIER,
  BLOCK,
  BREAKOUT,
  ENDS_P,
  elementCode,
  FOREIGN,
  FORMAT,
  HEADING,
  HIDDEN,
  HTML_AGAIN,
  ROOT,
  TABLE_PART,
  TABLE_ROOT,
  traitsOf,
  VOID,
} from './html-elements.ts';
import type { TokenSink } from './html-tokens.ts';
import { decodeAttribute, tokenizeHtml } from './html-tokens.ts';

/** Browsers stop nesting at 512 elements (Blink, Gecko); deeper ones become siblings here as there. */
export const MAX_DEPTH = 512;

const ATTRIBUTES = [
  'class',
  'id',
  'role',
  'itemprop',
  'hidden',
  'aria-hidden',
  'style',
  'href',
  'rel',
  'name',
  'property',
  'content',
  'http-equiv',
  'datetime',
  'type',
  'lang',
  'xml:lang',
  'open',
  'shadowrootmode',
] as const;

/** Attributes that say something about text, structure or metadata; others are not even sliced. */
export type AttributeName = (typeof ATTRIBUTES)[number];

const SLOTS: ReadonlyMap<string, number> = new Map(ATTRIBUTES.map((name, slot) => [name, slot]));
const LONGEST_ATTRIBUTE = 14;
/** 1 for every length an attribute above has: sorts most names out before a string is made. */
const LENGTHS: Readonly<Uint8Array> = Uint8Array.from({ length: LONGEST_ATTRIBUTE + 1 }, (_, length) =>
  ATTRIBUTES.some((name) => name.length === length) ? 1 : 0,
);

/** The start tag being handled; good for the length of the call. */
export interface StartTag {
  has(name: AttributeName): boolean;
  /** The decoded value; `''` for an attribute without a value or an absent one. */
  get(name: AttributeName): string;
}

/** Depths count from 1; depth 0 is the document. */
export interface PageSink {
  open(code: number, depth: number, tag: StartTag): void;
  close(code: number, depth: number): void;
  /** A void or root element, or a stray `</p>`, standing in the element at `depth`. */
  point(code: number, depth: number, tag: StartTag): void;
  /** The element at `depth` ended while elements inside it stay open. */
  lift(code: number, depth: number): void;
  /** Source text `[start, end)` in the element at `depth`, character references not decoded. */
  text(start: number, end: number, depth: number): void;
}

const P = elementCode('p');
const A = elementCode('a');
const BR = elementCode('br');
const LI = elementCode('li');
const DT = elementCode('dt');
const DD = elementCode('dd');
const TD = elementCode('td');
const TH = elementCode('th');
const TR = elementCode('tr');
const FORM = elementCode('form');
const BUTTON = elementCode('button');
const OPTION = elementCode('option');
const SECTIONS: ReadonlySet<number> = new Set(['thead', 'tbody', 'tfoot', 'caption'].map(elementCode));
const LISTS: ReadonlySet<number> = new Set(['ul', 'ol', 'menu', 'dir', 'dl'].map(elementCode));
const CELLS: ReadonlySet<number> = new Set([TD, TH]);
const ROWS: ReadonlySet<number> = new Set([TR]);
const ITEMS: ReadonlySet<number> = new Set([LI]);
const TERMS: ReadonlySet<number> = new Set([DT, DD]);
const NONE: ReadonlySet<number> = new Set();
/** Listed elements by code, with room to spare; names of one page come after them. */
const STRANGERS_FROM = 256;

/** Sends the page's elements and text to the sink, in source order. */
export function walkHtml(html: string, sink: PageSink): void {
  tokenizeHtml(html, new Walk(html, sink));
}

class Walk implements TokenSink, StartTag {
  private readonly html: string;
  private readonly sink: PageSink;
  private readonly codes = new Int32Array(MAX_DEPTH + 1);
  private readonly traits = new Int32Array(MAX_DEPTH + 1);
  private readonly foreign = new Uint8Array(MAX_DEPTH + 1);
  /** Open elements of each listed code: a zero settles most end tags without a search. */
  private readonly opened = new Int32Array(STRANGERS_FROM);
  private readonly strangers = new Map<string, number>();
  private depth = 0;
  /** Elements open beyond the depth limit. */
  private beyond = 0;
  private code = 0;
  private slot = -1;
  private seen = 0;
  private readonly starts = new Int32Array(ATTRIBUTES.length);
  private readonly ends = new Int32Array(ATTRIBUTES.length);

  constructor(html: string, sink: PageSink) {
    this.html = html;
    this.sink = sink;
  }

  has(name: AttributeName): boolean {
    return (this.seen & (1 << (SLOTS.get(name) as number))) !== 0;
  }

  get(name: AttributeName): string {
    const slot = SLOTS.get(name) as number;
    if ((this.seen & (1 << slot)) === 0) return '';
    return decodeAttribute(this.html.slice(this.starts[slot], this.ends[slot]));
  }

  ontext(start: number, end: number): void {
    this.sink.text(start, end, this.depth);
  }

  onopentagname(start: number, end: number): void {
    this.code = this.codeOf(start, end);
    this.seen = 0;
  }

  onattribname(start: number, end: number): void {
    this.slot = -1;
    if (LENGTHS[end - start] !== 1) return;
    const name = this.html.slice(start, end);
    const slot = SLOTS.get(name) ?? SLOTS.get(name.toLowerCase()) ?? -1;
    if (slot < 0 || (this.seen & (1 << slot)) !== 0) return;
    this.slot = slot;
    this.seen |= 1 << slot;
    this.starts[slot] = 0;
    this.ends[slot] = 0;
  }

  onattribdata(start: number, end: number): void {
    if (this.slot < 0) return;
    this.starts[this.slot] = start;
    this.ends[this.slot] = end;
  }

  onopentagend(): void {
    this.startTag(false);
  }

  onselfclosingtag(): void {
    this.startTag(true);
  }

  onclosetag(start: number, end: number): void {
    const code = this.codeOf(start, end);
    this.seen = 0;
    if (code === BR) this.sink.point(BR, this.depth, this);
    else if ((traitsOf(code) & (VOID | ROOT)) !== 0) return;
    else if (this.beyond > 0) this.beyond--;
    else if (!this.endTag(code) && code === P) this.sink.point(P, this.depth, this);
  }

  onend(): void {
    this.popTo(0);
  }

  isInForeignContext(): boolean {
    return this.foreign[this.depth] === 1;
  }

  private codeOf(start: number, end: number): number {
    const name = this.html.slice(start, end);
    const code = elementCode(name);
    if (code > 0) return code;
    const lower = name.toLowerCase();
    const listed = elementCode(lower);
    return listed > 0 ? listed : this.strangerCode(lower);
  }

  private strangerCode(name: string): number {
    const known = this.strangers.get(name);
    if (known !== undefined) return known;
    const code = STRANGERS_FROM + this.strangers.size;
    this.strangers.set(name, code);
    return code;
  }

  private startTag(selfClosing: boolean): void {
    const code = this.code;
    const traits = traitsOf(code);
    if (this.foreign[this.depth] === 1 && (traits & BREAKOUT) !== 0) this.leaveForeign();
    if (traits !== 0 && this.depth > 0) this.impliedEnds(code, traits);
    if ((traits & (VOID | ROOT)) !== 0) this.sink.point(code, this.depth, this);
    else if (this.depth === MAX_DEPTH) this.beyond++;
    else {
      this.push(code, traits);
      if (selfClosing && this.foreign[this.depth] === 1) this.popTo(this.depth - 1);
    }
  }

  private push(code: number, traits: number): void {
    const depth = ++this.depth;
    this.codes[depth] = code;
    this.traits[depth] = traits;
    this.foreign[depth] =
      (traits & FOREIGN) !== 0 ? 1 : (traits & HTML_AGAIN) !== 0 ? 0 : (this.foreign[depth - 1] as number);
    if (code < STRANGERS_FROM) this.opened[code] = (this.opened[code] as number) + 1;
    this.sink.open(code, depth, this);
  }

  /** Closes every element above `depth`. */
  private popTo(depth: number): void {
    while (this.depth > depth) {
      const code = this.codes[this.depth] as number;
      if (code > 0 && code < STRANGERS_FROM) this.opened[code] = (this.opened[code] as number) - 1;
      this.sink.close(code, this.depth);
      this.depth--;
    }
    this.beyond = 0;
  }

  private leaveForeign(): void {
    let depth = this.depth;
    while (depth > 0 && this.foreign[depth] === 1) depth--;
    this.popTo(depth);
  }

  /** The end tags that a start tag of this code stands for. */
  private impliedEnds(code: number, traits: number): void {
    if ((traits & ENDS_P) !== 0 && this.opened[P] !== 0) this.endTag(P);
    if (code === LI) this.endSibling(ITEMS, LISTS);
    else if (code === DT || code === DD) this.endSibling(TERMS, LISTS);
    else if (code === TD || code === TH) this.enterRow();
    else if (code === TR) this.endSibling(ROWS, NONE);
    else if ((traits & TABLE_PART) !== 0) this.endSibling(SECTIONS, NONE);
    else if (code === A || code === BUTTON || code === OPTION) this.endTag(code);
    else if ((traits & HEADING) !== 0 && ((this.traits[this.depth] as number) & HEADING) !== 0)
      this.popTo(this.depth - 1);
  }

  /** Ends the open element that cannot hold another of its like; `limits` and tables bound the search. */
  private endSibling(codes: ReadonlySet<number>, limits: ReadonlySet<number>): void {
    for (let depth = this.depth; depth > 0; depth--) {
      const code = this.codes[depth] as number;
      if (codes.has(code)) {
        this.popTo(depth - 1);
        return;
      }
      if (limits.has(code) || ((this.traits[depth] as number) & TABLE_ROOT) !== 0) return;
    }
  }

  /** A cell ends the cell before it; one without a row begins a row. */
  private enterRow(): void {
    this.endSibling(CELLS, ROWS);
    for (let depth = this.depth; depth > 0; depth--) {
      if (this.codes[depth] === TR) return;
      if (((this.traits[depth] as number) & TABLE_ROOT) === 0) continue;
      const { seen } = this;
      this.seen = 0;
      if (this.depth < MAX_DEPTH) this.push(TR, traitsOf(TR));
      this.seen = seen;
      return;
    }
  }

  /** Closes the element an end tag names, as far as it reaches; false if it names none. */
  private endTag(code: number): boolean {
    if (code < STRANGERS_FROM && this.opened[code] === 0 && (traitsOf(code) & HEADING) === 0) return false;
    const traits = traitsOf(code);
    const limit = limitOf(traits);
    let crossed = 0;
    for (let depth = this.depth; depth > 0; depth--) {
      const here = this.traits[depth] as number;
      if (this.codes[depth] === code || (traits & here & HEADING) !== 0) {
        if ((code === FORM && depth < this.depth) || ((traits & FORMAT) !== 0 && (crossed & BLOCK) !== 0))
          this.lift(code, depth);
        else this.popTo(depth - 1);
        return true;
      }
      if ((here & limit) !== 0) return false;
      crossed |= here;
    }
    return false;
  }

  /** The element is closed for good, but its place on the stack stays until what it holds is closed. */
  private lift(code: number, depth: number): void {
    this.codes[depth] = 0;
    this.traits[depth] = 0;
    this.opened[code] = (this.opened[code] as number) - 1;
    this.sink.lift(code, depth);
  }
}

/** Traits of an open element that end the search for what an end tag names. */
function limitOf(traits: number): number {
  if ((traits & (HIDDEN | FOREIGN | TABLE_ROOT)) !== 0) return 0;
  if ((traits & TABLE_PART) !== 0) return TABLE_ROOT;
  return (traits & (BLOCK | FORMAT)) !== 0 ? BARRIER : BLOCK | BARRIER;
}
