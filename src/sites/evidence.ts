/** From the pages of an archive to what each page's siblings say of its lines. */
import { forEachRun, sortByKey } from '../core/sort.ts';
import type { SiteEvidence } from '../core/types.ts';
import { mix } from '../text/hash.ts';
import { groupPages } from './groups.ts';
import { compareLines, forEachShared } from './lines.ts';
import { isLong, type Page } from './page.ts';

/** So many pages of a site are looked at, whatever its size: enough to tell furniture, and each new page changes little. */
const SAMPLE = 64;
/** Two pages that share so much of the shorter one's long lines tell one story twice: one of them counts. */
const COPIED = 0.5;
/** Two pages that share so much of the longer one's are copies, whatever other pages hold. */
const ALL_BUT = 0.8;
/** A long line on so many pages, and on such a share of them, is a notice of the site and no story. */
const NOTICE_PAGES = 5;
const NOTICE_SHARE = 0.25;

/** An entry per page, `undefined` for those without siblings. */
export function evidenceOf(pages: readonly Page[]): readonly (SiteEvidence | undefined)[] {
  const order = Uint32Array.from(pages.keys()).sort(
    (a, b) => compareLines((pages[a] as Page).lines, (pages[b] as Page).lines) || a - b,
  );
  const { distinct, placeOf } = foldEqual(pages, order);
  const siteOf = groupPages(distinct);
  const sites = new Map<number, Template | undefined>();
  membersOf(siteOf).forEach((members, site) => {
    sites.set(site, templateOf(members.map((place) => distinct[place] as Page)));
  });
  return pages.map((page, number) => {
    const place = placeOf[number] as number;
    const template = sites.get(siteOf[place] as number);
    return template === undefined ? undefined : consult(template, page, distinct[place] as Page);
  });
}

/** Pages of equal lines are one page: counted as two, an article that was saved twice is all template. */
function foldEqual(
  pages: readonly Page[],
  order: Uint32Array,
): { readonly distinct: readonly Page[]; readonly placeOf: Uint32Array } {
  const distinct: Page[] = [];
  const placeOf = new Uint32Array(pages.length);
  for (const number of order) {
    const page = pages[number] as Page;
    const last = distinct.at(-1);
    if (last === undefined || compareLines(last.lines, page.lines) !== 0) distinct.push(page);
    placeOf[number] = distinct.length - 1;
  }
  return { distinct, placeOf };
}

function membersOf(groupOf: Uint32Array): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>();
  groupOf.forEach((group, place) => {
    const known = members.get(group);
    if (known === undefined) members.set(group, [place]);
    else known.push(place);
  });
  return members;
}

/** The lines that two pages of a site or more hold, sorted, and how many of the counted pages hold each. */
interface Template {
  readonly lines: Uint32Array;
  readonly on: Uint8Array;
  readonly counted: readonly Page[];
  /** Pages of the sample that are not counted, with the counted page whose copy each is. */
  readonly copies: ReadonlyMap<Page, Page>;
}

function templateOf(members: readonly Page[]): Template | undefined {
  if (members.length < 2) return undefined;
  const { counted, copies } = setCopiesAside(sampleOf(members));
  const rows = countLines(counted);
  const lines: number[] = [];
  const on: number[] = [];
  forEachRun(rows, (first, end) => {
    lines.push(rows.key[first] as number);
    on.push(end - first);
  });
  return { lines: Uint32Array.from(lines), on: Uint8Array.from(on), counted, copies };
}

/** The same pages whatever else the site holds: those that a hash of their lines puts first. */
function sampleOf(members: readonly Page[]): readonly Page[] {
  if (members.length <= SAMPLE) return members;
  const rows = members.map(({ lines }, at) => ({ at, hash: lines.reduce((sum, line) => mix(sum ^ line), 0) }));
  const chosen = rows.sort((a, b) => a.hash - b.hash || a.at - b.at).slice(0, SAMPLE);
  return chosen.map(({ at }) => members[at] as Page);
}

