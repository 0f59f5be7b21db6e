/**
 * Which parts of a page an element and its ancestors say they are, by tag, class, id, role and itemprop. Only words from
 * this list count: measured over the class names of 1,600 pages, most others (`row`, `col`, `mt`, `active`) are layout.
 */
import { HEADING, NAMES, traitsOf } from './html-elements.ts';
import type { StartTag } from './html-walk.ts';

/** The nearest words tell most; a deep page would repeat its whole skeleton on every line. */
const MOST_WORDS = 12;
/** Longer class lists are styling in full, and hostile ones have no end. */
const LONGEST_VALUE = 1000;
const LONGEST_NAME = 80;
const BLANKS = /\s/;

/** Each line: the word given out, then other spellings of it. */
const WORDS = `
nav navbar navigation navi topnav subnav sitenav mainnav pagenav
menu menubar menuitem submenu megamenu mainmenu dropdown hamburger
header masthead topbar
footer contentinfo colophon
aside complementary
sidebar rail sidecol rightrail leftrail
comment comments commentlist disqus respond reply replies livefyre
related recommended recommendations recommendation similar outbrain taboola relatedposts readnext upnext
trending popular mostread mostpopular mostviewed
readmore seemore loadmore morefrom
share sharing shares sharedaddy sharethis addthis addtoany sharebar sharebuttons
social follow
breadcrumb breadcrumbs crumb crumbs
cookie cookies gdpr onetrust cookiebot cookiebanner cookieconsent
consent ccpa
banner
ad ads advert adverts advertisement advertisements advertising adsbygoogle dfp adslot adunit adbox
sponsor sponsored sponsors
promo promos promotion promotions promoted cta upsell
newsletter newsletters mailchimp optin
subscribe subscription
paywall regwall
signup
login signin register registration account
search searchbox searchform
pagination pager paging pagenavi
tags tag tagcloud taglist
category categories topics
popup modal dialog overlay lightbox
widget widgets
teaser teasers
carousel slider slideshow
gallery
toc tableofcontents
caption captions figcaption captiontext
credit credits photocredit
byline bylines
author authors
bio authorbio aboutauthor
date datetime timestamp dateline pubdate published publishdate datepublished datemodified
meta postmeta entrymeta
article
main
content
post
entry hentry
body articlebody bodytext
story
prose
headline
lead standfirst dek deck subtitle subheadline intro excerpt abstract
pullquote
signature
avatar
profile
product products
price prices
cart basket checkout
form fieldset
button btn
legal copyright disclaimer
privacy
skip skiplink skipnav
print
toolbar tools
infobox
navbox
footnote footnotes references reflist
poem verse stanza poetry lyrics
figure
media player
ticker breaking
language languages langswitcher
alert notice notification
`;

const WORD_OF: ReadonlyMap<string, string> = new Map(
  WORDS.trim()
    .split('\n')
    .flatMap((line) => line.split(' ').map((spelling) => [spelling, line.split(' ')[0] as string] as const)),
);

/** Roles mean other things than the same words as class names. */
const ROLE_WORDS: ReadonlyMap<string, string> = new Map([
  ['banner', 'header'],
  ['alertdialog', 'popup'],
  ['feed', 'related'],
]);

const TAG_WORDS: ReadonlyMap<string, string> = new Map([
  ...['nav', 'menu', 'header', 'footer', 'aside', 'article', 'main', 'form', 'figure', 'button', 'search'].map(
    (name) => [name, name] as const,
  ),
  ['figcaption', 'caption'],
  ['dialog', 'popup'],
  ['select', 'form'],
  ['option', 'form'],
  ['label', 'form'],
  ['fieldset', 'form'],
  ['time', 'date'],
]);
const WORD_OF_CODE: readonly (string | undefined)[] = NAMES.map((name) => TAG_WORDS.get(name));

/** Class names for text that only a screen reader speaks; the last two hold a formula a second time. */
const UNSEEN: ReadonlySet<string> = new Set([
  'sr-only',
  'visually-hidden',
  'visuallyhidden',
  'screen-reader-text',
  'screen-reader',
  'screen-reader-only',
  'off-screen',
  'katex-mathml',
  'mjx-assistive-math-ml',
]);
/** `has-sidebar`, `no-comments`: what the page has or lacks, not what the element is. */
const ABOUT_OTHERS: ReadonlySet<string> = new Set([
  'has',
  'no',
  'with',
  'without',
  'not',
  'before',
  'after',
  'hide',
  'show',
]);

