/** `clean-archive rules`: what judges lines, and why. */
import { RULES } from '../../chrome/rules/index.ts';
import type { Rule } from '../../core/contracts.ts';
import { UsageError } from '../../core/errors.ts';
import { renderRule, renderRuleList, rulesJson } from '../../report/rule-list.ts';
import { EXIT } from '../exit.ts';
import { hasFlag, type Session, screen } from '../session.ts';

export async function rules(session: Session): Promise<number> {
  const { operands, out } = session;
  const chosen = operands.map(ruleOf);
  if (hasFlag(session, 'json')) await out.write(rulesJson(chosen.length === 0 ? RULES : chosen));
  else if (chosen.length === 0) await out.write(renderRuleList(RULES, screen(session, out)));
  else await out.write(chosen.map((rule) => renderRule(rule, screen(session, out))).join('\n'));
  return EXIT.done;
}

/** By its id, or by the part after the slash. */
function ruleOf(id: string): Rule {
  const found = RULES.find((rule) => rule.id === id || rule.id.slice(rule.id.indexOf('/') + 1) === id);
  if (found !== undefined) return found;
  throw new UsageError('unknown-rule', `${id}: no such rule; clean-archive rules lists them`);
}
