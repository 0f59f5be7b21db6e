import type { Example } from '../core/contracts.ts';
import type { Document, Finding, Kind, RuleId } from '../core/types.ts';
import { cuesIn } from './cues.ts';
import { LineView } from './line-view.ts';
import type { CueSet } from './phrases.ts';
import { linesWith } from './signs.ts';
import { ALL_TRAITS, type Look, traitsOf } from './traits.ts';

/**
 * A predicate over a line, and what the tables must say of the line before it is asked. The line must be short enough,
 * and hold a phrase of the cues or one of the signs, if the rule names any; otherwise it must have the look.
 */
export interface LineRuleSpec {
  readonly id: RuleId;
  readonly kind: Kind;
  readonly title: string;
  readonly why: string;
  readonly examples: readonly [Example, Example, ...Example[]];
  readonly confidence: number;
  /** Longest line, in words, that the rule looks at. */
  readonly longest: number;
  readonly cues?: CueSet;
  readonly signs?: readonly string[];
  /** For rules that go by neither words nor signs. */
  readonly look?: Look;
  /** Reason shown to people; by default the title in lower case. */
  readonly message?: string;
  readonly early?: true;
  test(line: LineView): boolean;
}

/** Line rules put in order once, so that a sweep over them asks as little of a line as can be. */
export interface SweepPlan {
  readonly rules: readonly PlannedRule[];
  /** Cues that some rule asks for. */
  readonly cues: CueSet;
  readonly signs: readonly string[];
  /** By traits, 1 where some rule wants to look at a line that has them; undefined if no rule goes by traits. */
  readonly looks: Uint8Array | undefined;
}

interface PlannedRule {
  readonly spec: LineRuleSpec;
  readonly longest: number;
  readonly cues: CueSet;
  readonly bySign: boolean;
  readonly look: Look | undefined;
  readonly message: string;
}

export function planSweep(specs: readonly LineRuleSpec[]): SweepPlan {
  const looks = specs.flatMap(({ look }) => look ?? []);
  return {
    rules: specs.map((spec) => ({
      spec,
      longest: spec.longest,
      cues: spec.cues ?? 0,
      bySign: spec.signs !== undefined,
      look: spec.look,
      message: spec.message ?? spec.title.toLowerCase(),
    })),
    cues: specs.reduce((all, { cues = 0 }) => all | cues, 0),
    signs: specs.flatMap(({ signs = [] }) => signs),
    looks:
      looks.length === 0
        ? undefined
        : Uint8Array.from({ length: ALL_TRAITS + 1 }, (_, bits) => (looks.some((look) => has(look, bits)) ? 1 : 0)),
  };
}

/** Runs line rules over a document in one pass; speed is tuned here, never in a rule. */
export function sweep(doc: Document, plan: SweepPlan): Finding[] {
  const { of: cuesOf, all } = cuesIn(doc);
  const cues = plan.cues & all;
  const signed = plan.signs.length === 0 ? undefined : linesWith(doc, plan.signs);
  const { looks } = plan;
  const bits = looks === undefined ? undefined : traitsOf(doc).bits;
  const findings: Finding[] = [];
  if (cues === 0 && signed === undefined && bits === undefined) return findings;
  const view = new LineView(doc);
  for (let at = 0; at < doc.lines.count; at++) {
    const traits = bits === undefined ? 0 : (bits[at] as number);
    const isSigned = signed !== undefined && signed[at] === 1;
    if (((cuesOf[at] as number) & cues) === 0 && !isSigned && looks?.[traits] !== 1) continue;
    view.move(at, cuesOf[at] as number);
    for (const rule of plan.rules) {
      if (view.words > rule.longest) continue;
      if (!view.has(rule.cues) && !(isSigned && rule.bySign) && !(rule.look !== undefined && has(rule.look, traits)))
        continue;
      if (rule.spec.test(view)) findings.push(findingOf(rule, at));
    }
  }
  return findings;
}

function has({ mask, wanted }: Look, bits: number): boolean {
  return bits !== 0 && (bits & mask) === wanted;
}

function findingOf({ spec, message }: PlannedRule, at: number): Finding {
  return {
    rule: spec.id,
    kind: spec.kind,
    action: 'drop',
    first: at,
    last: at,
    confidence: spec.confidence,
    message,
  };
}
