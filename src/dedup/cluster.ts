/**
 * Verified pairs to clusters, without chains: A like B and B like C does not make A like C (union-find alone left 2 of
 * 859,092 documents in one published run). Strongest pairs join first; clusters join only if their members resemble each
 * other across; members of a series never meet, whoever lies between them.
 */
import type { Link, Links } from './links.ts';

/** More than half of the pairs across two clusters must be this much alike. */
const LEAST_MEDIAN = 0.45;
/** So many members of each cluster are looked at. */
const SAMPLE = 6;
/** Two texts less alike than this are different texts: a page that holds both is a composite. */
const UNLIKE = 0.3;
/** So much of a page must each of two unlike documents be to make it a composite; above the other share two pages are one. */
const GOOD_PART = 0.07;
const SAME_PAGE = 0.8;
/** Two texts begin alike if this much of the shorter one's beginning is in the other's; bylines and datelines differ. */
const SHARED_LEAD = 0.6;

/** For each of `count` documents the lowest number in its cluster. */
export function clusterLinks(count: number, links: Links): Uint32Array {
  const clusters = new Clusters(count, links);
  const sure = withoutComposites(count, links);
  const copies = sure
    .filter(({ found }) => found.relation === 'copy')
    .sort((x, y) => y.found.jaccard - x.found.jaccard || x.a - y.a || x.b - y.b);
  for (const { a, b } of copies) clusters.join(a, b);
  for (const { a, b } of attachments(count, sure)) clusters.join(a, b);
  return clusters.labels();
}

class Clusters {
  private readonly links: Links;
  private readonly labelOf: Uint32Array;
  private readonly members: (number[] | undefined)[];

  constructor(count: number, links: Links) {
    this.links = links;
    this.labelOf = new Uint32Array(count).map((_none, at) => at);
    this.members = new Array<number[] | undefined>(count).fill(undefined);
  }

  join(one: number, other: number): void {
    const [large, small] = this.bySize(this.labelOf[one] as number, this.labelOf[other] as number);
    if (large === small) return;
    const larger = this.membersOf(large);
    const smaller = this.membersOf(small);
    if (!this.mayJoin(larger, smaller)) return;
    for (const member of smaller) {
      this.labelOf[member] = large;
      larger.push(member);
    }
    this.members[large] = larger;
    this.members[small] = undefined;
  }

  labels(): Uint32Array {
    const lowest = new Uint32Array(this.labelOf.length).fill(this.labelOf.length);
    this.labelOf.forEach((label, at) => {
      lowest[label] = Math.min(lowest[label] as number, at);
    });
    return this.labelOf.map((label) => lowest[label] as number);
  }

  /** Members move from the smaller cluster to the larger, so that each moves log n times at most. */
  private bySize(one: number, other: number): readonly [number, number] {
    const more = this.membersOf(one).length - this.membersOf(other).length;
    return more > 0 || (more === 0 && one < other) ? [one, other] : [other, one];
  }

  private membersOf(label: number): number[] {
    return this.members[label] ?? [label];
  }

  private mayJoin(larger: readonly number[], smaller: readonly number[]): boolean {
    if (this.areApart(larger[0] as number, smaller)) return false;
    return (larger.length === 1 && smaller.length === 1) || this.resemble(larger, smaller);
  }

  /** True if a member of the smaller cluster and one of the other's are two documents of a series. */
  private areApart(inLarger: number, smaller: readonly number[]): boolean {
    const label = this.labelOf[inLarger];
    return smaller.some((member) => this.links.apart(member).some((other) => this.labelOf[other] === label));
  }

  private resemble(larger: readonly number[], smaller: readonly number[]): boolean {
    const [ones, others] = [larger.slice(0, SAMPLE), smaller.slice(0, SAMPLE)];
    const pairs = ones.length * others.length;
    let alike = 0;
    for (const one of ones) {
      for (const other of others) {
        if (this.links.containment(one, other) >= LEAST_MEDIAN) alike++;
        if (alike * 2 > pairs) return true;
      }
    }
    return false;
  }
}

/**
 * A page that holds two unlike documents, each a good part of it, is a copy of neither: it would swallow one and tie both
 * together. It joins only what is the same page. What is too little of a page to make it a composite (a first take in the
 * full story) still must be like the page's main part to join.
 */
function withoutComposites(count: number, links: Links): readonly Link[] {
  const joining = links.all.filter(({ found: { relation } }) => relation === 'copy' || relation === 'part');
  const main = noLinks(count);
  for (const link of joining) {
    const page = longerOf(link);
    if (isSurer(link, main[page])) main[page] = link;
  }
  const isUnlikeMain = (link: Link): boolean => {
    const page = longerOf(link);
    const first = main[page] as Link;
    return first !== link && links.containment(otherThan(page, link), otherThan(page, first)) < UNLIKE;
  };
  const composites = new Set<number>();
  for (const link of joining) {
    const page = longerOf(link);
    if (isUnlikeMain(link) && Math.min(shareOfLonger(link), shareOfLonger(main[page] as Link)) >= GOOD_PART)
      composites.add(page);
  }
  return joining.filter((link) => {
    if (isUnlikeMain(link)) return false;
    return link.found.jaccard >= SAME_PAGE || !(composites.has(link.a) || composites.has(link.b));
  });
}

function shareOfLonger({ found: { ofOne, ofOther } }: Link): number {
  return Math.min(ofOne, ofOther);
}

/** The longer text of a link, which may hold more than the other. */
function longerOf({ a, b, found }: Link): number {
  return found.ofOne > found.ofOther ? b : a;
}

function otherThan(page: number, link: Link): number {
  return link.a === page ? link.b : link.a;
}

/** The one the page begins with; of several the one that is most of it. */
function isSurer(link: Link, known: Link | undefined): boolean {
  return (
    known === undefined ||
    (Number(link.found.lead >= SHARED_LEAD) - Number(known.found.lead >= SHARED_LEAD) ||
      link.found.jaccard - known.found.jaccard) > 0
  );
}

/** Each part with the one container it belongs to, surest first. */
function attachments(count: number, links: readonly Link[]): readonly Link[] {
  const best = noLinks(count);
  for (const link of links) {
    if (link.found.relation !== 'part') continue;
    const part = otherThan(longerOf(link), link);
    if (isSurer(link, best[part])) best[part] = link;
  }
  return best
    .filter((link) => link !== undefined)
    .sort((x, y) => largerShare(y) - largerShare(x) || x.a - y.a || x.b - y.b);
}

/** A place for each document, so that none is looked up in a table of the few that have links. */
function noLinks(count: number): (Link | undefined)[] {
  return new Array<Link | undefined>(count).fill(undefined);
}

function largerShare({ found }: Link): number {
  return Math.max(found.ofOne, found.ofOther);
}
