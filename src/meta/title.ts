/** The title: what the markup states, the only main heading, else the likeliest line of the page. */
import { opensLikeByline } from './author-words.ts';
import { onlyHeading, placeStatedTitle, saysLike } from './stated.ts';
import { mayBeTitle } from './title-candidates.ts';
import { scoreOfNone, titleScores } from './title-signs.ts';
import { isUrlLine } from './url.ts';
import { isLabelLine } from './words.ts';
import type { Zone } from './zone.ts';

export interface FoundTitle {
  /** `''` if the page has none. */
  readonly title: string;
  /** Place of the line that shows it, -1 if none does. */
  readonly place: number;
}

/**
 * Below this chance a candidate is not named. Measured over all folds, share of named titles that are the stated one:
 * at 0.15 75 % of wcxb-dev and 80 % of fundus, at 0.25 81 and 83 %, at 0.5 92 and 87 %, but then a third are not named.
 */
const LEAST_CHANCE = 0.22;
/** A line that says something else than the stated title must be this likely to move in its stead. */
const SURE_CHANCE = 0.7;

/** `masthead` is the place of a line that is known to name the outlet, or -1. */
export function findTitle(zone: Zone, masthead: number): FoundTitle {
  const stated = zone.doc.hints.title;
  if (stated !== undefined) return shownTitle(zone, stated, masthead);
  const heading = headingPlace(zone);
  if (heading >= 0 && mayBeTitle(zone, heading)) return titleAt(zone, heading);
  const sole = soleHead(zone);
  if (sole >= 0) return titleAt(zone, sole);
  const { best, first } = likelyTitles(zone, masthead);
  if (first !== undefined && (best === undefined || isSettled(zone, first, best))) return titleAt(zone, 0);
  return best !== undefined && best.chance >= LEAST_CHANCE ? titleAt(zone, best.place) : { title: '', place: -1 };
}

function titleAt(zone: Zone, place: number): FoundTitle {
  return { title: zone.doc.line(zone.lines[place] as number), place };
}

/** The stated title, and the line that shows it or, in other words, nearly says it. */
function shownTitle(zone: Zone, stated: string, masthead: number): FoundTitle {
  const shown = placeStatedTitle(zone, stated);
  if (shown.place >= 0) return shown;
  const heading = headingPlace(zone);
  if (isSaidAt(zone, heading, stated)) return { title: stated, place: heading };
  const { best } = likelyTitles(zone, masthead);
  const isSure = best !== undefined && best.chance >= SURE_CHANCE;
  return { title: stated, place: isSure && isSaidAt(zone, best.place, stated) ? best.place : -1 };
}

function isSaidAt(zone: Zone, place: number, stated: string): boolean {
  return place >= 0 && saysLike(zone.doc, zone.lines[place] as number, stated);
}

/** Place of the only heading of the first rank, or -1. */
function headingPlace(zone: Zone): number {
  const at = onlyHeading(zone.doc);
  return at < 0 ? -1 : zone.lines.indexOf(at);
}

/** The one line above the body that is neither a date, a byline, an address, a caption, a label nor certain chrome; -1 if there is none. */
function soleHead(zone: Zone): number {
  const { doc, lines, body } = zone;
  if (body < 2 || body > LONGEST_BODY_HEAD) return -1;
  const others = lines.slice(0, body).map((at, place) => {
    if (zone.view.taken[at] === 1 || zone.caption[place] === 1 || zone.dated[place]?.rest.length === 0) return -1;
    return opensLikeByline(doc, at) || isLabelLine(doc, at) || isUrlLine(doc, at) ? -1 : place;
  });
  const open = others.filter((place) => place >= 0);
  const [only = -1] = open;
  return open.length === 1 && mayBeTitle(zone, only) ? only : -1;
}

/**
 * A text that was cleaned before: the title, a blank line, the body. Cleaned again it must keep its title, also where
 * the body begins with subheads or a list, as long as no other line is likelier than not.
 */
