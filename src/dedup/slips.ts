/** Numbers that a typist spoilt: `5,334,00` where the other text has `5,334,000`. They tell no other story. */
import type { Runs } from './align.ts';
import { forEachChange } from './changes.ts';
import type { PreparedText } from './prepare.ts';
import { placeOf } from './prepare.ts';

const OF_NUMBER = /[\d,]/;
const GROUPED = /^\d{1,3}(?:,\d{3})+$/;

/** True if every figure that stands against another one is a number that lost or gained a digit, so that its groups are not of three. */
export function areSlips(a: PreparedText, b: PreparedText, runs: Runs): boolean {
  let areAll = true;
  forEachChange(a, b, runs, (kind, fromA, toA, fromB, toB) => {
    if (kind !== 'figures') return;
    const isOne = toA - fromA === 1 && toB - fromB === 1;
    areAll &&= isOne && isSlip(numberAt(a, fromA), numberAt(b, fromB));
  });
  return areAll;
}

function isSlip(one: string, other: string): boolean {
  const [right, wrong] = GROUPED.test(one) ? [one, other] : [other, one];
  return GROUPED.test(right) && wrong.includes(',') && !GROUPED.test(wrong) && isDigitAway(right, wrong);
}

/** The number that the word is part of, with its commas. */
function numberAt(text: PreparedText, word: number): string {
  const { text: units, start, end } = text.whole;
  const place = placeOf(text, word);
  let from = start[place] as number;
  let to = end[place] as number;
  while (from > 0 && OF_NUMBER.test(units[from - 1] as string)) from--;
  while (to < units.length && OF_NUMBER.test(units[to] as string)) to++;
  return units.slice(from, to).replace(/,+$/, '');
}

function isDigitAway(one: string, other: string): boolean {
  const [shorter, longer] = [one, other]
    .map((number) => number.replaceAll(',', ''))
    .sort((x, y) => x.length - y.length) as [string, string];
  if (longer.length !== shorter.length + 1) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  return shorter.slice(at) === longer.slice(at + 1);
}
