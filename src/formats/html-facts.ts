/** Collects what the markup of a page states about it: meta tags, links, data scripts, marked elements. */
import { elementCode } from './html-elements.ts';
import type { StartTag } from './html-walk.ts';

/** A time an element is marked with. */
export interface MarkedTime {
  readonly value: string;
  readonly of: 'published' | 'updated' | 'unsaid';
}

const HTML = elementCode('html');
const META = elementCode('meta');
const LINK = elementCode('link');
const TIME = elementCode('time');
const H1 = elementCode('h1');
/** Bounds on what a page may state; real ones stay far below. */
const MOST_VALUES = 20;
const LONGEST_VALUE = 2000;
const LONGEST_HEARD = 300;
const LONGEST_SCRIPT = 1_000_000;
const MOST_SCRIPTS = 20;

type Heard = 'heading' | 'headline' | 'author';

export class Facts {
  /** Contents by name, property or itemprop, lower case, in page order. */
  readonly metas: Map<string, string[]> = new Map();
  readonly scripts: string[] = [];
  readonly times: MarkedTime[] = [];
  readonly headings: string[] = [];
  readonly headlines: string[] = [];
  readonly authors: string[] = [];
  title = '';
  lang = '';
  canonical = '';
  private hearing: Heard | undefined;
  private depth = 0;
  private heard = '';

  open(code: number, depth: number, tag: StartTag): void {
    if (code === H1) this.listen('heading', depth);
    if (tag.has('itemprop')) this.openProperty(tag.get('itemprop').toLowerCase(), depth, tag);
    else if (code === TIME && tag.has('datetime')) this.addTime(tag.get('datetime'), timeByClass(tag.get('class')));
    if (tag.has('rel') && tag.get('rel').toLowerCase().split(' ').includes('author')) this.listen('author', depth);
  }

  close(depth: number): void {
    if (depth !== this.depth || this.hearing === undefined) return;
    const text = this.heard.trim();
    const list =
      this.hearing === 'heading' ? this.headings : this.hearing === 'headline' ? this.headlines : this.authors;
    if (text !== '' && list.length < MOST_VALUES) list.push(text);
    this.hearing = undefined;
  }

  /** Text of the page as it goes by, a piece of a line at a time. */
  hear(piece: string): void {
    if (this.hearing !== undefined && this.heard.length < LONGEST_HEARD)
      this.heard += this.heard === '' ? piece : ` ${piece}`;
  }

  point(code: number, tag: StartTag): void {
    if (code === META) this.addMeta(tag);
    else if (code === LINK) this.addLink(tag);
    else if (code === HTML && this.lang === '') this.lang = tag.has('lang') ? tag.get('lang') : tag.get('xml:lang');
  }

  addTitle(text: string): void {
    if (this.title === '') this.title = text.slice(0, LONGEST_VALUE).trim();
  }

  addScript(text: string): void {
    if (text.length <= LONGEST_SCRIPT && this.scripts.length < MOST_SCRIPTS) this.scripts.push(text);
  }

  private openProperty(property: string, depth: number, tag: StartTag): void {
    const value = tag.has('content') ? tag.get('content') : tag.get('datetime');
    if (property === 'datepublished') this.addTime(value, 'published');
    else if (property === 'datemodified') this.addTime(value, 'updated');
    else if (property.includes('headline')) this.listen('headline', depth);
    else if (property === 'author' || property === 'creator') this.listen('author', depth);
    else if (property === 'name' && this.hearing === 'author') this.listen('author', depth);
  }

  /** One thing is listened to at a time; the innermost holds. */
  private listen(to: Heard, depth: number): void {
    this.hearing = to;
    this.depth = depth;
    this.heard = '';
  }

  private addTime(value: string, of: MarkedTime['of']): void {
    if (value !== '' && this.times.length < MOST_VALUES) this.times.push({ value, of });
  }

  private addMeta(tag: StartTag): void {
    if (!tag.has('content')) return;
    const name = firstOf(tag, 'property', 'name', 'itemprop', 'http-equiv').toLowerCase();
    if (name === '') return;
    const values = this.metas.get(name);
    const content = tag.get('content').slice(0, LONGEST_VALUE);
    if (values === undefined) this.metas.set(name, [content]);
    else if (values.length < MOST_VALUES) values.push(content);
  }

  private addLink(tag: StartTag): void {
    if (this.canonical === '' && tag.get('rel').toLowerCase() === 'canonical') this.canonical = tag.get('href');
  }
}

function firstOf(tag: StartTag, ...names: readonly Parameters<StartTag['get']>[0][]): string {
  for (const name of names) if (tag.has(name)) return tag.get(name);
  return '';
}

const PUBLISHED_CLASS = /publish|posted|pubdate|entry-date|post-date|created/;
const UPDATED_CLASS = /updated|modified/;

function timeByClass(value: string): MarkedTime['of'] {
  const names = value.slice(0, LONGEST_HEARD).toLowerCase();
  if (PUBLISHED_CLASS.test(names)) return 'published';
  return UPDATED_CLASS.test(names) ? 'updated' : 'unsaid';
}
