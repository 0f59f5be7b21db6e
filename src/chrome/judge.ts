import type { Rule } from '../core/contracts.ts';
import type { Document, Finding } from '../core/types.ts';
import { outlineOf } from '../text/outline.ts';
import type { LineRule } from './line-rule.ts';
import { sweep } from './sweep.ts';

/** Lines dropped early with less than this still count as prose in the outline. */
const CERTAIN = 0.9;

/**
 * Runs the rules in two rounds. The early ones take sentences that are no prose of the article (cookie and browser
 * notices, comment threads); the outline is drawn again without them, and the others judge by that.
 */
export function judgeLines(doc: Document, rules: readonly Rule[]): readonly Finding[] {
  const early = runRules(
    doc,
    rules.filter((rule) => rule.early === true),
  );
  const settled = settleOutline(doc, early);
  return [
    ...early,
    ...runRules(
      settled,
      rules.filter((rule) => rule.early !== true),
    ),
  ];
}

function runRules(doc: Document, rules: readonly Rule[]): readonly Finding[] {
  const specs = rules.filter(isLineRule).map((rule) => rule.spec);
  const findings: Finding[] = specs.length === 0 ? [] : Array.from(sweep(doc, specs));
  for (const rule of rules) {
    if (isLineRule(rule)) continue;
    for (const finding of rule.check(doc)) findings.push(finding);
  }
  return findings;
}

function isLineRule(rule: Rule): rule is LineRule {
  return 'spec' in rule;
}

/** The document with its outline drawn without the lines that the findings take for certain. */
function settleOutline(doc: Document, findings: readonly Finding[]): Document {
  const excluded = new Uint8Array(doc.lines.count);
  let changed = false;
  for (const finding of findings) {
    if (finding.action !== 'drop' || finding.confidence < CERTAIN) continue;
    for (let at = finding.first; at <= finding.last; at++) {
      excluded[at] = 1;
      changed ||= doc.outline.sentence[at] === 1;
    }
  }
  return changed ? { ...doc, outline: outlineOf(doc.lines, doc.blocks, doc.blockOf, excluded) } : doc;
}
