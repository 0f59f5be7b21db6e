/** Which of several copies stays. Nothing here depends on the order in which documents were read. */
import { compareText } from '../core/ids.ts';
import type { Copy } from './print-table.ts';

export type SurvivorPolicy = 'complete' | 'longest' | 'oldest' | 'newest' | 'first';

/** What made one copy stay rather than another. */
export type Preference = 'reference' | 'longest' | 'complete' | 'cleanest' | 'earliest' | 'latest' | 'path';

interface Order {
  readonly name: Preference;
  readonly compare: (a: Copy, b: Copy) => number;
}

/** Copies as long as this share of the longest are equally complete: a byline more is no reason to keep the dirtier page. */
const COMPLETE = 0.98;

/** The one that stays. There must be one. */
export function chooseSurvivor(copies: readonly Copy[], policy: SurvivorPolicy): Copy {
  return inOrderOfSurvival(copies, policy)[0] as Copy;
}

/** Best first: what is only compared with, then by the policy, then the most complete, the cleanest, the earliest, the first by path. */
export function inOrderOfSurvival(copies: readonly Copy[], policy: SurvivorPolicy): readonly Copy[] {
  const orders = ordersOf(copies, policy);
  return copies.toSorted((a, b) => orders.reduce((decided, { compare }) => decided || compare(a, b), 0));
}

/** What decided between two copies. */
export function preferenceOf(a: Copy, b: Copy, policy: SurvivorPolicy): Preference {
  return ordersOf([a, b], policy).find(({ compare }) => compare(a, b) !== 0)?.name ?? 'path';
}

function ordersOf(copies: readonly Copy[], policy: SurvivorPolicy): readonly Order[] {
  const complete = COMPLETE * copies.reduce((most, copy) => Math.max(most, copy.words), 0);
  return [REFERENCE, ...policyOrders(policy), mostComplete(complete), CLEANEST, EARLIEST, FIRST_BY_PATH];
}

function policyOrders(policy: SurvivorPolicy): readonly Order[] {
  if (policy === 'longest') return [LONGEST];
  if (policy === 'oldest') return [EARLIEST];
  if (policy === 'newest') return [LATEST];
  return policy === 'first' ? [FIRST_BY_PATH] : [];
}

function mostComplete(complete: number): Order {
  return { name: 'complete', compare: (a, b) => Math.min(b.words, complete) - Math.min(a.words, complete) };
}

const REFERENCE: Order = {
  name: 'reference',
  compare: (a, b) => Number(b.isReference) - Number(a.isReference),
};
const LONGEST: Order = { name: 'longest', compare: (a, b) => b.words - a.words };
const CLEANEST: Order = { name: 'cleanest', compare: (a, b) => a.chrome - b.chrome };
/** By record in a file of many. */
const FIRST_BY_PATH: Order = { name: 'path', compare: (a, b) => a.at - b.at };
/** Undated documents come last, whichever end is wanted. */
const EARLIEST: Order = { name: 'earliest', compare: (a, b) => undatedLast(a, b) || compareText(a.date, b.date) };
const LATEST: Order = { name: 'latest', compare: (a, b) => undatedLast(a, b) || compareText(b.date, a.date) };

function undatedLast(a: Copy, b: Copy): number {
  return Number(a.date === '') - Number(b.date === '');
}
