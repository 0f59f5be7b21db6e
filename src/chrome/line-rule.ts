/** Most rules look at one line at a time: `lineRule` makes a `Rule` of a predicate, and `sweep.ts` runs all of them in one pass. */
import type { Rule } from '../core/contracts.ts';
import type { Document, Finding } from '../core/types.ts';
import { type LineRuleSpec, planSweep, sweep } from './sweep.ts';

export interface LineRule extends Rule {
  readonly spec: LineRuleSpec;
}

export function lineRule(spec: LineRuleSpec): LineRule {
  const plan = planSweep([spec]);
  return {
    spec,
    id: spec.id,
    kind: spec.kind,
    title: spec.title,
    why: spec.why,
    examples: spec.examples,
    ...(spec.early === true && { early: true }),
    check: (doc: Document): Iterable<Finding> => sweep(doc, plan),
  };
}
