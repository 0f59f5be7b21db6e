/** What speaks for and against each line of a page being its title, as a sum of learned weights. */
import type { Document } from '../core/types.ts';
import { CAPITAL, HAS_DIGIT, NO_SPACES } from '../text/scan.ts';
import { opensLikeByline } from './author-words.ts';
import { HashIndex } from './hash-index.ts';
import type { Subject, SubjectShare } from './subject.ts';
import { shareOf, subjectOf } from './subject.ts';
import { scaleOf, weigh, weightAt, weightOfFlag, weightsByStep } from './title-grades.ts';
import { wordingWeight } from './title-wording.ts';
import type { Trails } from './trail.ts';
import { trailsOf } from './trail.ts';
import type { Zone } from './zone.ts';

/** Of 1,032 stated titles that are a line of their own, none is longer, and 5 end in a full stop. */
const MOST_TOKENS = 45;
const MOST_UNSPACED_TOKENS = 90;
const LONGEST_TITLE_UNITS = 300;
const FEWEST_LETTERS = 2;
const TERMINAL = { stop: 1, question: 2, exclamation: 3, ellipsis: 4, colon: 5, comma: 6 };
/**
 * Under the first sentence a title stands only if that was a deck or a notice: of candidates farther down 44 % were the
 * title.
 */
const DECK_LINES = 3;

export interface TitleScores {
  /** Per place of the zone the sum of the weights of its line's signs; `NO_CANDIDATE` where the line is no title. */
  readonly scores: Int16Array;
  /** Per place the number of its text: copies share one. */
  readonly texts: Int32Array;
  readonly textCount: number;
}

export const NO_CANDIDATE = -0x8000;

/** What the signs of all lines of a zone share; columns have a row per place. */
interface TitleContext {
  readonly zone: Zone;
  readonly trails: Trails;
  /** Number of the line's text by the low half of the line hash; -1 if it may be no title. */
  readonly texts: Int32Array;
  /** By that number: the lines of the document with this text. */
  readonly copies: Uint32Array;
  readonly hashes: Int32Array;
  /** Non-blank lines until the next running sentence, 99 if far. */
  readonly toSentence: Uint8Array;
  /** Lines until the next dated line or byline below, and since the last dated one above; 0 if none is near. */
  readonly toDate: Uint8Array;
  readonly toByline: Uint8Array;
  readonly fromDate: Uint8Array;
  /** Words of the line, as its neighbours are compared with them; -1 for dated lines and captions. */
  readonly sizes: Int32Array;
  /** The same, 0 for sentences too. */
  readonly headSizes: Int32Array;
  /**
   * How much the line is about the subject; -1 without content words, where it may be no title, and everywhere if there
   * is no prose.
   */
  readonly aboutness: Float64Array;
  /** What the line's share in the subject adds. */
  readonly subjectWeight: Int16Array;
}

/** Undefined if no line of the zone may be a title. */
export function titleScores(zone: Zone): TitleScores | undefined {
  const mayBe = candidatesOf(zone);
  if (!mayBe.includes(1)) return undefined;
  const context = contextOf(zone, mayBe);
  const scores = new Int16Array(mayBe.length).fill(NO_CANDIDATE);
  const farthest = zone.doc.outline.mass > 0 ? FAR - 1 : FAR;
  for (let place = 0; place < scores.length; place++) {
    if (mayBe[place] === 1 && (context.toSentence[place] as number) <= farthest)
      scores[place] = scoreAt(context, place);
  }
  return { scores, texts: context.texts, textCount: context.copies.length };
}

const NONE = scaleOf('none');

/** The score of the answer that no line is the title; a text that begins with its body has none. */
export function scoreOfNone(zone: Zone): number {
  return weigh(NONE, zone.body);
}

