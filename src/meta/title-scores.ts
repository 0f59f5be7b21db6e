/** The likeliest lines of a page to be its title, with their scores. */
import { candidatesOf } from './title-candidates.ts';
import { CLOSER, columnOf, readCloser } from './title-closer.ts';
import { FINALISTS, scoreCloser, scoreCoarse, type TitleForests } from './title-forest.ts';
import { readTitleSignals, type TitleTable } from './title-signals.ts';
import type { Zone } from './zone.ts';

export interface Finalist {
  readonly place: number;
  /** Number of its text: copies share one. */
  readonly text: number;
  /** In `PER_NAT`ths; 0 is the score of the answer that no line is the title. */
  readonly score: number;
}

export interface TitleScores {
  /** In the order of the page. */
  readonly finalists: readonly Finalist[];
  readonly textCount: number;
}

/** Undefined if no line of the zone may be a title. */
export function titleScores(zone: Zone, forests?: TitleForests): TitleScores | undefined {
  const places = candidatesOf(zone);
  if (places.length === 0) return undefined;
  const table = readTitleSignals(zone, places, CLOSER.length);
  const { values, width, texts, textCount } = table;
  const { rows, scores } = finalistsOf(table, forests);
  readCloser(zone, table, rows, scores);
  const separators = columnOf('separators');
  const kept = rows.filter((row) => (values[row * width + separators] as number) < FEWEST_TRAIL_SEPARATORS);
  const finalists = kept.map((row) => ({
    place: places[row] as number,
    text: texts[row] as number,
    score: scoreCloser(values, row * width, forests),
  }));
  return { finalists, textCount };
}

/** A line with so many is a trail or a menu: of 1,565 stated titles 1 has them. */
const FEWEST_TRAIL_SEPARATORS = 3;

export interface Coarse {
  /** The likeliest rows, in the order of the page. */
  readonly rows: readonly number[];
  /** Per row of the table. */
  readonly scores: Int32Array;
}

/** What the first look leaves for the second. */
export function finalistsOf({ places, values, width }: TitleTable, forests?: TitleForests): Coarse {
  const scores = new Int32Array(places.length);
  for (let row = 0; row < scores.length; row++) scores[row] = scoreCoarse(values, row * width, forests);
  return { rows: highest(scores, FINALISTS), scores };
}

/** The rows with the highest scores, in order; of equal ones the first. */
function highest(scores: Int32Array, most: number): readonly number[] {
  if (scores.length <= most) return [...scores.keys()];
  const limit = Int32Array.from(scores).sort()[scores.length - most] as number;
  let equals = most - scores.reduce((sum, score) => sum + (score > limit ? 1 : 0), 0);
  const rows: number[] = [];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    if (score > limit || (score === limit && equals-- > 0)) rows.push(row);
  }
  return rows;
}
