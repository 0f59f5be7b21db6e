import type { Example } from '../core/contracts.ts';
import type { Document, Finding, Kind, RuleId } from '../core/types.ts';
import { type CueSet, cuesOn } from './cues.ts';
import { LineView } from './line-view.ts';

export interface LineRuleSpec {
  readonly id: RuleId;
  readonly kind: Kind;
  readonly title: string;
  readonly why: string;
  readonly examples: readonly [Example, Example, ...Example[]];
  readonly confidence: number;
  /** Longest line, in words, that the rule looks at. */
  readonly longest: number;
  /** The line must hold a phrase of one of these cues; 0 asks for none. */
  readonly cues: CueSet;
  /** Reason shown to people; by default the title in lower case. */
  readonly message?: string;
  readonly early?: true;
  test(line: LineView): boolean;
}

/**
 * Runs line rules over a document in one pass. A line is looked up in the vocabularies once, and only if it is short
 * enough for some rule; speed is tuned here, never in a rule.
 */
export function* sweep(doc: Document, rules: readonly LineRuleSpec[]): Generator<Finding> {
  const longest = rules.reduce((most, rule) => Math.max(most, rule.longest), 0);
  const view = new LineView(doc);
  for (let at = 0; at < doc.lines.count; at++) {
    if (doc.lines.from[at] === doc.lines.end[at]) continue;
    view.move(at);
    if (view.words > longest) continue;
    view.cues = cuesOn(doc, at);
    for (const rule of rules) {
      if (view.words > rule.longest || (rule.cues !== 0 && !view.has(rule.cues)) || !rule.test(view)) continue;
      yield {
        rule: rule.id,
        kind: rule.kind,
        action: 'drop',
        first: at,
        last: at,
        confidence: rule.confidence,
        message: rule.message ?? rule.title.toLowerCase(),
      };
    }
  }
}
