/** Flattens a page: what each element does to the text, one call per tag. */
import { BLANK, CLASSES, LETTER, LINE_END, UNSPACED } from '../text/tables/letters.ts';
import { APART, BLOCK, elementCode, traitsOf } from './html-elements.ts';
import { Facts } from './html-facts.ts';
import type { FlatPage } from './html-lines.ts';
import { Lines } from './html-lines.ts';
import { isCell, isUnshown, isVeiled, isVerbatimElement, Place } from './html-place.ts';
import type { Words } from './html-regions.ts';
import { addWords, Regions } from './html-regions.ts';
import { decodeText } from './html-tokens.ts';
import { isCodeClass, isProse } from './html-verbatim.ts';
import type { PageSink, StartTag } from './html-walk.ts';
import { MAX_DEPTH, walkHtml } from './html-walk.ts';

export interface Page extends FlatPage {
  readonly facts: Facts;
  /** True if attributes hide more prose than is shown: a script was to unveil it. */
  readonly isVeiled: boolean;
}

const A = elementCode('a');
const BR = elementCode('br');
const HR = elementCode('hr');
const P = elementCode('p');
const TR = elementCode('tr');
const CODE = elementCode('code');
const SCRIPT = elementCode('script');
const TITLE = elementCode('title');
const MATH = elementCode('math');
const SPACE = 32;
/** Where a word may be broken if it must: markup in the shape of a sign. */
const SOFT_HYPHEN = 0xad;
/** Texts this long are prose; menus and labels are shorter. */
const PROSE = 80;
const LINE_ENDS = /\r\n|\r|\n/;

/** The page as lines in blocks, and what its markup states about it. `showVeiled` takes in what attributes hide. */
export function flattenHtml(html: string, showVeiled: boolean): Page {
  const sink = new Flattener(html, showVeiled);
  walkHtml(html, sink);
  return sink.finish();
}

class Flattener implements PageSink {
  private readonly html: string;
  private readonly showVeiled: boolean;
  private readonly lines = new Lines();
  private readonly regions = new Regions();
  private readonly facts = new Facts();
  private readonly places: readonly Place[] = Array.from({ length: MAX_DEPTH + 1 }, () => new Place());
  /** Depth of the open link; 0 for none. */
  private link = 0;
  /** Depth of the element that an attribute hides; 0 for none. */
  private veil = 0;
  private veiled = 0;
  private shown = 0;
  /** Text of the data script or title that is open. */
  private raw = '';
  private isRaw = false;
  private verbatimFrom = 0;
  private isCode = false;
  /** Where the next `&` of the source is, so that texts before it are not searched. */
  private nextReference = -1;

  constructor(html: string, showVeiled: boolean) {
    this.html = html;
    this.showVeiled = showVeiled;
  }

  open(code: number, depth: number, tag: StartTag): void {
    const traits = traitsOf(code);
    const place = this.places[depth] as Place;
    const outer = this.places[depth - 1] as Place;
    const isBlock = (traits & BLOCK) !== 0;
    if (isBlock && !outer.isHidden) this.lines.endBlock((traits & APART) !== 0);
    place.inherit(outer);
    if (outer.isHidden) return;
    if (isUnshown(code, traits, tag) || (code === MATH && this.regionOf(depth - 1).includes('hidden')))
      this.hide(code, place, tag);
    else if (!this.showVeiled && isVeiled(tag)) {
      place.isHidden = true;
      this.veil = depth;
    } else {
      place.own = this.regions.wordsOf(code, tag);
      if (isBlock) this.openBlock(code, depth, traits, tag);
      else if (code === A && tag.has('href')) this.link = depth;
      else if (code === CODE) this.isCode = true;
      this.facts.open(code, depth, tag);
    }
  }

  close(code: number, depth: number): void {
    const place = this.places[depth] as Place;
    const outer = this.places[depth - 1] as Place;
    if (depth === this.veil) this.veil = 0;
    if (this.isRaw && place.isHidden) this.closeRaw(code);
    if (depth === this.link) this.link = 0;
    if (place.isHidden) return;
    this.facts.close(depth);
    const traits = traitsOf(code);
    if ((traits & BLOCK) === 0) return;
    if (place.verbatim !== outer.verbatim) this.closeVerbatim();
    this.lines.endBlock((traits & APART) !== 0);
    if (code === TR) this.lines.closeRow();
  }

  point(code: number, depth: number, tag: StartTag): void {
    this.facts.point(code, tag);
    const place = this.places[depth] as Place;
    if (place.isHidden) return;
    if (code === BR) this.breakLine(place);
    else if (code === HR) this.lines.addRule();
    else if (code === P) this.lines.endBlock(true);
  }

  lift(code: number, depth: number): void {
    if (depth === this.link) this.link = 0;
    if (code > 0 && (traitsOf(code) & BLOCK) !== 0) this.lines.endBlock(false);
  }

