/**
 * What speaks for and against each line of a page being its title, as a sum of learned weights. Each kind of sign is one
 * pass over the candidates, so that a page costs a few walks over its tables and no line an object or a string.
 */
import { opensLikeByline } from './author-words.ts';
import { HashIndex } from './hash-index.ts';
import type { Candidates } from './title-candidates.ts';
import { addWeight, candidatesOf, DECK_LINES } from './title-candidates.ts';
import { scaleOf, weigh, weightAt, weightOfFlag, weightsByStep } from './title-grades.ts';
import { addShapeWeights } from './title-shape.ts';
import { addSubjectWeights } from './title-subject.ts';
import { addWordingWeights } from './title-wording.ts';
import { IS_PART, IS_TAIL, trailsOf } from './trail.ts';
import type { Zone } from './zone.ts';

export interface TitleScores {
  /** The places of the lines that may be a title, in order. */
  readonly places: readonly number[];
  /** Per place of the zone the sum of the weights of its line's signs. */
  readonly scores: Int32Array;
  /** Per place the number of its text: copies share one. */
  readonly texts: Int32Array;
  readonly textCount: number;
}

/** Undefined if no line of the zone may be a title. */
export function titleScores(zone: Zone): TitleScores | undefined {
  const candidates = candidatesOf(zone);
  if (candidates.places.length === 0) return undefined;
  const scores = new Int32Array(zone.lines.length);
  const texts = addCopiesWeights(candidates, scores);
  const toSentence = addWeightsOfBelow(candidates, scores);
  addWeightsOfAbove(candidates, scores);
  addShapeWeights(candidates, scores);
  addWordingWeights(candidates, scores);
  addSizeWeights(candidates, scores);
  addTrailWeights(candidates, scores);
  addSubjectWeights(candidates, scores);
  const farthest = zone.doc.outline.mass > 0 ? FAR - 1 : FAR;
  const places = candidates.places.filter((place) => (toSentence[place] as number) <= farthest);
  return { places, scores, ...texts };
}

const NONE = scaleOf('none');

/** The score of the answer that no line is the title; a text that begins with its body has none. */
export function scoreOfNone(zone: Zone): number {
  return weigh(NONE, zone.body);
}

const COPIES = weightsByStep('copies');
const SAME_ABOVE = weightOfFlag('sameAbove');
const SAME_BELOW = weightOfFlag('sameBelow');

/** Looks for copies on the whole page, but knows only the texts of the candidates. */
function addCopiesWeights(
  { zone, places, hashes }: Candidates,
  scores: Int32Array,
): Pick<TitleScores, 'texts' | 'textCount'> {
  const { hashLow } = zone.doc.lines;
  const index = new HashIndex(places.length);
  const texts = new Int32Array(hashes.length);
  for (const place of places) texts[place] = index.add(hashes[place] as number);
  const copies = new Uint32Array(index.size);
  for (let at = 0; at < hashLow.length; at++) {
    const text = index.find((hashLow[at] as number) | 0);
    if (text >= 0) copies[text] = (copies[text] as number) + 1;
  }
  for (const place of places) {
    addWeight(scores, place, weightAt(COPIES, copies[texts[place] as number] as number));
    if (hashes[place - 1] === hashes[place]) addWeight(scores, place, SAME_ABOVE);
    if (hashes[place + 1] === hashes[place]) addWeight(scores, place, SAME_BELOW);
  }
  return { texts, textCount: copies.length };
}

const LINES_TO_BODY = weightsByStep('linesToBody', -DECK_LINES);
const LINES_TO_SENTENCE = weightsByStep('linesToSentence');
const LINES_TO_DATE = weightsByStep('linesToDate');
const LINES_TO_BYLINE = weightsByStep('linesToByline');
const LINES_FROM_DATE = weightsByStep('linesFromDate');
const FIRST_LINE = weightOfFlag('firstLine');
/** How many lines below a date or byline is looked for, and above. */
const REACH_BELOW = 6;
const REACH_ABOVE = 3;
const FAR = 99;

/**
 * How far it is to the body, to a date, to a byline. Returns per place the non-blank lines until the next running
 * sentence, 99 if it is farther.
 */
function addWeightsOfBelow({ zone }: Candidates, scores: Int32Array): Uint8Array {
  const { doc, lines, dated, body } = zone;
  const { sentence } = doc.outline;
  const toSentence = new Uint8Array(lines.length);
  let distance = FAR;
  let date = lines.length + REACH_BELOW;
  let byline = date;
  for (let place = lines.length - 1; place >= 0; place--) {
    const at = lines[place] as number;
    toSentence[place] = distance;
    const weight =
      weightAt(LINES_TO_BODY, Math.max(0, body - place + DECK_LINES)) +
      weightAt(LINES_TO_SENTENCE, distance) +
      weightAt(LINES_TO_DATE, date - place <= REACH_BELOW ? date - place : 0) +
      weightAt(LINES_TO_BYLINE, byline - place <= REACH_BELOW ? byline - place : 0);
    addWeight(scores, place, weight);
    distance = sentence[at] === 1 ? 0 : Math.min(distance + 1, FAR);
    if (dated[place] !== undefined) date = place;
    if (opensLikeByline(doc, at)) byline = place;
  }
  return toSentence;
}

function addWeightsOfAbove({ zone, places }: Candidates, scores: Int32Array): void {
  const { dated } = zone;
  addWeight(scores, 0, FIRST_LINE);
  for (const place of places) {
    let steps = 1;
    while (steps <= REACH_ABOVE && dated[place - steps] === undefined) steps++;
    addWeight(scores, place, weightAt(LINES_FROM_DATE, steps <= REACH_ABOVE ? steps : 0));
  }
}

/** How many lines above and below the line is compared with. */
const NEIGHBOURS_ABOVE = 5;
const NEIGHBOURS_BELOW = 3;
const SIZE_ABOVE = weightsByStep('sizeAbove');
const LONGEST_AROUND = weightOfFlag('longestAround');

/** How long the line is beside its neighbours, dated lines and captions aside. */
function addSizeWeights({ zone, places }: Candidates, scores: Int32Array): void {
  const { doc, lines, dated, caption } = zone;
  const { tokens } = doc.lines;
  const { sentence } = doc.outline;
  for (const place of places) {
    const own = tokens[lines[place] as number] as number;
    const last = Math.min(lines.length - 1, place + NEIGHBOURS_BELOW);
    let longest = 0;
    let above = 0;
    let sum = 0;
    for (let other = Math.max(0, place - NEIGHBOURS_ABOVE); other <= last; other++) {
      if (other === place || dated[other] !== undefined || caption[other] === 1) continue;
      const at = lines[other] as number;
      const size = tokens[at] as number;
      if (other < place) {
        above++;
        sum += size;
      }
      if (size > longest && sentence[at] !== 1) longest = size;
    }
    const total = own * above;
    const grade = above === 0 ? 3 : total > sum * 2 ? 2 : total < sum ? 0 : 1;
    addWeight(scores, place, weightAt(SIZE_ABOVE, grade) + (own > longest ? LONGEST_AROUND : 0));
  }
}

const PART_OF_LINE = weightOfFlag('partOfLine');
const END_OF_LINE = weightOfFlag('endOfLine');

function addTrailWeights({ zone, places }: Candidates, scores: Int32Array): void {
  const trails = trailsOf(zone.doc, zone.lines, places);
  for (const place of places) {
    const trail = trails[place] as number;
    if ((trail & IS_PART) !== 0) addWeight(scores, place, PART_OF_LINE);
    if ((trail & IS_TAIL) !== 0) addWeight(scores, place, END_OF_LINE);
  }
}
