import type { Rule } from '../core/contracts.ts';
import type { Document, Finding, RuleId } from '../core/types.ts';
import { withOutline } from '../text/document.ts';
import { outlineOf } from '../text/outline.ts';
import type { LineRule } from './line-rule.ts';
import { planSweep, type SweepPlan, sweep } from './sweep.ts';

/** Lines dropped early with less than this still count as prose in the outline. */
const CERTAIN = 0.9;

/** The rules of one round: those that look at one line at a time go in one sweep. */
interface Round {
  readonly lines: SweepPlan;
  readonly others: readonly Rule[];
}

interface Rounds {
  readonly early: Round;
  readonly late: Round;
  readonly placed: ReadonlySet<RuleId>;
}

/** A run judges all its pages by the same rules. */
const PLANNED: WeakMap<readonly Rule[], Rounds> = new WeakMap();

/** Signs without a word say nothing of a page. */
const SAYS_NOTHING = 'chrome/symbols';

/**
 * Runs the rules in two rounds. The early ones take sentences that are no prose of the article (cookie and browser
 * notices, comment threads); the outline is drawn again without them, and the others judge by that.
 * Where nothing on a page says that it is furniture, the place of a line proves nothing: of the lines above the text of such
 * pages 27 % are the article's, of those below it 59 % (5 % elsewhere, seven labelled sets), and newswire has no others.
 */
export function judgeLines(doc: Document, rules: readonly Rule[]): readonly Finding[] {
  const { early, late, placed } = roundsOf(rules);
  const findings = runRound(doc, early);
  for (const finding of runRound(settleOutline(doc, findings), late)) findings.push(finding);
  const said = findings.filter(({ rule }) => !placed.has(rule));
  return showFurniture(said) ? findings : said;
}

/** True if some line of the page says that it is furniture. */
export function showFurniture(findings: readonly Finding[]): boolean {
  return findings.some(
    ({ rule, kind, action }) => action === 'drop' && (kind === 'chrome' || kind === 'related') && rule !== SAYS_NOTHING,
  );
}

function roundsOf(rules: readonly Rule[]): Rounds {
  let rounds = PLANNED.get(rules);
  if (rounds === undefined) {
    rounds = {
      early: roundOf(rules.filter((rule) => rule.early === true)),
      late: roundOf(rules.filter((rule) => rule.early !== true)),
      placed: new Set(rules.filter((rule) => rule.placed === true).map(({ id }) => id)),
    };
    PLANNED.set(rules, rounds);
  }
  return rounds;
}

function roundOf(rules: readonly Rule[]): Round {
  return {
    lines: planSweep(rules.filter(isLineRule).map((rule) => rule.spec)),
    others: rules.filter((rule) => !isLineRule(rule)),
  };
}

function runRound(doc: Document, { lines, others }: Round): Finding[] {
  const findings = sweep(doc, lines);
  for (const rule of others) for (const finding of rule.check(doc)) findings.push(finding);
  return findings;
}

function isLineRule(rule: Rule): rule is LineRule {
  return 'spec' in rule;
}

/** The document with its outline drawn without the lines that the findings take for certain. */
function settleOutline(doc: Document, findings: readonly Finding[]): Document {
  const taken = findings.filter(({ action, confidence }) => action === 'drop' && confidence >= CERTAIN);
  if (!taken.some((finding) => doc.outline.sentence.subarray(finding.first, finding.last + 1).includes(1))) return doc;
  const excluded = new Uint8Array(doc.lines.count);
  for (const { first, last } of taken) excluded.fill(1, first, last + 1);
  return withOutline(doc, outlineOf(doc.lines, doc.blocks, doc.blockOf, excluded));
}