  text(start: number, end: number, depth: number): void {
    const place = this.places[depth] as Place;
    if (place.isHidden) {
      if (this.isRaw) this.raw += this.html.slice(start, end);
      else if (this.veil > 0 && end - start >= PROSE) this.veiled += end - start;
      return;
    }
    if (end - start >= PROSE) this.shown += end - start;
    if (this.nextReference < start) {
      const found = this.html.indexOf('&', start);
      this.nextReference = found < 0 ? this.html.length : found;
    }
    if (place.verbatim > 0) this.verbatim(decodeText(this.html.slice(start, end)), depth);
    else if (this.nextReference >= end) this.flow(this.html, start, end, depth);
    else {
      const decoded = decodeText(this.html.slice(start, end));
      this.flow(decoded, 0, decoded.length, depth);
    }
  }

  finish(): Page {
    return { ...this.lines.finish(), facts: this.facts, isVeiled: this.veiled > this.shown };
  }

  private hide(code: number, place: Place, tag: StartTag): void {
    place.isHidden = true;
    this.isRaw = code === TITLE || (code === SCRIPT && tag.get('type').toLowerCase().includes('ld+json'));
    this.raw = '';
  }

  private closeRaw(code: number): void {
    if (code === TITLE) this.facts.addTitle(decodeText(this.raw));
    else this.facts.addScript(this.raw);
    this.isRaw = false;
  }

  private openBlock(code: number, depth: number, traits: number, tag: StartTag): void {
    const place = this.places[depth] as Place;
    place.becomeBlock(code, traits, depth, this.lines.newGroup());
    if (code === TR) this.lines.openRow(place.table);
    else if (isCell(code)) this.lines.openCell(place.table);
    else if (isVerbatimElement(code) && (this.places[depth - 1] as Place).verbatim === 0) {
      this.verbatimFrom = this.lines.count;
      this.isCode = isCodeClass(tag.get('class'));
    }
  }

  private closeVerbatim(): void {
    this.lines.endLine();
    this.lines.closeVerbatim(this.verbatimFrom, this.isCode ? () => false : isProse);
  }

  private breakLine(place: Place): void {
    if (place.verbatim > 0) this.lines.endVerbatim({ kind: 'code', level: 0, ordered: false, group: place.verbatim });
    else this.lines.breakLine();
  }

  /** Running text: blanks folded, words that single blanks part taken in one slice. */
  private flow(text: string, start: number, end: number, depth: number): void {
    let at = start;
    while (at < end) {
      const first = text.charCodeAt(at);
      if (isBlank(first) || first === SOFT_HYPHEN) {
        if (first !== SOFT_HYPHEN) this.lines.addSpace();
        at++;
        continue;
      }
      const from = at;
      let letters = 0;
      for (; at < end; at++) {
        const unit = text.charCodeAt(at);
        const kind = CLASSES[unit] as number;
        if (kind >= LETTER && kind <= UNSPACED) letters++;
        else if (kind === BLANK || kind === LINE_END) {
          if (unit !== SPACE || at + 1 >= end || isBlank(text.charCodeAt(at + 1))) break;
        } else if (unit === SOFT_HYPHEN) break;
      }
      this.enter(depth);
      const piece = text.slice(from, at);
      this.lines.addText(piece, letters, this.link > 0);
      this.facts.hear(piece);
    }
  }

  private verbatim(text: string, depth: number): void {
    const place = this.places[depth] as Place;
    const setting = { kind: 'code', level: 0, ordered: false, group: place.verbatim } as const;
    const pieces = text.split(LINE_ENDS);
    pieces.forEach((piece, at) => {
      if (at > 0) this.lines.endVerbatim(setting);
      if (piece === '') return;
      if (this.lines.isEmpty) this.lines.begin(setting, this.regionOf(depth), this.regionOf(place.block));
      this.lines.addVerbatim(piece, this.link > 0);
    });
  }

  /** Before text is added: begins a line if none is begun. */
  private enter(depth: number): void {
    if (!this.lines.isEmpty) {
      this.lines.mix(this.regionOf(depth));
      return;
    }
    const place = this.places[depth] as Place;
    const { kind, level, ordered } = place;
    const item = this.places[place.item] as Place;
    // A second line of an item is text under it, not another item.
    const isMore = place.item > 0 && item.isBegun;
    if (place.item > 0) item.isBegun = true;
    const isItem = kind === 'list' && !isMore;
    const setting = {
      kind: kind === 'list' && isMore ? ('paragraph' as const) : kind,
      level,
      ordered,
      group: isItem ? place.list : 0,
    };
    this.lines.begin(setting, this.regionOf(depth), this.regionOf(place.block));
  }

  private regionOf(depth: number): Words {
    const place = this.places[depth] as Place;
    if (place.region === undefined) place.region = depth === 0 ? [] : addWords(place.own, this.regionOf(depth - 1));
    return place.region;
  }
}

function isBlank(unit: number): boolean {
  const kind = CLASSES[unit];
  return kind === BLANK || kind === LINE_END;
}
