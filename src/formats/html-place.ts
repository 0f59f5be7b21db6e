/** What an open element makes of the text in it. */
import type { BlockKind } from '../core/types.ts';
import { elementCode, HEADING, HIDDEN, NAMES } from './html-elements.ts';
import type { Words } from './html-regions.ts';
import type { StartTag } from './html-walk.ts';

const NO_WORDS: Words = [];
const OL = elementCode('ol');
const LI = elementCode('li');
const TABLE = elementCode('table');
const DIALOG = elementCode('dialog');
const TEMPLATE = elementCode('template');
const BLOCKQUOTE = elementCode('blockquote');
const CAPTIONS: ReadonlySet<number> = new Set(['caption', 'figcaption'].map(elementCode));
const VERBATIM: ReadonlySet<number> = new Set(['pre', 'listing', 'xmp'].map(elementCode));
const CELLS: ReadonlySet<number> = new Set(['td', 'th'].map(elementCode));
const LISTS: ReadonlySet<number> = new Set(['ul', 'ol', 'menu', 'dir'].map(elementCode));
/** Blocks small enough to be a caption or a stanza by their class name. */
const SMALL_BLOCKS: ReadonlySet<number> = new Set(['p', 'div', 'dd', 'center'].map(elementCode));
const UNSEEN_STYLE = /(?:^|[;\s])(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden)/i;
const LONGEST_STYLE = 2000;

/** The open element at one depth. One object a depth, used again and again: a page opens thousands of elements. */
export class Place {
  isHidden = false;
  kind: BlockKind = 'paragraph';
  level = 0;
  /** Serials of the list, table or preformatted text around it; 0 for none. */
  list = 0;
  table = 0;
  verbatim = 0;
  ordered = false;
  /** Depth of the list item around it; 0 for none. */
  item = 0;
  /** Of an item: a line of it is written. */
  isBegun = false;
  own: Words = NO_WORDS;
  /** The words of it and its ancestors, once asked for. */
  region: Words | undefined = undefined;
  /** Depth of the innermost block. */
  block = 0;

  inherit(outer: Place): void {
    this.isHidden = outer.isHidden;
    this.kind = outer.kind;
    this.level = outer.level;
    this.list = outer.list;
    this.table = outer.table;
    this.verbatim = outer.verbatim;
    this.ordered = outer.ordered;
    this.item = outer.item;
    this.isBegun = false;
    this.own = NO_WORDS;
    this.region = undefined;
    this.block = outer.block;
  }

  /** Takes on what a block element of this code is; `serial` is a number that no other element has. */
  becomeBlock(code: number, traits: number, depth: number, serial: number): void {
    this.block = depth;
    if ((traits & HEADING) !== 0) {
      this.kind = 'heading';
      this.level = Number((NAMES[code] as string).charAt(1));
    } else if (LISTS.has(code)) this.becomeList(code === OL, serial);
    else if (code === LI) this.becomeItem(depth);
    else if (code === TABLE) this.leave('paragraph', serial);
    else if (CELLS.has(code)) this.leave('paragraph', this.table);
    else if (CAPTIONS.has(code)) this.leave('caption', this.table);
    else if (code === BLOCKQUOTE) this.leave('quote', this.table);
    else if (VERBATIM.has(code) && this.verbatim === 0) this.verbatim = serial;
    else if (SMALL_BLOCKS.has(code) && this.kind === 'paragraph') this.kind = kindByName(this.own);
  }

  /** Nested lists are one block with the list around them if both are numbered or neither is. */
  private becomeList(ordered: boolean, serial: number): void {
    const isNested = this.item > 0 && this.list > 0 && this.ordered === ordered;
    const list = isNested ? this.list : serial;
    this.leave('paragraph', this.table);
    this.list = list;
    this.ordered = ordered;
  }

  private becomeItem(depth: number): void {
    if (this.list === 0) return;
    this.kind = 'list';
    this.item = depth;
  }

  private leave(kind: BlockKind, table: number): void {
    this.kind = kind;
    this.level = 0;
    this.table = table;
    this.list = 0;
    this.ordered = false;
    this.item = 0;
  }
}

export function isVerbatimElement(code: number): boolean {
  return VERBATIM.has(code);
}

export function isCell(code: number): boolean {
  return CELLS.has(code);
}

function kindByName(own: Words): BlockKind {
  if (own.includes('caption')) return 'caption';
  return own.includes('poem') ? 'verse' : 'paragraph';
}

/** True for elements that are never shown, whatever their attributes. */
export function isUnshown(code: number, traits: number, tag: StartTag): boolean {
  if ((traits & HIDDEN) === 0) return code === DIALOG && !tag.has('open');
  return code !== TEMPLATE || tag.get('shadowrootmode') !== 'open';
}

/**
 * True if an attribute hides the element from the eye. `until-found` hides what the reader may open, and `aria-hidden`
 * what is spoken elsewhere or lies under a dialog: of the pages of wcxb-dev, 12 have their article inside the latter.
 */
export function isVeiled(tag: StartTag): boolean {
  if (tag.has('hidden') && tag.get('hidden') !== 'until-found') return true;
  return tag.has('style') && UNSEEN_STYLE.test(tag.get('style').slice(0, LONGEST_STYLE));
}
