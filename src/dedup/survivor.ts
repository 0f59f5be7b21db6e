/** Which of several copies stays. Nothing here depends on the order in which documents were read. */
import { compareText } from '../core/ids.ts';
import type { Copy } from './print-table.ts';

export type SurvivorPolicy = 'complete' | 'longest' | 'oldest' | 'newest' | 'first';

type Order = (a: Copy, b: Copy) => number;

/** Copies as long as this share of the longest are equally complete: a byline more is no reason to keep the dirtier page. */
const COMPLETE = 0.98;

/** The one that stays. There must be one. */
export function chooseSurvivor(copies: readonly Copy[], policy: SurvivorPolicy): Copy {
  return inOrderOfSurvival(copies, policy)[0] as Copy;
}

/** Best first: by the policy, then the most complete, the cleanest, the earliest, the first by path. */
export function inOrderOfSurvival(copies: readonly Copy[], policy: SurvivorPolicy): readonly Copy[] {
  const complete = COMPLETE * copies.reduce((longest, copy) => Math.max(longest, copy.words), 0);
  const orders: readonly Order[] = [...policyOrders(policy), mostComplete(complete), cleanest, earliest, firstByPath];
  return copies.toSorted((a, b) => orders.reduce((decided, order) => decided || order(a, b), 0));
}

function policyOrders(policy: SurvivorPolicy): readonly Order[] {
  if (policy === 'longest') return [longest];
  if (policy === 'oldest') return [earliest];
  if (policy === 'newest') return [latest];
  return policy === 'first' ? [firstByPath] : [];
}

function mostComplete(complete: number): Order {
  return (a, b) => Math.min(b.words, complete) - Math.min(a.words, complete);
}

function longest(a: Copy, b: Copy): number {
  return b.words - a.words;
}

function cleanest(a: Copy, b: Copy): number {
  return a.chrome - b.chrome;
}

/** Undated documents come last, whichever end is wanted. */
function earliest(a: Copy, b: Copy): number {
  return undatedLast(a, b) || compareText(a.date, b.date);
}

function latest(a: Copy, b: Copy): number {
  return undatedLast(a, b) || compareText(b.date, a.date);
}

function undatedLast(a: Copy, b: Copy): number {
  return Number(a.date === '') - Number(b.date === '');
}

/** By record in a file of many. */
function firstByPath(a: Copy, b: Copy): number {
  return a.at - b.at;
}