function contextOf(zone: Zone, mayBe: Uint8Array): TitleContext {
  const { doc, lines, dated } = zone;
  const isDated = new Uint8Array(lines.length);
  for (const place of zone.datedPlaces) if (dated[place] !== undefined) isDated[place] = 1;
  const byline = new Uint8Array(lines.length);
  const hashes = new Int32Array(lines.length);
  for (let place = 0; place < lines.length; place++) {
    const at = lines[place] as number;
    hashes[place] = doc.lines.hashLow[at] as number;
    if (opensLikeByline(doc, at)) byline[place] = 1;
  }
  return {
    zone,
    hashes,
    trails: trailsOf(doc, lines, mayBe),
    ...copiesOf(doc, hashes, mayBe),
    toSentence: distancesToSentence(zone),
    toDate: stepsToNext(isDated, REACH_BELOW),
    toByline: stepsToNext(byline, REACH_BELOW),
    fromDate: stepsFromLast(isDated, REACH_ABOVE),
    ...sizesOf(zone, isDated),
    ...subjectColumns(zone, mayBe, hashes),
  };
}

/** Looks at the whole page, but knows only the texts of the candidates. */
function copiesOf(doc: Document, hashes: Int32Array, mayBe: Uint8Array): Pick<TitleContext, 'texts' | 'copies'> {
  const index = new HashIndex(hashes.length);
  const texts = new Int32Array(hashes.length).fill(-1);
  for (let place = 0; place < texts.length; place++)
    if (mayBe[place] === 1) texts[place] = index.add(hashes[place] as number);
  const copies = new Uint32Array(index.size);
  const { hashLow } = doc.lines;
  for (let at = 0; at < hashLow.length; at++) {
    const number = index.find((hashLow[at] as number) | 0);
    if (number >= 0) copies[number] = (copies[number] as number) + 1;
  }
  return { texts, copies };
}

const FAR = 99;

function distancesToSentence(zone: Zone): Uint8Array {
  const distances = new Uint8Array(zone.lines.length);
  const { sentence } = zone.doc.outline;
  let distance = FAR;
  for (let place = zone.lines.length - 1; place >= 0; place--) {
    distances[place] = distance;
    distance = sentence[zone.lines[place] as number] === 1 ? 0 : Math.min(distance + 1, FAR);
  }
  return distances;
}

/** How many lines below a date or byline is looked for, and above. */
const REACH_BELOW = 6;
const REACH_ABOVE = 3;

/** Per place the steps to the next marked one below, 0 if it is farther than `reach`. */
function stepsToNext(marked: Uint8Array, reach: number): Uint8Array {
  const steps = new Uint8Array(marked.length);
  let next = marked.length + reach;
  for (let place = marked.length - 1; place >= 0; place--) {
    if (next - place <= reach) steps[place] = next - place;
    if (marked[place] === 1) next = place;
  }
  return steps;
}

function stepsFromLast(marked: Uint8Array, reach: number): Uint8Array {
  const steps = new Uint8Array(marked.length);
  let last = -1 - reach;
  for (let place = 0; place < marked.length; place++) {
    if (place - last <= reach) steps[place] = place - last;
    if (marked[place] === 1) last = place;
  }
  return steps;
}

function sizesOf({ doc, lines, caption }: Zone, isDated: Uint8Array): Pick<TitleContext, 'sizes' | 'headSizes'> {
  const sizes = new Int32Array(lines.length);
  const headSizes = new Int32Array(lines.length);
  for (let place = 0; place < lines.length; place++) {
    const at = lines[place] as number;
    const isBeside = isDated[place] === 1 || caption[place] === 1;
    sizes[place] = isBeside ? -1 : (doc.lines.tokens[at] as number);
    headSizes[place] = isBeside || doc.outline.sentence[at] === 1 ? 0 : (doc.lines.tokens[at] as number);
  }
  return { sizes, headSizes };
}

