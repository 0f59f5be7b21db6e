/** Decides between `03/04/2009` as 3 April and 4 March by what else the page says; what stays open is left out. */
import { isPossible } from './date-calendar.ts';
import type { FoundDate } from './dates.ts';
import { isoDate, weekdayOf } from './dates.ts';

export type DateOrder = 'dmy' | 'mdy' | '';

/**
 * Languages whose writers all put the day first. English is written both ways; the rest of the world's order is not
 * assumed.
 */
const DAY_FIRST: ReadonlySet<string> = new Set(
  'is et lv lt sl hr bg sr de fr es it pt nl pl ru sv da no nb nn fi cs sk hu ro tr el uk id ca'.split(' '),
);

/**
 * The order in which the page writes numeric dates: the dates with a part above 12 vote, if they agree; then a certain
 * date of the page that only one reading of an open date equals; then the language. `''` if nothing decides.
 */
export function orderOf(dates: readonly FoundDate[], lang: string): DateOrder {
  const byParts = agreed(dates.map(({ form }) => (form === 'dmy' || form === 'mdy' ? form : '')));
  if (byParts !== undefined) return byParts;
  const certain = new Set(dates.filter(({ form }) => form !== 'open').map(isoDate));
  const byEcho = agreed(dates.map((date) => echoOf(date, certain)));
  if (byEcho !== undefined) return byEcho;
  return DAY_FIRST.has(lang.split('-')[0] ?? '') ? 'dmy' : '';
}

/** The dates with open ones read in `order`; with no order they are left out. */
export function resolveOrder(dates: readonly FoundDate[], order: DateOrder): readonly FoundDate[] {
  return dates.flatMap((date) => {
    if (date.form !== 'open') return [date];
    if (order === '') return [];
    return [order === 'dmy' ? { ...date, form: order } : swapped(date)];
  });
}

function agreed(votes: readonly DateOrder[]): DateOrder | undefined {
  const cast = new Set(votes.filter((vote) => vote !== ''));
  if (cast.size === 0) return undefined;
  return cast.size === 1 ? [...cast][0] : '';
}

function echoOf(date: FoundDate, certain: ReadonlySet<string>): DateOrder {
  if (date.form !== 'open') return '';
  const asDayFirst = certain.has(isoDate(date));
  const asMonthFirst = certain.has(isoDate(swapped(date)));
  return asDayFirst === asMonthFirst ? '' : asDayFirst ? 'dmy' : 'mdy';
}

function swapped(date: FoundDate): FoundDate {
  const { month, day } = date;
  if (!isPossible(date.year, day, month)) return date;
  const weekday = date.weekday === undefined ? {} : { weekday: weekdayOf(date.year, day, month) };
  return { ...date, form: 'mdy', month: day, day: month, ...weekday };
}