function isSettled(zone: Zone, first: LikelyTitle, best: LikelyTitle): boolean {
  const [at = 0, next = 0] = zone.lines;
  if (next < at + 2 || zone.view.taken[at] === 1 || isLabelLine(zone.doc, at) || zone.doc.outline.sentence[at] === 1)
    return false;
  if (zone.body === 1) return true;
  return (
    zone.body > 1 &&
    zone.body <= LONGEST_BODY_HEAD &&
    first.chance >= LEAST_FIRST_CHANCE &&
    best.chance < LEAST_RIVAL_CHANCE
  );
}

const LONGEST_BODY_HEAD = 6;
const LEAST_FIRST_CHANCE = 0.05;
const LEAST_RIVAL_CHANCE = 0.5;

/**
 * Odds of a line that another judge is sure of, or that names the outlet. Rules that are right about such lines are not always right about titles: at
 * 0 the title is named in 3 % fewer pages of wcxb-dev and no more of the named ones are right.
 */
const TAKEN_ODDS = 0.2;

interface LikelyTitle {
  readonly place: number;
  /** 0..1: its share of the chances of all candidates; lines with the same text stand together. */
  readonly chance: number;
}

interface LikelyTitles {
  readonly best: LikelyTitle | undefined;
  /** The line at the top of the page. */
  readonly first: LikelyTitle | undefined;
}

/** Copies share their chances, in the place of the one nearest the body. */
function likelyTitles(zone: Zone, masthead: number): LikelyTitles {
  const scored = titleScores(zone);
  if (scored === undefined) return { best: undefined, first: undefined };
  const { places: candidates, scores, texts, textCount } = scored;
  const chances = new Float64Array(textCount);
  const places = new Int32Array(textCount).fill(-1);
  let total = chanceOf(scoreOfNone(zone));
  for (const place of candidates) {
    const text = texts[place] as number;
    const isTaken = place === masthead || zone.view.taken[zone.lines[place] as number] === 1;
    const chance = chanceOf(scores[place] as number) * (isTaken ? TAKEN_ODDS : 1);
    total += chance;
    chances[text] = (chances[text] as number) + chance;
    if (place <= zone.body || places[text] === -1) places[text] = place;
  }
  return likeliestOf(chances, places, total);
}

/** Of two that are as likely the upper one is the best. */
function likeliestOf(chances: Float64Array, places: Int32Array, total: number): LikelyTitles {
  let best: LikelyTitle | undefined;
  let first: LikelyTitle | undefined;
  for (let text = 0; text < places.length; text++) {
    const place = places[text] as number;
    if (place < 0) continue;
    const chance = (chances[text] as number) / total;
    if (place === 0) first = { place, chance };
    if (best === undefined || chance > best.chance || (chance === best.chance && place < best.place))
      best = { place, chance };
  }
  return { best, first };
}

/** Not yet a share: e to the sum of the weights. */
function chanceOf(score: number): number {
  return POWERS[Math.max(-FARTHEST_SCORE, Math.min(score, FARTHEST_SCORE)) + FARTHEST_SCORE] as number;
}

/** No sum of weights comes near it. */
const FARTHEST_SCORE = 600;
/** e to the power of a twentieth. */
const STEP = 1.0512710963760241;
/** e to the power of score / 20, by multiplication alone, so that every machine has the same bits. */
const POWERS: Float64Array = powers();

function powers(): Float64Array {
  const table = new Float64Array(2 * FARTHEST_SCORE + 1);
  table[FARTHEST_SCORE] = 1;
  for (let score = 1; score <= FARTHEST_SCORE; score++) {
    table[FARTHEST_SCORE + score] = (table[FARTHEST_SCORE + score - 1] as number) * STEP;
    table[FARTHEST_SCORE - score] = (table[FARTHEST_SCORE - score + 1] as number) / STEP;
  }
  return table;
}
