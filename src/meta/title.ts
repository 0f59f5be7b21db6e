/** The title: what the markup states, the only main heading, else the likeliest line of the page. */
import type { Document } from '../core/types.ts';
import { hashWord } from '../text/hash.ts';
import { afterOpener } from './author.ts';
import { opensLikeByline } from './author-words.ts';
import { namesIn } from './names.ts';
import { onlyHeading, placeStatedTitle, saysLike } from './stated.ts';
import { mayBeTitle } from './title-candidates.ts';
import { PER_NAT } from './title-forest.ts';
import { titleScores } from './title-scores.ts';
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
 * Below this chance a candidate is not named. Over all folds, each judged by trees that have not seen it, shares of right
 * and wrong titles: at 0.2 76 and 23 % of wcxb-dev, 84 and 16 % of fundus; at 0.3 75 and 19, 84 and 14 %; at 0.4 74 and 16,
 * 83 and 13 %; at 0.5 71 and 11, 79 and 12 %.
 */
const LEAST_CHANCE = 0.4;
/** A line that says something else than the stated title must be this likely to move in its stead. */
const SURE_CHANCE = 0.7;

/** `masthead` is the place of a line that is known to name the outlet, or -1. */
export function findTitle(zone: Zone, masthead: number): FoundTitle {
  const stated = zone.doc.hints.title;
  if (stated !== undefined) return shownTitle(zone, stated, masthead);
  const heading = headingPlace(zone);
  if (heading >= 0 && mayBeTitle(zone, heading)) return titleAt(zone, heading);
  const subject = mailSubject(zone);
  if (subject !== undefined) return subject;
  const sole = soleHead(zone);
  if (sole >= 0) return titleAt(zone, sole);
  const { best, first } = likelyTitles(zone, masthead);
  const isFirst = first !== undefined && (best === undefined || isSettled(zone, first, best));
  const place = isFirst ? 0 : best !== undefined && best.chance >= LEAST_CHANCE ? best.place : -1;
  return place >= 0 && hasTextBelow(zone, place) ? titleAt(zone, place) : { title: '', place: -1 };
}

/** The last line that is kept, or the only one, is no title: it would leave a title without an article. */
function hasTextBelow({ lines, view }: Zone, place: number): boolean {
  return lines[place] !== view.bodyLast;
}

/** `Subject: ...` among other lines of a mail's head. */
function mailSubject({ doc, lines, body }: Zone): FoundTitle | undefined {
  const last = Math.min(body, LONGEST_MAIL_HEAD);
  for (let place = 0; place < last; place++) {
    const title = afterLabel(doc, lines[place] as number, SUBJECTS);
    const beside = [lines[place - 1], lines[place + 1]];
    if (title !== '' && beside.some((at) => at !== undefined && afterLabel(doc, at, SENDERS) !== ''))
      return { title, place };
  }
  return undefined;
}

const LONGEST_MAIL_HEAD = 20;
const SUBJECTS: ReadonlySet<number> = hashesOf(
  'subject betreff objet onderwerp asunto assunto oggetto тема temat ämne emne 主题 件名',
);
const SENDERS: ReadonlySet<number> = hashesOf(
  'from to date von an datum de à van aan para da от кому дата od do från till fra til',
);

/** What follows the label, if the line begins with one of these words and a colon. */
function afterLabel(doc: Document, at: number, labels: ReadonlySet<number>): string {
  const first = doc.lines.word[at] as number;
  if (first === doc.lines.word[at + 1] || !labels.has(doc.words.hash[first] as number)) return '';
  const text = doc.line(at);
  const colon = (doc.words.end[first] as number) - (doc.lines.from[at] as number);
  return text.charAt(colon) === ':' ? text.slice(colon + 1).trim() : '';
}

function hashesOf(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map(hashWord));
}

function titleAt(zone: Zone, place: number): FoundTitle {
  return { title: zone.doc.line(zone.lines[place] as number), place };
}

/** Of other formats the title may stand in front matter alone, and a line like it is a subhead. */
const SHOWS_ALL = 'html';

