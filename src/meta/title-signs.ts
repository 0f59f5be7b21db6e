/** What speaks for and against a line being the title of the page, as named signs; `title.ts` weighs them. */
import type { Document } from '../core/types.ts';
import { CAPITAL, HAS_DIGIT, NO_SPACES } from '../text/scan.ts';
import { CLASSES, LETTER, UPPER } from '../text/tables/letters.ts';
import { opensLikeByline } from './author-words.ts';
import { HashCounts } from './hash-counts.ts';
import type { SubjectShare } from './subject.ts';
import { shareOf, subjectOf } from './subject.ts';
import type { Trails } from './trail.ts';
import { trailsOf } from './trail.ts';
import { isLabelLine } from './words.ts';
import type { Zone } from './zone.ts';

/** Of 1,032 stated titles that are a line of their own, none is longer, and 5 end in a full stop. */
const MOST_TOKENS = 45;
const MOST_UNSPACED_TOKENS = 90;
const LONGEST_TITLE_UNITS = 300;
const FEWEST_LETTERS = 2;
const TERMINAL = { stop: 1, question: 2, exclamation: 3, ellipsis: 4, colon: 5, comma: 6 };

/** The graded signs: a value belongs to the first edge that it does not exceed, or to the class after the last. */
const EDGES = {
  linesToBody: [-20, -5, -1, 0, 1, 2, 3, 5, 8, 12, 20, 40, 80, 160],
  linesToSentence: [0, 1, 2, 4, 8, 16, 40],
  words: [1, 2, 3, 4, 5, 7, 14, 18, 24],
  terminal: [0, 1, 2, 3, 4, 5, 6],
  allCapitalWords: [1, 2, 3, 5],
  separators: [0, 1, 2],
  copies: [1, 2, 3],
  linesToDate: [0, 1, 2, 4],
  linesToByline: [0, 1, 2, 4],
  linesFromDate: [0, 1],
  sizeAbove: [0, 1, 2],
  percentInProse: [0, 25, 50, 75, 99],
  percentInLead: [0, 25, 50, 75, 99],
  weightInProse: [0, 0.5, 1, 2, 3, 5],
  keywords: [0, 1, 2, 3],
  wordsInProse: [0, 1, 2, 3, 5],
  rivalsAbove: [0, 1, 3],
  rivalsBelow: [0, 1, 3],
  block: [0, 1, 2, 3, 4, 5, 6],
  /** Of no line: that the page has no title, by the lines above the body. */
  none: [0, 1],
} as const;

/** Signs that hold or do not. */
type Flag =
  | 'sentence'
  | 'capitals'
  | 'functionWords'
  | 'digits'
  | 'smallStart'
  | 'label'
  | 'address'
  | 'code'
  | 'sign'
  | 'innerPause'
  | 'sameAbove'
  | 'sameBelow'
  | 'glued'
  | 'endsInSign'
  | 'partOfLine'
  | 'endOfLine'
  | 'longestAround'
  | 'noContent'
  | 'firstLine';

export type TitleSign = keyof typeof EDGES | Flag;
/** Called for each sign with its class; flags have class 0. */
export type SignVisitor = (sign: TitleSign, grade: number) => void;

/**
 * Under the first sentence a title stands only if that was a deck or a notice: of candidates farther down 44 % were the
 * title.
 */
const DECK_LINES = 3;

/** What the signs of all lines of a zone share. */
export interface TitleContext {
  readonly zone: Zone;
  readonly trails: Trails;
  /** Lines of the document with this text, by the low half of the line hash. */
  readonly copies: HashCounts;
  /** Per place: non-blank lines until the next running sentence, 99 if far. */
  readonly toSentence: Uint8Array;
  /** Per place: 1 where the line opens like a byline. */
  readonly byline: Uint8Array;
  /**
   * Per place: how the line stands to the prose; undefined where it may be no title, and everywhere if there is no
   * prose.
   */
  readonly shares: readonly (SubjectShare | undefined)[];
}