function subjectColumns(
  zone: Zone,
  mayBe: Uint8Array,
  hashes: Int32Array,
): Pick<TitleContext, 'aboutness' | 'subjectWeight'> {
  const { doc, lines } = zone;
  const aboutness = new Float64Array(lines.length).fill(-1);
  const subjectWeight = new Int16Array(lines.length);
  const subject: Subject = subjectOf(doc, lines[zone.body] ?? doc.lines.count);
  if (subject.words.size === 0) return { aboutness, subjectWeight };
  for (let place = 0; place < lines.length; place++) {
    if (mayBe[place] === 0) continue;
    const share = shareOf(subject, doc, lines[place] as number);
    if (share.words > 0) aboutness[place] = share.keywords + share.weight / 3;
    subjectWeight[place] = shareWeight(share);
  }
  for (let place = 0; place < lines.length; place++)
    if (mayBe[place] === 1)
      subjectWeight[place] = (subjectWeight[place] as number) + rivalsWeight(hashes, aboutness, place);
  return { aboutness, subjectWeight };
}

/** 1 per place whose line may be a title at all. */
function candidatesOf(zone: Zone): Uint8Array {
  const mayBe = new Uint8Array(zone.lines.length);
  for (let place = Math.min(zone.lines.length - 1, zone.body + DECK_LINES); place >= 0; place--)
    if (mayBeTitle(zone, place)) mayBe[place] = 1;
  return mayBe;
}

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

const LINES_TO_BODY = weightsByStep('linesToBody', -DECK_LINES);
const LINES_TO_SENTENCE = weightsByStep('linesToSentence');
const LINES_TO_DATE = weightsByStep('linesToDate');
const LINES_TO_BYLINE = weightsByStep('linesToByline');
const LINES_FROM_DATE = weightsByStep('linesFromDate');
const PART_OF_LINE = weightOfFlag('partOfLine');
const END_OF_LINE = weightOfFlag('endOfLine');
const FIRST_LINE = weightOfFlag('firstLine');

