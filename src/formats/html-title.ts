/** Which of a page's titles is the article's: its heading, where the titles in the head bear it out. */
import { CLASSES, foldedUnit, LETTER, UNSPACED } from '../text/tables/letters.ts';

export interface TitleSources {
  /** First-level headings, in page order. */
  readonly headings: readonly string[];
  /** What meta tags and linked data call the page, best source first; the title element last. */
  readonly titles: readonly string[];
  /** Names the site goes by. */
  readonly sites: readonly string[];
  /** Labels of the site's host: `example-times`, `forums`. */
  readonly hostLabels: readonly string[];
}

const SEPARATOR = /\s{1,9}(?:[|\u2013\u2014\u00b7\u2022\u00bb\u00ab~/-]{1,3}|::?)\s{1,9}|\s{0,9}[|\u00bb\u00ab]\s{0,9}/;
const SEPARATORS = new RegExp(SEPARATOR, 'g');
const SITE_WORD =
  /\b(?:forums?|blog|magazine|wiki|documentation|docs|news|newspaper|online|website|homepage|community|shop|store)$/i;
const PERMALINK = /\s{0,9}[\u00b6#]$/;
const LONGEST = 500;
/** Host labels shorter than this are in too many words: `bbc` is left to the stated names. */
const LEAST_LABEL = 5;
/** A heading shares this much with what the head says, or it is the site's or a box's; one or two words are a logo if not half the title. */
const LEAST_SHARED_PERCENT = 12;
const LEAST_SHARED_PERCENT_SHORT = 50;
const FEW_WORDS = 2;
/** What merely reminds of the site is cut only if it is not the better part of the title. */
const MOST_OVER = 2;

export function chooseTitle(sources: TitleSources): string | undefined {
  const names = new Set(sources.sites.map(squeeze).filter((name) => name !== ''));
  const labels = sources.hostLabels.map(squeeze).filter((label) => label.length >= LEAST_LABEL);
  const isOwn = (title: string): boolean => squeeze(title) !== '' && !names.has(squeeze(title));
  const headings = sources.headings.map((heading) => heading.slice(0, LONGEST).replace(PERMALINK, '')).filter(isOwn);
  const titles = sources.titles.map((title) => cutSite(title.slice(0, LONGEST), names, labels)).filter(isOwn);
  const confirmed = confirmedHeading(headings, sources.titles);
  if (confirmed !== undefined) return confirmed;
  const [only] = headings;
  if (only !== undefined && headings.length === 1 && (titles.length === 0 || mayBeTitle(only, titles))) return only;
  return titles[0] ?? only;
}

/** The heading that is a title of the head or a part of one; where several are, the one that stands first there. */
function confirmedHeading(headings: readonly string[], titles: readonly string[]): string | undefined {
  const parts = titles.flatMap((title) => [squeeze(title), ...title.slice(0, LONGEST).split(SEPARATOR).map(squeeze)]);
  const places = headings.map((heading) => parts.indexOf(squeeze(heading)));
  const found = places.filter((place) => place >= 0);
  return found.length === 0 ? undefined : headings[places.indexOf(Math.min(...found))];
}

function mayBeTitle(heading: string, titles: readonly string[]): boolean {
  const words = wordsOf(heading);
  const least = words.size > FEW_WORDS ? LEAST_SHARED_PERCENT : LEAST_SHARED_PERCENT_SHORT;
  return titles.some((title) => sharedPercent(words, wordsOf(title)) >= least);
}

/** Cuts what names the site from either end: `Title | Site`, `Site - Title`. */
function cutSite(title: string, names: ReadonlySet<string>, labels: readonly string[]): string {
  const cuts = [...title.matchAll(SEPARATORS)];
  let last = title.length;
  for (const cut of cuts.toReversed()) {
    const part = title.slice(cut.index + cut[0].length, last);
    const isLonger = part.length > cut.index * MOST_OVER;
    if (!names.has(squeeze(part)) && (isLonger || (!namesHost(part, labels) && !SITE_WORD.test(part.trimEnd())))) break;
    last = cut.index;
  }
  let first = 0;
  for (const cut of cuts) {
    if (cut.index >= last || !names.has(squeeze(title.slice(first, cut.index)))) break;
    first = cut.index + cut[0].length;
  }
  return title.slice(first, last).trim();
}

function namesHost(part: string, labels: readonly string[]): boolean {
  const squeezed = squeeze(part);
  return labels.some(
    (label) => squeezed.includes(label) || (squeezed.length >= LEAST_LABEL && label.includes(squeezed)),
  );
}

/** Letters and digits alone, case folded: what stays the same when a title is typed again. */
export function squeeze(text: string): string {
  let squeezed = '';
  for (let at = 0; at < text.length && at < LONGEST; at++) {
    const unit = text.charCodeAt(at);
    const kind = CLASSES[unit] as number;
    if (kind >= LETTER && kind <= UNSPACED) squeezed += String.fromCharCode(foldedUnit(unit));
  }
  return squeezed;
}

/** Share of the longer one's words that the other has too. */
function sharedPercent(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const shared = [...words].filter((word) => others.has(word)).length;
  return (shared * 100) / Math.max(1, words.size, others.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .slice(0, LONGEST)
      .split(/\s/)
      .map(squeeze)
      .filter((word) => word !== ''),
  );
}