export function titleContext(zone: Zone): TitleContext {
  const { doc } = zone;
  const subject = subjectOf(doc, zone.lines[zone.body] ?? doc.lines.count);
  const hasProse = subject.counts.size > 0;
  return {
    zone,
    trails: trailsOf(doc, zone.lines),
    copies: copiesOf(doc),
    toSentence: distancesToSentence(zone),
    byline: Uint8Array.from(zone.lines, (at) => (opensLikeByline(doc, at) ? 1 : 0)),
    shares: zone.lines.map((at, place) =>
      hasProse && mayBeTitle(zone, place) ? shareOf(subject, doc, at) : undefined,
    ),
  };
}

const MOST_DISTINCT_LINES = 8000;

function copiesOf(doc: Document): HashCounts {
  const copies = new HashCounts(Math.min(doc.lines.count, MOST_DISTINCT_LINES));
  for (const hash of doc.lines.hashLow) if (hash !== 0) copies.add(hash);
  return copies;
}

export const FAR = 99;

function distancesToSentence(zone: Zone): Uint8Array {
  const distances = new Uint8Array(zone.lines.length);
  let distance = FAR;
  for (let place = zone.lines.length - 1; place >= 0; place--) {
    distances[place] = distance;
    distance = zone.doc.outline.sentence[zone.lines[place] as number] === 1 ? 0 : Math.min(distance + 1, FAR);
  }
  return distances;
}

/** True if the line may be a title at all. */
export function mayBeTitle(zone: Zone, place: number): boolean {
  const { lines } = zone.doc;
  const at = zone.lines[place] as number;
  const terminal = lines.terminal[at] as number;
  if (place > zone.body + DECK_LINES) return false;
  if (zone.caption[place] === 1 || terminal === TERMINAL.stop || terminal === TERMINAL.comma) return false;
  if (
    (lines.letters[at] as number) < FEWEST_LETTERS ||
    (lines.end[at] as number) - (lines.from[at] as number) > LONGEST_TITLE_UNITS
  )
    return false;
  if ((lines.tokens[at] as number) > (isUnspaced(zone.doc, at) ? MOST_UNSPACED_TOKENS : MOST_TOKENS)) return false;
  const dated = zone.dated[place];
  return dated === undefined || dated.rest.length > 0;
}

function isUnspaced({ lines }: Document, at: number): boolean {
  return (lines.letters[at] as number) < (lines.tokens[at] as number) * 2;
}

/** Calls `visit` for every sign of the line. */
export function visitTitleSigns(context: TitleContext, place: number, visit: SignVisitor): void {
  const { zone, trails } = context;
  const at = zone.lines[place] as number;
  grade(visit, 'linesToBody', zone.body - place);
  grade(visit, 'linesToSentence', context.toSentence[place] as number);
  visitShape(zone.doc, at, visit);
  visitWording(zone.doc, at, visit);
  visitCopies(context, place, visit);
  if (trails.isPart[place] === 1) visit('partOfLine', 0);
  if (trails.isTail[place] === 1) visit('endOfLine', 0);
  visitDatesAround(context, place, visit);
  visitSizesAround(zone, place, visit);
  visitSubject(context, place, visit);
  if (place === 0) visit('firstLine', 0);
}

/** The sign of the answer that no line is the title; a text that begins with its body has none. */
export function visitNoTitle(zone: Zone, visit: SignVisitor): void {
  grade(visit, 'none', zone.body);
}

function grade(visit: SignVisitor, sign: keyof typeof EDGES, value: number): void {
  const edges: readonly number[] = EDGES[sign];
  let at = 0;
  while (at < edges.length && value > (edges[at] as number)) at++;
  visit(sign, at);
}