/** `category-travel`, `tag-iran`, `language-css`: what an article or code is filed under; `tag-list` is a list of tags. */
const FILED: ReadonlySet<string> = new Set(['category', 'tag', 'topic', 'term', 'language', 'lang']);
const SHELF: ReadonlySet<string> = new Set([
  'list',
  'links',
  'link',
  'cloud',
  'container',
  'wrapper',
  'wrap',
  'box',
  'name',
  'title',
  'label',
  'nav',
  'menu',
  'meta',
  'item',
  'items',
  'bar',
  'section',
  'widget',
  'group',
  'text',
  'switcher',
  'switch',
  'selector',
  'picker',
  'dropdown',
]);
/** More parts are a sentence made an anchor. */
const MOST_PARTS = 6;

export type Words = readonly string[];

const NOTHING: Words = [];
const HIDDEN_WORD: Words = ['hidden'];

/** Remembers what a page's class names mean; a page repeats the same few hundred. */
export class Regions {
  private readonly values = new Map<string, Words>();
  private readonly names = new Map<string, Words>();

  /** The words an element gives itself; none for most. */
  wordsOf(code: number, tag: StartTag): Words {
    const own = WORD_OF_CODE[code];
    let words = own === undefined ? NOTHING : [own];
    if (tag.has('class')) words = join(words, this.read(tag.get('class')));
    if (tag.has('id') && (traitsOf(code) & HEADING) === 0) words = join(words, this.readName(tag.get('id')));
    if (tag.has('role')) words = join(words, this.readRole(tag.get('role')));
    if (tag.has('itemprop')) words = join(words, this.read(tag.get('itemprop')));
    if (tag.has('aria-hidden') && tag.get('aria-hidden') === 'true') words = join(words, HIDDEN_WORD);
    return words;
  }

  private readRole(value: string): Words {
    const word = ROLE_WORDS.get(value);
    return word === undefined ? this.read(value) : [word];
  }

  private read(value: string): Words {
    const known = this.values.get(value);
    if (known !== undefined) return known;
    let words = NOTHING;
    for (const name of value.slice(0, LONGEST_VALUE).split(BLANKS)) words = join(words, this.readName(name));
    this.values.set(value, words);
    return words;
  }

  private readName(name: string): Words {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const words = wordsInName(name.slice(0, LONGEST_NAME));
    this.names.set(name, words);
    return words;
  }
}

/** The element's own words, then those of its ancestors that it does not repeat; nearest first. */
export function addWords(own: Words, outer: Words): Words {
  return own.length === 0 ? outer : join(own, outer).slice(0, MOST_WORDS);
}

function join(words: Words, more: Words): Words {
  if (more.length === 0) return words;
  if (words.length === 0) return more;
  return [...words, ...more.filter((word) => !words.includes(word))];
}

function wordsInName(name: string): Words {
  const parts = partsOf(name);
  const [first] = parts;
  if (first === undefined || ABOUT_OTHERS.has(first)) return NOTHING;
  if (UNSEEN.has(first)) return HIDDEN_WORD;
  if (parts.length === 1) return known(first);
  if (parts.length > MOST_PARTS || (FILED.has(first) && !SHELF.has(parts[1] as string))) return NOTHING;
  if (UNSEEN.has(parts.join('-'))) return HIDDEN_WORD;
  const whole = WORD_OF.get(parts.join(''));
  return whole === undefined ? parts.map(known).reduce(join) : [whole];
}

function known(part: string): Words {
  const word = WORD_OF.get(part);
  return word === undefined ? NOTHING : [word];
}

/** `entry-content`, `postBody`, `c_article__text` in parts, lower case. */
function partsOf(name: string): readonly string[] {
  const parts: string[] = [];
  let start = -1;
  for (let at = 0; at <= name.length; at++) {
    const unit = name.charCodeAt(at);
    const isUpper = unit >= 0x41 && unit <= 0x5a;
    const isLetter = isUpper || (unit >= 0x61 && unit <= 0x7a);
    const isStart = isUpper && start >= 0 && name.charCodeAt(at - 1) >= 0x61;
    if (start >= 0 && (!isLetter || isStart)) {
      parts.push(name.slice(start, at).toLowerCase());
      start = -1;
    }
    if (isLetter && start < 0) start = at;
  }
  return parts;
}