/** The stated title and the line that shows it; if none does, the line that nearly says it: what the page shows is the headline. */
function shownTitle(zone: Zone, stated: string, masthead: number): FoundTitle {
  const shown = placeStatedTitle(zone, stated);
  if (shown.place >= 0 || zone.doc.source.format !== SHOWS_ALL) return shown;
  const heading = headingPlace(zone);
  if (isSaidAt(zone, heading, stated)) return { title: stated, place: heading };
  const { best } = likelyTitles(zone, masthead);
  const isSure = best !== undefined && best.chance >= SURE_CHANCE;
  return isSure && isSaidAt(zone, best.place, stated) ? titleAt(zone, best.place) : { title: stated, place: -1 };
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
 * A text that was cleaned before, or needs no cleaning: the title, a blank line, the body. Cleaned again it must keep its title, also where
 * the body begins with subheads or a list, as long as no other line is likelier than not.
 */
function isSettled(zone: Zone, first: LikelyTitle, best: LikelyTitle): boolean {
  const [at = 0, next = 0] = zone.lines;
  const isAbove = isSetOut(zone.doc, at, next);
  const mayBe = next >= at + 2 || isAbove || isShoutedAlone(zone.doc, at, next);
  if (!mayBe || zone.view.taken[at] === 1 || isLabelLine(zone.doc, at) || zone.doc.outline.sentence[at] === 1)
    return false;
  if (zone.body === 1 || (isAbove && !zone.view.taken.includes(1))) return true;
  return (
    zone.body > 1 &&
    zone.body <= LONGEST_BODY_HEAD &&
    first.chance >= LEAST_FIRST_CHANCE &&
    best.chance < LEAST_RIVAL_CHANCE
  );
}

/** Newswire has no blank line below the headline: the text is set in, or the headline alone is in capitals. */
function isSetOut({ lines }: Document, at: number, next: number): boolean {
  const indent = (line: number): number => (lines.from[line] as number) - (lines.start[line] as number);
  return lines.terminal[at] === 0 && indent(next) > indent(at);
}

function isShoutedAlone({ lines }: Document, at: number, next: number): boolean {
  const isShouted = (line: number): boolean =>
    (lines.upper[line] as number) * 100 > (lines.letters[line] as number) * MOST_UPPER_PERCENT;
  return lines.terminal[at] === 0 && isShouted(at) && !isShouted(next);
}

const MOST_UPPER_PERCENT = 60;
const LONGEST_BODY_HEAD = 6;
const LEAST_FIRST_CHANCE = 0.05;
const LEAST_RIVAL_CHANCE = 0.5;

/** Odds of a line that names the outlet. */
const MASTHEAD_ODDS = 0.1;
/** Odds of a line that another judge is sure of: the trees know of it, but have seen few that erred. */
const TAKEN_ODDS = 0.4;

/** `by Ann Lee`; a title that begins so goes on. */
function isByline(doc: Document, at: number): boolean {
  if (!opensLikeByline(doc, at)) return false;
  const { names, isAll } = namesIn(afterOpener(doc.line(at)) ?? '', 'led');
  return isAll && names.some((name) => name.includes(' '));
}

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

/** Copies share their chances, in the place of the likeliest of them. */
function likelyTitles(zone: Zone, masthead: number): LikelyTitles {
  const scored = titleScores(zone);
  if (scored === undefined) return { best: undefined, first: undefined };
  const { finalists, textCount } = scored;
  const chances = new Float64Array(textCount);
  const places = new Int32Array(textCount).fill(-1);
  const highest = new Float64Array(textCount);
  let total = chanceOf(0);
  for (const { place, text, score } of finalists) {
    const at = zone.lines[place] as number;
    if (isByline(zone.doc, at)) continue;
    const odds = place === masthead ? MASTHEAD_ODDS : zone.view.taken[at] === 1 ? TAKEN_ODDS : 1;
    const chance = chanceOf(score) * odds;
    total += chance;
    chances[text] = (chances[text] as number) + chance;
    if (chance < (highest[text] as number)) continue;
    highest[text] = chance;
    places[text] = place;
  }
  return likeliestOf(zone, chances, places, total);
}

/** Of two that are as likely the upper one is the best. */
function likeliestOf(zone: Zone, chances: Float64Array, places: Int32Array, total: number): LikelyTitles {
  const all: LikelyTitle[] = [];
  places.forEach((place, text) => {
    if (place >= 0) all.push({ place, chance: (chances[text] as number) / total });
  });
  all.sort((one, two) => two.chance - one.chance || one.place - two.place);
  const [best] = all;
  return { best: best && shortened(zone, best, all), first: all.find(({ place }) => place === 0) };
}

/** A page name (`The title | Outlet`) or a trail (`News / The title`) gives way to the line that is its first or last part. */
function shortened(zone: Zone, best: LikelyTitle, all: readonly LikelyTitle[]): LikelyTitle {
  const whole = titleAt(zone, best.place).title;
  const part = all.find(({ place, chance }) => {
    const text = titleAt(zone, place).title;
    return chance >= LEAST_PART_CHANCE && text.length > LONGEST_STUB && isPart(whole, text);
  });
  return part === undefined ? best : { place: part.place, chance: best.chance + part.chance };
}

const LEAST_PART_CHANCE = 0.02;
const LONGEST_STUB = 3;
const PARTERS: ReadonlySet<string> = new Set('| - – — · » › / ::'.split(' '));

function isPart(whole: string, text: string): boolean {
  if (whole.startsWith(`${text} `)) return PARTERS.has(whole.slice(text.length + 1).split(' ')[0] ?? '');
  return (
    whole.endsWith(` ${text}`) &&
    PARTERS.has(
      whole
        .slice(0, -text.length - 1)
        .split(' ')
        .at(-1) ?? '',
    )
  );
}

/** Not yet a share: e to the score in nats. */
function chanceOf(score: number): number {
  const step = Math.round(score / (PER_NAT / STEPS_PER_NAT));
  return POWERS[Math.max(-FARTHEST_STEP, Math.min(step, FARTHEST_STEP)) + FARTHEST_STEP] as number;
}

/** No score comes near it. */
const FARTHEST_STEP = 600;
const STEPS_PER_NAT = 20;
/** e to the power of a twentieth. */
const STEP = 1.0512710963760241;
/** e to the power of step / 20, by multiplication alone, so that every machine has the same bits. */
const POWERS: Float64Array = powers();

function powers(): Float64Array {
  const table = new Float64Array(2 * FARTHEST_STEP + 1);
  table[FARTHEST_STEP] = 1;
  for (let step = 1; step <= FARTHEST_STEP; step++) {
    table[FARTHEST_STEP + step] = (table[FARTHEST_STEP + step - 1] as number) * STEP;
    table[FARTHEST_STEP - step] = (table[FARTHEST_STEP - step + 1] as number) / STEP;
  }
  return table;
}