function countLines(pages: readonly Page[]): ReturnType<typeof sortByKey> {
  const total = pages.reduce((sum, { lines }) => sum + lines.length, 0);
  const key = new Uint32Array(total);
  let row = 0;
  for (const { lines } of pages) {
    key.set(lines, row);
    row += lines.length;
  }
  return sortByKey({ key, owner: new Uint32Array(total) });
}

/** Plain copies first: else what they all say would pass for a notice of the site. */
function setCopiesAside(pages: readonly Page[]): Pick<Template, 'counted' | 'copies'> {
  const copies = new Map<Page, Page>();
  const different = firstOfEach(pages, copies, areCopies);
  const notices = noticesOf(different);
  const counted = firstOfEach(different, copies, (a, b) => tellOneStory(a, b, notices));
  for (const [copy, original] of copies) copies.set(copy, copies.get(original) ?? original);
  return { counted, copies };
}

/** Puts every page that is like an earlier one into `copies`; gives the others. */
function firstOfEach(
  pages: readonly Page[],
  copies: Map<Page, Page>,
  areLike: (a: Page, b: Page) => boolean,
): readonly Page[] {
  const first: Page[] = [];
  for (const page of pages) {
    const original = first.find((other) => areLike(other, page));
    if (original === undefined) first.push(page);
    else copies.set(page, original);
  }
  return first;
}

function noticesOf(pages: readonly Page[]): ReadonlySet<number> {
  const rows = countLines(pages);
  const least = Math.max(NOTICE_PAGES, pages.length * NOTICE_SHARE);
  const notices = new Set<number>();
  forEachRun(rows, (first, end) => {
    const line = rows.key[first] as number;
    if (isLong(line) && end - first >= least) notices.add(line);
  });
  return notices;
}

const NO_NOTICES: ReadonlySet<number> = new Set();

function areCopies(a: Page, b: Page): boolean {
  const shared = sharedLong(a, b, NO_NOTICES);
  return shared > 0 && shared >= ALL_BUT * Math.max(ownLong(a, NO_NOTICES), ownLong(b, NO_NOTICES));
}

function tellOneStory(a: Page, b: Page, notices: ReadonlySet<number>): boolean {
  const shared = sharedLong(a, b, notices);
  return shared > 0 && shared >= COPIED * Math.min(ownLong(a, notices), ownLong(b, notices));
}

function sharedLong(a: Page, b: Page, notices: ReadonlySet<number>): number {
  let shared = 0;
  forEachShared(a.lines, b.lines, (line) => {
    if (isLong(line) && !notices.has(line)) shared++;
  });
  return shared;
}

function ownLong({ lines }: Page, notices: ReadonlySet<number>): number {
  return lines.reduce((sum, line) => sum + (isLong(line) && !notices.has(line) ? 1 : 0), 0);
}

/** What the template says of a page; `self` is the page of equal lines that may be counted. */
function consult({ lines, on, counted, copies }: Template, page: Page, self: Page): SiteEvidence | undefined {
  const own = copies.get(self) ?? (counted.includes(self) ? self : undefined);
  const others = counted.length - (own === undefined ? 0 : 1);
  if (others < 2) return undefined;
  const mine = new Set<number>();
  if (own !== undefined) forEachShared(own.lines, page.lines, (line) => mine.add(line));
  const found: number[] = [];
  let at = 0;
  for (const line of page.lines) {
    while (at < lines.length && (lines[at] as number) < line) at++;
    if (lines[at] !== line) continue;
    const there = (on[at] as number) - (mine.has(line) ? 1 : 0);
    if (there > 0) found.push(line, roundDown(there));
  }
  return { pages: roundDown(others), lines: Uint32Array.from(found) };
}

/** A power of four: 1, 4, 16. */
function roundDown(count: number): number {
  return 4 ** ((31 - Math.clz32(count)) >>> 1);
}
