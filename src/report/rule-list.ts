/** The rules for people: all of them in a line each, or one with its reason and its own examples. */
import type { Example, Rule } from '../core/contracts.ts';
import { escapeTerminal } from './escape.ts';
import type { Screen } from './paint.ts';
import { lineNumber } from './place.ts';
import { jsonLine } from './records.ts';
import { fitTo, padTo, widthOf, wrap } from './width.ts';

const GAP = '   ';
const INDENT = '  ';

export function renderRuleList(rules: readonly Rule[], { paint, width }: Screen): string {
  const ids = Math.max(...rules.map((rule) => widthOf(rule.id)));
  const kinds = Math.max(...rules.map((rule) => widthOf(rule.kind)));
  const room = width - ids - kinds - GAP.length * 2;
  return rules
    .map(
      (rule) =>
        `${paint('strong', padTo(rule.id, ids))}${GAP}${padTo(rule.kind, kinds)}${GAP}${fitTo(rule.title, room)}\n`,
    )
    .join('');
}

export function renderRule(rule: Rule, { paint, width }: Screen): string {
  const examples = rule.examples.flatMap((example) => ['', ...showExample(example, { paint, width })]);
  const head = [
    `${paint('strong', rule.id)}${GAP}${rule.kind}`,
    `${INDENT}${rule.title}`,
    ...wrap(rule.why, width - INDENT.length).map((row) => INDENT + row),
  ];
  return `${[...head, ...examples].join('\n')}\n`;
}

export function rulesJson(rules: readonly Rule[]): string {
  return rules
    .map((rule) =>
      jsonLine({
        id: rule.id,
        kind: rule.kind,
        title: rule.title,
        why: rule.why,
        examples: rule.examples.map(exampleJson),
      }),
    )
    .join('');
}

function exampleJson({ text, drop }: Example): object {
  return { text, drop: drop.map(lineNumber) };
}

function showExample(example: Example, { paint, width }: Screen): readonly string[] {
  const dropped = new Set(example.drop);
  const title = dropped.size === 0 ? 'does not fire on' : 'fires on';
  const lines = example.text.split(/\r\n|\r|\n/);
  const shown = lines.map((line, at) => {
    if (line.trim() === '') return '';
    const text = fitTo(escapeTerminal(line.trim()), width - INDENT.length * 2 - 2);
    return `${INDENT.repeat(2)}${dropped.has(at) ? paint('removed', `✗ ${text}`) : `✓ ${text}`}`;
  });
  return [`${INDENT}${paint('faint', title)}`, ...shown];
}