function scoreAt(context: TitleContext, place: number): number {
  const { zone, trails } = context;
  const at = zone.lines[place] as number;
  return (
    weightAt(LINES_TO_BODY, zone.body - place + DECK_LINES) +
    weightAt(LINES_TO_SENTENCE, context.toSentence[place] as number) +
    weightAt(LINES_TO_DATE, context.toDate[place] as number) +
    weightAt(LINES_TO_BYLINE, context.toByline[place] as number) +
    weightAt(LINES_FROM_DATE, context.fromDate[place] as number) +
    shapeWeight(zone.doc, at) +
    wordingWeight(zone.doc, at) +
    copiesWeight(context, place) +
    (trails.isPart[place] === 1 ? PART_OF_LINE : 0) +
    (trails.isTail[place] === 1 ? END_OF_LINE : 0) +
    sizesWeight(context, place) +
    (context.subjectWeight[place] as number) +
    (place === 0 ? FIRST_LINE : 0)
  );
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
const BLOCKS = weightsByStep('block');
/** By half words: letters of a script without spaces count as that. */
const HALF_WORDS = weightsByStep('words', 0, 0.5);
const TERMINALS = weightsByStep('terminal');
const ALL_CAPITAL_WORDS = weightsByStep('allCapitalWords');
const SENTENCE = weightOfFlag('sentence');
const CAPITALS = weightOfFlag('capitals');
const FUNCTION_WORDS = weightOfFlag('functionWords');
const DIGITS = weightOfFlag('digits');
const SMALL_START = weightOfFlag('smallStart');
const NO_SMALL_START = CAPITAL | HAS_DIGIT | NO_SPACES;

function shapeWeight(doc: Document, at: number): number {
  const { lines } = doc;
  const tokens = lines.tokens[at] as number;
  const letters = lines.letters[at] as number;
  const first = lines.word[at] as number;
  const words = (lines.word[at + 1] as number) - first;
  let weight = weightAt(HALF_WORDS, letters < tokens * 2 ? tokens : tokens * 2);
  weight += weightAt(TERMINALS, lines.terminal[at] as number);
  if (doc.outline.sentence[at] === 1) weight += SENTENCE;
  if ((lines.upper[at] as number) * 10 > letters * 7) weight += CAPITALS;
  if ((lines.stops[at] as number) > 0) weight += FUNCTION_WORDS;
  if ((lines.digits[at] as number) > letters) weight += DIGITS;
  if (((doc.words.flags[first] ?? 0) & NO_SMALL_START) === 0) weight += SMALL_START;
  if (lines.capitals[at] === words) weight += weightAt(ALL_CAPITAL_WORDS, words);
  const kind = doc.blocks[doc.blockOf[at] as number]?.kind ?? 'paragraph';
  return weight + weightAt(BLOCKS, BLOCK_GRADES[kind] ?? 0);
}

const COPIES = weightsByStep('copies');
const SAME_ABOVE = weightOfFlag('sameAbove');
const SAME_BELOW = weightOfFlag('sameBelow');

function copiesWeight({ hashes, texts, copies }: TitleContext, place: number): number {
  const hash = hashes[place] as number;
  return (
    weightAt(COPIES, copies[texts[place] as number] as number) +
    (hashes[place - 1] === hash ? SAME_ABOVE : 0) +
    (hashes[place + 1] === hash ? SAME_BELOW : 0)
  );
}

/** How many lines above and below the line is compared with. */
const NEIGHBOURS_ABOVE = 5;
const NEIGHBOURS_BELOW = 3;
const SIZE_ABOVE = weightsByStep('sizeAbove');
const LONGEST_AROUND = weightOfFlag('longestAround');

function sizesWeight({ zone, sizes, headSizes }: TitleContext, place: number): number {
  const own = zone.doc.lines.tokens[zone.lines[place] as number] as number;
  let longest = 0;
  let above = 0;
  let sum = 0;
  for (let other = Math.max(0, place - NEIGHBOURS_ABOVE); other < place; other++) {
    const size = sizes[other] as number;
    if (size >= 0) {
      above++;
      sum += size;
    }
    longest = Math.max(longest, headSizes[other] as number);
  }
  const last = Math.min(sizes.length - 1, place + NEIGHBOURS_BELOW);
  for (let other = place + 1; other <= last; other++) longest = Math.max(longest, headSizes[other] as number);
  const total = own * above;
  const size = above === 0 ? 3 : total > sum * 2 ? 2 : total < sum ? 0 : 1;
  return (own > longest ? LONGEST_AROUND : 0) + weightAt(SIZE_ABOVE, size);
}

const NO_CONTENT = weightOfFlag('noContent');
const PERCENT_IN_PROSE = scaleOf('percentInProse');
const PERCENT_IN_LEAD = scaleOf('percentInLead');
const WEIGHT_IN_PROSE = scaleOf('weightInProse');
const KEYWORDS = weightsByStep('keywords');
const WORDS_IN_PROSE = weightsByStep('wordsInProse');

function shareWeight({ words, inProse, inLead, keywords, weight }: SubjectShare): number {
  if (words === 0) return NO_CONTENT;
  return (
    weigh(PERCENT_IN_PROSE, (inProse * 100) / words) +
    weigh(PERCENT_IN_LEAD, (inLead * 100) / words) +
    weigh(WEIGHT_IN_PROSE, weight) +
    weightAt(KEYWORDS, keywords) +
    weightAt(WORDS_IN_PROSE, inProse)
  );
}

/** How far rivals are looked for. */
const RIVAL_REACH = 15;
const RIVALS_ABOVE = weightsByStep('rivalsAbove');
const RIVALS_BELOW = weightsByStep('rivalsBelow');

/**
 * Lines around that are as much about the subject: the uppermost of them is the title, the others are subheads and
 * teasers.
 */
function rivalsWeight(hashes: Int32Array, aboutness: Float64Array, place: number): number {
  const own = aboutness[place] as number;
  const hash = hashes[place];
  const end = Math.min(hashes.length, place + RIVAL_REACH + 1);
  let above = 0;
  let below = 0;
  for (let other = Math.max(0, place - RIVAL_REACH); other < place; other++)
    if ((aboutness[other] as number) >= own && hashes[other] !== hash) above++;
  for (let other = place + 1; other < end; other++)
    if ((aboutness[other] as number) > own && hashes[other] !== hash) below++;
  return weightAt(RIVALS_ABOVE, above) + weightAt(RIVALS_BELOW, below);
}