/** Grades of `block`; what is in no block or a plain paragraph has grade 0. */
const BLOCK_GRADES: Readonly<Record<string, number>> = {
  heading: 1,
  list: 2,
  table: 3,
  code: 4,
  verse: 5,
  wrapped: 6,
  quote: 7,
  caption: 7,
};

function visitShape(doc: Document, at: number, visit: SignVisitor): void {
  const { lines } = doc;
  const tokens = lines.tokens[at] as number;
  const letters = lines.letters[at] as number;
  const words = (lines.word[at + 1] as number) - (lines.word[at] as number);
  grade(visit, 'words', isUnspaced(doc, at) ? tokens / 2 : tokens);
  grade(visit, 'terminal', lines.terminal[at] as number);
  if (doc.outline.sentence[at] === 1) visit('sentence', 0);
  if ((lines.upper[at] as number) * 10 > letters * 7) visit('capitals', 0);
  if ((lines.stops[at] as number) > 0) visit('functionWords', 0);
  if ((lines.digits[at] as number) > letters) visit('digits', 0);
  if (((doc.words.flags[lines.word[at] as number] ?? 0) & (CAPITAL | HAS_DIGIT | NO_SPACES)) === 0)
    visit('smallStart', 0);
  if ((lines.capitals[at] as number) === words) grade(visit, 'allCapitalWords', words);
  const kind = doc.blocks[doc.blockOf[at] as number]?.kind ?? 'paragraph';
  grade(visit, 'block', BLOCK_GRADES[kind] ?? 0);
}

function visitWording(doc: Document, at: number, visit: SignVisitor): void {
  if (isLabelLine(doc, at)) visit('label', 0);
  const { text } = doc;
  const from = doc.lines.from[at] as number;
  const end = doc.lines.end[at] as number;
  if (isGlued(text, from, end)) visit('glued', 0);
  if ((doc.lines.marks[at] as number) === 0) {
    grade(visit, 'separators', 0);
    return;
  }
  const line = text.slice(from, end);
  grade(visit, 'separators', countParters(line));
  if (line.includes('://') || line.includes('www.') || line.includes('@')) visit('address', 0);
  if (line.includes('{') || line.includes('=')) visit('code', 0);
  if (line.startsWith('#') || line.includes('©')) visit('sign', 0);
  if (line.includes(': ') || line.includes(', ') || line.includes('：')) visit('innerPause', 0);
  if (OPEN_ENDS.includes(line.charAt(line.length - 1))) visit('endsInSign', 0);
}

/** What ends a link or a breadcrumb, not a title. */
const OPEN_ENDS = '/>›»|→+-–<«';

/** Two menu entries flattened into one line leave a capital after a small letter: `SubscribeSign in`. */
function isGlued(text: string, from: number, end: number): boolean {
  let letters = 0;
  for (let at = from; at < end; at++) {
    const kind = CLASSES[text.charCodeAt(at)] as number;
    if (kind === UPPER && letters >= GLUE_LETTERS) return true;
    letters = kind === LETTER ? letters + 1 : 0;
  }
  return false;
}

/** `McAdam`, `MacLeod` and most brands (`iPhone`, `YouTube`) have fewer before the inner capital. */
const GLUE_LETTERS = 4;

const PARTERS: ReadonlySet<number> = new Set([...'|»›>•·'].map((sign) => sign.charCodeAt(0)));
const DASHES: ReadonlySet<number> = new Set([...'-–—'].map((sign) => sign.charCodeAt(0)));
const BLANK = 32;

/** Separators of a breadcrumb; a dash only between blanks. */
function countParters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = CLASSES[unit] as number;
    if (kind === LETTER || kind === UPPER || unit === BLANK) continue;
    if (PARTERS.has(unit)) count++;
    else if (DASHES.has(unit) && text.charCodeAt(at - 1) === BLANK && text.charCodeAt(at + 1) === BLANK) count++;
  }
  return count;
}

function visitCopies({ zone, copies }: TitleContext, place: number, visit: SignVisitor): void {
  const hashes = zone.doc.lines.hashLow;
  const hash = hashes[zone.lines[place] as number] as number;
  grade(visit, 'copies', copies.get(hash));
  if (place > 0 && hashes[zone.lines[place - 1] as number] === hash) visit('sameAbove', 0);
  if (place + 1 < zone.lines.length && hashes[zone.lines[place + 1] as number] === hash) visit('sameBelow', 0);
}

/** How many lines below a date or byline is looked for, and above; 0 stands for none. */
const REACH_BELOW = 6;
const REACH_ABOVE = 3;

function visitDatesAround({ zone, byline }: TitleContext, place: number, visit: SignVisitor): void {
  let date = 0;
  let name = 0;
  let above = 0;
  for (let step = REACH_BELOW; step > 0; step--) {
    if (zone.dated[place + step] !== undefined) date = step;
    if (byline[place + step] === 1) name = step;
    if (step <= REACH_ABOVE && zone.dated[place - step] !== undefined) above = step;
  }
  grade(visit, 'linesToDate', date);
  grade(visit, 'linesToByline', name);
  grade(visit, 'linesFromDate', above);
}

/** How many lines above and below the line is compared with. */
const NEIGHBOURS_ABOVE = 5;
const NEIGHBOURS_BELOW = 3;

function visitSizesAround({ doc, lines, dated, caption }: Zone, place: number, visit: SignVisitor): void {
  const own = doc.lines.tokens[lines[place] as number] as number;
  let longest = 0;
  let above = 0;
  let sum = 0;
  const first = Math.max(0, place - NEIGHBOURS_ABOVE);
  const last = Math.min(lines.length - 1, place + NEIGHBOURS_BELOW);
  for (let other = first; other <= last; other++) {
    if (other === place || dated[other] !== undefined || caption[other] === 1) continue;
    const at = lines[other] as number;
    const tokens = doc.lines.tokens[at] as number;
    if (other < place) {
      above++;
      sum += tokens;
    }
    if (doc.outline.sentence[at] !== 1 && tokens > longest) longest = tokens;
  }
  if (own > longest) visit('longestAround', 0);
  const total = own * above;
  grade(visit, 'sizeAbove', above === 0 ? 3 : total > sum * 2 ? 2 : total < sum ? 0 : 1);
}

/** How far rivals are looked for. */
const RIVAL_REACH = 15;

function visitSubject(context: TitleContext, place: number, visit: SignVisitor): void {
  const share = context.shares[place];
  if (share === undefined) return;
  if (share.words === 0) visit('noContent', 0);
  else {
    grade(visit, 'percentInProse', (share.inProse * 100) / share.words);
    grade(visit, 'percentInLead', (share.inLead * 100) / share.words);
    grade(visit, 'weightInProse', share.weight);
    grade(visit, 'keywords', share.keywords);
    grade(visit, 'wordsInProse', share.inProse);
  }
  visitRivals(context, place, visit);
}

/**
 * Lines around that are as much about the subject: the uppermost of them is the title, the others are subheads and
 * teasers.
 */
function visitRivals({ zone, shares }: TitleContext, place: number, visit: SignVisitor): void {
  let above = 0;
  let below = 0;
  const own = aboutness(shares[place]);
  const hashes = zone.doc.lines.hashLow;
  const hash = hashes[zone.lines[place] as number];
  const end = Math.min(zone.lines.length, place + RIVAL_REACH + 1);
  for (let other = Math.max(0, place - RIVAL_REACH); other < end; other++) {
    const rival = aboutness(shares[other]);
    if (rival < own || hashes[zone.lines[other] as number] === hash) continue;
    if (other < place) above++;
    else if (rival > own) below++;
  }
  grade(visit, 'rivalsAbove', above);
  grade(visit, 'rivalsBelow', below);
}

function aboutness(share: SubjectShare | undefined): number {
  return share === undefined || share.words === 0 ? -1 : share.keywords + share.weight / 3;
}
